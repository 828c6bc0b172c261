import type { Signal } from './cue';
import type { Millis } from '../time';

/**
 * A pattern is `count` pulses of `on` ms with `gap` ms between them. Patterns are told apart by count and length,
 * never by strength: whichever set and carrier they come from, any two signals differ in count, or in length by at
 * least a factor of two. A signal keeps its count everywhere.
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

/**
 * How long a service may play. It is torn down after 600 ms (Zepp OS docs, App Service), and what comes before the
 * first pulse, its script and the session file, takes an unknown part of that.
 */
export const BRIEF_LIMIT: Millis = 450;

/** The pattern of a signal while a page lives. */
export function patternOf(signal: Signal, set: CueSet): Pattern {
  return pattern(signal, PAGE_PULSES[set]);
}

/** The pattern of a signal for a service: the same counts, all within `BRIEF_LIMIT`. */
export function briefPatternOf(signal: Signal): Pattern {
  return pattern(signal, BRIEF_PULSES);
}

/** How long a pattern takes from its first pulse to the end of its last. */
export function patternLength({ count, on, gap }: Pattern): Millis {
  return count * on + (count - 1) * gap;
}

const COUNTS = { lightTouch: 1, switchLeg: 2, finish: 3 } as const;

/** For each signal how long a pulse is, and how long it rests before the next. */
type Pulses = Readonly<Record<Signal, readonly [on: Millis, gap: Millis]>>;

/**
 * On a page there is time for pulses of a length that shipped apps use (docs/platform.md, V3). Those of the change of legs
 * and of the end are at least twice as long.
 */
const PAGE_PULSES: Readonly<Record<CueSet, Pulses>> = {
  standard: {
    1: [300, 0],
    2: [300, 200],
    3: [300, 200],
    4: [300, 200],
    5: [300, 200],
    lightTouch: [100, 0],
    switchLeg: [700, 300],
    finish: [900, 300],
  },
  wide: {
    1: [600, 0],
    2: [300, 400],
    3: [300, 400],
    4: [300, 400],
    5: [300, 400],
    lightTouch: [100, 0],
    switchLeg: [1500, 400],
    finish: [1800, 400],
  },
};

/** Shorter than on a page by so much that none can be taken for another signal of a page. */
const BRIEF_PULSES: Pulses = {
  1: [250, 0],
  2: [60, 70],
  3: [60, 70],
  4: [60, 70],
  5: [50, 50],
  lightTouch: [100, 0],
  switchLeg: [150, 90],
  finish: [120, 45],
};

function pattern(signal: Signal, pulses: Pulses): Pattern {
  const [on, gap] = pulses[signal];
  return { count: typeof signal === 'number' ? signal : COUNTS[signal], on, gap };
}

/** Scenes of the motor that end by themselves, with what is felt of them (Zepp OS docs, Vibrator). */
export const SCENES = {
  shortStrong: { count: 1, on: 20, gap: 0 },
  duration: { count: 1, on: 600, gap: 0 },
  durationLong: { count: 1, on: 1000, gap: 0 },
  /** "Two short, continuous vibrations"; their lengths are assumed. */
  notification: { count: 2, on: 100, gap: 100 },
  /** "Four vibrations in 1200 ms"; the split into pulses and gaps is assumed. */
  strongReminder: { count: 4, on: 150, gap: 200 },
} as const;
export type Scene = keyof typeof SCENES;

/** What stands in for a pattern where the motor takes no pattern arrays: `times` scenes, one each `every` ms. */
export interface SceneSequence {
  readonly scene: Scene;
  readonly times: number;
  readonly every: Millis;
}

/** The stand-in for a signal's pattern on a page: the same count, short and long as the pattern is. */
export function scenesOf(signal: Signal): SceneSequence {
  switch (signal) {
    case 1:
      return { scene: 'duration', times: 1, every: 0 };
    case 2:
    case 3:
    case 4:
    case 5:
      return { scene: 'shortStrong', times: signal, every: 400 };
    case 'lightTouch':
      return { scene: 'shortStrong', times: 1, every: 0 };
    case 'switchLeg':
      return { scene: 'duration', times: 2, every: 900 };
    case 'finish':
      return { scene: 'durationLong', times: 3, every: 1400 };
  }
}

/**
 * The stand-in for a signal's pattern in a service, which can start one scene and no second. It cannot tell the number
 * of a zone: any zone is one long pulse, "move on".
 */
export function briefSceneOf(signal: Signal): Scene {
  switch (signal) {
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
      return 'duration';
    case 'lightTouch':
      return 'shortStrong';
    case 'switchLeg':
      return 'notification';
    case 'finish':
      return 'strongReminder';
  }
}
