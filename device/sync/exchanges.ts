import type { Entry } from '../../core/record/outbox';
import { refusedEntries, waitingCount } from '../../core/record/outbox';
import type { LinkFailure, Sync, SyncOutcome } from '../../core/link/sync';
import { lazily } from '../../core/lazily';
import { answered, failed, startSync } from '../../core/link/sync';
import { LAST_SYNC_FILE } from '../../core/state/last-sync';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { CheckStore } from '../store/check-store';
import { openIdentity } from '../store/identity-store';
import type { PhoneLink, Reply } from './link';
import { send } from './link';
import type { Asking, SharedOnDisk, SharedParts } from './shared-on-disk';
import { sharedOnDisk } from './shared-on-disk';
import { openStored } from '../store/stored-file';
import type { Watch } from '../watch/watch';

/** What the person is told about the exchange with the phone. */
export interface SyncState {
  readonly waiting: number;
  readonly refused: readonly Entry[];
  /** When the phone last had everything. */
  readonly lastAt?: Instant;
  readonly now: 'resting' | 'running' | SyncOutcome;
}

/** A page's exchanges with the phone. */
export interface Exchanges {
  state(): SyncState;
  /**
   * Talks to the phone until everything is done or clearly cannot be; does nothing while that is going on. It begins
   * after the page has had time to appear, so the caller shows what `state` says at first.
   */
  run(): void;
  /**
   * Asks the phone for news without showing it. Does nothing if the last exchange failed, since then the person decides
   * when to try again. If there is no news, screen and disk are left alone.
   */
  poll(): void;
  /** Stops listening. What was agreed by then is on disk. */
  drop(): void;
}

/**
 * How long the screen stays lit after a tap, and after each request that follows an answer or is a retry: long enough
 * to give up on an answer and read the outcome.
 */
export const SYNC_LOOK: Millis = 30 * SECOND;

/** How long after it was requested an exchange begins, so that it does not delay the page. */
export const BEGIN_AFTER: Millis = SECOND / 10;

/** The outcomes of a complete exchange. */
const SAID_ALL: readonly SyncOutcome[] = ['done', 'newLedger', 'planUnusable', 'watchUnreadable'];

/** The outcomes after which the phone has all that it needs. */
const HEARD: readonly SyncOutcome[] = ['done', 'newLedger'];

type Ended = Extract<Sync, { readonly phase: 'ended' }>;

const UNREADABLE: Ended = { phase: 'ended', outcome: 'watchUnreadable', requests: 0 };

/** What an exchange uses. */
export interface SyncParts extends SharedParts {
  readonly watch: Pick<Watch, 'clock' | 'disk' | 'display' | 'launch' | 'random' | 'system'>;
  readonly link: PhoneLink;
  readonly checked: Pick<CheckStore, 'known'>;
  /** Called when there is something new to show, once for all changes in one turn. */
  readonly changed: () => void;
}

export function openSync(parts: SyncParts): Exchanges {
  const { watch, outbox, changed } = parts;
  const { clock, disk, display } = watch;
  const shared = sharedOnDisk(parts);
  const last = lazily(() => openStored(disk, LAST_SYNC_FILE));
  // If the folder cannot be listed, the phone must not be told that nothing waits.
  let sync: 'due' | 'running' | Ended | undefined = outbox.state === 'unlisted' ? UNREADABLE : undefined;
  /** The outcome of the previous exchange, which stays on display during a poll. */
  let told: { readonly before: Ended | undefined } | undefined;
  let isHeard = true;

  const exchange = exchangeWith(parts, shared, {
    asks() {
      if (!told) display.stayLit(SYNC_LOOK);
    },
    waits() {
      if (!told) changed();
    },
    ended(reached) {
      const ended = booked(reached);
      isHeard = HEARD.includes(ended.outcome);
      const isToTell = !told || isToShow(ended, shared.isNews());
      sync = isToTell ? ended : told?.before;
      told = undefined;
      if (isToTell) changed();
    },
  });
  /** The real outcome of an exchange: what was agreed must be on disk, and everything on the watch must be known. */
  const booked = (ended: Ended): Ended => {
    if (!SAID_ALL.includes(ended.outcome) || ended.outcome === 'watchUnreadable') return ended;
    if (!shared.isSaved()) return { ...ended, outcome: 'watchStorage' };
    if (outbox.state !== 'whole') return UNREADABLE;
    if (!told || ended.requests > 1) last().write(clock.now());
    return ended;
  };
  const begin = (): void => {
    sync = 'running';
    exchange.begin();
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
      if (sync === 'due' || sync === 'running' || !mayBegin() || !isHeard) return;
      told = { before: sync };
      shared.startAnew();
      begin();
    },
    drop: exchange.drop,
  };
}

/** What is told of an exchange while it goes on. */
interface ExchangeSteps {
  /** A request is sent that is not the first. */
  readonly asks: () => void;
  /** Such a request has not been answered at once. */
  readonly waits: () => void;
  readonly ended: (ended: Ended) => void;
}

/** Goes through one exchange after another, request by request; after `drop` nothing more is sent or told. */
function exchangeWith(parts: SyncParts, shared: SharedOnDisk, steps: ExchangeSteps) {
  const { watch, link, outbox, checked } = parts;
  const { clock, disk, launch, random, system } = watch;
  let sync: Sync | undefined;
  let isDropped = false;
  /** Whether the phone was told in this exchange that the watch can read all its records. */
  let toldWhole = true;

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
      if (!isFirst) steps.asks();
      ask(next);
      // If an answer came at once, what followed it has been told.
      if (!isFirst && sync === next) steps.waits();
    } else if (toldWhole && outbox.state !== 'whole' && SAID_ALL.includes(next.outcome)) {
      // Unreadable records were met on the way, and the phone has to know.
      begin();
    } else {
      link.close();
      steps.ended(next);
    }
  };
  const ask = (asking: Asking): void => {
    send(clock, link, asking.message, (reply) => {
      if (!isDropped && sync === asking) goOn(afterReply(asking, reply));
    });
  };
  const afterReply = (asking: Asking, reply: Reply): Sync => {
    const fail = (failure: LinkFailure): Sync => failed(asking, asking.message.n, failure);
    if (reply.kind === 'failure') return fail(reply.failure);
    shared.readAhead(asking, reply.answer);
    const before = shared.value();
    const step = answered(asking, before, reply.answer);
    shared.keep(before, step.shared);
    return step.sync === asking ? fail('timeout') : step.sync;
  };
  const drop = (): void => {
    isDropped = true;
    link.close();
  };
  return { begin, drop };
}

/** Whether the outcome of a poll is shown. What the disk refused is not in use, so that is. */
function isToShow({ outcome, requests }: Ended, isNews: boolean): boolean {
  return outcome === 'watchStorage' || (HEARD.includes(outcome) && (requests > 1 || isNews));
}

function nowOf(sync: 'due' | 'running' | Ended | undefined): SyncState['now'] {
  if (!sync) return 'resting';
  return sync === 'due' || sync === 'running' ? 'running' : sync.outcome;
}
