import type { PlanProblem } from '../problem';
import type { Where } from '../where';

/** What was expected in place of what was found. */
export type Wanted =
  | 'name'
  | 'colon'
  | 'value'
  | 'nextInObject'
  | 'nextInList'
  | 'closingQuote'
  /** In a plan written in words. */
  | 'part'
  | 'zone'
  | 'time'
  | 'order';

/** A position in a text. Both numbers count from 1; `sign` counts characters as a reader sees them. */
export interface TextPlace {
  readonly line: number;
  readonly sign: number;
}

/** A syntax error. `found` is the character or word at that position. */
export type SyntaxProblem =
  | ({ readonly code: 'unexpected'; readonly wanted: Wanted; readonly found: string } & TextPlace)
  | ({ readonly code: 'cutOff' } & TextPlace)
  | ({ readonly code: 'keyTwice'; readonly name: string } & TextPlace)
  | ({ readonly code: 'tooDeep' } & TextPlace);

/** A problem of a plan that was read from a text, with the leg and zone it concerns and its line. */
export interface PlacedProblem extends PlanProblem {
  readonly where: Where;
  /** Absent if the text has only one line, or if the problem is something missing. */
  readonly line?: number;
}

/**
 * What is wrong with a text that should be a plan. `noPlan`: it contains none. `otherFile`: it contains something else,
 * with these `names`. `twoPlans`: a second plan begins in this line. `notReadable`: the stored plan cannot be read.
 */
export type PlanTextProblem =
  | PlacedProblem
  | SyntaxProblem
  | { readonly code: 'textTooLong' | 'noPlan' | 'notReadable' }
  | { readonly code: 'otherFile'; readonly names: readonly string[] }
  | { readonly code: 'twoPlans'; readonly line: number };
