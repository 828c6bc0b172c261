import type { Box } from '../face/picture';
import { numberOf, type Widget } from './widgets';

/** The layout of a page: what a touch hits, and how long the page is. */

/** A widget with its position on the page, including its group's. */
export interface Placed {
  readonly widget: Widget;
  readonly box: Box;
  /** From 0 to 255, including its group's. */
  readonly alpha: number;
}

/** The size of an image of the package in pixels; undefined if there is none of that name. */
export type ImageSize = (src: string) => { readonly w: number; readonly h: number } | undefined;

/** All visible widgets except groups, from back to front; those of a card are moved by `offset`. */
export function placeWidgets(
  roots: readonly Widget[],
  imageSize: ImageSize,
  offset: Pick<Origin, 'x' | 'y'> = { x: 0, y: 0 },
): readonly Placed[] {
  return roots.flatMap((widget) => place(widget, { ...offset, alpha: 255 }, imageSize));
}

interface Origin {
  readonly x: number;
  readonly y: number;
  readonly alpha: number;
}

function place(widget: Widget, origin: Origin, imageSize: ImageSize): readonly Placed[] {
  // A scroll bar has no place on the page: the system puts it at the edge of the screen.
  if (!widget.visible || widget.type === 'PAGE_SCROLLBAR') return [];
  const box = boxOf(widget, origin, imageSize);
  const alpha = (origin.alpha * widget.alpha) / 255;
  if (widget.type !== 'GROUP') return [{ widget, box, alpha }];
  return widget.children.flatMap((child) => place(child, { x: box.x, y: box.y, alpha }, imageSize));
}

/** The box of a widget relative to this origin. */
export function boxOf(widget: Widget, origin: Pick<Origin, 'x' | 'y'>, imageSize: ImageSize): Box {
  if (widget.type === 'CIRCLE') {
    const radius = numberOf(widget, 'radius');
    const x = origin.x + numberOf(widget, 'center_x') - radius;
    return { x, y: origin.y + numberOf(widget, 'center_y') - radius, w: 2 * radius, h: 2 * radius };
  }
  const src = widget.values['src'];
  const natural = typeof src === 'string' ? imageSize(src) : undefined;
  return {
    x: origin.x + numberOf(widget, 'x'),
    y: origin.y + numberOf(widget, 'y'),
    w: Math.max(0, numberOf(widget, 'w', natural?.w ?? 0)),
    h: Math.max(0, numberOf(widget, 'h', natural?.h ?? 0)),
  };
}

export function isInside(box: Box, x: number, y: number): boolean {
  return x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;
}

export function centreOf(box: Box): { readonly x: number; readonly y: number } {
  return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
}

/** What a touch at a point of the page hits: the topmost widget that does not let touches through. */
export function hit(placed: readonly Placed[], x: number, y: number): Placed | undefined {
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const candidate = placed[i];
    if (candidate?.widget.enabled === true && isInside(candidate.box, x, y)) return candidate;
  }
  return undefined;
}

/** The height of the page, in pixels. */
export function pageHeight(placed: readonly Placed[]): number {
  return placed.reduce((lowest, { box }) => Math.max(lowest, box.y + box.h), 0);
}

/** Whether a widget or its group listens to touches. */
export function listensToTouch(widget: Widget): boolean {
  const { values, listeners, parent } = widget;
  if (typeof values['click_func'] === 'function' || typeof values['longpress_func'] === 'function')
    return true;
  if (listeners.has('CLICK_UP') || listeners.has('CLICK_DOWN')) return true;
  return parent !== undefined && listensToTouch(parent);
}
