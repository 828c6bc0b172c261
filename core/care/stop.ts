import type { Leg } from '../body';
import { LEGS } from '../body';

/** What can be wrong when a person stops, gravest first. */
export const STOP_KINDS = ['breath', 'bleeding', 'swelling', 'warmth', 'pain', 'other'] as const;
export type StopKind = (typeof STOP_KINDS)[number];

/** Whether it calls for help at once. */
export function isEmergency(kind: StopKind): boolean {
  return kind === 'breath' || kind === 'bleeding';
}

/**
 * The legs to lock when `kind` was said about `leg`; both if no leg was named. Breathlessness locks both, since it can
 * come from a clot in either leg. A kind that is not one of the stop signs locks nothing.
 */
export function legsLockedBy(kind: StopKind, leg: Leg | undefined): readonly Leg[] {
  if (kind === 'other') return [];
  return kind === 'breath' || leg === undefined ? LEGS : [leg];
}
