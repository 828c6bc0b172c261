import type { Said } from '../care/statement';
import type { RecordProblem } from '../record/packed-record';
import type { PlanShape } from '../plan/plan';
import type { PreferenceFields } from './shared-preferences';
import { MESSAGE_VERSION } from './envelope';

/**
 * Why the phone does not do what it is asked. `notARequest`: not in the form of a message; `badRequest`: a known
 * method with something else than it needs; `otherVersion`: the peer is older or newer, `v` of the answer says
 * which; `phoneFailed`: something on the phone went wrong, ask again later.
 */
export const REFUSALS = [
  'notARequest',
  'otherVersion',
  'unknownMethod',
  'badRequest',
  'tooLarge',
  'phoneFailed',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What the phone answers: one shape for each method, and one for all that it refuses. */
export type Answer =
  /** The preferences are what the phone has now, with what it could take of the watch's. */
  | ({
      readonly method: 'hello';
      /** 0 when the phone has no plan. */
      readonly planRevision: number;
      /** The name of the phone's ledger, for a watch that asks for it; absent where it could not be stored. */
      readonly ledger?: string;
      /** Which sessions of the watch were deleted from it (`KnownLedger`). */
      readonly deleted?: readonly string[];
      /** What the watch has to know of locks and did not tell; absent where that is nothing. */
      readonly care?: readonly Said[];
    } & PreferenceFields)
  | {
      readonly method: 'sessions.put';
      /** The receipts: ids of records of the batch that are in the ledger, or were deleted from it by the person. */
      readonly receipts: readonly string[];
      /** Records that will never be taken, by their place in the batch. */
      readonly refused: readonly RefusedRecord[];
      /** Whether the phone could not store some records: those have neither receipt nor refusal. */
      readonly notStored: boolean;
    }
  | {
      readonly method: 'plan.get';
      readonly revision: number;
      /** A plan for `parsePlan`, which has the last word; null when the phone has none. */
      readonly plan: PlanShape | null;
    }
  | { readonly method: 'prefs.put' }
  | { readonly method: 'refused'; readonly code: Refusal };

export interface RefusedRecord {
  readonly at: number;
  readonly code: RecordProblem;
}

/** An answer as it goes over the link. */
export type AnswerMessage = { readonly v: number; readonly n: number } & Answer;

/** The message of an answer to request `number`. */
export function makeAnswer(number: number, answer: Answer): AnswerMessage {
  return { v: MESSAGE_VERSION, n: number, ...answer };
}
