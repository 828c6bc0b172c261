import type { Leg } from '../../core/body';
import { LEGS, ZONES } from '../../core/body';
import type { ZoneRecord } from '../../core/record/record';
import type { Element } from './element';
import type { Box, Frame } from './frame';
import { imageSize, rowAt, units } from './frame';
import { legMiddle, legsBox } from './legs';
import { CROSS_SIZE, ZONE_BANDS } from './legs-shape';
import { COLORS } from './theme';

/** What was planned and done of a zone. */
export type PairZone = Pick<ZoneRecord, 'leg' | 'zone' | 'plannedSeconds' | 'doneSeconds'>;

/** A stretch of a leg, as fractions of the drawing's height from its top. */
interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Both legs side by side, filled as far as they were massaged: each zone from its lower end up, the foot with the
 * ankle. If a zone occurs more than once, the fullest counts. A leg with nothing planned is grey, and a locked one is
 * crossed out. As in `legs`, the image is a black sheet with the legs cut out; it is backed by as few coloured boxes as
 * possible.
 */
export function legsPair(
  frame: Frame,
  x: number,
  y: number,
  zones: readonly PairZone[],
  locked: readonly Leg[] = [],
): readonly Element[] {
  const { w, h } = legsBox(frame);
  const half = Math.floor(w / 2);
  // The edges of the sheet may not be quite black after scaling.
  const all: Box = { x: x + 2, y: y + 2, w: w - 4, h: h - 4 };
  const done = zones.filter(({ doneSeconds }) => doneSeconds > 0);
  const filled = LEGS.map((leg) => stretchesOf(done.filter((zone) => zone.leg === leg)));
  const isWhole = filled.every((stretches) => stretches.length === 1 && isAll(stretches[0]));
  const rect = (key: string, box: Box, color: number): Element => ({
    ...{ kind: 'rect', key, radius: 0, color },
    ...box,
  });
  const sheet: Element = { kind: 'image', key: 'legsSheet', x, y, src: 'legs.png' };
  const crosses = locked.map((leg) => crossOver(frame, leg, x, y));
  if (isWhole) return [rect('legs', all, COLORS.key), sheet, ...crosses];
  const side = (leg: Leg): Box =>
    leg === 'left' ? { ...all, w: half - 2 } : { ...all, x: x + half, w: w - half - 2 };
  const ofLeg = (leg: Leg, stretches: readonly Stretch[]): readonly Element[] => {
    const box = side(leg);
    const isPlanned = zones.some((zone) => zone.leg === leg);
    const grey = isPlanned ? [] : [rect(`${leg}Grey`, box, COLORS.grey)];
    return grey.concat(
      stretches.map(({ top, bottom }, index) => {
        const [from, to] = [Math.max(all.y, y + Math.round(top * h)), y + Math.round(bottom * h)];
        return rect(
          `${leg}Done${index}`,
          { ...box, y: from, h: Math.min(to, all.y + all.h) - from },
          COLORS.key,
        );
      }),
    );
  };
  const parts = LEGS.map((leg, index) => ofLeg(leg, filled[index] ?? []));
  return [rect('legs', all, COLORS.legAhead)].concat(...parts, sheet, crosses);
}

/** Crosses out a leg that must not be massaged. */
function crossOver(frame: Frame, leg: Leg, x: number, y: number): Element {
  const { w, h } = legsBox(frame);
  const cross = imageSize(frame, CROSS_SIZE);
  return {
    ...{ kind: 'image', key: `${leg}Cross`, src: 'cross.png' },
    ...{ x: x + Math.round(legMiddle(leg) * w - cross.w / 2), y: y + Math.round((h - cross.h) / 2) },
  };
}

/** The filled stretches of a leg, from the ankle up; adjacent ones are merged. */
function stretchesOf(zones: readonly PairZone[]): readonly Stretch[] {
  // At most starts nothing is filled, so this returns quickly.
  if (zones.length === 0) return [];
  return ZONES.reduce<readonly Stretch[]>((before, name) => {
    const share = Math.max(0, ...zones.filter((each) => each.zone === name).map(shareOf));
    if (share === 0) return before;
    const band = ZONE_BANDS[name];
    const bottom = name === ZONES[0] ? 1 : band.bottom;
    // Full zones must touch exactly, which sums of fractions would not.
    const top = share === 1 ? band.top : band.bottom - share * (band.bottom - band.top);
    const last = before[before.length - 1];
    return last?.top === bottom
      ? before.slice(0, -1).concat({ top, bottom: last.bottom })
      : before.concat({ top, bottom });
  }, []);
}

function isAll(stretch: Stretch | undefined): boolean {
  return stretch?.top === 0 && stretch.bottom === 1;
}

function shareOf({ plannedSeconds, doneSeconds }: PairZone): number {
  return plannedSeconds > 0 ? Math.min(1, doneSeconds / plannedSeconds) : 0;
}

/**
 * The distance of everything from the edge of the screen, and of the legs from what is next to them, in design units.
 */
const ROOM = { margin: 14, legs: 8, beside: 10 } as const;

/** The layout of a pair of legs on the left, `top` design units down, with a column of text next to it. */
export function besideLegs(frame: Frame, top: number) {
  const u = (length: number): number => units(frame, length);
  const { w, h } = legsBox(frame);
  const y = u(top);
  const { x } = rowAt(frame, y, y + h, u(ROOM.legs));
  const left = x + w + u(ROOM.beside);
  return {
    legs: { x, y },
    end: y + h,
    /** The space next to the legs from `from` on, both in design units. */
    column: (from: number, height: number): Box => {
      const row = rowAt(frame, u(from), u(from + height), u(ROOM.margin));
      return { ...row, x: left, w: row.x + row.w - left };
    },
  };
}
