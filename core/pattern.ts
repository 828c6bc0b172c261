import type { Signal } from './cue';
import type { Millis } from './time';

/**
 * A pattern is `count` pulses of `on` ms with `gap` ms between them. Patterns are told apart by count and length,
 * never by strength: any two of a set differ in count, or in length by at least a factor of two.
 */
export interface Pattern {
  readonly count: number;
  readonly on: Millis;
  readonly gap: Millis;
}

/** The sets a person can choose from; `wide` is slower and its lengths lie further apart. */
export const CUE_SETS = ['standard', 'wide'] as const;
export type CueSet = (typeof CUE_SETS)[number];

/** How hard the motor works. */
export const STRENGTHS = ['gentle', 'normal', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** A service is torn down after 600 ms (Zepp OS docs, App Service): what it plays has to fit. */
export const BRIEF_LIMIT: Millis = 600;

/** The pattern of a signal while a page lives. */
export function patternOf(signal: Signal, set: CueSet): Pattern {
  return shape(signal, PAGE_SHAPES[set]);
}

/** The pattern of a signal for a service: the same counts, all within `BRIEF_LIMIT`. */
export function briefPatternOf(signal: Signal): Pattern {
  return shape(signal, BRIEF_SHAPES);
}

/** How long a pattern takes from its first pulse to the end of its last. */
export function patternLength({ count, on, gap }: Pattern): Millis {
  return count * on + (count - 1) * gap;
}

interface Shapes {
  readonly zonePulse: Omit<Pattern, 'count'>;
  readonly lightTouch: Pattern;
  readonly switchLeg: Pattern;
  readonly finish: Pattern;
}

const PAGE_SHAPES: Record<CueSet, Shapes> = {
  standard: {
    zonePulse: { on: 150, gap: 150 },
    lightTouch: { count: 1, on: 60, gap: 0 },
    switchLeg: { count: 2, on: 500, gap: 250 },
    finish: { count: 3, on: 700, gap: 250 },
  },
  wide: {
    zonePulse: { on: 250, gap: 350 },
    lightTouch: { count: 1, on: 60, gap: 0 },
    switchLeg: { count: 2, on: 1200, gap: 400 },
    finish: { count: 3, on: 1500, gap: 400 },
  },
};

const BRIEF_SHAPES: Shapes = {
  zonePulse: { on: 60, gap: 55 },
  lightTouch: { count: 1, on: 25, gap: 0 },
  switchLeg: { count: 2, on: 220, gap: 120 },
  finish: { count: 3, on: 150, gap: 70 },
};

function shape(signal: Signal, shapes: Shapes): Pattern {
  switch (signal) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return { count: signal, ...shapes.zonePulse };
    case 'lightTouch':
    case 'switchLeg':
    case 'finish':
      return shapes[signal];
  }
}

/** A scene of the motor that ends by itself, with what is felt of it (Zepp OS docs, Vibrator). */
export const SCENES = {
  shortStrong: { count: 1, on: 20, gap: 0 },
  duration: { count: 1, on: 600, gap: 0 },
  /** "Four vibrations in 1200 ms"; the split into pulses and gaps is assumed. */
  strongReminder: { count: 4, on: 150, gap: 150 },
} as const;
export type Scene = keyof typeof SCENES;

/** What stands in for a pattern where the motor takes no pattern arrays: `times` scenes, one each `every` ms. */
export interface SceneSequence {
  readonly scene: Scene;
  readonly times: number;
  readonly every: Millis;
}

/** The stand-in for a signal's pattern; it keeps the counts of the zones. */
export function scenesOf(signal: Signal): SceneSequence {
  switch (signal) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return { scene: 'duration', times: signal, every: 850 };
    case 'lightTouch':
      return { scene: 'shortStrong', times: 1, every: 0 };
    case 'switchLeg':
      return { scene: 'strongReminder', times: 1, every: 0 };
    case 'finish':
      return { scene: 'strongReminder', times: 2, every: 1500 };
  }
}
