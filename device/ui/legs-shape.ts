import type { Zone } from '../../core/body';

/** Size of the drawing of both legs in design units. */
export const LEGS_SIZE = { w: 102, h: 218 } as const;

/** The middle of the left leg, from the left, in parts of the drawing's width. */
export const LEG_MIDDLE = 0.265;

/** Where each zone begins and ends, in parts of the drawing from its top; below the ankle is the foot. */
export const ZONE_BANDS: Readonly<Record<Zone, { readonly top: number; readonly bottom: number }>> = {
  upperThigh: { top: 0, bottom: 0.24 },
  lowerThigh: { top: 0.24, bottom: 0.44 },
  knee: { top: 0.44, bottom: 0.575 },
  calf: { top: 0.575, bottom: 0.795 },
  ankle: { top: 0.795, bottom: 0.93 },
};

/** Size of the arrow from one leg to the other. */
export const ARROW_SIZE = { w: 96, h: 52 } as const;

/** Size of the cross over a leg that is locked, and of the line for a vein to go around. */
export const CROSS_SIZE = { w: 46, h: 150 } as const;
export const VEIN_SIZE = { w: 18, h: 30 } as const;

/** Size of the picture of somebody who sits with a leg on a pillow: the clock stands beside it. */
export const SEAT_SIZE = { round: { w: 208, h: 118 }, square: { w: 157, h: 89 } } as const;
