/** Turns the image files of a package into drawable images. */
import type { Pixels, Sprite, Sprites } from './brush';
import { decodeTga, type TgaChip } from './tga';

export interface SpriteDeps {
  /** The bytes of an image, or undefined when the package has no such file. */
  readonly asset: (src: string) => Uint8Array | undefined;
  readonly chip: TgaChip;
  /** Puts pixels on a canvas of this environment. */
  readonly toSprite: (pixels: Pixels) => Sprite;
}

/** Decodes each image once. A missing or undecodable file gives undefined, each time. */
export function makeSprites(deps: SpriteDeps): Sprites {
  const known = new Map<string, Sprite | undefined>();
  return (src) => {
    if (!known.has(src)) known.set(src, readSprite(src, deps));
    return known.get(src);
  };
}

function readSprite(src: string, { asset, chip, toSprite }: SpriteDeps): Sprite | undefined {
  const bytes = asset(src);
  if (bytes === undefined) return undefined;
  const decoded = decodeTga(bytes, chip);
  return decoded.ok ? toSprite(decoded.value) : undefined;
}
