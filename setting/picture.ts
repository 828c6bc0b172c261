import type { Node, Style } from './node';

/** The elements of drawings: pieces of a picture, or boxes for a Zepp app that cannot show pictures. */

/** The colours of text, with a contrast of at least 4.5:1 on what is behind it. */
export const INK = '#1f2328';
export const QUIET_INK = '#57606a';
/** For edges only: too pale for text. */
export const FAINT = '#8c959f';

/** Boxes side by side. */
export const LINE: Style = { display: 'flex', flexDirection: 'row' };

export function box(style: Style, children: readonly Node[] = []): Node {
  return { kind: 'box', style, children };
}

export function picture(width: number, height: number, pieces: readonly string[]): Node {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${pieces.join('')}</svg>`;
  return { kind: 'picture', svg, width, height };
}

export function svgRect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  edge: string,
): string {
  const place = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  return `<rect ${place} rx="2" fill="${fill}" stroke="${edge}" stroke-width="1.5"/>`;
}

export function svgText(
  x: number,
  y: number,
  size: number,
  fill: string,
  text: string,
  anchor: 'start' | 'middle' = 'middle',
): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}" font-family="sans-serif" fill="${fill}">${safe}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
