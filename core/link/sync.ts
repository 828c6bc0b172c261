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

/** What the watch has of all that it shares with the phone; whatever a run changes here is to be put on disk. */
export interface Shared {
  readonly outbox: Outbox;
  readonly preferences: StoredPreferences;
  /** Preferences that have a file of their own; what the phone tells of others may be among them after a hello. */
  readonly others: SharedPreferences;
  readonly plan: StoredPlan;
  readonly ledger: KnownLedger;
  /** What the watch knows of locks. */
  readonly said: readonly Said[];
}

/**
 * How a run ends. `done`: the phone has all that it would take. `newLedger`: the same, of a phone that had lost what it had, or
 * another phone. `phoneNotReachable`: no connection, or no answer in
 * time; `appNotRunning`: the phone is there, Legato's part in the Zepp app is not; `olderPhone` and `newerPhone`:
 * watch or phone has to be updated; `planUnusable`: the phone has all, and a plan that the watch cannot use, so that it
 * keeps its own; `phoneStorage`: the phone could not store some records, which stay;
 * `notUnderstood`: the phone could not read what it was asked; `phoneFailed`: the phone failed, or answered with
 * something that no phone should; `watchStorage`: all was said, and the watch could not put on disk what was agreed, so
 * that it will ask for it again; `watchUnreadable`: the phone has what the watch can read, which is not all.
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
export const LINK_FAILURES = ['timeout', 'disconnected', 'appNotRunning'] as const;
export type LinkFailure = (typeof LINK_FAILURES)[number];

/** An answer is waited for this long; ZML alone waits 60 s, at times for ever. */
export const ANSWER_DEADLINE: Millis = 8 * SECOND;

/** Who the watch is, and the first request's number: one that was not used lately, such as the time. */
export interface Caller {
  readonly watch: string;
  readonly name: string;
  readonly firstNumber: number;
  /** Whether the watch could read all the records that it has. */
  readonly whole: boolean;
  /** What a check has shown of the watch. */
  readonly checked?: Checked | undefined;
}

/**
 * One run of talks with the phone. While it is `asking`, `message` is to be sent, and then `answered` or `failed` to
 * be called, once. A run ends by itself: each request is sent at most `PATIENCE` times, and each answer leaves less
 * to do.
 */
export type Sync =
  | {
      readonly phase: 'asking';
      readonly message: RequestMessage;
      /** How often in a row there was no answer. */
      readonly failures: number;
      readonly todo: Todo;
      /** Requests sent in this run, this one counted. */
      readonly requests: number;
    }
  | { readonly phase: 'ended'; readonly outcome: SyncOutcome; readonly requests: number };

/** Begins a run with a hello. */
export function startSync(caller: Caller, shared: Shared): Sync {
  const { watch, name, firstNumber, whole, checked } = caller;
  const waiting = waitingCount(shared.outbox);
  const preferences = makeShared(allOf(shared));
  const planRevision = shared.plan.revision;
  const ledger = shared.ledger.id;
  const told = { name, waiting, whole, planRevision, ...(checked ? { checked } : {}), ledger };
  const care = shared.said.length > 0 ? { care: latestSaid(shared.said) } : {};
  const request: Request = { method: 'hello', watch, ...told, ...care, ...preferences };
  const message = makeRequest(firstNumber, request);
  return { phase: 'asking', message, failures: 0, todo: UNKNOWN, requests: 1 };
}

/** What an event makes of a run and of what the watch has. Parts of `shared` that do not change stay the same. */
export interface Step {
  readonly sync: Sync;
  readonly shared: Shared;
}

/**
 * Takes what came as an answer to a request of this run. An answer to any other request is ignored: the run goes on
 * waiting. `shared` is what the watch has now; it may have got more records since the run began.
 */
export function answered(sync: Sync, shared: Shared, input: unknown): Step {
  if (sync.phase === 'ended') return { sync, shared };
  const answer = parseAnswer(sync.message.n, sync.message, input);
  if (answer.ok) return actOn(sync, shared, answer.value);
  return { sync: answer.error === 'otherRequest' ? sync : end(sync, failureOf(answer.error)), shared };
}

