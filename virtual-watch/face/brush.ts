/**
 * The part of a 2D canvas that the drawing code uses. A browser's canvas and Node's both satisfy it, so the same code
 * draws in both, and this folder needs the types of neither.
 */

/** A colour gradient under construction. */
export interface Gradient {
  addColorStop(offset: number, color: string): void;
}

/** The size of a drawn text in pixels; `actualBoundingBox…` is the ink above and below the baseline. */
export interface TextExtent {
  readonly width: number;
  readonly actualBoundingBoxAscent: number;
  readonly actualBoundingBoxDescent: number;
}

/** A rectangle of pixels, four bytes each: red, green, blue, alpha (not premultiplied). */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A 2D drawing context. */
export interface Brush {
  fillStyle: string | object;
  strokeStyle: string | object;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  globalAlpha: number;
  globalCompositeOperation: string;
  font: string;
  textAlign: 'center' | 'end' | 'left' | 'right' | 'start';
  textBaseline: 'alphabetic' | 'bottom' | 'hanging' | 'ideographic' | 'middle' | 'top';
  shadowColor: string;
  shadowBlur: number;
  shadowOffsetX: number;
  shadowOffsetY: number;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(radians: number): void;
  scale(x: number, y: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  rect(x: number, y: number, w: number, h: number): void;
  roundRect(x: number, y: number, w: number, h: number, radius: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  ellipse(x: number, y: number, rx: number, ry: number, turn: number, start: number, end: number): void;
  fill(): void;
  stroke(): void;
  clip(): void;
  fillRect(x: number, y: number, w: number, h: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): TextExtent;
  drawImage(image: object, x: number, y: number): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): Gradient;
}

/** A context whose pixels can be read back, four numbers from 0 to 255 for each. */
export interface ReadableBrush extends Brush {
  getImageData(x: number, y: number, w: number, h: number): { readonly data: ArrayLike<number> };
}

/** An image: `source` is what `drawImage` takes in this environment. */
export interface Sprite {
  readonly width: number;
  readonly height: number;
  readonly source: object;
}

/** The images of a package, by the path the app uses; undefined when an image is missing or unreadable. */
export type Sprites = (src: string) => Sprite | undefined;

/** 0xRRGGBB as a CSS colour. */
export function cssColor(color: number): string {
  return `#${(color & 0xffffff).toString(16).padStart(6, '0')}`;
}
