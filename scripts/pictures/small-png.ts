/**
 * PNG files of at most 256 colours, which for flat colours with soft edges are a third of the size. Format: PNG
 * specification (W3C), colour type 3 with a palette (PLTE) and its alpha (tRNS).
 */
import { deflateSync } from 'node:zlib';
import type { Canvas } from '@napi-rs/canvas';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLORS = 256;
const FREQUENT_COLORS = 200;

/** What is on the canvas, with colours that there is no room for replaced by the nearest that there is. */
export function smallPng(canvas: Canvas): Buffer {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const palette = paletteOf(data);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(width, height)),
    chunk('PLTE', Buffer.from(palette.flatMap(({ parts: [red, green, blue] }) => [red, green, blue]))),
    chunk('tRNS', Buffer.from(palette.map(({ parts }) => parts[3]))),
    chunk('IDAT', deflateSync(indexed(data, width, height, palette), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Parts = readonly [red: number, green: number, blue: number, alpha: number];

/** A colour to six bits a part, as one number, and as the parts of the first pixel that had it. */
interface Color {
  readonly key: number;
  readonly parts: Parts;
}

function colorAt(data: ArrayLike<number>, at: number): Color {
  const alpha = data[at + 3] ?? 0;
  if (alpha < 2) return { key: 0, parts: [0, 0, 0, 0] };
  const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  const key = ((red >> 2) << 18) | ((green >> 2) << 12) | ((blue >> 2) << 6) | (alpha >> 2);
  return { key, parts: [red, green, blue, alpha] };
}

/** The most frequent colours, and of the others those that lie farthest from what is in the palette already. */
function paletteOf(data: ArrayLike<number>): readonly Color[] {
  const byFrequency = colorsOf(data);
  const palette = byFrequency.slice(0, FREQUENT_COLORS);
  const others = byFrequency
    .slice(FREQUENT_COLORS)
    .map((color) => ({ color, away: Math.min(...palette.map((kept) => distance(color, kept))) }));
  while (others.length > 0 && palette.length < MOST_COLORS) {
    const farthest = others.reduce((one, other) => (other.away > one.away ? other : one));
    palette.push(farthest.color);
    for (const other of others) other.away = Math.min(other.away, distance(other.color, farthest.color));
  }
  return palette;
}

function colorsOf(data: ArrayLike<number>): Color[] {
  const counts = new Map<number, { readonly color: Color; count: number }>();
  for (let at = 0; at < data.length; at += 4) {
    const color = colorAt(data, at);
    const known = counts.get(color.key);
    if (known === undefined) counts.set(color.key, { color, count: 1 });
    else known.count += 1;
  }
  return [...counts.values()].sort((one, other) => other.count - one.count).map(({ color }) => color);
}

/** How different two colours look: the clearer they are, the less their hue matters. */
function distance(one: Color, other: Color): number {
  const [red, green, blue, alpha] = seen(one);
  const [otherRed, otherGreen, otherBlue, otherAlpha] = seen(other);
  return (
    (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2 + (alpha - otherAlpha) ** 2
  );
}

function seen({ parts: [red, green, blue, alpha] }: Color): Parts {
  const share = alpha / 255;
  return [red * share, green * share, blue * share, alpha];
}

/** Rows of palette indexes, each after its filter byte 0 (none). */
function indexed(data: ArrayLike<number>, width: number, height: number, palette: readonly Color[]): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  const places = new Map(palette.map(({ key }, place) => [key, place]));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = colorAt(data, (y * width + x) * 4);
      const place = places.get(color.key) ?? nearest(color, palette);
      places.set(color.key, place);
      rows[y * (width + 1) + 1 + x] = place;
    }
  }
  return rows;
}

function nearest(color: Color, palette: readonly Color[]): number {
  const distances = palette.map((kept) => distance(color, kept));
  return distances.indexOf(Math.min(...distances));
}

/** Eight bits a pixel, palette, no interlacing. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  return bytes;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length, 0);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named), 0);
  return Buffer.concat([length, named, check]);
}

/** The checksum of PNG (and of zip), which `node:zlib` offers only from Node 20.15 on. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
