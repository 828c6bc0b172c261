import type { Element } from './element';

/** A line along the edge of the screen, in pixels; `inset` is the distance of its outer side from the edge. */
export interface Ring {
  readonly inset: number;
  readonly line: number;
  readonly color: number;
}

/** A point on the middle of the line, and the direction in which the line continues. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** The least visible length, in pixels. */
export const LEAST = 0.5;

export function sidePart(
  key: string,
  { line, color }: Ring,
  place: Place,
  start: number,
  end: number,
): Element {
  const [a, b] = [ahead(place, start), ahead(place, end)];
  return {
    ...{ kind: 'rect', key, radius: line / 2, color },
    x: Math.round(Math.min(a.x, b.x) - line / 2),
    y: Math.round(Math.min(a.y, b.y) - line / 2),
    w: Math.round(Math.abs(b.x - a.x)) + line,
    h: Math.round(Math.abs(b.y - a.y)) + line,
  };
}

/** `start` and `end` are fractions of the quarter turn; `bend` is its radius. */
export function cornerPart(
  key: string,
  { line, color }: Ring,
  { x, y, dx, dy }: Place,
  bend: number,
  start: number,
  end: number,
): Element {
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI - 90;
  const from = Math.round(angle + 90 * start);
  const radius = bend + line / 2;
  return {
    ...{ kind: 'arc', key, line, color },
    x: Math.round(x - dy * bend - radius),
    y: Math.round(y + dx * bend - radius),
    w: 2 * radius,
    h: 2 * radius,
    from,
    to: Math.max(from + 1, Math.round(angle + 90 * end)),
  };
}

export function ahead(place: Place, length: number): Place {
  return { ...place, x: place.x + place.dx * length, y: place.y + place.dy * length };
}

/** The place after a quarter turn to the right. */
export function turned({ x, y, dx, dy }: Place, bend: number): Place {
  return { x: x + (dx - dy) * bend, y: y + (dx + dy) * bend, dx: -dy, dy: dx };
}
