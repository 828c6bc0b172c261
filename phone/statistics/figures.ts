import type { Leg } from '../../core/body';
import type { LegSeconds } from '../history/gist';
import type { DayStatus, LegState } from './days';
import { counts } from './days';

/** The number of days of a leg by state. `planned` is those done and those neither done nor left out for a reason. */
export interface DayCount {
  readonly done: number;
  readonly planned: number;
  readonly withheld: number;
  readonly excused: number;
  /** Planned days with at least `FULL_SHARE` of their length. */
  readonly full: number;
}

/** The share of a day's length from which studies of such exercises count it as followed (docs/decisions/0027). */
const FULL_SHARE = 0.85;

/** The days done and the days planned of one leg. */
export function countDays(days: readonly DayStatus[], leg: Leg): DayCount {
  const legDays = days.map(({ legs }) => legs[leg]);
  const are = (state: LegState): number => legDays.filter((each) => each.state === state).length;
  const planned = legDays.filter(counts);
  return {
    done: are('done'),
    planned: planned.length,
    withheld: are('withheld'),
    excused: are('excused'),
    full: planned.filter(({ planned: length, done }) => done >= length * FULL_SHARE).length,
  };
}

/**
 * The seconds done and the seconds planned on the days that count as planned, of one leg. What was done on other days is
 * not part of the plan: it would hide the planned days that were missed.
 */
export function sumSeconds(days: readonly DayStatus[], leg: Leg): LegSeconds {
  const planned = days.map(({ legs }) => legs[leg]).filter(counts);
  return {
    done: planned.reduce((sum, { done }) => sum + done, 0),
    planned: planned.reduce((sum, each) => sum + each.planned, 0),
  };
}

/** After this many planned days, a day has half its weight. */
const HALF_LIFE = 13;

/**
 * A forgiving habit score from 0 to 1: each planned day contributes its share, the latest with the most weight. It
 * begins at 0; today counts once it is done. `days` must be in order.
 */
export function habitScore(days: readonly DayStatus[], leg: Leg): number {
  const kept = 0.5 ** (1 / HALF_LIFE);
  return days
    .map(({ legs }) => legs[leg])
    .filter((each) => counts(each) && each.state !== 'open')
    .reduce((score, { done, planned }) => score * kept + Math.min(1, done / planned) * (1 - kept), 0);
}
