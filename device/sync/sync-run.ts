import type { Entry, Outbox } from '../../core/record/outbox';
import { CHUNK_LENGTH, refusedEntries, waitingCount } from '../../core/record/outbox';
import type { LinkFailure, Shared, Sync, SyncOutcome } from '../../core/link/sync';
import { isFields } from '../../core/json';
import { ledgerIn } from '../../core/link/parse-answer';
import { answered, failed, isOther, startSync } from '../../core/link/sync';
import { LAST_SYNC_FILE } from '../../core/state/last-sync';
import { LEDGER_FILE } from '../../core/link/ledger-file';
import { adoptReminders, REMINDERS_FILE } from '../../core/reminder/reminders-file';
import { PLAN_FILE } from '../../core/state/plan-file';
import type { StoredPreferences } from '../../core/state/preferences';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { CareStore } from '../store/care-store';
import type { CheckStore } from '../store/check-store';
import { openIdentity } from '../store/identity-store';
import type { PhoneLink } from './link';
import { send } from './link';
import type { OutboxStore } from '../store/outbox-store';
import type { StoredFile } from '../store/stored-file';
import { lazily, openStored } from '../store/stored-file';
import type { Watch } from '../watch/watch';

/** What the person is told of the way to the phone. */
export interface SyncState {
  readonly waiting: number;
  readonly refused: readonly Entry[];
  /** When the phone last had all there was. */
  readonly lastAt?: Instant;
  readonly now: 'resting' | 'running' | SyncOutcome;
}

/** The talks of a page with the phone. */
export interface SyncRun {
  state(): SyncState;
  /**
   * Talks to the phone until all is done or it is clear that it cannot be; does nothing while that goes on. It begins when the
   * page has had time to be seen: whoever calls this shows what `state` says now.
   */
  run(): void;
  /**
   * Asks the phone for what is new without telling so, unless the last talk did not come to its end: then a person says when to
   * try again. Screen and disk are left alone where nothing is new.
   */
  poll(): void;
  /** Hears nothing any more; what has been agreed by then is on disk. */
  drop(): void;
}

/**
 * The screen stays lit this long after a tap and after each request that follows an answer or is another try: until
 * that is given up, with time to read the outcome.
 */
export const SYNC_LOOK: Millis = 30 * SECOND;

/** A talk begins this long after it was asked for, so that nobody waits for it to see the page. */
export const BEGIN_AFTER: Millis = SECOND / 10;

/** No batch has more records: a record takes more than 90 of its 2,900 bytes. */
const BATCH_LENGTH = 2 * CHUNK_LENGTH;

/** What ends a talk in which all was said. */
const SAID_ALL: readonly SyncOutcome[] = ['done', 'newLedger', 'planUnusable', 'watchUnreadable'];

type Asking = Extract<Sync, { readonly phase: 'asking' }>;
type Ended = Extract<Sync, { readonly phase: 'ended' }>;

const UNREADABLE: Ended = { phase: 'ended', outcome: 'watchUnreadable', requests: 0 };

/** What a run goes by. The stores are the page's: a file has one writer. */
export interface SyncParts {
  readonly watch: Pick<Watch, 'clock' | 'disk' | 'display' | 'launch' | 'random' | 'system'>;
  readonly link: PhoneLink;
  readonly outbox: OutboxStore;
  /** Asked for when a talk begins, and always the same. */
  readonly preferences: () => StoredFile<StoredPreferences>;
  readonly checked: Pick<CheckStore, 'known'>;
  readonly care: () => CareStore;
  /** Called when the phone has told of another plan or of reminders, once that is on disk. */
  readonly planned: () => void;
  /** Called when there is something new to tell, once for all that happens in one turn. */
  readonly changed: () => void;
}

