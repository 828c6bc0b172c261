import { isFields, isWhole, parseJson } from '../core/json';
import { parsePlan } from '../core/plan/parse-plan';
import type { Plan } from '../core/plan/plan';
import type { Result } from '../core/result';
import { err } from '../core/result';
import type { Instant } from '../core/time';
import { PLAN_KEY, REFUSED_PLAN_KEY } from './keys';
import type { Storage } from './storage';
import { readText, writeText } from './storage';

/**
 * The plan on the phone. Its revision grows with every change and is never used again, not even after the app was
 * installed anew: it is the time of the change in ms. `damaged` is what somebody else has left at its place.
 */
export type StoredPlan =
  | { readonly state: 'none' }
  | { readonly state: 'ready'; readonly revision: number; readonly plan: Plan }
  | { readonly state: 'damaged'; readonly sentences: readonly string[] };

/** Reads the plan. Writes nothing. */
export function readPlan(storage: Storage): StoredPlan {
  const text = readText(storage, PLAN_KEY);
  if (text === undefined) return { state: 'none' };
  const file = parseJson(text);
  if (!isFields(file) || !isWhole(file['revision'], 1))
    return { state: 'damaged', sentences: [NOT_READABLE] };
  const plan = parsePlan(file['plan']);
  if (!plan.ok) return { state: 'damaged', sentences: plan.error.map(({ sentence }) => sentence) };
  return { state: 'ready', revision: file['revision'], plan: plan.value };
}

/** Why a text did not become the plan: the sentences to show, or the storage. */
export type PlanRefusal =
  { readonly code: 'notAPlan'; readonly sentences: readonly string[] } | { readonly code: 'notStored' };

/**
 * Makes a text the plan, which the watch fetches at its next hello. A text that is no plan leaves the plan as it is
 * and is kept beside it, with its sentences, until one is.
 */
export function putPlan(storage: Storage, text: string, now: Instant): Result<Plan, PlanRefusal> {
  const plan = readPlanText(text);
  if (!plan.ok) {
    const kept = writeText(storage, REFUSED_PLAN_KEY, text.slice(0, TEXT_LIMIT));
    return err(kept.ok ? { code: 'notAPlan', sentences: plan.error } : { code: 'notStored' });
  }
  const before = readPlan(storage);
  const revision = before.state === 'ready' ? Math.max(now, before.revision + 1) : now;
  const stored = writeText(storage, PLAN_KEY, JSON.stringify({ revision, plan: plan.value }));
  if (!stored.ok) return err({ code: 'notStored' });
  storage.removeItem(REFUSED_PLAN_KEY);
  return plan;
}

/** What is wrong with the last text that was no plan; nothing when there is none. Writes nothing. */
export function readPlanRefusal(storage: Storage): readonly string[] {
  const text = readText(storage, REFUSED_PLAN_KEY);
  const plan = text === undefined ? undefined : readPlanText(text);
  return plan && !plan.ok ? plan.error : [];
}

const NOT_READABLE = 'The plan could not be read: paste it again.';

/** A plan takes under 700 characters; a longer text than this is something else. */
const TEXT_LIMIT = 4000;

/** Of a text with very many mistakes the first few are told. */
const SENTENCE_LIMIT = 12;

function readPlanText(text: string): Result<Plan, readonly string[]> {
  if (text.length > TEXT_LIMIT)
    return err([`The text is longer than a plan (${TEXT_LIMIT} characters at most).`]);
  const input = parseJson(text);
  if (input === undefined) return err(['The text is not JSON: check brackets, quotes and commas.']);
  const plan = parsePlan(input);
  return plan.ok ? plan : err(plan.error.slice(0, SENTENCE_LIMIT).map(({ sentence }) => sentence));
}
