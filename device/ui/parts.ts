import type { ButtonElement, TextElement } from './element';
import type { Box } from './frame';
import { COLORS, pressed } from './theme';

/** One line of text, centred in its box unless told otherwise. `size` is in pixels. */
export function line(
  key: string,
  box: Box,
  text: string,
  size: number,
  color: number = COLORS.text,
  align: TextElement['align'] = 'center',
): TextElement {
  return { kind: 'text', key, ...box, text, size, color, align, overflow: 'ellipsis' };
}

/** Text of several lines. */
export function paragraph(
  key: string,
  box: Box,
  text: string,
  size: number,
  color: number,
  align: 'left' | 'center' = 'center',
): TextElement {
  return { ...line(key, box, text, size, color, align), overflow: 'wrap' };
}

/** `key` is for the main button, `chosen` for a selected one, `plain` for all others. */
const LOOKS = {
  key: { fill: COLORS.key, color: COLORS.onKey },
  chosen: { fill: COLORS.chosen, color: COLORS.onChosen },
  plain: { fill: COLORS.button, color: COLORS.onButton },
} as const;

/** The colour of each look while it is pressed, once computed. */
const known: { -readonly [Look in keyof typeof LOOKS]?: number } = {};

export function button<Action>(
  action: Action & string,
  box: Box,
  text: string,
  size: number,
  look: keyof typeof LOOKS,
): ButtonElement<Action> {
  const { fill, color } = LOOKS[look];
  const pressedFill = (known[look] = known[look] ?? pressed(fill));
  return { kind: 'button', key: action, ...box, text, size, color, fill, pressedFill, action };
}

/** Divides `row` into boxes side by side with widths in the proportion of `shares`, `gap` pixels apart. */
export function columns(row: Box, gap: number, shares: readonly number[]): readonly Box[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const room = row.w - gap * (shares.length - 1);
  let x = row.x;
  return shares.map((share) => {
    const box = { ...row, x, w: Math.floor((room * share) / whole) };
    x += box.w + gap;
    return box;
  });
}
