import type { Said } from '../care/statement';
import { mergeSaid } from '../care/statement';
import type { Checked } from '../check/checked';
import type { AnswerProblem, ReceivedAnswer } from './parse-answer';
import { parseAnswer } from './parse-answer';
import type { Request, RequestMessage } from './request';
import { cutBatch, latestSaid, makeRequest } from './request';
import type { Outbox } from '../record/outbox';
import { offerAgain, offerAll, settle, waitingCount, waitingRecords } from '../record/outbox';
import type { SharedPreferences } from './shared-preferences';
import { adopt, hasNews, makeShared, mergeShared, sharedOf } from './shared-preferences';
import type { KnownLedger } from './ledger-file';
import type { StoredPlan } from '../state/plan-file';
import type { StoredPreferences } from '../state/preferences';
import type { Millis } from '../time';
import { SECOND } from '../time';
import { VERSION } from '../version';

/** All that the watch shares with the phone. What an exchange changes here must be saved. */
export interface Shared {
  readonly outbox: Outbox;
  readonly preferences: StoredPreferences;
  /** Preferences stored in files of their own. After a hello, those sent by the phone may be among them. */
  readonly others: SharedPreferences;
  readonly plan: StoredPlan;
  readonly ledger: KnownLedger;
  /** The statements the watch knows. */
  readonly said: readonly Said[];
}

/**
 * How an exchange ends.
 *
 * - `done`: the phone has everything it would take.
 * - `newLedger`: the same, but the phone had lost its data or is another phone.
 * - `phoneNotReachable`: no connection, or no answer in time.
 * - `appNotRunning`: the phone is there, but Legato's part in the Zepp app is not.
 * - `olderPhone`, `newerPhone`: the phone or the watch has to be updated.
 * - `planUnusable`: the phone has everything, but sent a plan that the watch cannot use, so the watch keeps its own.
 * - `phoneStorage`: the phone could not store some records, which stay on the watch.
 * - `notUnderstood`: the phone could not read a request.
 * - `phoneFailed`: the phone failed, or sent an invalid answer.
 * - `watchStorage`: the exchange is complete, but the watch could not save the result and will ask for it again.
 * - `watchUnreadable`: the phone has everything that the watch can read, which is not all.
 */
export const SYNC_OUTCOMES = [
  'done',
  'newLedger',
  'phoneNotReachable',
  'appNotRunning',
  'olderPhone',
  'newerPhone',
  'planUnusable',
  'phoneStorage',
  'notUnderstood',
  'phoneFailed',
  'watchStorage',
  'watchUnreadable',
] as const;
export type SyncOutcome = (typeof SYNC_OUTCOMES)[number];

/** How a request can fail before there is an answer. */
const LINK_FAILURES = ['timeout', 'disconnected', 'appNotRunning'] as const;
export type LinkFailure = (typeof LINK_FAILURES)[number];

/** How long to wait for an answer. ZML itself waits 60 s, and sometimes forever. */
export const ANSWER_DEADLINE: Millis = 8 * SECOND;

/**
 * The identity of the watch and the number of the first request, which must not have been used recently, for example
 * the time.
 */
export interface Caller {
  readonly watch: string;
  readonly name: string;
  readonly firstNumber: number;
  /** Whether the watch could read all its records. */
  readonly whole: boolean;
  /** What a check has shown of the watch. */
  readonly checked?: Checked | undefined;
}

/**
 * One exchange with the phone. While it is `asking`, send `message` and then call `answered` or `failed` once.
 * It always ends: each request is sent at most `PATIENCE` times, and each answer leaves less to do.
 */
export type Sync =
  | {
      readonly phase: 'asking';
      readonly message: RequestMessage;
      /** The number of consecutive failures. */
      readonly failures: number;
      readonly todo: Todo;
      /** Requests sent in this exchange, including the current one. */
      readonly requests: number;
    }
  | { readonly phase: 'ended'; readonly outcome: SyncOutcome; readonly requests: number };

/** Starts an exchange with a hello. */
export function startSync(caller: Caller, shared: Shared): Sync {
  const { watch, name, firstNumber, whole, checked } = caller;
  const waiting = waitingCount(shared.outbox);
  const preferences = makeShared(allOf(shared));
  const planRevision = shared.plan.revision;
  const ledger = shared.ledger.id;
  const told = {
    name,
    version: VERSION,
    waiting,
    whole,
    planRevision,
    ...(checked ? { checked } : {}),
    ledger,
  };
  const care = shared.said.length > 0 ? { care: latestSaid(shared.said) } : {};
  const request: Request = { method: 'hello', watch, ...told, ...care, ...preferences };
  const message = makeRequest(firstNumber, request);
  return { phase: 'asking', message, failures: 0, todo: UNKNOWN, requests: 1 };
}

