import type { Frame } from '../../device/ui/frame';
import { SIZES } from '../../device/ui/theme';

/** The measures of the session screen that depend on the shape of the screen and on the text size, in design units. */
export interface Measures {
  /** From the top down: where the legs, their name, the zone, and the text for sitting down begin. */
  readonly legs: number;
  readonly leg: number;
  readonly zone: number;
  readonly prepare: number;
  /** Where the name of the leg begins above a question about it. */
  readonly asked: number;
  /** The distance between the legs and what is next to them. */
  readonly beside: number;
  /** The height of the name of a leg, and how much of it is empty above its letters. */
  readonly line: number;
  readonly empty: number;
  /** The distance from the name of the leg to the text for sitting down, and from there to the picture. */
  readonly title: number;
  readonly seat: number;
  /** How far above the button the time, the pause band and the line for notes begin, and where the last two end. */
  readonly time: number;
  readonly band: readonly [from: number, to: number];
  readonly note: readonly [from: number, to: number];
  /** The distance of a title and a note from the edge of the screen. */
  readonly titleMargin: number;
  readonly noteMargin: number;
  readonly countdown: number;
  readonly longTime: number;
  /** The heights of a question below the screen, of advice, and of the text about the dark look. */
  readonly ask: number;
  readonly advice: number;
  readonly word: number;
}

/** The zone may take two lines. Its box overlaps that of the time slightly, where the digits have no ink. */
const PLAIN: Omit<Measures, 'legs' | 'leg' | 'zone' | 'prepare' | 'asked'> = {
  ...{ beside: 8, line: 45, empty: 8, title: 44, seat: 58 },
  ...{ time: 128, band: [43, 9], note: [43, 7], titleMargin: 17, noteMargin: 22 },
  ...{ countdown: SIZES.countdown, longTime: 72, ask: 54, advice: 180, word: 188 },
};

/** In large text the leg and the zone take more space, and the time slightly less. */
const LARGE: Omit<Measures, 'legs' | 'leg' | 'zone' | 'prepare' | 'asked' | 'time' | 'band' | 'note'> = {
  ...{ beside: 1, line: 60, empty: 17, title: 52, seat: 60 },
  ...{ titleMargin: 15, noteMargin: 17 },
  ...{ countdown: 72, longTime: 64, ask: 110, advice: 300, word: 280 },
};

const MEASURES: Readonly<Record<'plain' | 'large', Readonly<Record<Frame['shape'], () => Measures>>>> = {
  plain: {
    round: () => ({ ...PLAIN, band: [38, 5], legs: 58, leg: 58, zone: 93, prepare: 46, asked: 43 }),
    square: () => ({ ...PLAIN, legs: 30, leg: 30, zone: 68, prepare: 34, asked: 31 }),
  },
  large: {
    round: () => ({
      ...LARGE,
      legs: 80,
      leg: 61,
      zone: 111,
      prepare: 50,
      asked: 28,
      time: 113,
      band: [34, -2],
      note: [44, -3],
    }),
    square: () => ({
      ...LARGE,
      legs: 34,
      leg: 28,
      zone: 78,
      prepare: 30,
      asked: 8,
      time: 120,
      band: [42, 4],
      note: [46, 0],
    }),
  },
};

export function measuresFor({ shape, isLarge = false }: Frame): Measures {
  return MEASURES[isLarge ? 'large' : 'plain'][shape]();
}
