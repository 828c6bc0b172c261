import type { Box } from './frame';

/**
 * A page as data: its elements from back to front. Lengths are in pixels, colours 0xRRGGBB, angles in degrees clockwise
 * from three o'clock. `key` identifies an element of the page across updates.
 */
export type Element<Action = never> =
  | TextElement
  | ButtonElement<Action>
  | ArcElement
  | RectElement
  | CircleElement
  | ImageElement
  | ScrollBarElement;

interface Keyed {
  readonly key: string;
}

/** Text, vertically centred in its box. Text that is too long wraps, or ends in "…". */
export interface TextElement extends Keyed, Box {
  readonly kind: 'text';
  readonly text: string;
  readonly size: number;
  readonly color: number;
  readonly align: 'left' | 'center' | 'right';
  readonly overflow: 'wrap' | 'ellipsis';
}

/**
 * A button: a capsule unless it has a `radius`, or an image of the package, whose size the box must have. `action` is
 * passed to the page.
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

/** The system's own bar at the edge of the screen, which does not scroll with the page. */
export interface ScrollBarElement extends Keyed {
  readonly kind: 'scrollBar';
}
