import type { Leg } from '../body';
import { LEGS } from '../body';

/** What may be wrong when a person stops, the gravest first. */
export const STOP_KINDS = ['breath', 'bleeding', 'swelling', 'warmth', 'pain', 'other'] as const;
export type StopKind = (typeof STOP_KINDS)[number];

/**
 * The legs that must not be massaged any more when this was said of `leg`; both where no leg was named. Breathlessness can come of a
 * clot in either leg. What is not one of the stop signs locks nothing.
 */
export function legsLockedBy(kind: StopKind, leg: Leg | undefined): readonly Leg[] {
  if (kind === 'other') return [];
  return kind === 'breath' || leg === undefined ? LEGS : [leg];
}
