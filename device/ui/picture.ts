import type { Frame } from './frame';
import { imageSize, units } from './frame';
import type { Row } from './stack';

/** The space kept free under a picture, in design units. */
const UNDER = 6;

/** A row with an image of the package in its middle; its size is in design units. */
export function pictureRow(
  frame: Frame,
  name: string,
  size: { readonly w: number; readonly h: number },
): Row<never> {
  const { w, h } = imageSize(frame, size);
  return {
    height: h + units(frame, UNDER),
    width: w,
    make: ({ x, y, w: room }) => [
      { kind: 'image', key: name, x: x + Math.round((room - w) / 2), y, src: `${name}.png` },
    ],
  };
}
