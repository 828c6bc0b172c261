/** The body of the watch as data: its size, where the screen is, and where the keys are. */
import type { Key, KeyCount } from '../machine/device';
import type { Box, Picture } from './picture';

/** The properties of a device that determine its looks; `keys` is the number of its keys. */
export interface BodyShape extends Pick<Picture, 'width' | 'height' | 'shape' | 'cornerRadius'> {
  readonly keys: KeyCount;
}

/**
 * A key. (A HOME key is a crown that turns.) Its middle is at `x`, `y`, and it sticks out of the case in the direction
 * `angle` (degrees, 0 to the right).
 */
export interface KeySpot {
  readonly name: Key;
  readonly isCrown: boolean;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  /** How far it extends along the case and out of it. */
  readonly length: number;
  readonly depth: number;
  /** A generous touch target. */
  readonly box: Box;
}

/** All values are in pixels of the watch's screen, from the top left of the whole drawing. */
export interface Body {
  readonly width: number;
  readonly height: number;
  readonly shape: Picture['shape'];
  readonly screen: Box & { readonly cornerRadius: number };
  readonly glass: Box & { readonly cornerRadius: number };
  readonly metal: Box & { readonly cornerRadius: number };
  readonly keys: readonly KeySpot[];
  /** Whether the names of the keys are drawn next to them. They are too small to read in a small drawing. */
  readonly keyNames: boolean;
}

interface KeyPlace {
  readonly name: Key;
  readonly side: 'left' | 'right';
  /** Above, at, or below the middle of the case. */
  readonly level: -1 | 0 | 1;
}

/** Where the keys are. The positions are our choice: the docs give only the number of keys and their names. */
const KEY_PLACES: Readonly<Record<KeyCount, readonly KeyPlace[]>> = {
  1: [{ name: 'HOME', side: 'right', level: 0 }],
  2: [
    { name: 'HOME', side: 'right', level: -1 },
    { name: 'SHORTCUT', side: 'right', level: 1 },
  ],
  3: [
    { name: 'HOME', side: 'right', level: -1 },
    { name: 'SHORTCUT', side: 'right', level: 1 },
    { name: 'BACK', side: 'left', level: 0 },
  ],
  4: [
    { name: 'UP', side: 'left', level: -1 },
    { name: 'DOWN', side: 'left', level: 1 },
    { name: 'SELECT', side: 'right', level: -1 },
    { name: 'BACK', side: 'right', level: 1 },
  ],
  5: [
    { name: 'UP', side: 'left', level: -1 },
    { name: 'DOWN', side: 'left', level: 1 },
    { name: 'SELECT', side: 'right', level: -1 },
    { name: 'HOME', side: 'right', level: 0 },
    { name: 'BACK', side: 'right', level: 1 },
  ],
};

/**
 * The black rim, the metal, the room for keys with their names, and the length of the straps, as fractions of the
 * width.
 */
const RIM = 0.05;
const METAL = 0.045;
const ROOM = 0.22;
const STRAP = 0.26;
/** The direction of an upper key on a round case, in degrees above the horizontal. */
const KEY_SLANT = 29;

/** The body that fits a screen. */
export function bodyOf(device: BodyShape): Body {
  const { width: w, height: h, shape } = device;
  const rim = w * RIM;
  const metal = w * METAL;
  const screen = { x: rim + metal + w * ROOM, y: rim + metal + w * STRAP, w, h };
  const cornerRadius = shape === 'round' ? w / 2 : device.cornerRadius;
  const glass = grown({ ...screen, cornerRadius }, rim);
  const outer = grown(glass, metal);
  return {
    width: outer.w + 2 * w * ROOM,
    height: outer.h + 2 * w * STRAP,
    shape,
    screen: { ...screen, cornerRadius },
    glass,
    metal: outer,
    keys: KEY_PLACES[device.keys].map((place) => keySpot(place, outer, device)),
    keyNames: true,
  };
}

function grown(
  box: Box & { readonly cornerRadius: number },
  by: number,
): Box & { readonly cornerRadius: number } {
  const { x, y, w, h, cornerRadius } = box;
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by, cornerRadius: cornerRadius + by };
}

function keySpot({ name, side, level }: KeyPlace, metal: Box, { width, shape }: BodyShape): KeySpot {
  const sign = side === 'right' ? 1 : -1;
  const isCrown = name === 'HOME';
  const slant = shape === 'round' ? level * KEY_SLANT : 0;
  const angle = side === 'right' ? slant : 180 - slant;
  const radius = metal.w / 2;
  const middle = { x: metal.x + radius, y: metal.y + metal.h / 2 };
  const rise = shape === 'round' ? radius * Math.sin((slant * Math.PI) / 180) : level * metal.h * 0.19;
  const x = middle.x + sign * radius * Math.cos((slant * Math.PI) / 180);
  const y = middle.y + rise;
  const reach = width * 0.1;
  return {
    name,
    isCrown,
    x,
    y,
    angle,
    length: width * (isCrown ? 0.12 : 0.15),
    depth: width * (isCrown ? 0.042 : 0.026),
    box: { x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach },
  };
}
