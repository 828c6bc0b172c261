/**
 * The part of a screen on which things are fully visible: its shape minus a margin of 2 px (Zepp design guide, safe
 * area).
 */
import type { Box, Picture } from './picture';

type Screen = Pick<Picture, 'width' | 'height' | 'shape' | 'cornerRadius'>;
interface Point {
  readonly x: number;
  readonly y: number;
}

const MARGIN = 2;

/** Whether a box with corners rounded by `radius` lies entirely in the safe area. */
export function isSafe(screen: Screen, box: Box, radius = 0): boolean {
  const round = Math.min(radius, box.w / 2, box.h / 2);
  const steps = round === 0 ? SHARP : ROUND;
  // The corners' middle points: the outline reaches out from them by the radius.
  const [left, right] = [box.x + round, box.x + box.w - round];
  const [top, bottom] = [box.y + round, box.y + box.h - round];
  return steps.every(({ x, y }) => {
    const [across, along] = [round * x, round * y];
    return (
      isSafePoint(screen, left - across, top - along) &&
      isSafePoint(screen, right + across, top - along) &&
      isSafePoint(screen, left - across, bottom + along) &&
      isSafePoint(screen, right + across, bottom + along)
    );
  });
}

/** The points of a corner that are looked at, as seen from its middle, for a radius of 1. */
const SHARP: readonly Point[] = [{ x: 0, y: 0 }];
const ROUND: readonly Point[] = [0, 15, 30, 45, 60, 75, 90].map((degrees) => ({
  x: Math.cos((degrees * Math.PI) / 180),
  y: Math.sin((degrees * Math.PI) / 180),
}));

/** Whether any part of a box is visible. */
export function touchesGlass({ width, height, shape, cornerRadius }: Screen, box: Box): boolean {
  // A square corner counts as one rounded by a pixel.
  const radius = shape === 'round' ? Math.min(width, height) / 2 : Math.max(1, cornerRadius);
  const across = Math.max(radius - (box.x + box.w), box.x - (width - radius), 0);
  const along = Math.max(radius - (box.y + box.h), box.y - (height - radius), 0);
  return Math.hypot(across, along) < radius;
}

function isSafePoint({ width, height, shape, cornerRadius }: Screen, x: number, y: number): boolean {
  const radius = shape === 'round' ? Math.min(width, height) / 2 : cornerRadius;
  const inX = x >= MARGIN && x <= width - MARGIN;
  const inY = y >= MARGIN && y <= height - MARGIN;
  const beyondX = Math.max(radius - x, x - (width - radius), 0);
  const beyondY = Math.max(radius - y, y - (height - radius), 0);
  const inCorner = beyondX > 0 && beyondY > 0;
  return inX && inY && (!inCorner || Math.hypot(beyondX, beyondY) <= radius - MARGIN);
}
