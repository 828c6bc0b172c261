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
  return outline(box, Math.min(radius, box.w / 2, box.h / 2)).every((point) => isSafePoint(screen, point));
}

/** Whether any part of a box is visible. */
export function touchesGlass({ width, height, shape, cornerRadius }: Screen, box: Box): boolean {
  // A square corner counts as one rounded by a pixel.
  const radius = shape === 'round' ? Math.min(width, height) / 2 : Math.max(1, cornerRadius);
  const across = Math.max(radius - (box.x + box.w), box.x - (width - radius), 0);
  const along = Math.max(radius - (box.y + box.h), box.y - (height - radius), 0);
  return Math.hypot(across, along) < radius;
}

/** The outermost points of the outline, at its four corners. */
function outline({ x, y, w, h }: Box, radius: number): Point[] {
  const right = { x: x + w - radius, sign: 1 };
  const left = { x: x + radius, sign: -1 };
  const bottom = { y: y + h - radius, sign: 1 };
  const top = { y: y + radius, sign: -1 };
  const steps = radius === 0 ? [0] : [0, 15, 30, 45, 60, 75, 90];
  return [left, right].flatMap((across) =>
    [top, bottom].flatMap((along) =>
      steps.map((degrees) => ({
        x: across.x + across.sign * radius * Math.cos((degrees * Math.PI) / 180),
        y: along.y + along.sign * radius * Math.sin((degrees * Math.PI) / 180),
      })),
    ),
  );
}

function isSafePoint({ width, height, shape, cornerRadius }: Screen, { x, y }: Point): boolean {
  const radius = shape === 'round' ? Math.min(width, height) / 2 : cornerRadius;
  const inX = x >= MARGIN && x <= width - MARGIN;
  const inY = y >= MARGIN && y <= height - MARGIN;
  const beyondX = Math.max(radius - x, x - (width - radius), 0);
  const beyondY = Math.max(radius - y, y - (height - radius), 0);
  const inCorner = beyondX > 0 && beyondY > 0;
  return inX && inY && (!inCorner || Math.hypot(beyondX, beyondY) <= radius - MARGIN);
}
