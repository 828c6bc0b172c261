import type { LaterRing } from '../alarm/reminder-alarm';
import type { Leg } from '../body';
import type { Fact } from '../fact';

/** The state of a day when a reminder is about to ring. */
export interface DayState {
  /** The legs of the plan. */
  readonly planned: readonly Leg[];
  readonly done: readonly Leg[];
  readonly locked: readonly Leg[];
  /** Whether the person has left this day out. */
  readonly isExcused: boolean;
  /** Whether the reminder is on and set for this day of the week, or has been put off on it. */
  readonly isItsDay: boolean;
  readonly isSessionRunning: boolean;
}

export interface RingState extends DayState {
  readonly isQuietHour: boolean;
  /** Whether the watch is in a quiet mode. */
  readonly isSilenced: Fact;
  /** Repeats left after this ring. */
  readonly repeatsLeft: number;
  /** Whether the person asked for a later moment that has not come yet. */
  readonly isDelayed: boolean;
  /** Whether this is the moment the person has asked for, or a later try for it. */
  readonly isAskedFor: boolean;
  readonly isEvening: boolean;
  /** Whether this reminder looks after the evening. Only one does, so that none is reminded of needlessly. */
  readonly hasEvening: boolean;
}

/** Why a reminder stays silent. */
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

/** The alarm that follows, if any. */
export type Following = LaterRing | undefined;

export type Decision =
  | { readonly act: 'ring'; readonly says: 'moment'; readonly then: Following }
  | { readonly act: 'ring'; readonly says: 'otherLeg'; readonly leg: Leg; readonly then: Following }
  | { readonly act: 'silent'; readonly because: Silence; readonly then: Following };

/**
 * Decides whether a reminder whose time has come rings. It rings only when there is something to do, and never mentions
 * what was missed. With one leg done it leaves the other for the evening, unless the person has asked for this moment; in
 * the evening it says so. The silences are checked in order of precedence: after both legs are done, the reason is that
 * all is done, even in quiet hours.
 */
export function decide(state: RingState): Decision {
  const over = nothingToDo(state);
  if (over) return silent(over);
  const again = state.repeatsLeft > 0 ? 'again' : undefined;
  if (state.isSessionRunning) return silent('session', again);
  if (state.isDelayed) return silent('delayed', 'later');
  const [open] = openLegs(state);
  const other = isBegun(state) ? open : undefined;
  const waits = other !== undefined && !state.isEvening;
  const then = waits ? (state.hasEvening ? 'evening' : undefined) : again;
  if (waits && !state.isAskedFor) return silent('oneLegDone', then);
  if (state.isQuietHour) return silent('quietHours', then);
  if (state.isSilenced === 'yes') return silent('silenced', 'look');
  return other ? { act: 'ring', says: 'otherLeg', leg: other, then } : { act: 'ring', says: 'moment', then };
}

/** Why there is nothing to remind of on this day, whatever happens; undefined if there is. */
export function nothingToDo(state: DayState): Silence | undefined {
  if (!state.isItsDay) return 'notItsDay';
  if (state.isExcused) return 'excused';
  if (state.planned.every((leg) => state.locked.includes(leg))) return 'locked';
  return openLegs(state).length === 0 ? 'done' : undefined;
}

/** The legs that may be massaged and have not been yet. */
export function openLegs({ planned, done, locked }: DayState): readonly Leg[] {
  return planned.filter((leg) => !locked.includes(leg) && !done.includes(leg));
}

/** Whether one of two legs is done, so that the other is still to come. */
export function isBegun({ planned, done }: Pick<DayState, 'planned' | 'done'>): boolean {
  return planned.some((leg) => done.includes(leg));
}

function silent(because: Silence, then?: Following): Decision {
  return { act: 'silent', because, then };
}