export function openSync(parts: SyncParts): SyncRun {
  const { watch, link, outbox, checked, changed } = parts;
  const { clock, disk, display, launch, random, system } = watch;
  const shared = sharedOn(parts);
  const last = lazily(() => openStored(disk, LAST_SYNC_FILE));
  // What waits on a watch that cannot tell is not nothing, which is what the phone would be told.
  let sync: Sync | 'due' | undefined = outbox.state === 'unlisted' ? UNREADABLE : undefined;
  let isDropped = false;
  /** Whether the phone was told in this run that the watch can read all its records. */
  let toldWhole = true;
  /** How the talk before went, which is told as long as a poll goes on. */
  let told: { readonly before: Sync | undefined } | undefined;
  let isHeard = true;

  const begin = (): void => {
    if (isDropped) return;
    const device = openIdentity(disk, random, launch.memory()).device();
    toldWhole = outbox.state === 'whole';
    const caller = { watch: device, name: system.model(), firstNumber: clock.now(), whole: toldWhole };
    goOn(startSync({ ...caller, checked: checked.known() }, shared.value()));
  };
  const goOn = (next: Sync): void => {
    sync = next;
    if (next.phase === 'asking') {
      const isFirst = next.requests === 1;
      if (!isFirst && !told) display.stayLit(SYNC_LOOK);
      ask(next);
      // That the talk goes on is known; an answer that was there at once has been gone on with, and told.
      if (isFirst || told || sync !== next) return;
    } else if (toldWhole && outbox.state !== 'whole' && SAID_ALL.includes(next.outcome)) {
      // Records that could not be read were met in the middle: the phone has to know.
      begin();
      return;
    } else {
      link.close();
      const ended = booked(next);
      isHeard = ended.outcome === 'done' || ended.outcome === 'newLedger';
      const isToTell = !told || (isHeard && (next.requests > 1 || shared.isNews()));
      sync = isToTell ? ended : told?.before;
      told = undefined;
      if (!isToTell) return;
    }
    changed();
  };
  /** How a talk really went: what was agreed has to be on disk, and all that there is has to be known. */
  const booked = (ended: Ended): Ended => {
    if (!SAID_ALL.includes(ended.outcome) || ended.outcome === 'watchUnreadable') return ended;
    if (!shared.isSaved()) return { ...ended, outcome: 'watchStorage' };
    if (outbox.state !== 'whole') return UNREADABLE;
    if (!told || ended.requests > 1) last().write(clock.now());
    return ended;
  };
  const ask = (asking: Asking): void => {
    send(clock, link, asking.message, (reply) => {
      if (isDropped || sync !== asking) return;
      const fail = (failure: LinkFailure): Sync => failed(asking, asking.message.n, failure);
      if (reply.kind === 'failure') {
        goOn(fail(reply.failure));
        return;
      }
      shared.readAhead(asking, reply.answer);
      const before = shared.value();
      const step = answered(asking, before, reply.answer);
      shared.keep(before, step.shared);
      goOn(step.sync === asking ? fail('timeout') : step.sync);
    });
  };
  const mayBegin = (): boolean => nowOf(sync) !== 'running' && outbox.state !== 'unlisted';
  return {
    state() {
      const shown = told ? told.before : sync;
      const at = shown === 'due' ? undefined : last().value();
      return {
        waiting: waitingCount(outbox.outbox()),
        refused: refusedEntries(outbox.outbox()),
        now: nowOf(shown),
        ...(at === undefined ? {} : { lastAt: at }),
      };
    },
    run() {
      told = undefined;
      if (!mayBegin()) return;
      shared.startAnew();
      sync = 'due';
      clock.after(BEGIN_AFTER, begin);
    },
    poll() {
      if (!mayBegin() || !isHeard || sync === 'due') return;
      told = { before: sync };
      shared.startAnew();
      begin();
    },
    drop() {
      isDropped = true;
      link.close();
    },
  };
}

function nowOf(sync: Sync | 'due' | undefined): SyncState['now'] {
  if (!sync) return 'resting';
  return sync !== 'due' && sync.phase === 'ended' ? sync.outcome : 'running';
}

/** What the watch shares with the phone, as it is on disk; opened when a talk begins. */
function sharedOn({ watch, outbox, preferences, care, planned }: SyncParts) {
  const plan = lazily(() => openStored(watch.disk, PLAN_FILE));
  const ledger = lazily(() => openStored(watch.disk, LEDGER_FILE));
  const reminders = lazily(() => openStored(watch.disk, REMINDERS_FILE));
  /** What the phone has said of the records in this run and the disk did not take; the run goes on by it. */
  let unsaved: Outbox | undefined;
  let saved = true;
  let isNews = false;
  return {
    value: (): Shared => ({
      outbox: unsaved ?? outbox.outbox(),
      preferences: preferences().value(),
      others: reminders().value().shared,
      plan: plan().value(),
      ledger: ledger().value(),
      said: care().book().said,
    }),
    keep(before: Shared, after: Shared): void {
      if (after.outbox !== before.outbox) unsaved = outbox.save(after.outbox) ? undefined : after.outbox;
      // Before the preferences: a yes to a hard question must not be known without the lock that it has led to.
      if (after.said !== before.said) saved = care().hear(after.said) && saved;
      if (after.preferences !== before.preferences) saved = preferences().write(after.preferences) && saved;
      const adopted = adoptReminders(reminders().value(), after.others);
      const isOther = adopted.shared !== reminders().value().shared;
      if (isOther) saved = reminders().write(adopted) && saved;
      isNews = isNews || isOther || after.said !== before.said || after.preferences !== before.preferences;
      const isPlan = after.plan !== before.plan;
      if (isPlan) saved = plan().write(after.plan) && saved;
      if (isPlan || isOther) planned();
      // As long as what another ledger lacks is not noted as such, it has to be met as another again.
      if (after.ledger !== before.ledger && !unsaved) saved = ledger().write(after.ledger) && saved;
    },
    /** Reads from disk what the next request may need: what is on its way may all be settled by then. */
    readAhead({ message, todo }: Asking, answer: unknown): void {
      const onTheWay = message.method === 'sessions.put' ? message.records.length : 0;
      const isAll = isFields(answer) && isOther(ledgerIn(answer), ledger().value());
      const count = todo.notStored + onTheWay + BATCH_LENGTH;
      const known = outbox.readAhead(unsaved ?? outbox.outbox(), isAll ? 'all' : count);
      if (unsaved) unsaved = known;
    },
    /** Whether the disk took all of this run. */
    isSaved: () => saved && !unsaved,
    /** Whether the phone has told of a lock, a reminder or a preference in this run, which one request is enough for. */
    isNews: () => isNews,
    startAnew(): void {
      isNews = false;
      unsaved = undefined;
      saved = true;
    },
  };
}
