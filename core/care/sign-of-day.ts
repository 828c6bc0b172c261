import type { Leg } from '../body';
import type { Day } from '../calendar/day';

/** The signs, one of which is asked each day about the leg in hand. They come from docs/care.md, "Stop signs". */
export const SIGNS = ['warmer', 'thicker', 'colour', 'throbs', 'vein', 'sore'] as const;
export type Sign = (typeof SIGNS)[number];

/**
 * The sign to ask about for a leg on a day: never the same as the day before, and never the same as for the other leg.
 */
export function signOfDay(day: Day, leg: Leg): Sign {
  const place = day + (leg === 'left' ? 0 : SIGNS.length / 2);
  return SIGNS[((place % SIGNS.length) + SIGNS.length) % SIGNS.length] ?? SIGNS[0];
}