/** The exchange and the shared data after an event. Unchanged parts of `shared` keep their identity. */
export interface SyncStep {
  readonly sync: Sync;
  readonly shared: Shared;
}

/**
 * Handles an answer. If it does not answer the current request, it is ignored and the exchange goes on waiting. `shared`
 * is what the watch has now; records may have been added since the exchange began.
 */
export function answered(sync: Sync, shared: Shared, input: unknown): SyncStep {
  if (sync.phase === 'ended') return { sync, shared };
  const answer = parseAnswer(sync.message.n, sync.message, input);
  if (answer.ok) return actOn(sync, shared, answer.value);
  return { sync: answer.error === 'otherRequest' ? sync : end(sync, failureOf(answer.error)), shared };
}

/** Handles the failure of request `number`: sends it again or ends the exchange. */
export function failed(sync: Sync, number: number, failure: LinkFailure): Sync {
  if (sync.phase === 'ended' || sync.message.n !== number) return sync;
  const failures = sync.failures + 1;
  const patience = sync.todo.heard ? PATIENCE.heard : PATIENCE.unheard;
  if (failure !== 'disconnected' && failures < patience) return { ...ask(sync, sync.message), failures };
  return end(sync, failure === 'appNotRunning' ? 'appNotRunning' : 'phoneNotReachable');
}

/**
 * How often a request is sent. Before the first answer a person may be waiting to hear that the phone is away; after it
 * the link is known to work, so a lost packet is worth more retries.
 */
export const PATIENCE = { unheard: 2, heard: 4 } as const;

type Asking = Extract<Sync, { readonly phase: 'asking' }>;

/** The state of an exchange. */
interface Todo {
  readonly heard: boolean;
  /** How many records at the front of the queue were offered in this exchange and could not be stored. */
  readonly notStored: number;
  readonly plan: 'fetch' | 'give' | 'settled' | 'unusable';
  /** Whether the phone's ledger differs from the one that gave the receipts so far. */
  readonly isNewLedger: boolean;
  /**
   * The preferences the phone had when it answered the hello; what it could not store and what has changed since is
   * still missing there. Undefined once the preferences were sent.
   */
  readonly theirs: SharedPreferences | undefined;
}

const UNKNOWN: Todo = {
  heard: false,
  notStored: 0,
  plan: 'settled',
  isNewLedger: false,
  theirs: undefined,
};

function actOn(sync: Asking, shared: Shared, answer: ReceivedAnswer): SyncStep {
  switch (answer.method) {
    case 'hello': {
      const { preferences: theirs, ledger, care } = answer;
      const isNewLedger = shared.ledger.id !== '' && isOther(ledger, shared.ledger);
      // The phone may have been updated since it refused a record.
      const offered = offerAgain(shared.outbox);
      const outbox = isOther(ledger, shared.ledger)
        ? offerAll(offered, deletedIds(sync.message.watch, shared.ledger))
        : offered;
      const agreed = {
        ...{ ...shared, outbox, preferences: adopt(shared.preferences, theirs) },
        others: mergeShared(shared.others, theirs),
        ledger: ledger && !isSame(ledger, shared.ledger) ? ledger : shared.ledger,
        said: mergeSaid(shared.said, care),
      };
      const plan = planTodo(answer, shared.plan.revision);
      return goOn(sync, { ...UNKNOWN, heard: true, plan, isNewLedger, theirs }, agreed);
    }
    case 'sessions.put':
      return bookReceipts(sync, shared, answer);
    case 'plan.get': {
      const { revision, plan } = answer;
      if (plan === 'refused') return goOn(sync, { ...sync.todo, plan: 'unusable' }, shared);
      const todo: Todo = { ...sync.todo, plan: 'settled' };
      return goOn(sync, todo, plan === 'none' ? shared : { ...shared, plan: { revision, plan } });
    }
    case 'prefs.put': {
      const plan = sync.todo.plan === 'give' ? 'settled' : sync.todo.plan;
      return goOn(sync, { ...sync.todo, plan, theirs: undefined }, shared);
    }
  }
}

