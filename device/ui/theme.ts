/**
 * The look of the app. The screen is OLED, so the background is black. Contrast (WCAG) is at least 4.5 for text and 3
 * for graphics; no grey has all channels between 1 and 46, which the panels do not show evenly (Zepp design docs,
 * Color).
 */
export const COLORS = {
  background: 0x000000,
  /** Primary text. */
  text: 0xffffff,
  /** Secondary text. */
  quiet: 0xb4c8c7,
  /** What needs attention: stop signs, a pause, the lit zone. */
  warm: 0xffb454,
  /** The main button, and progress. */
  key: 0x5fd6cd,
  onKey: 0x00312f,
  /** The chosen one of several buttons. */
  chosen: 0xd5ebe9,
  onChosen: 0x00312f,
  /** All other buttons. */
  button: 0x1f4f4e,
  onButton: 0xffffff,
  /** The remaining part of a gauge. */
  track: 0x173b3a,
  /** The remaining part of a leg. */
  legAhead: 0x1a6865,
  /** What does not count: a leg with nothing planned, a switch that is off, furniture. */
  grey: 0x5f6a69,
  /** What is still to do of a leg in a pause, and a day without a session. */
  dimAhead: 0x8f9c9b,
  /** The lit zone and what is done while the session is paused, and the other leg when it is done. */
  dimZone: 0xb07c38,
  dimDone: 0x4c8f8a,
  onWarm: 0x2e1a00,
  /** What is behind warm text that must not look like a button. */
  band: 0x573a0f,
} as const;

/** Text sizes in design units; Zepp apps use no less than 24. */
export const SIZES = { small: 24, body: 26, label: 30, title: 36, zone: 48, countdown: 80 } as const;

/**
 * The minimum height and width of a touch target in design units: greasy fingers need more than the 64 of Zepp's design
 * docs (Buttons).
 */
export const TARGET = 72;

/** A pressed button loses 28.6 % of its brightness (Zepp design docs, Color). */
export function pressed(color: number): number {
  const dim = (shift: number): number => Math.round(((color >> shift) & 0xff) * (1 - 0.286)) << shift;
  return dim(16) | dim(8) | dim(0);
}
