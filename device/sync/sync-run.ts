import type { Entry, Outbox } from '../../core/record/outbox';
import { CHUNK_LENGTH, refusedEntries, waitingCount } from '../../core/record/outbox';
import type { Shared, Sync, SyncOutcome } from '../../core/link/sync';
import { isFields } from '../../core/json';
import { ledgerIn } from '../../core/link/parse-answer';
import { answered, failed, isOther, startSync } from '../../core/link/sync';
import { LAST_SYNC_FILE } from '../../core/state/last-sync';
import { LEDGER_FILE } from '../../core/state/ledger-file';
import { PLAN_FILE } from '../../core/state/plan-file';
import type { StoredPreferences } from '../../core/state/preferences';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { CheckStore } from '../store/check-store';
import { openIdentity } from '../store/identity-store';
import type { PhoneLink } from './link';
import { send } from './link';
import type { OutboxStore } from '../store/outbox-store';
import type { StoredFile } from '../store/stored-file';
import { openStored } from '../store/stored-file';
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
   * Talks to the phone until all is done or it is clear that it cannot be; does nothing while that goes on. How far it has
   * come at once is not told by `changed`: whoever begins a talk shows that.
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

/** No batch has more records: a record takes more than 90 of its 2,900 bytes. */
const BATCH_LENGTH = 2 * CHUNK_LENGTH;

/** What ends a talk in which all was said. */
const SAID_ALL: readonly SyncOutcome[] = ['done', 'newLedger', 'planUnusable', 'watchUnreadable'];

type Ended = Extract<Sync, { readonly phase: 'ended' }>;

const UNREADABLE: Ended = { phase: 'ended', outcome: 'watchUnreadable', requests: 0 };

/** What a run goes by. The stores are the page's: a file has one writer. */
export interface SyncParts {
  readonly watch: Pick<Watch, 'clock' | 'disk' | 'display' | 'launch' | 'random' | 'system'>;
  readonly link: PhoneLink;
  readonly outbox: OutboxStore;
  readonly preferences: StoredFile<StoredPreferences>;
  readonly checked: Pick<CheckStore, 'known'>;
  /** Called when there is something new to tell, once for all that happens in one turn. */
  readonly changed: () => void;
}

export function openSync({ watch, link, outbox, preferences, checked, changed }: SyncParts): SyncRun {
  const { clock, disk, display, launch, random, system } = watch;
  const plan = openStored(disk, PLAN_FILE);
  const last = openStored(disk, LAST_SYNC_FILE);
  const ledger = openStored(disk, LEDGER_FILE);
  // What waits on a watch that cannot tell is not nothing, which is what the phone would be told.
  let sync: Sync | undefined = outbox.state === 'unlisted' ? UNREADABLE : undefined;
  let dropped = false;
  /** What the phone has said of the records in this run and the disk did not take; the run goes on by it. */
  let unsaved: Outbox | undefined;
  let saved = true;
  /** Whether the phone was told in this run that the watch can read all its records. */
  let toldWhole = true;
  let isBeginning = false;
  /** How the talk before went, which is told as long as a poll goes on. */
  let told: { readonly before: Sync | undefined } | undefined;
  let isHeard = true;

  const shared = (): Shared => ({
    outbox: unsaved ?? outbox.outbox(),
    preferences: preferences.value(),
    plan: plan.value(),
    ledger: ledger.value(),
  });
  const keep = (before: Shared, after: Shared): void => {
    if (after.outbox !== before.outbox) unsaved = outbox.save(after.outbox) ? undefined : after.outbox;
    if (after.preferences !== before.preferences) saved = preferences.write(after.preferences) && saved;
    if (after.plan !== before.plan) saved = plan.write(after.plan) && saved;
    // As long as what another ledger lacks is not noted as such, it has to be met as another again.
    if (after.ledger !== before.ledger && !unsaved) saved = ledger.write(after.ledger) && saved;
  };
  /** Reads from disk what the next request may need: what is on its way may all be settled by then. */
  const readAhead = (
    { message, todo }: Extract<Sync, { readonly phase: 'asking' }>,
    answer: unknown,
  ): void => {
    const onTheWay = message.method === 'sessions.put' ? message.records.length : 0;
    const isAll = isFields(answer) && isOther(ledgerIn(answer), ledger.value());
    const count = todo.notStored + onTheWay + BATCH_LENGTH;
    const known = outbox.readAhead(unsaved ?? outbox.outbox(), isAll ? 'all' : count);
    if (unsaved) unsaved = known;
  };
  /** How a talk really went: what was agreed has to be on disk, and all that there is has to be known. */
  const booked = (ended: Ended): Ended => {
    if (!SAID_ALL.includes(ended.outcome) || ended.outcome === 'watchUnreadable') return ended;
    if (!saved || unsaved) return { ...ended, outcome: 'watchStorage' };
    if (outbox.state !== 'whole') return UNREADABLE;
    if (!told || ended.requests > 1) last.write(clock.now());
    return ended;
  };
  const begin = (): void => {
    const device = openIdentity(disk, random, launch.memory()).device();
    toldWhole = outbox.state === 'whole';
    const caller = { watch: device, name: system.model(), firstNumber: clock.now(), whole: toldWhole };
    goOn(startSync({ ...caller, checked: checked.known() }, shared()));
  };
  const goOn = (next: Sync): void => {
    sync = next;
    if (next.phase === 'asking') {
      if (next.requests > 1 && !told) display.stayLit(SYNC_LOOK);
      ask(next);
      // An answer that was there at once has been gone on with, and told.
      if (sync !== next) return;
    } else if (toldWhole && outbox.state !== 'whole' && SAID_ALL.includes(next.outcome)) {
      // Records that could not be read were met in the middle: the phone has to know.
      begin();
      return;
    } else {
      link.close();
      const ended = booked(next);
      sync = ended;
      isHeard = ended.outcome === 'done' || ended.outcome === 'newLedger';
      if (told && !(isHeard && next.requests > 1)) {
        sync = told.before;
        told = undefined;
        return;
      }
      told = undefined;
    }
    if (!isBeginning && !told) changed();
  };
  const ask = (asking: Extract<Sync, { readonly phase: 'asking' }>): void => {
    send(clock, link, asking.message, (reply) => {
      if (dropped || sync !== asking) return;
      if (reply.kind === 'failure') {
        goOn(failed(asking, asking.message.n, reply.failure));
        return;
      }
      readAhead(asking, reply.answer);
      const before = shared();
      const step = answered(asking, before, reply.answer);
      keep(before, step.shared);
      goOn(step.sync === asking ? failed(asking, asking.message.n, 'timeout') : step.sync);
    });
  };
  const talk = (): void => {
    if (sync?.phase === 'asking' || outbox.state === 'unlisted') return;
    unsaved = undefined;
    saved = true;
    isBeginning = true;
    begin();
    isBeginning = false;
  };
  return {
    state() {
      const at = last.value();
      const shown = told ? told.before : sync;
      return {
        waiting: waitingCount(outbox.outbox()),
        refused: refusedEntries(outbox.outbox()),
        now: !shown ? 'resting' : shown.phase === 'ended' ? shown.outcome : 'running',
        ...(at === undefined ? {} : { lastAt: at }),
      };
    },
    run() {
      told = undefined;
      talk();
    },
    poll() {
      if (sync?.phase === 'asking' || !isHeard) return;
      told = { before: sync };
      talk();
    },
    drop() {
      dropped = true;
      link.close();
    },
  };
}
