import type { Fields } from '../json';
import { isFields, isWhole } from '../json';
import { RECORD_PROBLEMS } from '../packed-record';
import { parsePlan } from '../plan/parse-plan';
import type { Plan } from '../plan/plan';
import type { Result } from '../result';
import { err, ok } from '../result';
import { parseStamped } from '../stamped';
import type { Answer, Refusal, RefusedRecord } from './answer';
import { REFUSALS } from './answer';
import { isId, MESSAGE_VERSION, parseEnvelope } from './envelope';
import type { Request } from './request';

/** An answer that has arrived: its plan is parsed, or `refused` for the reasons that `parsePlan` gives. */
export type ReceivedAnswer =
  | Exclude<Answer, { readonly method: 'plan.get' | 'refused' }>
  | { readonly method: 'plan.get'; readonly revision: number; readonly plan: Plan | 'none' | 'refused' };

/**
 * Why an answer cannot be used. `otherRequest`: it answers an older request and came late; `olderPhone` and
 * `newerPhone`: the phone speaks another version; `notAnAnswer`: not in the form of an answer to this request.
 */
export type AnswerProblem = 'otherRequest' | 'olderPhone' | 'newerPhone' | 'notAnAnswer' | Refusal;

/** The JSON of a plan is no longer than this, in characters; the longest legal one takes under 700. */
const PLAN_LIMIT = 4000;

/** Reads what arrived as an answer to `request`. Never throws, whatever `input` is. */
export function parseAnswer(
  number: number,
  request: Request,
  input: unknown,
): Result<ReceivedAnswer, AnswerProblem> {
  const envelope = parseEnvelope(input);
  if (!envelope || !isFields(input)) return err('notAnAnswer');
  if (envelope.number !== number) return err('otherRequest');
  if (envelope.version !== MESSAGE_VERSION) {
    return err(envelope.version > MESSAGE_VERSION ? 'newerPhone' : 'olderPhone');
  }
  if (input['method'] === 'refused') {
    return err(REFUSALS.find((code) => code === input['code']) ?? 'notAnAnswer');
  }
  const answer = input['method'] === request.method ? readAnswer(request, input) : undefined;
  return answer ? ok(answer) : err('notAnAnswer');
}

function readAnswer(request: Request, fields: Fields): ReceivedAnswer | undefined {
  switch (request.method) {
    case 'hello': {
      const { planRevision } = fields;
      const preferences = parseStamped(fields['preferences']);
      if (!isWhole(planRevision) || !preferences.ok) return undefined;
      return { method: 'hello', planRevision, preferences: preferences.value };
    }
    case 'sessions.put':
      return readReceipts(fields, request.records.length);
    case 'plan.get': {
      const { revision, plan } = fields;
      return isWhole(revision) ? { method: 'plan.get', revision, plan: readPlan(plan) } : undefined;
    }
    case 'prefs.put':
      return { method: 'prefs.put' };
  }
}

function readReceipts(fields: Fields, sent: number): ReceivedAnswer | undefined {
  const { receipts, refused, notStored } = fields;
  const lists = Array.isArray(receipts) && Array.isArray(refused);
  if (!lists || receipts.length > sent || refused.length > sent || typeof notStored !== 'boolean') {
    return undefined;
  }
  const legal = receipts.every(isId) && refused.every((item) => isRefused(item, sent));
  return legal ? { method: 'sessions.put', receipts, refused, notStored } : undefined;
}

function isRefused(item: unknown, sent: number): item is RefusedRecord {
  if (!isFields(item)) return false;
  const { at, code } = item;
  return isWhole(at) && at < sent && RECORD_PROBLEMS.some((known) => known === code);
}

function readPlan(input: unknown): Plan | 'none' | 'refused' {
  if (input === null) return 'none';
  if (!isFields(input) || JSON.stringify(input).length > PLAN_LIMIT) return 'refused';
  const plan = parsePlan(input);
  return plan.ok ? plan.value : 'refused';
}
