import type { Leg, Zone } from '../../core/body';
import type { Element } from './element';
import type { Frame } from './frame';
import { imageSize, units } from './frame';
import { LEG_MIDDLE, LEGS_SIZE, ZONE_BANDS } from './legs-shape';
import { COLORS } from './theme';

/** Radius of the mark in the lit zone, in design units. */
const MARK = 5;

/** The room that both legs take. */
export function legsBox(frame: Frame): { readonly w: number; readonly h: number } {
  return imageSize(frame, LEGS_SIZE);
}

/**
 * Both legs as their wearer sees them, with one zone lit; the leg it belongs to is brighter than the other. The image is
 * a black sheet with the legs cut out, and the colours lie behind it. The mark says the same as the light without colour.
 */
export function legs(frame: Frame, x: number, y: number, leg: Leg, zone: Zone): readonly Element[] {
  const { w, h } = legsBox(frame);
  const half = Math.floor(w / 2);
  const own = leg === 'left' ? { x, w: half } : { x: x + half, w: w - half };
  const top = y + Math.round(ZONE_BANDS[zone].top * h);
  const bottom = y + Math.round(ZONE_BANDS[zone].bottom * h);
  const middle = leg === 'left' ? LEG_MIDDLE : 1 - LEG_MIDDLE;
  return [
    { kind: 'rect', key: 'legs', x, y, w, h, radius: 0, color: COLORS.otherLeg },
    { kind: 'rect', key: 'leg', ...own, y, h, radius: 0, color: COLORS.leg },
    { kind: 'rect', key: 'zone', ...own, y: top, h: bottom - top, radius: 0, color: COLORS.warm },
    { kind: 'image', key: 'legsSheet', x, y, src: 'legs.png' },
    {
      kind: 'circle',
      key: 'zoneMark',
      x: x + Math.round(middle * w),
      y: Math.round((top + bottom) / 2),
      radius: units(frame, MARK),
      color: COLORS.background,
    },
  ];
}
