import type { Leg } from '../body';
import type { Day } from '../calendar/day';

/** The signs of which one a day is asked, of the leg in hand. They are of docs/care.md, "Stop signs". */
export const SIGNS = ['warmer', 'thicker', 'colour', 'throbs', 'vein', 'sore'] as const;
export type Sign = (typeof SIGNS)[number];

/** The sign that is asked of a leg on a day: never the one of the day before, and never the one of the other leg. */
export function signOfDay(day: Day, leg: Leg): Sign {
  const place = day + (leg === 'left' ? 0 : SIGNS.length / 2);
  return SIGNS[((place % SIGNS.length) + SIGNS.length) % SIGNS.length] ?? SIGNS[0];
}
