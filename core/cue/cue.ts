import type { Leg, Zone } from '../body';
import { zoneNumber } from '../body';

/** What the watch can say by touch. */
export const CUE_KINDS = ['begin', 'moveUp', 'lightTouch', 'switchLeg', 'finish'] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/**
 * One thing the watch says by touch. `begin` opens the first zone of a leg, `moveUp` the next one; `lightTouch`
 * comes within a zone; `switchLeg` names the leg to go to; `finish` is the end.
 */
export type Cue =
  | { readonly kind: 'begin' | 'moveUp' | 'lightTouch'; readonly leg: Leg; readonly zone: Zone }
  | { readonly kind: 'switchLeg'; readonly leg: Leg }
  | { readonly kind: 'finish' };

/** What the skin feels: a zone is felt by its number, whichever cue opens it. */
export type Signal = 1 | 2 | 3 | 4 | 5 | 'lightTouch' | 'switchLeg' | 'finish';

export const SIGNALS = [1, 2, 3, 4, 5, 'lightTouch', 'switchLeg', 'finish'] as const;

export function signalOf(cue: Cue): Signal {
  switch (cue.kind) {
    case 'begin':
    case 'moveUp':
      return zoneNumber(cue.zone) as Signal;
    case 'lightTouch':
    case 'switchLeg':
    case 'finish':
      return cue.kind;
  }
}
