import type { Element } from './element';
import type { Frame } from './frame';
import { cornerRadius } from './frame';

/**
 * A ring along the edge of the screen: a circle on a round one, a rectangle with round corners on a square one. Pixels;
 * `inset` is how far its outer side lies inside the edge.
 */
export interface Ring {
  readonly inset: number;
  readonly line: number;
  readonly color: number;
}

/** The whole ring. On a square screen it covers what is behind it, so it has to come first. */
export function fullRing(frame: Frame, key: string, ring: Ring, background: number): readonly Element[] {
  const { inset, line, color } = ring;
  const box = (by: number) => ({ x: by, y: by, w: frame.width - 2 * by, h: frame.height - 2 * by });
  if (frame.shape === 'round') {
    return [{ kind: 'arc', key, ...box(inset), from: TOP, to: TOP + 360, line, color }];
  }
  const inner = inset + line;
  const radius = cornerRadius(frame);
  return [
    { kind: 'rect', key, ...box(inset), radius: radius - inset, color },
    { kind: 'rect', key: `${key}Inside`, ...box(inner), radius: radius - inner, color: background },
  ];
}

/** The part of a ring between two shares of its way, each from 0 to 1, clockwise from the top. */
export function ringPart(
  frame: Frame,
  key: string,
  ring: Ring,
  from: number,
  to: number,
): readonly Element[] {
  if (frame.shape === 'square') return squarePart(frame, key, ring, from, to);
  const { inset, line, color } = ring;
  const start = TOP + Math.round(360 * from);
  const end = Math.max(start + 1, TOP + Math.round(360 * to));
  const size = frame.width - 2 * inset;
  return [{ kind: 'arc', key, x: inset, y: inset, w: size, h: size, from: start, to: end, line, color }];
}

/**
 * The part of a ring that is done, in whole steps of `total`, on a track of its own colour. It always has the same
 * elements, and from each step to the next no more than one of them changes, unless a step is longer than a side of the
 * screen.
 */
export function progressRing(
  frame: Frame,
  key: string,
  ring: Ring & { readonly track: number },
  done: number,
  total: number,
): readonly Element[] {
  const share = (steps: number): number => (total > 0 ? Math.min(1, Math.max(0, steps / total)) : 1);
  if (frame.shape === 'round') return ringPart(frame, key, ring, 0, share(done));
  const bend = bendsOf(frame, ring)
    .filter((at) => at > share(done - 1) && at < share(done))
    .pop();
  const reached = ringPart(frame, key, ring, 0, bend ?? share(done));
  const ahead = ringPart(frame, key, { ...ring, color: ring.track }, 0, 1);
  return ahead.map((part) => reached.find(({ key: name }) => name === part.key) ?? part);
}

/** The angle of twelve o'clock. */
const TOP = -90;

/** Sides and corners in turn, from the middle of the top, with the way each takes along the middle of the line. */
function piecesOf(frame: Frame, { inset, line }: Ring): readonly number[] {
  const radius = cornerRadius(frame) - inset;
  const across = frame.width - 2 * (inset + radius);
  const down = frame.height - 2 * (inset + radius);
  const corner = ((radius - line / 2) * Math.PI) / 2;
  return [across / 2, corner, down, corner, across, corner, down, corner, across / 2];
}

function bendsOf(frame: Frame, ring: Ring): readonly number[] {
  const pieces = piecesOf(frame, ring);
  const way = sum(pieces);
  return pieces.map((_, index) => sum(pieces.slice(0, index)) / way).slice(1);
}

/** Walks along the middle of the line and puts down each piece that lies between `from` and `to`. */
function squarePart(frame: Frame, key: string, ring: Ring, from: number, to: number): readonly Element[] {
  const { inset, line, color } = ring;
  const radius = cornerRadius(frame) - inset;
  const half = line / 2;
  const bend = radius - half;
  const pieces = piecesOf(frame, ring);
  const way = sum(pieces);
  const parts: Element[] = [];
  let [x, y, dx, dy, walked] = [frame.width / 2, inset + half, 1, 0, 0];
  pieces.forEach((length, index) => {
    const isCorner = index % 2 === 1;
    const start = Math.max(0, from * way - walked);
    const end = Math.min(length, Math.max(to * way - walked, walked === 0 ? 1 : 0));
    const name = `${key}${index}`;
    if (end > start && isCorner) {
      const turned = Math.atan2(dy, dx) / DEGREE - 90;
      const size = 2 * radius;
      const box = {
        x: Math.round(x - dy * bend - radius),
        y: Math.round(y + dx * bend - radius),
        w: size,
        h: size,
      };
      const first = Math.round(turned + (90 * start) / length);
      const last = Math.max(first + 1, Math.round(turned + (90 * end) / length));
      parts.push({ kind: 'arc', key: name, ...box, from: first, to: last, line, color });
    } else if (end > start) {
      const [x1, x2] = [x + dx * start, x + dx * end];
      const [y1, y2] = [y + dy * start, y + dy * end];
      const left = Math.round(Math.min(x1, x2) - half);
      const top = Math.round(Math.min(y1, y2) - half);
      const w = Math.round(Math.abs(x2 - x1)) + line;
      const h = Math.round(Math.abs(y2 - y1)) + line;
      parts.push({ kind: 'rect', key: name, x: left, y: top, w, h, radius: half, color });
    }
    walked += length;
    if (isCorner) [x, y, dx, dy] = [x + (dx - dy) * bend, y + (dy + dx) * bend, -dy, dx];
    else [x, y] = [x + dx * length, y + dy * length];
  });
  return parts;
}

const DEGREE = Math.PI / 180;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
