import type { Box } from './frame';

/**
 * A page as data: what is on the screen from back to front. Lengths are pixels, colours 0xRRGGBB, angles degrees
 * clockwise from three o'clock. `key` names an element among the others of its page and stays with it.
 */
export type Element<Action = never> =
  TextElement | ButtonElement<Action> | ArcElement | RectElement | CircleElement | ImageElement;

interface Keyed {
  readonly key: string;
}

/** Text in the vertical middle of its box; what is too long goes to the next line, or ends in "…". */
export interface TextElement extends Keyed, Box {
  readonly kind: 'text';
  readonly text: string;
  readonly size: number;
  readonly color: number;
  readonly align: 'left' | 'center' | 'right';
  readonly overflow: 'wrap' | 'ellipsis';
}

/**
 * Something to touch, a capsule unless it has a `radius` of its own, or an image of the package, whose size its box then has;
 * `action` is what the page is told.
 */
export interface ButtonElement<Action> extends Keyed, Box {
  readonly kind: 'button';
  readonly text: string;
  readonly size: number;
  readonly color: number;
  readonly fill: number;
  readonly pressedFill: number;
  readonly radius?: number;
  readonly src?: string;
  readonly action: Action;
}

/** Part of the ellipse that fits the box; the line lies inside the box. `from` is less than `to`. */
export interface ArcElement extends Keyed, Box {
  readonly kind: 'arc';
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly color: number;
}

export interface RectElement extends Keyed, Box {
  readonly kind: 'rect';
  readonly radius: number;
  readonly color: number;
}

export interface CircleElement extends Keyed {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: number;
}

/** An image of the package, at its own size. */
export interface ImageElement extends Keyed {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly src: string;
}
