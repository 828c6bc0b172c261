import { isFields, isWhole, parseJson } from '../json';
import type { Instant } from '../time';
import { isInstant } from '../time';

/**
 * A trial of the alarms of this watch: what was set, which rang, and how many were felt. `guard` is an alarm far beyond
 * the end: as long as it is there, an alarm that is gone has rung. 0 when the watch took none, and then no other.
 */
export type Check =
  | {
      readonly phase: 'running';
      readonly startedAt: Instant;
      readonly guard: number;
      readonly alarms: readonly number[];
    }
  | {
      readonly phase: 'done';
      readonly startedAt: Instant;
      readonly armed: number;
      readonly rang: number;
      readonly felt: number;
      readonly model: string;
      readonly osVersion: string;
    };

export function makeCheckFile(check: Check): string {
  return JSON.stringify(check);
}

/** Nothing when the text is not a check: it is done again in a minute. */
export function parseCheckFile(text: string): Check | undefined {
  const fields = parseJson(text);
  if (!isFields(fields)) return undefined;
  const { phase, startedAt, guard, alarms, armed, rang, felt, model, osVersion } = fields;
  if (!isInstant(startedAt)) return undefined;
  if (phase === 'running') {
    const known = Array.isArray(alarms) && (alarms as readonly unknown[]).every((id) => isWhole(id));
    return known && isWhole(guard)
      ? { phase, startedAt, guard, alarms: alarms as readonly number[] }
      : undefined;
  }
  const counted = isWhole(armed) && isWhole(rang) && isWhole(felt);
  if (phase !== 'done' || !counted || typeof model !== 'string' || typeof osVersion !== 'string')
    return undefined;
  return { phase, startedAt, armed, rang, felt, model, osVersion };
}
