import { createCanvas } from '@napi-rs/canvas';
import { chipOf, decodeTga, type TgaChip } from '../../../virtual-watch/face/tga';
import type { Pixels } from '../../../virtual-watch/face/brush';

interface Converted {
  readonly outFiles: readonly { readonly data: Uint8Array }[];
}
type Convert = (input: {
  readonly format: number;
  readonly inBuffer: readonly { readonly name: string; readonly buffer: Uint8Array }[];
}) => Converted;

/** The converter inside zpm, and the numbers it gives its formats. */
const convert = jest.requireActual<Convert>('@zeppos/zpm/bin/png2tga.worker.js');
const PALETTE: Readonly<Record<TgaChip, number>> = { gcnanolite: 0, dave2d: 1, snemap: 5, vglite: 7 };
const RGB565: Readonly<Record<TgaChip, number>> = { gcnanolite: 3, dave2d: 4, snemap: 6, vglite: 8 };
const CHIPS = Object.keys(PALETTE) as TgaChip[];

/** A drawing of few plain colours, 37 x 11: a width that some chips pad. */
function drawing(): { readonly png: Uint8Array; readonly pixels: Uint8ClampedArray } {
  const canvas = createCanvas(37, 11);
  const brush = canvas.getContext('2d');
  const colors = ['#ff8040', '#2060c0', '#00ff00', '#ffffff'];
  colors.forEach((color, index) => {
    brush.fillStyle = color;
    brush.fillRect(index * 9, index, 8, 6);
  });
  return { png: canvas.toBuffer('image/png'), pixels: brush.getImageData(0, 0, 37, 11).data };
}

function viaZpm(format: number): Uint8Array {
  const [file] = convert({ format, inBuffer: [{ name: 'a.png', buffer: drawing().png }] }).outFiles;
  if (file === undefined) throw new Error('zpm wrote nothing');
  return file.data;
}

function decoded(bytes: Uint8Array, chip: TgaChip): Pixels {
  const result = decodeTga(bytes, chip);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** The file with the header of an image of 24 bits a pixel. */
function otherDepth(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  changed[16] = 24;
  return changed;
}

/** The largest difference of a colour part of a pixel that can be seen. */
function farthest(pixels: Pixels, original: Uint8ClampedArray): number {
  let farthest = 0;
  for (let at = 0; at < original.length; at += 4) {
    if (original[at + 3] !== 255) continue;
    for (let part = 0; part < 4; part++) {
      farthest = Math.max(farthest, Math.abs((pixels.data[at + part] ?? 0) - (original[at + part] ?? 0)));
    }
  }
  return farthest;
}

describe('images of a built package', () => {
  test.each(CHIPS)('what zpm makes of a PNG for the chip %s is read back in its colours', (chip) => {
    const pixels = decoded(viaZpm(PALETTE[chip]), chip);
    expect([pixels.width, pixels.height]).toEqual([37, 11]);
    expect(farthest(pixels, drawing().pixels)).toBeLessThanOrEqual(12);
  });

  test.each(CHIPS)('an image without transparency for the chip %s is read back as well', (chip) => {
    const pixels = decoded(viaZpm(RGB565[chip]), chip);
    expect([pixels.width, pixels.height]).toEqual([37, 11]);
    // Five bits a colour, and zpm dithers between the two nearest.
    expect(farthest(pixels, drawing().pixels)).toBeLessThanOrEqual(16);
  });

  test('what was transparent stays transparent', () => {
    const { data, width } = decoded(viaZpm(PALETTE.snemap), 'snemap');
    expect(data[(10 * width + 2) * 4 + 3]).toBe(0);
  });

  test('a file in the self-describing format needs no chip', () => {
    const bytes = viaZpm(PALETTE.vglite);
    expect(decoded(bytes, 'dave2d').data).toEqual(decoded(bytes, 'vglite').data);
  });

  test.each([
    ['nothing', new Uint8Array(0), 'truncated'],
    ['a PNG', drawing().png, 'not-somh'],
    ['half a file', viaZpm(PALETTE.snemap).slice(0, 1200), 'truncated'],
    ['another depth', otherDepth(viaZpm(PALETTE.snemap)), 'unknown-kind'],
  ])('%s is refused by name', (_, bytes, error) => {
    expect(decodeTga(bytes, 'snemap')).toEqual({ ok: false, error });
  });

  test.each([
    [undefined, 'gcnanolite'],
    ['NXP', 'gcnanolite'],
    ['dialog', 'dave2d'],
    ['ZPS', 'vglite'],
    ['MHS002', 'snemap'],
    ['unknown', 'snemap'],
  ] as const)('a device table that says %s means the layout %s', (manufacturer, chip) => {
    expect(chipOf(manufacturer)).toBe(chip);
  });
});
