/**
 * The shape of a leg seen from the front, as its wearer sees it, from the foot up to the upper thigh.
 *
 * Lengths are parts of a drawing 92 wide and 200 high in which the two legs stand side by side; the data describe
 * the left one (0 to 46), the right one is its mirror image.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const DRAWING_WIDTH = 92;
export const DRAWING_HEIGHT = 200;

/** The outline, starting at the top of its outer side; a smooth curve goes through all points. */
export const LEG_OUTLINE: readonly Point[] = [
  { x: 9, y: 1 },
  { x: 4, y: 12 },
  { x: 2.5, y: 28 },
  { x: 3.8, y: 50 },
  { x: 8, y: 72 },
  { x: 11.8, y: 90 },
  { x: 12.4, y: 101 },
  { x: 11.2, y: 113 },
  { x: 9.2, y: 127 },
  { x: 10.6, y: 142 },
  { x: 15, y: 160 },
  { x: 17, y: 171 },
  { x: 16.6, y: 180 },
  { x: 13, y: 188 },
  { x: 11, y: 195 },
  { x: 15.5, y: 199 },
  { x: 25, y: 199.4 },
  { x: 32.5, y: 197.5 },
  { x: 33.8, y: 190 },
  { x: 32.8, y: 181 },
  { x: 31.4, y: 171 },
  { x: 32.6, y: 160 },
  { x: 36.6, y: 146 },
  { x: 39.2, y: 131 },
  { x: 38, y: 117 },
  { x: 36.2, y: 106 },
  { x: 36.8, y: 94 },
  { x: 40, y: 76 },
  { x: 42.8, y: 52 },
  { x: 44, y: 30 },
  { x: 43.6, y: 15 },
  { x: 40.5, y: 9 },
  { x: 31, y: 6 },
  { x: 19, y: 2 },
];
