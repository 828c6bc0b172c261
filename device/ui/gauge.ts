import type { Element } from './element';
import type { Frame } from './frame';
import { cornerRadius, units } from './frame';
import type { Place, Ring } from './gauge-pieces';
import { ahead as further, cornerPart, LEAST, sidePart, turned } from './gauge-pieces';

/**
 * A line along the edge of the screen that is open at the bottom: from the left over the top to the right. Its ends are
 * at `bottom` pixels from the top, above the system's scroll bar at the right edge.
 */
export interface Gauge extends Ring {
  readonly bottom: number;
}

/** The top of the lower third of the screen, which belongs to the main button. */
export function lowerThird(frame: Frame): number {
  return Math.round((frame.height * 2) / 3);
}

/** Where a gauge ends, as a share of the height; on a round screen the scroll bar lies in the same circle. */
const ENDS = { round: 0.345, square: 0.37 } as const;

/** A gauge that ends above the scroll bar; lengths are in design units. */
export function gaugeAt(frame: Frame, inset: number, line: number, color: number): Gauge {
  const bottom = Math.round(frame.height * ENDS[frame.shape]) - units(frame, line / 2);
  return { inset: units(frame, inset), line: units(frame, line), color, bottom };
}

/** The part of a gauge between two fractions of its length, each from 0 to 1. */
export function gaugePart(
  frame: Frame,
  key: string,
  gauge: Gauge,
  from: number,
  to: number,
): readonly Element[] {
  if (frame.shape === 'square') return squarePart(frame, key, gauge, from, to);
  const { inset, line, color } = gauge;
  const { begin, sweep } = spanOf(frame, gauge);
  const start = begin + Math.round(sweep * from);
  const end = Math.max(start + 1, begin + Math.round(sweep * to));
  const size = frame.width - 2 * inset;
  return [{ kind: 'arc', key, x: inset, y: inset, w: size, h: size, from: start, to: end, line, color }];
}

/** A gauge with the colour of the remaining part. */
export type Track = Gauge & { readonly track: number };

/** The whole line, in the colour of the remaining part. */
export function gaugeTrack(frame: Frame, key: string, shape: Track): readonly Element[] {
  return gaugePart(frame, `${key}Track`, { ...shape, color: shape.track }, 0, 1);
}

/**
 * The done part of a gauge, in whole steps of `total`; it lies on the track. It always has the same elements, and at
 * most one of them changes with each step, unless a step is longer than a side of the screen.
 */
export function gauge(
  frame: Frame,
  key: string,
  shape: Track,
  done: number,
  total: number,
): readonly Element[] {
  const share = (steps: number): number => (total > 0 ? Math.min(1, Math.max(0, steps / total)) : 1);
  if (frame.shape === 'round') return gaugePart(frame, key, shape, 0, share(done));
  const bend = bendsOf(frame, shape)
    .filter((at) => at > share(done - 1) && at < share(done))
    .pop();
  const reached = gaugePart(frame, key, shape, 0, bend ?? share(done));
  const ahead = gaugePart(frame, key, { ...shape, color: shape.track }, 0, 1);
  // The done part lies in front, so that its round end is not covered by the remaining part.
  return ahead.map((part) => reached.find((other) => other.key === part.key) ?? part).reverse();
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Returns a function that gives the point on the middle of the line at a fraction of its length, in pixels. */
export function gaugePoints(frame: Frame, gauge: Gauge): (share: number) => Point {
  if (frame.shape === 'square') return squarePoints(frame, gauge);
  const { begin, sweep } = spanOf(frame, gauge);
  const middle = frame.width / 2;
  const radius = middle - gauge.inset - gauge.line / 2;
  return (share) => {
    const angle = ((begin + sweep * share) * Math.PI) / 180;
    return {
      x: Math.round(middle + radius * Math.cos(angle)),
      y: Math.round(frame.height / 2 + radius * Math.sin(angle)),
    };
  };
}

function squarePoints(frame: Frame, gauge: Gauge): (share: number) => Point {
  const bend = bendOf(frame, gauge);
  const pieces = piecesOf(frame, gauge);
  const way = sum(pieces);
  return (share) => {
    let place = beginOf(gauge);
    let left = share * way;
    for (const [index, length] of pieces.entries()) {
      const isCorner = index % 2 === 1;
      if (left <= length || index === pieces.length - 1)
        return rounded(isCorner ? along(place, bend, left) : further(place, left));
      left -= length;
      place = isCorner ? turned(place, bend) : further(place, length);
    }
    return rounded(place);
  };
}

/** Where the line begins and how long it is, in whole degrees clockwise from three o'clock. */
function spanOf(
  frame: Frame,
  { inset, line, bottom }: Gauge,
): { readonly begin: number; readonly sweep: number } {
  const radius = frame.width / 2 - inset - line / 2;
  const up = Math.min(1, (frame.height / 2 - bottom) / radius);
  const above = Math.ceil((Math.asin(up) * 180) / Math.PI);
  return { begin: -180 + above, sweep: 180 - 2 * above };
}

function bendOf(frame: Frame, { inset, line }: Gauge): number {
  return cornerRadius(frame) - inset - line / 2;
}

function beginOf({ inset, line, bottom }: Gauge): Place {
  return { x: inset + line / 2, y: bottom, dx: 0, dy: -1 };
}

/** The lengths of side, corner, top, corner and side, along the middle of the line. */
function piecesOf(frame: Frame, gauge: Gauge): readonly number[] {
  const radius = cornerRadius(frame) - gauge.inset;
  const across = frame.width - 2 * (gauge.inset + radius);
  const up = gauge.bottom - gauge.inset - radius;
  const corner = (bendOf(frame, gauge) * Math.PI) / 2;
  return [up, corner, across, corner, up];
}

function bendsOf(frame: Frame, gauge: Gauge): readonly number[] {
  const pieces = piecesOf(frame, gauge);
  const way = sum(pieces);
  return pieces.map((_, index) => sum(pieces.slice(0, index)) / way).slice(1);
}

function squarePart(frame: Frame, key: string, gauge: Gauge, from: number, to: number): readonly Element[] {
  const pieces = piecesOf(frame, gauge);
  const way = sum(pieces);
  const bend = bendOf(frame, gauge);
  const parts: Element[] = [];
  let place = beginOf(gauge);
  let walked = 0;
  pieces.forEach((length, index) => {
    const start = Math.max(0, from * way - walked);
    const end = Math.min(length, Math.max(to * way - walked, index === 0 ? 1 : 0));
    const isCorner = index % 2 === 1;
    if (end - start >= LEAST) {
      parts.push(
        isCorner
          ? cornerPart(`${key}${index}`, gauge, place, bend, start / length, end / length)
          : sidePart(`${key}${index}`, gauge, place, start, end),
      );
    }
    walked += length;
    place = isCorner ? turned(place, bend) : further(place, length);
  });
  return parts;
}

/** A point of a quarter turn to the right, this far along it. */
function along({ x, y, dx, dy }: Place, bend: number, way: number): Point {
  const turn = way / bend;
  const [forward, aside] = [Math.sin(turn) * bend, (1 - Math.cos(turn)) * bend];
  return { x: x + dx * forward - dy * aside, y: y + dy * forward + dx * aside };
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
