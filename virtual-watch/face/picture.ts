/**
 * What is on the screen of the virtual watch, as data: the machine writes it, the face draws it, and tests read it.
 *
 * Lengths are in pixels of the watch's screen; `x`, `y` count from the top left of the page, before scrolling. Colours
 * are 0xRRGGBB. `alpha` goes from 0 (invisible) to 255 (opaque), as in Zepp OS's `setAlpha`. Angles are in degrees, 0
 * at three o'clock, clockwise (Zepp OS docs, ARC).
 */

const SCREEN_SHAPES = ['round', 'square'] as const;
export type ScreenShape = (typeof SCREEN_SHAPES)[number];

export const ALIGN_H = ['left', 'center', 'right'] as const;
export type AlignH = (typeof ALIGN_H)[number];

const ALIGN_V = ['top', 'center', 'bottom'] as const;
export type AlignV = (typeof ALIGN_V)[number];

/**
 * How a text longer than its box is handled: `none` scrolls it (drawn cut off here), `wrap` breaks between words,
 * `charWrap` between any two characters, `ellipsis` ends the single line with "…".
 */
const TEXT_STYLES = ['none', 'wrap', 'charWrap', 'ellipsis'] as const;
export type TextStyle = (typeof TEXT_STYLES)[number];

/** A rectangle in page pixels; `w` and `h` are never negative. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A filled rectangle, its corners rounded by `radius`. */
export interface FillRectNode extends Box {
  readonly kind: 'fillRect';
  readonly color: number;
  readonly radius: number;
  readonly alpha: number;
}

/** The outline of a rectangle; the line lies entirely inside the box. */
export interface StrokeRectNode extends Box {
  readonly kind: 'strokeRect';
  readonly color: number;
  readonly radius: number;
  readonly lineWidth: number;
  readonly alpha: number;
}

/** A filled circle. */
export interface CircleNode {
  readonly kind: 'circle';
  readonly centerX: number;
  readonly centerY: number;
  readonly radius: number;
  readonly color: number;
  readonly alpha: number;
}

/** Part of the ellipse that fits the box; the line lies inside the box and has round ends. */
export interface ArcNode extends Box {
  readonly kind: 'arc';
  readonly startAngle: number;
  readonly endAngle: number;
  readonly color: number;
  readonly lineWidth: number;
  readonly alpha: number;
}

/** Text in a box. `lineSpace` and `charSpace` are added to the font's own spacing. */
export interface TextNode extends Box {
  readonly kind: 'text';
  readonly text: string;
  readonly textSize: number;
  readonly color: number;
  readonly alignH: AlignH;
  readonly alignV: AlignV;
  readonly textStyle: TextStyle;
  readonly lineSpace: number;
  readonly charSpace: number;
  readonly alpha: number;
}

/**
 * An image of the package, by the path the app gave. It is drawn at its own size, at `posX`, `posY` from the top left
 * of the box, rotated by `angle` degrees about the middle of the box, and clipped to the box. A box with `w` 0 or `h` 0
 * takes the size of the image.
 */
export interface ImageNode extends Box {
  readonly kind: 'image';
  readonly posX: number;
  readonly posY: number;
  readonly angle: number;
  readonly src: string;
  readonly alpha: number;
}

/** A button: with an image for each of its two states, or else two colours and rounded corners. */
export interface ButtonNode extends Box {
  readonly kind: 'button';
  readonly radius: number;
  readonly text: string;
  readonly textSize: number;
  readonly color: number;
  readonly normalColor: number;
  readonly pressColor: number;
  readonly pressed: boolean;
  readonly normalSrc?: string;
  readonly pressSrc?: string;
}

/** Something a page has put on the screen. */
export type PictureNode =
  FillRectNode | StrokeRectNode | CircleNode | ArcNode | TextNode | ImageNode | ButtonNode;

const MODAL_ICONS = ['confirm', 'cancel'] as const;
export type ModalIcon = (typeof MODAL_ICONS)[number];

/**
 * A button of the system's dialog, in screen pixels, since a dialog does not scroll. With an icon it is a round button
 * showing the icon, and `label` is for screen readers; without one it is a capsule showing its label. `modalBoxes` in
 * `modal.ts` says where the system puts them.
 */
export interface ModalButton extends Box {
  readonly label: string;
  readonly icon?: ModalIcon;
  readonly pressed: boolean;
}

/** The system's dialog, above everything but the toast. Its text is above the highest button. */
export interface Modal {
  readonly text: string;
  readonly buttons: readonly ModalButton[];
}

/** The bar that square screens show above a page (64 px of a 390 px wide design; platform docs, safe area). */
export interface StatusBar {
  readonly title: string;
  /** The time of day as shown, e.g. `21:05`. */
  readonly clock: string;
}

/** The system's bar at the right edge, which shows how far a page is scrolled out of `range` pixels. */
export interface ScrollBar {
  readonly range: number;
}

/** A whole screen. `nodes` are ordered back to front and shifted up by `scrollY`. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shape: ScreenShape;
  /** The corner radius of a square screen; 0 on a round one. */
  readonly cornerRadius: number;
  /** A screen that is off is black, whatever the other fields say. */
  readonly lit: boolean;
  readonly scrollY: number;
  readonly statusBar?: StatusBar;
  readonly nodes: readonly PictureNode[];
  readonly scrollBar?: ScrollBar;
  readonly modal?: Modal;
  readonly toast?: string;
}
