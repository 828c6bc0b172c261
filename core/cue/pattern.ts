import { lazily } from '../lazily';
import type { BriefSignal, FeltSignal } from './cue';
import type { Millis } from '../time';

/**
 * How long the motor works and rests in turn, as in the Web's Vibration API: pulse, rest, pulse and so on, ending with
 * a pulse. Patterns are told apart by count and length, never by strength; see `areToldApart` in `legibility.ts`.
 */
export type Pattern = readonly Millis[];

/** The cue sets a person can choose from. `wide` is slower and its lengths are further apart. */
export const CUE_SETS = ['standard', 'wide'] as const;
export type CueSet = (typeof CUE_SETS)[number];

/** How hard the motor works. */
export const STRENGTHS = ['gentle', 'normal', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * The maximum length of a brief signal. A service is torn down after 600 ms (Zepp OS docs, App Service), and loading
 * its script and the session file takes an unknown part of that before the first pulse.
 */
export const BRIEF_LIMIT: Millis = 450;

/** The pattern of a signal. The brief ones are the same in every set, since they use all the time available. */
export function patternOf(signal: FeltSignal, set: CueSet): Pattern {
  switch (signal) {
    case 'moveUp':
    case 'legDone':
      return pattern(signal, BRIEF_TIMING[signal]);
    default:
      return pattern(signal, timing()[set][signal]);
  }
}

/** The time from the start of the first pulse to the end of the last. */
export function patternLength(pattern: Pattern): Millis {
  return pattern.reduce((sum, ms) => sum + ms, 0);
}

/**
 * The pulses of each signal, by groups. Four and five pulses come in two groups: people who know the grouping count
 * grouped pulses with far fewer errors (Plaisier, Holt & Kappers 2020, IEEE Transactions on Haptics).
 */
const GROUPS: Readonly<Record<FeltSignal, readonly number[]>> = {
  1: [1],
  2: [2],
  3: [3],
  4: [2, 2],
  5: [3, 2],
  lightTouch: [1],
  switchLeg: [2],
  finish: [3],
  moveUp: [2],
  legDone: [1],
};

/** The rest between two groups as a multiple of the rest within one, so that they feel different. */
const GROUP_REST = 2.5;

/** The length of a signal's pulse, and the rest before the next pulse of its group. */
type Timing = readonly [on: Millis, gap: Millis];

/**
 * Lengths that shipped apps use (docs/platform.md, V3). Changing legs and the end take more than twice as long as a
 * zone.
 */
const timing = lazily(
  (): Readonly<Record<CueSet, Readonly<Record<Exclude<FeltSignal, 'moveUp' | 'legDone'>, Timing>>>> => ({
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
      1: [700, 0],
      2: [300, 400],
      3: [300, 400],
      4: [300, 400],
      5: [300, 400],
      lightTouch: [100, 0],
      switchLeg: [1500, 400],
      finish: [1800, 400],
    },
  }),
);

/**
 * One short pulse is a light touch, as everywhere; two short ones mean move up; a long one means that the leg is done.
 * None can be mistaken for another signal of either set, since the screen may be dark for some cues of a session and
 * lit for others.
 */
const BRIEF_TIMING: Readonly<Record<'moveUp' | 'legDone', Timing>> = {
  moveUp: [100, 150],
  legDone: [450, 0],
};

function pattern(signal: FeltSignal, [on, gap]: Timing): Pattern {
  const parts: Millis[] = [];
  GROUPS[signal].forEach((count, group) => {
    if (group > 0) parts.push(gap * GROUP_REST);
    for (let pulse = 0; pulse < count; pulse += 1) {
      if (pulse > 0) parts.push(gap);
      parts.push(on);
    }
  });
  return parts;
}

/** Motor scenes that end by themselves, with what is felt of them (Zepp OS docs, Vibrator). */
export const SCENES = {
  duration: [600],
  durationLong: [1000],
  /** "Two short, continuous vibrations"; the lengths are assumed. */
  notification: [100, 150, 100],
} as const;
export type Scene = keyof typeof SCENES;

/** A scene that lasts at least `on`, for a pulse that a page stops in time. */
export function sceneFor(on: Millis): Scene {
  return on <= SCENES.duration[0] ? 'duration' : 'durationLong';
}

/**
 * The scene that stands for a signal in a service whose motor takes no lists: such a service can start one scene and
 * nothing after it. There is none for a light touch, because the short scenes last 20 ms, which cannot be felt with
 * many motors.
 */
export function briefSceneOf(signal: BriefSignal): Scene | undefined {
  switch (signal) {
    case 'lightTouch':
      return undefined;
    case 'moveUp':
      return 'notification';
    case 'legDone':
      return 'duration';
  }
}
