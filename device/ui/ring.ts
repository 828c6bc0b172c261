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
  const track = ringPart(frame, key, { ...ring, color: ring.track }, 0, 1);
  // What is done lies in front, so that its round end is not covered by what is ahead.
  return track.map((part) => reached.find(({ key: name }) => name === part.key) ?? part).reverse();
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

/** A point on the middle of the line, and the direction of the way from there. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

/** Less than this cannot be seen, in pixels. */
const LEAST = 0.5;

/** Walks along the ring and puts down each side and corner that lies between `from` and `to`. */
function squarePart(frame: Frame, key: string, ring: Ring, from: number, to: number): readonly Element[] {
  const pieces = piecesOf(frame, ring);
  const way = sum(pieces);
  const bend = cornerRadius(frame) - ring.inset - ring.line / 2;
  const parts: Element[] = [];
  let place: Place = { x: frame.width / 2, y: ring.inset + ring.line / 2, dx: 1, dy: 0 };
  let walked = 0;
  pieces.forEach((length, index) => {
    const start = Math.max(0, from * way - walked);
    const end = Math.min(length, Math.max(to * way - walked, index === 0 ? 1 : 0));
    const name = `${key}${index}`;
    const isCorner = index % 2 === 1;
    if (end - start >= LEAST) {
      const part = isCorner
        ? cornerPart(name, ring, place, bend, start / length, end / length)
        : sidePart(name, ring, place, start, end);
      parts.push(part);
    }
    walked += length;
    place = isCorner ? turned(place, bend) : ahead(place, length);
  });
  return parts;
}

function sidePart(key: string, { line, color }: Ring, place: Place, start: number, end: number): Element {
  const [a, b] = [ahead(place, start), ahead(place, end)];
  return {
    ...{ kind: 'rect', key, radius: line / 2, color },
    x: Math.round(Math.min(a.x, b.x) - line / 2),
    y: Math.round(Math.min(a.y, b.y) - line / 2),
    w: Math.round(Math.abs(b.x - a.x)) + line,
    h: Math.round(Math.abs(b.y - a.y)) + line,
  };
}

/** `start` and `end` are shares of the quarter turn; `bend` is its radius. */
function cornerPart(
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

function ahead(place: Place, length: number): Place {
  return { ...place, x: place.x + place.dx * length, y: place.y + place.dy * length };
}

/** After a quarter turn to the right. */
function turned({ x, y, dx, dy }: Place, bend: number): Place {
  return { x: x + (dx - dy) * bend, y: y + (dx + dy) * bend, dx: -dy, dy: dx };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