/** Takes the word that request `number` had no answer: asks again or ends the run. */
export function failed(sync: Sync, number: number, failure: LinkFailure): Sync {
  if (sync.phase === 'ended' || sync.message.n !== number) return sync;
  const failures = sync.failures + 1;
  const patience = sync.todo.heard ? PATIENCE.heard : PATIENCE.unheard;
  if (failure !== 'disconnected' && failures < patience) return { ...ask(sync, sync.message), failures };
  return end(sync, failure === 'appNotRunning' ? 'appNotRunning' : 'phoneNotReachable');
}

/**
 * How often a request is sent: at first a person waits to hear that the phone is away; once the phone has answered
 * the link is there and a lost packet is worth another try.
 */
export const PATIENCE = { unheard: 2, heard: 4 } as const;

type Asking = Extract<Sync, { readonly phase: 'asking' }>;

/** How far a run has come. */
interface Todo {
  readonly heard: boolean;
  /** How many of the waiting records, the first ones, were offered in this run and could not be stored. */
  readonly notStored: number;
  readonly plan: 'fetch' | 'give' | 'settled' | 'unusable';
  /** Whether the phone's ledger is another than the one that gave the receipts until now. */
  readonly isNewLedger: boolean;
  /**
   * What the phone had of the preferences when it answered the hello: it lacks what it could not store and what was
   * changed since. Undefined once that was sent.
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

function actOn(sync: Asking, shared: Shared, answer: ReceivedAnswer): Step {
  switch (answer.method) {
    case 'hello': {
      const { preferences: theirs, ledger, care } = answer;
      const isNewLedger = shared.ledger.id !== '' && isOther(ledger, shared.ledger);
      // A phone that answers may have been updated since it refused a record.
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
 * Whether a ledger is not known to be the one that gave the receipts until now, so that it is offered all that there is; what
 * it has already does no harm. One that tells no name never is.
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

/** A phone that has no plan and tells of its ledger keeps the one that it is given. */
function planTodo({ planRevision, ledger }: Hello, own: number): Todo['plan'] {
  if (planRevision === own) return 'settled';
  if (planRevision > 0) return 'fetch';
  return ledger ? 'give' : 'settled';
}

type Hello = Extract<ReceivedAnswer, { readonly method: 'hello' }>;

/** Those that could not be stored stay first of all that wait, and are not offered again in this run. */
function bookReceipts(sync: Asking, shared: Shared, { verdicts, missing, notStored }: Receipts): Step {
  const settled = { ...shared, outbox: settle(shared.outbox, verdicts) };
  if (missing > 0 && !notStored) return { sync: end(sync, 'phoneFailed'), shared: settled };
  return goOn(sync, { ...sync.todo, notStored: sync.todo.notStored + missing }, settled);
}

type Receipts = Extract<ReceivedAnswer, { readonly method: 'sessions.put' }>;

function goOn(sync: Asking, todo: Todo, shared: Shared): Step {
  const request = nextRequest(sync.message.watch, todo, shared);
  return {
    sync: request ? { ...ask(sync, request), todo, failures: 0 } : end(sync, outcomeOf(todo, shared.outbox)),
    shared,
  };
}

/** All preferences; those that the watch goes by count as it has them. */
function allOf({ preferences, others }: Pick<Shared, 'preferences' | 'others'>): SharedPreferences {
  return { ...others, ...sharedOf(preferences) };
}

/** Records go first: they are what must not be lost. */
function nextRequest(watch: string, todo: Todo, shared: Shared): Request | undefined {
  const { outbox, plan } = shared;
  const records = cutBatch(waitingRecords(outbox).slice(todo.notStored));
  if (records.length > 0) {
    return { method: 'sessions.put', watch, records, left: waitingCount(outbox) - records.length };
  }
  if (todo.plan === 'fetch') return { method: 'plan.get', watch };
  const mine = allOf(shared);
  // Where records found no room, preferences find none either; the next hello brings them.
  const isNews = todo.plan === 'give' || (todo.theirs && hasNews(mine, todo.theirs));
  return todo.notStored === 0 && isNews
    ? { method: 'prefs.put', watch, ...makeShared(mine), ...(todo.plan === 'give' ? { plan } : {}) }
    : undefined;
}

function outcomeOf({ notStored, plan, isNewLedger }: Todo, outbox: Outbox): SyncOutcome {
  if (notStored > 0) return 'phoneStorage';
  // What waits and was not read was not offered.
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
    // A method that the phone does not know is newer than the phone.
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
