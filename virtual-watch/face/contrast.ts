/** The contrast between a colour and its background, as WCAG 2.1 defines it (relative luminance, contrast ratio). */

/** Red, green and blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The components of 0xRRGGBB. */
export function rgbOf(color: number): Rgb {
  return [(color >> 16) & 255, (color >> 8) & 255, color & 255];
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: Rgb, other: Rgb): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour seen when `above` covers `below` with an alpha of 0 to 255. */
export function blend(above: Rgb, below: Rgb, alpha: number): Rgb {
  const mix = (i: 0 | 1 | 2): number => (above[i] * alpha + below[i] * (255 - alpha)) / 255;
  return [mix(0), mix(1), mix(2)];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
