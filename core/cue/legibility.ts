/** What a wrist can read. Every signal of Legato keeps to it, whoever brings it. */
import { patternLength } from './pattern';
import type { Pattern } from './pattern';
import type { Millis } from '../time';

/**
 * The shortest pulse. About 30 ms are the least that is felt as a vibration (Scientific Reports 2025;15:5057), and a small
 * motor needs some tens of ms more to come up to speed.
 */
export const LEAST_PULSE: Millis = 80;

/**
 * The least time from one pulse to the next in which pulses are counted: four a second. In faster trains people count too
 * few (Philippi, van Erp & Werkhoven 2008, Brain Research 1242:116).
 */
export const LEAST_BEAT: Millis = 250;

/** By how many times one length has to exceed another to be felt as another. */
export const LENGTH_RATIO = 1.5;

/** Whether two patterns can be told apart by touch: by how many pulses they have, or by how long they are. */
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
