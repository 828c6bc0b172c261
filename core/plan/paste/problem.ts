import type { PlanProblem } from '../problem';
import type { Where } from '../where';

/** What has to stand where something else does. */
export type Wanted =
  | 'name'
  | 'colon'
  | 'value'
  | 'nextInObject'
  | 'nextInList'
  | 'closingQuote'
  /** In a plan that is written in words. */
  | 'part'
  | 'zone'
  | 'time'
  | 'order';

/** Where something stands in a text; both are counted from 1, the sign as a reader counts them. */
export interface TextPlace {
  readonly line: number;
  readonly sign: number;
}

/** What keeps a text from being read. `found` is the sign or word that stands there. */
export type SyntaxProblem =
  | ({ readonly code: 'unexpected'; readonly wanted: Wanted; readonly found: string } & TextPlace)
  | ({ readonly code: 'cutOff' } & TextPlace)
  | ({ readonly code: 'keyTwice'; readonly name: string } & TextPlace)
  | ({ readonly code: 'tooDeep' } & TextPlace);

/** A problem of a plan that was read from a text: whose leg and zone it is about, and in which line it stands. */
export interface PlacedProblem extends PlanProblem {
  readonly where: Where;
  /** Absent where the text has one line only, or lacks what is missed. */
  readonly line?: number;
}

/**
 * What is wrong with a text that should be a plan. `noPlan`: there is none in it; `otherFile`: it holds something else, with
 * these `names`; `twoPlans`: another begins in this line; `notReadable`: what is stored as the plan is not.
 */
export type PlanTextProblem =
  | PlacedProblem
  | SyntaxProblem
  | { readonly code: 'textTooLong' | 'noPlan' | 'notReadable' }
  | { readonly code: 'otherFile'; readonly names: readonly string[] }
  | { readonly code: 'twoPlans'; readonly line: number };
