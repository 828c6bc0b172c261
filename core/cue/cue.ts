import type { Leg, Zone, ZoneNumber } from '../body';
import { ZONES, zoneNumber } from '../body';

/** The cues the watch can give by touch. */
const CUE_KINDS = ['begin', 'moveUp', 'lightTouch', 'switchLeg', 'finish'] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/**
 * One cue. `begin` opens the first zone of a leg, `moveUp` the next one; `lightTouch` comes within a zone; `switchLeg`
 * names the leg to go to; `finish` is the end.
 */
export type Cue =
  | { readonly kind: 'begin' | 'moveUp' | 'lightTouch'; readonly leg: Leg; readonly zone: Zone }
  | { readonly kind: 'switchLeg'; readonly leg: Leg }
  | { readonly kind: 'finish' };

const OTHER_SIGNALS = ['lightTouch', 'switchLeg', 'finish'] as const;

/** What is felt of a cue. A zone is felt as its number, whichever cue opens it. */
export type Signal = ZoneNumber | (typeof OTHER_SIGNALS)[number];

export const SIGNALS: readonly Signal[] = [...ZONES.map(zoneNumber), ...OTHER_SIGNALS];

/**
 * What a carrier plays that has too little time for a zone's number: touch more lightly, move up to the next zone, this
 * leg is done. The end of the last leg also counts as a leg that is done.
 */
export const BRIEF_SIGNALS = ['lightTouch', 'moveUp', 'legDone'] as const;
export type BriefSignal = (typeof BRIEF_SIGNALS)[number];

/** Every signal that can be felt. */
export type FeltSignal = Signal | BriefSignal;

/**
 * How a service brings a cue. `full`: all signals. `brief`: only what surely fits into its lifetime. `busy`: the same
 * as `brief`, but the service does not end before its pattern does. `notification`: one buzz that says to look at the
 * watch.
 */
export const SERVICE_FORMS = ['full', 'brief', 'busy', 'notification'] as const;
export type ServiceForm = (typeof SERVICE_FORMS)[number];

/** How an alarm brings a cue: by a service in one of these forms, or by opening the page. */
export type AlarmForm = ServiceForm | 'page';

/** Whether all signals are used, or only the three that a service surely has time for. */
export type Language = 'full' | 'brief';

export function signalOf(cue: Cue): Signal {
  switch (cue.kind) {
    case 'begin':
    case 'moveUp':
      return zoneNumber(cue.zone);
    case 'lightTouch':
    case 'switchLeg':
    case 'finish':
      return cue.kind;
  }
}

/** The brief signal that stands for a signal. */
export function briefOf(signal: FeltSignal): BriefSignal {
  switch (signal) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 'moveUp':
      return 'moveUp';
    case 'switchLeg':
    case 'finish':
    case 'legDone':
      return 'legDone';
    case 'lightTouch':
      return 'lightTouch';
  }
}
