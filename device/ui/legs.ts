import type { Leg, Zone } from '../../core/body';
import { LEGS, otherLeg, ZONES } from '../../core/body';
import type { Way } from '../../core/session/view';
import type { Element } from './element';
import type { Frame } from './frame';
import { imageSize, units } from './frame';
import { ARROW_SIZE, LEG_MIDDLE, LEGS_SIZE, VEIN_SIZE, ZONE_BANDS } from './legs-shape';
import { COLORS } from './theme';

/** The radius of the mark in the lit zone, in design units. */
const MARK = 8;

const BRIGHT = { ahead: COLORS.legAhead, zone: COLORS.warm, done: COLORS.key } as const;
/** In a pause both legs are outlines; only what matters of the current leg is filled. */
const DIM = { ahead: COLORS.dimAhead, zone: COLORS.dimZone, done: COLORS.dimDone } as const;

/** What the picture shows: the leg being massaged with its zone or, without a zone, the leg to change to. */
export interface ShownLegs {
  readonly leg: Leg;
  readonly zone?: Zone;
  readonly done: Way['done'];
  readonly isDim: boolean;
}

/** The zones of each leg with a vein to go around. */
export type Veins = Readonly<Record<Leg, readonly Zone[]>>;

const NO_VEINS: Veins = { left: [], right: [] };

/** The size of the drawing of both legs. */
export function legsBox(frame: Frame): { readonly w: number; readonly h: number } {
  return imageSize(frame, LEGS_SIZE);
}

/**
 * Both legs as their wearer sees them. On the current leg, one zone is lit and what is done is bright; the other leg is
 * an outline, or filled in a darker shade of the same when it is done. The foot belongs to the ankle. During the change
 * of legs, the whole next leg is lit, with an arrow to it. The image is a black sheet with the legs cut out, and coloured
 * boxes lie behind it. The mark says the same as the light, without colour.
 */
export function legs(
  frame: Frame,
  x: number,
  y: number,
  { leg, zone, done, isDim }: ShownLegs,
  veins: Veins = NO_VEINS,
): readonly Element[] {
  const { w, h } = legsBox(frame);
  const colors = isDim ? DIM : BRIGHT;
  const half = Math.floor(w / 2);
  // The edges of the sheet may not be quite black after scaling.
  const sideOf = (side: Leg) =>
    side === 'left' ? { x: x + 2, w: half - 2 } : { x: x + half, w: w - half - 2 };
  const own = sideOf(leg);
  const height = { y: y + 2, h: h - 4 };
  const band = (key: string, of: Zone, color: number): Element => {
    const top = y + Math.max(2, Math.round(ZONE_BANDS[of].top * h));
    const bottom = of === ZONES[0] ? height.y + height.h : y + Math.round(ZONE_BANDS[of].bottom * h);
    return { kind: 'rect', key, ...own, y: top, h: bottom - top, radius: 0, color };
  };
  const other = otherLeg(leg);
  const outline = done[other].length > 0 ? [] : [outlineOf(frame, other, x, y)];
  const sheet: Element = { kind: 'image', key: 'legsSheet', x, y, src: 'legs.png' };
  const base: Element = {
    kind: 'rect',
    key: 'legs',
    ...sideOf(other),
    y,
    h,
    radius: 0,
    color: COLORS.dimDone,
  };
  const whole = (color: number): Element => ({
    kind: 'rect',
    key: 'leg',
    ...own,
    ...height,
    radius: 0,
    color,
  });
  if (zone === undefined) return [base, whole(colors.zone), sheet, ...outline, arrowTo(frame, leg, x, y)];
  return [
    base,
    whole(colors.ahead),
    ...(isDim ? [outlineOf(frame, leg, x, y, 'ownRim')] : []),
    ...done[leg].map((each, index) => band(`done${index}`, each, colors.done)),
    band('zone', zone, colors.zone),
    sheet,
    ...outline,
    markIn(frame, leg, zone, x, y),
    ...LEGS.flatMap((side) => veins[side].map((each) => veinIn(frame, side, each, x, y))),
  ];
}

/** A winding line where a vein is; in the lit zone it lies over the mark. */
function veinIn(frame: Frame, leg: Leg, zone: Zone, x: number, y: number): Element {
  const { w, h } = imageSize(frame, VEIN_SIZE);
  const middle = middleOf(frame, leg, zone, x, y);
  return {
    ...{ kind: 'image', key: `${leg}${zone}Vein`, src: 'vein.png' },
    ...{ x: middle.x - Math.round(w / 2), y: middle.y - Math.round(h / 2) },
  };
}

function markIn(frame: Frame, leg: Leg, zone: Zone, x: number, y: number): Element {
  return {
    ...{ kind: 'circle', key: 'zoneMark', radius: units(frame, MARK), color: COLORS.background },
    ...middleOf(frame, leg, zone, x, y),
  };
}

/** The middle of a leg from the left, as a fraction of the drawing's width. */
export function legMiddle(leg: Leg): number {
  return leg === 'left' ? LEG_MIDDLE : 1 - LEG_MIDDLE;
}

function middleOf(frame: Frame, leg: Leg, zone: Zone, x: number, y: number) {
  const { w, h } = legsBox(frame);
  const { top, bottom } = ZONE_BANDS[zone];
  return { x: x + Math.round(legMiddle(leg) * w), y: y + Math.round(((top + bottom) / 2) * h) };
}

/** Covers a leg except for its outline. */
function outlineOf(frame: Frame, leg: Leg, x: number, y: number, key = 'legRim'): Element {
  const { w } = legsBox(frame);
  const { w: rim } = imageSize(frame, { ...LEGS_SIZE, w: LEGS_SIZE.w / 2 });
  return {
    ...{ kind: 'image', key, y, src: `rim-${leg}.png` },
    x: leg === 'left' ? x : x + w - rim,
  };
}

function arrowTo(frame: Frame, leg: Leg, x: number, y: number): Element {
  const { w, h } = legsBox(frame);
  const arrow = imageSize(frame, ARROW_SIZE);
  return {
    ...{ kind: 'image', key: 'arrow', src: `arrow-${leg}.png` },
    x: x + Math.round((w - arrow.w) / 2),
    y: y + Math.round((h - arrow.h) * 0.18),
  };
}
