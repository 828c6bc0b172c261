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
  | 'order'
  /** Nothing that takes back what was said, or leaves it open. */
  | 'plain';

/** A position in a text. Both numbers count from 1; `sign` counts characters as a reader sees them. */
export interface TextPlace {
  readonly line: number;
  readonly sign: number;
}

/** A syntax error. `found` is the character or word at that position, `where` the part of a plan in words. */
export type SyntaxProblem =
  | ({
      readonly code: 'unexpected';
      readonly wanted: Wanted;
      readonly found: string;
      readonly where?: Where;
    } & TextPlace)
  | ({ readonly code: 'cutOff' } & TextPlace)
  | ({ readonly code: 'keyTwice'; readonly name: string; readonly where?: Where } & TextPlace)
  | ({ readonly code: 'tooDeep' } & TextPlace);

/** A problem of a plan that was read from a text, with the leg and zone it concerns and its line. */
export interface PlacedProblem extends PlanProblem {
  readonly where: Where;
  /** Absent if the text has only one line, or if the problem is something missing. */
  readonly line?: number;
  /** In a plan in words. */
  readonly sign?: number;
}

/** A problem with a length of time in a plan in words, which is told as it was written. */
export type TimeProblem =
  | ({
      /** Too long or too short. */
      readonly code: 'wrongTime';
      readonly found: string;
      readonly isInSeconds: boolean;
      readonly where: Where;
      readonly place: string;
    } & TextPlace)
  /** The plan takes these seconds, and the text tells of another length. */
  | ({ readonly code: 'otherTotal'; readonly found: string; readonly seconds: number } & TextPlace)
  | { readonly code: 'tooLongInWords'; readonly seconds: number };

/**
 * What is wrong with a text that should be a plan. `noPlan`: it contains none. `otherFile`: it contains something else,
 * with these `names`. `aBackup`: it is a backup of Legato. `twoPlans`: a second plan begins in this line. `notReadable`:
 * the stored plan cannot be read.
 */
export type PlanTextProblem =
  | PlacedProblem
  | SyntaxProblem
  | TimeProblem
  | { readonly code: 'textTooLong' | 'noPlan' | 'notReadable' | 'aBackup' }
  | { readonly code: 'otherFile'; readonly names: readonly string[] }
  | { readonly code: 'twoPlans'; readonly line: number };
