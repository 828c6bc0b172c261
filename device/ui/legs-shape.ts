import type { Zone } from '../../core/body';

/** The size of the drawing of both legs, in design units. */
export const LEGS_SIZE = { w: 102, h: 218 } as const;

/** The middle of the left leg from the left, as a fraction of the drawing's width. */
export const LEG_MIDDLE = 0.265;

/** Where each zone begins and ends, as fractions of the drawing's height from its top; the foot is below the ankle. */
export const ZONE_BANDS: Readonly<Record<Zone, { readonly top: number; readonly bottom: number }>> = {
  upperThigh: { top: 0, bottom: 0.24 },
  lowerThigh: { top: 0.24, bottom: 0.44 },
  knee: { top: 0.44, bottom: 0.575 },
  calf: { top: 0.575, bottom: 0.795 },
  ankle: { top: 0.795, bottom: 0.93 },
};

/** The size of the arrow from one leg to the other. */
export const ARROW_SIZE = { w: 96, h: 52 } as const;

/** The sizes of the cross over a locked leg and of the line for a vein to go around. */
export const CROSS_SIZE = { w: 46, h: 150 } as const;
export const VEIN_SIZE = { w: 18, h: 30 } as const;

/** The size of the picture of a seated person with a leg on a pillow, which leaves room for the clock. */
export const SEAT_SIZE = { round: { w: 208, h: 118 }, square: { w: 157, h: 89 } } as const;
