import type { Entry, Outbox } from '../../core/record/outbox';
import { CHUNK_LENGTH, refusedEntries, waitingCount } from '../../core/record/outbox';
import type { Shared, Sync, SyncOutcome } from '../../core/link/sync';
import { answered, failed, startSync } from '../../core/link/sync';
import { LAST_SYNC_FILE } from '../../core/state/last-sync';
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
const SAID_ALL: readonly SyncOutcome[] = ['done', 'planUnusable', 'watchUnreadable'];

const UNREADABLE: Sync = { phase: 'ended', outcome: 'watchUnreadable', requests: 0 };

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
  // What waits on a watch that cannot tell is not nothing, which is what the phone would be told.
  let sync: Sync | undefined = outbox.state === 'unlisted' ? UNREADABLE : undefined;
  let dropped = false;
  /** What the phone has said of the records in this run and the disk did not take; the run goes on by it. */
  let unsaved: Outbox | undefined;
  let saved = true;
  /** Whether the phone was told in this run that the watch can read all its records. */
  let toldWhole = true;
  let isBeginning = false;

  const shared = (): Shared => ({
    outbox: unsaved ?? outbox.outbox(),
    preferences: preferences.value(),
    plan: plan.value(),
  });
  const keep = (before: Shared, after: Shared): void => {
    if (after.outbox !== before.outbox) unsaved = outbox.save(after.outbox) ? undefined : after.outbox;
    if (after.preferences !== before.preferences) saved = preferences.write(after.preferences) && saved;
    if (after.plan !== before.plan) saved = plan.write(after.plan) && saved;
  };
  /** Reads from disk what the next request may need: what is on its way may all be settled by then. */
  const readAhead = ({ message, todo }: Extract<Sync, { readonly phase: 'asking' }>): void => {
    const onTheWay = message.method === 'sessions.put' ? message.records.length : 0;
    const known = outbox.readAhead(unsaved ?? outbox.outbox(), todo.notStored + onTheWay + BATCH_LENGTH);
    if (unsaved) unsaved = known;
  };
  /** How a talk really went: what was agreed has to be on disk, and all that there is has to be known. */
  const booked = (ended: Extract<Sync, { readonly phase: 'ended' }>): Sync => {
    if (ended.outcome !== 'done' && ended.outcome !== 'planUnusable') return ended;
    if (!saved || unsaved) return { ...ended, outcome: 'watchStorage' };
    if (outbox.state !== 'whole') return UNREADABLE;
    last.write(clock.now());
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
      if (next.requests > 1) display.stayLit(SYNC_LOOK);
      ask(next);
      // An answer that was there at once has been gone on with, and told.
      if (sync !== next) return;
    } else if (toldWhole && outbox.state !== 'whole' && SAID_ALL.includes(next.outcome)) {
      // Records that could not be read were met in the middle: the phone has to know.
      begin();
      return;
    } else {
      link.close();
      sync = booked(next);
    }
    if (!isBeginning) changed();
  };
  const ask = (asking: Extract<Sync, { readonly phase: 'asking' }>): void => {
    send(clock, link, asking.message, (reply) => {
      if (dropped || sync !== asking) return;
      if (reply.kind === 'failure') {
        goOn(failed(asking, asking.message.n, reply.failure));
        return;
      }
      readAhead(asking);
      const before = shared();
      const step = answered(asking, before, reply.answer);
      keep(before, step.shared);
      goOn(step.sync === asking ? failed(asking, asking.message.n, 'timeout') : step.sync);
    });
  };
  return {
    state() {
      const at = last.value();
      return {
        waiting: waitingCount(outbox.outbox()),
        refused: refusedEntries(outbox.outbox()),
        now: !sync ? 'resting' : sync.phase === 'ended' ? sync.outcome : 'running',
        ...(at === undefined ? {} : { lastAt: at }),
      };
    },
    run() {
      if (sync?.phase === 'asking' || outbox.state === 'unlisted') return;
      unsaved = undefined;
      saved = true;
      isBeginning = true;
      begin();
      isBeginning = false;
    },
    drop() {
      dropped = true;
      link.close();
    },
  };
}
