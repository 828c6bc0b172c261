import type { BriefSignal, FeltSignal } from './cue';
import type { Millis } from '../time';

/**
 * A pattern is how long the motor works and rests in turn, as in the Web's Vibration API: a pulse, a rest, a pulse and so
 * on, with a pulse at its end. Patterns are told apart by count and length, never by strength; `areToldApart` of
 * `legibility.ts` says when.
 */
export type Pattern = readonly Millis[];

/** The sets a person can choose from; `wide` is slower and its lengths lie further apart. */
export const CUE_SETS = ['standard', 'wide'] as const;
export type CueSet = (typeof CUE_SETS)[number];

/** How hard the motor works. */
export const STRENGTHS = ['gentle', 'normal', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/**
 * How long a brief signal may last. A service is torn down after 600 ms (Zepp OS docs, App Service), and what comes before
 * the first pulse, its script and the session file, takes an unknown part of that.
 */
export const BRIEF_LIMIT: Millis = 450;

/** The pattern of a signal. The brief ones are the same in every set: they take all the time that there is. */
export function patternOf(signal: FeltSignal, set: CueSet): Pattern {
  switch (signal) {
    case 'moveUp':
    case 'legDone':
      return pattern(signal, BRIEF_TIMING[signal]);
    default:
      return pattern(signal, TIMING[set][signal]);
  }
}

/** How long a pattern takes from its first pulse to the end of its last. */
export function patternLength(pattern: Pattern): Millis {
  return pattern.reduce((sum, ms) => sum + ms, 0);
}

/**
 * The pulses of each signal, by groups. Four and five pulses come in two groups: people who know of the grouping count
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

/** How many times as long as within a group the rest between two groups is, so that it is felt as another. */
const GROUP_REST = 2.5;

/** How long a pulse of a signal is, and how long it rests before the next of its group. */
type Timing = readonly [on: Millis, gap: Millis];

/** Lengths that shipped apps use (docs/platform.md, V3); a change of legs and the end are more than twice as long as a zone. */
const TIMING: Readonly<Record<CueSet, Readonly<Record<Exclude<FeltSignal, 'moveUp' | 'legDone'>, Timing>>>> =
  {
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
  };

/**
 * One short is a light touch, as everywhere; two short move up, one long is a leg that is done. None can be taken for
 * another signal of either set, since a screen may be dark for some cues of a session and lit for others.
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

/** Scenes of the motor that end by themselves, with what is felt of them (Zepp OS docs, Vibrator). */
export const SCENES = {
  duration: [600],
  durationLong: [1000],
  /** "Two short, continuous vibrations"; their lengths are assumed. */
  notification: [100, 150, 100],
} as const;
export type Scene = keyof typeof SCENES;

/** A scene that lasts at least `on`, for a pulse of a page, which stops it in time. */
export function sceneFor(on: Millis): Scene {
  return on <= SCENES.duration[0] ? 'duration' : 'durationLong';
}

/**
 * What stands in for a signal in a service whose motor takes no lists. It can start one scene and nothing after it. No
 * scene is left for a light touch: the short ones last 20 ms, which many motors do not make felt.
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
