import type { Said } from '../care/statement';
import type { RecordProblem } from '../record/packed-record';
import type { PlanShape } from '../plan/plan';
import type { PreferenceFields } from './shared-preferences';
import { MESSAGE_VERSION } from './envelope';

/**
 * Why the phone refuses a request. `notARequest`: not in the form of a message. `badRequest`: a known method with
 * invalid content. `otherVersion`: the peer is older or newer; `v` of the answer says which. `phoneFailed`: something
 * went wrong on the phone; ask again later.
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

/** The phone's answers: one shape for each method, and one for all refusals. */
export type Answer =
  /** The preferences are those the phone has now, including what it could take from the watch. */
  | ({
      readonly method: 'hello';
      /** 0 when the phone has no plan. */
      readonly planRevision: number;
      /** The name of the phone's ledger, for a watch that asks for it; absent if it could not be stored. */
      readonly ledger?: string;
      /** Which sessions of this watch were deleted from the ledger (see `KnownLedger`). */
      readonly deleted?: readonly string[];
      /** Statements that the watch needs to know and did not send; absent if there are none. */
      readonly care?: readonly Said[];
    } & PreferenceFields)
  | {
      readonly method: 'sessions.put';
      /** The receipts: ids of the records in the batch that are in the ledger, or that the person deleted from it. */
      readonly receipts: readonly string[];
      /** Records that will never be taken, by their index in the batch. */
      readonly refused: readonly RefusedRecord[];
      /** Whether the phone could not store some records, which then have neither receipt nor refusal. */
      readonly notStored: boolean;
    }
  | {
      readonly method: 'plan.get';
      readonly revision: number;
      /** A plan, to be validated by `parsePlan`; null when the phone has none. */
      readonly plan: PlanShape | null;
    }
  | { readonly method: 'prefs.put' }
  | { readonly method: 'refused'; readonly code: Refusal };

export interface RefusedRecord {
  readonly at: number;
  readonly code: RecordProblem;
}

/** An answer as it is sent over the link. */
export type AnswerMessage = { readonly v: number; readonly n: number } & Answer;

/** Creates the message that answers request `number`. */
export function makeAnswer(number: number, answer: Answer): AnswerMessage {
  return { v: MESSAGE_VERSION, n: number, ...answer };
}
