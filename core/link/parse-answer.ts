import { MOST_SAID } from '../care/locks';
import type { Said } from '../care/statement';
import { saidIn } from '../care/statement';
import type { Fields } from '../json';
import { isFields, isWhole } from '../json';
import type { RecordVerdict } from '../record/outbox';
import type { PackedRecord, RecordProblem } from '../record/packed-record';
import { idOf, RECORD_PROBLEMS } from '../record/packed-record';
import { parsePlan } from '../plan/parse-plan';
import type { Plan } from '../plan/plan';
import { PLAN_TEXT_LIMIT } from '../plan/plan';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { KnownLedger } from './ledger-file';
import { deletionsIn } from './ledger-file';
import type { SharedPreferences } from './shared-preferences';
import { parseShared } from './shared-preferences';
import type { Answer, Refusal } from './answer';
import { REFUSALS } from './answer';
import { isId, MESSAGE_VERSION, parseEnvelope } from './envelope';
import type { Request } from './request';

/** An answer that has arrived and matches its request. */
export type ReceivedAnswer =
  | {
      readonly method: 'hello';
      readonly planRevision: number;
      readonly preferences: SharedPreferences;
      /** The ledger that answers; undefined if the phone does not tell. */
      readonly ledger: KnownLedger | undefined;
      readonly care: readonly Said[];
    }
  | Extract<Answer, { readonly method: 'prefs.put' }>
  | {
      readonly method: 'sessions.put';
      /** The phone's verdicts, only on records that were sent. */
      readonly verdicts: readonly RecordVerdict[];
      /** The number of sent records without a verdict. */
      readonly missing: number;
      readonly notStored: boolean;
    }
  /** The plan is `refused` if `parsePlan` rejects it. */
  | { readonly method: 'plan.get'; readonly revision: number; readonly plan: Plan | 'none' | 'refused' };

/**
 * Why an answer cannot be used. `otherRequest`: it answers an older request and came late. `olderPhone`, `newerPhone`:
 * the phone speaks another version. `notAnAnswer`: not in the form of an answer to this request.
 */
export type AnswerProblem = 'otherRequest' | 'olderPhone' | 'newerPhone' | 'notAnAnswer' | Refusal;

/** A phone that could not read a request's number refuses it under this one, which no request has. */
const UNREAD = 0;

/** Parses what arrived as an answer to `request`. Never throws, whatever `input` is. */
export function parseAnswer(
  number: number,
  request: Request,
  input: unknown,
): Result<ReceivedAnswer, AnswerProblem> {
  const envelope = parseEnvelope(input);
  if (!envelope || !isFields(input)) return err('notAnAnswer');
  const isRefused = input['method'] === 'refused';
  if (envelope.number !== number && !(isRefused && envelope.number === UNREAD)) return err('otherRequest');
  if (envelope.version !== MESSAGE_VERSION) {
    return err(envelope.version > MESSAGE_VERSION ? 'newerPhone' : 'olderPhone');
  }
  if (isRefused) {
    return err(REFUSALS.find((code) => code === input['code']) ?? 'notAnAnswer');
  }
  const answer = input['method'] === request.method ? readAnswer(request, input) : undefined;
  return answer ? ok(answer) : err('notAnAnswer');
}

function readAnswer(request: Request, fields: Fields): ReceivedAnswer | undefined {
  switch (request.method) {
    case 'hello': {
      const { planRevision } = fields;
      const preferences = parseShared(fields);
      const care = saidIn(fields['care'], MOST_SAID);
      if (!isWhole(planRevision) || !preferences) return undefined;
      return { method: 'hello', planRevision, preferences, ledger: ledgerIn(fields), care };
    }
    case 'sessions.put':
      return readReceipts(fields, request.records);
    case 'plan.get': {
      const { revision, plan } = fields;
      return isWhole(revision) ? { method: 'plan.get', revision, plan: readPlan(plan) } : undefined;
    }
    case 'prefs.put':
      return { method: 'prefs.put' };
  }
}

/** The ledger named in the answer to a hello. */
export function ledgerIn({ ledger, deleted }: Fields): KnownLedger | undefined {
  return isId(ledger) ? { id: ledger, deleted: deletionsIn(deleted) } : undefined;
}

function readReceipts(fields: Fields, sent: readonly PackedRecord[]): ReceivedAnswer | undefined {
  const { receipts, refused, notStored } = fields;
  if (!isListOf(receipts, sent.length, isId) || typeof notStored !== 'boolean') return undefined;
  if (!isListOf(refused, sent.length, (item) => isRefusal(item, sent.length))) return undefined;
  const verdicts = sent.map(idOf).reduce<readonly RecordVerdict[]>((all, id, place) => {
    if (receipts.includes(id)) return all.concat({ id, state: 'acknowledged' });
    const refusal = (refused as readonly Refused[]).find(({ at }) => at === place);
    return refusal ? all.concat({ id, state: problemOf(refusal.code) }) : all;
  }, []);
  return { method: 'sessions.put', verdicts, missing: sent.length - verdicts.length, notStored };
}

function isListOf(
  value: unknown,
  most: number,
  isItem: (item: unknown) => boolean,
): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= most && value.every(isItem);
}

interface Refused {
  readonly at: number;
  readonly code: string;
}

function isRefusal(item: unknown, sent: number): item is Refused {
  if (!isFields(item)) return false;
  const { at, code } = item;
  return isWhole(at) && at < sent && typeof code === 'string';
}

/** An unknown reason from a later phone still counts as a refusal, and the record is offered again in the next exchange. */
function problemOf(code: string): RecordProblem {
  return RECORD_PROBLEMS.find((known) => known === code) ?? 'recordInvalid';
}

function readPlan(input: unknown): Plan | 'none' | 'refused' {
  if (input === null) return 'none';
  if (!isFields(input) || JSON.stringify(input).length > PLAN_TEXT_LIMIT) return 'refused';
  const plan = parsePlan(input);
  return plan.ok ? plan.value : 'refused';
}
