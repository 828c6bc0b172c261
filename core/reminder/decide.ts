import type { Leg } from '../body';
import type { Fact } from '../fact';

/** What a ring is for: the hour that was set, the same again, a delay that is over, another look after a quiet mode, the other leg. */
export const RING_KINDS = ['first', 'again', 'later', 'look', 'evening'] as const;
export type RingKind = (typeof RING_KINDS)[number];

/** How a day stands when a reminder is about to ring. */
export interface DayState {
  /** The legs of the plan. */
  readonly planned: readonly Leg[];
  readonly done: readonly Leg[];
  readonly locked: readonly Leg[];
  /** The person has said that this day is left out. */
  readonly isExcused: boolean;
  /** The reminder is on, and for this day of the week. */
  readonly isItsDay: boolean;
  readonly isSessionRunning: boolean;
}

export interface RingState extends DayState {
  readonly isQuietHour: boolean;
  /** A mode in which the watch keeps still. */
  readonly isSilenced: Fact;
  /** Rings that are left after this one. */
  readonly repeatsLeft: number;
  /** The person has asked for a later moment, which has not come yet. */
  readonly isDelayed: boolean;
  readonly isEvening: boolean;
  /** Whether this reminder has the evening; one has, so that no two say the same. */
  readonly hasEvening: boolean;
}

/** Why a reminder keeps still. */
export const SILENCES = [
  'notItsDay',
  'excused',
  'locked',
  'done',
  'session',
  'delayed',
  'oneLegDone',
  'quietHours',
  'silenced',
  'early',
  'late',
  'anotherDay',
  'rangAlready',
] as const;
export type Silence = (typeof SILENCES)[number];

/** The one alarm that follows, if any. */
export type Following = Exclude<RingKind, 'first'> | undefined;

export type Decision =
  | { readonly act: 'ring'; readonly says: 'moment'; readonly then: Following }
  | { readonly act: 'ring'; readonly says: 'otherLeg'; readonly leg: Leg; readonly then: undefined }
  | { readonly act: 'silent'; readonly because: Silence; readonly then: Following };

/**
 * Whether a reminder rings whose time has come. It does only when there is something to do, and says nothing of what was not
 * done. What stands first outweighs what comes after it: who has done both legs in quiet hours is told that all is done.
 */
export function decide(state: RingState): Decision {
  const over = nothingToDo(state);
  if (over) return silent(over);
  const again = state.repeatsLeft > 0 ? 'again' : undefined;
  if (state.isSessionRunning) return silent('session', again);
  if (state.isDelayed) return silent('delayed', 'later');
  const [open] = openLegs(state);
  const other = isBegun(state) ? open : undefined;
  if (other && !state.isEvening) return silent('oneLegDone', state.hasEvening ? 'evening' : undefined);
  if (state.isQuietHour) return silent('quietHours', other ? undefined : again);
  if (state.isSilenced === 'yes') return silent('silenced', 'look');
  if (other) return { act: 'ring', says: 'otherLeg', leg: other, then: undefined };
  return { act: 'ring', says: 'moment', then: again };
}

/** Why nothing is left to remind of this day, whatever comes; nothing where there is. */
export function nothingToDo(state: DayState): Silence | undefined {
  if (!state.isItsDay) return 'notItsDay';
  if (state.isExcused) return 'excused';
  if (state.planned.every((leg) => state.locked.includes(leg))) return 'locked';
  return openLegs(state).length === 0 ? 'done' : undefined;
}

/** The legs that may be massaged and were not yet. */
export function openLegs({ planned, done, locked }: DayState): readonly Leg[] {
  return planned.filter((leg) => !locked.includes(leg) && !done.includes(leg));
}

/** Whether one of two legs was done, so that the other one is to come. */
function isBegun({ planned, done }: DayState): boolean {
  return planned.some((leg) => done.includes(leg));
}

function silent(because: Silence, then?: Following): Decision {
  return { act: 'silent', because, then };
}
