/** What can be felt at the wrist. Every signal of Legato must stay within these limits, whichever carrier plays it. */
import { patternLength } from './pattern';
import type { Pattern } from './pattern';
import type { Millis } from '../time';

/**
 * The shortest pulse. Vibration is felt from about 30 ms (Scientific Reports 2025;15:5057), and a small motor needs
 * some tens of ms more to come up to speed.
 */
export const LEAST_PULSE: Millis = 80;

/**
 * The least time from one pulse to the next at which pulses are counted, that is, four a second. In faster trains
 * people count too few (Philippi, van Erp & Werkhoven 2008, Brain Research 1242:116).
 */
export const LEAST_BEAT: Millis = 250;

/** The ratio between two lengths above which they feel different. */
export const LENGTH_RATIO = 1.5;

/** Whether two patterns can be told apart by touch, by the number of pulses or by their length. */
export function areToldApart(a: Pattern, b: Pattern): boolean {
  const isByCount = a.length !== b.length && isCountable(a) && isCountable(b);
  const [short, long] = [patternLength(a), patternLength(b)].sort((one, other) => one - other);
  return isByCount || Number(long) >= LENGTH_RATIO * Number(short);
}

/** Whether the pulses of a pattern are slow enough to be counted. */
export function isCountable(pattern: Pattern): boolean {
  return pattern.every((ms, place) => {
    const rest = pattern[place + 1];
    return place % 2 === 1 || rest === undefined || ms + rest >= LEAST_BEAT;
  });
}