/**
 * Whether a ledger may differ from the one that gave the receipts so far, in which case it is offered everything.
 * Offering it what it already has does no harm. A ledger without a name never counts as another one.
 */
export function isOther(ledger: KnownLedger | undefined, known: KnownLedger): boolean {
  return ledger !== undefined && ledger.id !== known.id;
}

function isSame(one: KnownLedger, other: KnownLedger): boolean {
  return one.id === other.id && one.deleted.join() === other.deleted.join();
}

function deletedIds(watch: string, { deleted }: KnownLedger): readonly string[] {
  return deleted.map((rest) => `${watch}-${rest}`);
}

/** A phone that has no plan and names its ledger keeps the plan that it is given. */
function planTodo({ planRevision, ledger }: Hello, own: number): Todo['plan'] {
  if (planRevision === own) return 'settled';
  if (planRevision > 0) return 'fetch';
  return ledger ? 'give' : 'settled';
}

type Hello = Extract<ReceivedAnswer, { readonly method: 'hello' }>;

/** Records that could not be stored stay at the front of the queue and are not offered again in this exchange. */
function bookReceipts(sync: Asking, shared: Shared, { verdicts, missing, notStored }: Receipts): SyncStep {
  const settled = { ...shared, outbox: settle(shared.outbox, verdicts) };
  if (missing > 0 && !notStored) return { sync: end(sync, 'phoneFailed'), shared: settled };
  return goOn(sync, { ...sync.todo, notStored: sync.todo.notStored + missing }, settled);
}

type Receipts = Extract<ReceivedAnswer, { readonly method: 'sessions.put' }>;

function goOn(sync: Asking, todo: Todo, shared: Shared): SyncStep {
  const request = nextRequest(sync.message.watch, todo, shared);
  return {
    sync: request ? { ...ask(sync, request), todo, failures: 0 } : end(sync, outcomeOf(todo, shared.outbox)),
    shared,
  };
}

/** All preferences; for those the watch knows, its own values count. */
function allOf({ preferences, others }: Pick<Shared, 'preferences' | 'others'>): SharedPreferences {
  return { ...others, ...sharedOf(preferences) };
}

/** Records are sent first, because they must not be lost. */
function nextRequest(watch: string, todo: Todo, shared: Shared): Request | undefined {
  const { outbox, plan } = shared;
  const records = cutBatch(waitingRecords(outbox).slice(todo.notStored));
  if (records.length > 0) {
    return { method: 'sessions.put', watch, records, left: waitingCount(outbox) - records.length };
  }
  if (todo.plan === 'fetch') return { method: 'plan.get', watch };
  const mine = allOf(shared);
  // If the phone has no room for records, it has none for preferences. They are sent after the next hello.
  const isNews = todo.plan === 'give' || (todo.theirs && hasNews(mine, todo.theirs));
  return todo.notStored === 0 && isNews
    ? { method: 'prefs.put', watch, ...makeShared(mine), ...(todo.plan === 'give' ? { plan } : {}) }
    : undefined;
}

function outcomeOf({ notStored, plan, isNewLedger }: Todo, outbox: Outbox): SyncOutcome {
  if (notStored > 0) return 'phoneStorage';
  // Records that wait but could not be read were not offered.
  if (waitingCount(outbox) > 0) return 'watchUnreadable';
  if (plan === 'unusable') return 'planUnusable';
  return isNewLedger ? 'newLedger' : 'done';
}

function ask(sync: Asking, request: Request): Asking {
  const number = sync.message.n + 1;
  return { ...sync, message: makeRequest(number, request), requests: sync.requests + 1 };
}

function end(sync: Asking, outcome: SyncOutcome): Sync {
  return { phase: 'ended', outcome, requests: sync.requests };
}

function failureOf(problem: Exclude<AnswerProblem, 'otherRequest'>): SyncOutcome {
  switch (problem) {
    case 'olderPhone':
    case 'newerPhone':
      return problem;
    // A phone that does not know the method is older than the watch.
    case 'unknownMethod':
      return 'olderPhone';
    case 'notARequest':
    case 'otherVersion':
    case 'badRequest':
    case 'tooLarge':
      return 'notUnderstood';
    case 'notAnAnswer':
    case 'phoneFailed':
      return 'phoneFailed';
  }
}
