/**
 * Reads the images of a built package. The compiler (zpm) turns every PNG into a TGA under the same name. The 46-byte
 * id field of its header starts with "SOMH" and holds the true width, since rows may be padded. The pixel layout
 * depends on the graphics chip named in the device table and is only partly visible in the file. All facts were read
 * from files that zpm 3.4.1 made from known pictures.
 */
import type { Pixels } from './brush';

/**
 * How the chips differ. `vglite`: palette red first, rows padded to 16 pixels, marked in the id field. `gcnanolite`:
 * red first, premultiplied, padded. `dave2d`: blue first. `snemap`: blue first, entries stored with the two hex digits
 * of their index swapped; zpm uses it for every chip it does not know.
 */
const TGA_CHIPS = ['vglite', 'gcnanolite', 'dave2d', 'snemap'] as const;
export type TgaChip = (typeof TGA_CHIPS)[number];

/** The layout zpm chooses for a chip maker's name in the device table; no name counts as `NXP`. */
export function chipOf(manufacturer: string | undefined): TgaChip {
  switch ((manufacturer ?? 'NXP').toUpperCase()) {
    case 'NXP':
      return 'gcnanolite';
    case 'DIALOG':
      return 'dave2d';
    case 'MHS':
    case 'ZPS':
      return 'vglite';
    default:
      return 'snemap';
  }
}

const TGA_ERRORS = ['not-somh', 'unknown-kind', 'truncated'] as const;
export type TgaError = (typeof TGA_ERRORS)[number];

export type TgaResult =
  { readonly ok: true; readonly value: Pixels } | { readonly ok: false; readonly error: TgaError };

interface Header {
  readonly kind: 'palette' | 'rgb565';
  readonly chip: TgaChip;
  readonly width: number;
  readonly height: number;
  /** Pixels per row as stored. */
  readonly stride: number;
  /** The offset of what follows the header and the id field: the palette, or the pixels. */
  readonly body: number;
}

const HEADER_BYTES = 18;
const PALETTE_ENTRIES = 256;
const PALETTE_BYTES = PALETTE_ENTRIES * 4;

/** Decodes one image. `chip` is used unless the file itself says otherwise. */
export function decodeTga(bytes: Uint8Array, chip: TgaChip): TgaResult {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(view, chip);
  if (typeof header === 'string') return { ok: false, error: header };
  if (view.byteLength < sizeOf(header)) return { ok: false, error: 'truncated' };
  const data = new Uint8ClampedArray(header.width * header.height * 4);
  const colorAt = header.kind === 'palette' ? paletteReader(view, header) : rgb565Reader(view, header);
  for (let y = 0; y < header.height; y++) {
    for (let x = 0; x < header.width; x++) {
      data.set(colorAt(y * header.stride + x), (y * header.width + x) * 4);
    }
  }
  return { ok: true, value: { width: header.width, height: header.height, data } };
}

type Color = readonly [red: number, green: number, blue: number, alpha: number];

function readHeader(view: DataView, chip: TgaChip): Header | TgaError {
  if (view.byteLength < HEADER_BYTES + 14) return 'truncated';
  const isSomh = Array.from('SOMH').every(
    (letter, i) => view.getUint8(HEADER_BYTES + i) === letter.charCodeAt(0),
  );
  if (!isSomh) return 'not-somh';
  const type = view.getUint8(2);
  const depth = view.getUint8(16);
  const kind = type === 1 && depth === 8 ? 'palette' : type === 2 && depth === 16 ? 'rgb565' : undefined;
  if (kind === undefined) return 'unknown-kind';
  return {
    kind,
    chip: view.getUint8(HEADER_BYTES + 8) === 1 ? 'vglite' : chip,
    width: view.getUint16(HEADER_BYTES + 4, true),
    height: view.getUint16(14, true),
    stride: view.getUint16(12, true),
    body: HEADER_BYTES + view.getUint8(0),
  };
}

function sizeOf({ kind, body, stride, height }: Header): number {
  return kind === 'palette' ? body + PALETTE_BYTES + stride * height : body + stride * height * 2;
}

function paletteReader(view: DataView, header: Header): (index: number) => Color {
  const colors = Array.from({ length: PALETTE_ENTRIES }, (_, entry) => {
    const place = header.chip === 'snemap' ? ((entry & 15) << 4) | (entry >> 4) : entry;
    return paletteColor(view, header.body + place * 4, header.chip);
  });
  const clear: Color = [0, 0, 0, 0];
  return (index) => colors[view.getUint8(header.body + PALETTE_BYTES + index)] ?? clear;
}

function paletteColor(view: DataView, at: number, chip: TgaChip): Color {
  const first = view.getUint8(at);
  const green = view.getUint8(at + 1);
  const third = view.getUint8(at + 2);
  const alpha = view.getUint8(at + 3);
  switch (chip) {
    case 'vglite':
      return [first, green, third, alpha];
    case 'gcnanolite': {
      const full = alpha === 0 ? 0 : 255 / alpha;
      return [first * full, green * full, third * full, alpha];
    }
    case 'dave2d':
    case 'snemap':
      return [third, green, first, alpha];
  }
}

function rgb565Reader(view: DataView, header: Header): (index: number) => Color {
  return (index) => {
    const value = view.getUint16(header.body + index * 2, true);
    return [((value >> 11) * 255) / 31, (((value >> 5) & 63) * 255) / 63, ((value & 31) * 255) / 31, 255];
  };
}
