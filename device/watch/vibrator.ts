import {
  Vibrator as Motor,
  VIBRATOR_SCENE_DURATION,
  VIBRATOR_SCENE_DURATION_LONG,
  VIBRATOR_SCENE_NOTIFICATION,
  VIBRATOR_SCENE_SHORT_STRONG,
  VIBRATOR_SCENE_STRONG_REMINDER,
} from '@zos/sensor';
import type { Signal } from '../../core/cue/cue';
import type { CueSet, Pattern, Scene, SceneSequence, Strength } from '../../core/cue/pattern';
import { briefPatternOf, briefSceneOf, patternOf, scenesOf } from '../../core/cue/pattern';
import type { Clock, Undo } from './clock';

/** How a person wants to feel cues. */
export interface Touch {
  readonly set: CueSet;
  readonly strength: Strength;
}

/** What a page feels cues with. */
export interface Haptics {
  /** Plays a signal from its start; one that is still playing ends. */
  play(signal: Signal, touch: Touch): void;
  /** Ends what is playing. */
  stop(): void;
}

/** The motor of the watch. */
export interface Vibrator extends Haptics {
  /** Plays a signal as a service does, to let it be felt beforehand; one that is still playing ends. */
  playBrief(signal: Signal, strength: Strength): void;
}

/** The motor as a page uses it: full patterns, or scenes one after another where arrays are not taken. */
export function pageVibrator(clock: Clock): Vibrator {
  const motor = new Motor();
  let undo: Undo = nothing;
  const stop = (): void => {
    undo();
    undo = nothing;
    motor.stop();
  };
  return {
    play(signal, touch) {
      stop();
      const actions = actionsFor(motor, patternOf(signal, touch.set), touch.strength);
      if (actions) motor.start(actions);
      else undo = playScenes(motor, clock, scenesOf(signal));
    },
    playBrief(signal, strength) {
      stop();
      playFromService(signal, strength);
    },
    stop,
  };
}

/**
 * Plays a signal as a service does, in one call that needs nothing afterwards, neither a timer nor a stop. A page may
 * play it too, to let it be felt beforehand.
 */
export function playFromService(signal: Signal, strength: Strength): void {
  const motor = new Motor();
  const actions = actionsFor(motor, briefPatternOf(signal), strength);
  motor.start(actions ?? { mode: modeOf(briefSceneOf(signal)) });
}

type Action = Motor.start.Action;

function actionsFor(motor: Motor, pattern: Pattern, strength: Strength): Action[] | undefined {
  const types = pulseTypes(motor);
  if (!types) return undefined;
  const pulse = { type: types[strength], duration: pattern.on };
  const actions: Action[] = [pulse];
  while (actions.length < pattern.count * 2 - 1) {
    actions.push({ type: types.pause, duration: pattern.gap }, pulse);
  }
  return actions;
}

/** The motor's numbers for our pulses, or nothing where pattern arrays are not known (API level below 3.6). */
function pulseTypes(motor: Motor): (Record<Strength, number> & { readonly pause: number }) | undefined {
  if (typeof motor.getType !== 'function') return undefined;
  // GENTLE_SHORT and URGENT are shipped with lengths in ms; that CONTINUOUS takes one is assumed (docs/platform.md).
  const { GENTLE_SHORT, URGENT, CONTINUOUS, PAUSE } = motor.getType();
  const known = [GENTLE_SHORT, URGENT, CONTINUOUS, PAUSE].every((type) => typeof type === 'number');
  return known ? { gentle: GENTLE_SHORT, normal: URGENT, strong: CONTINUOUS, pause: PAUSE } : undefined;
}

function playScenes(motor: Motor, clock: Clock, { scene, times, every }: SceneSequence): Undo {
  motor.stop();
  motor.start({ mode: modeOf(scene) });
  if (times <= 1) return nothing;
  let undo: Undo = nothing;
  undo = clock.after(every, () => {
    undo = playScenes(motor, clock, { scene, times: times - 1, every });
  });
  return () => {
    undo();
  };
}

function modeOf(scene: Scene): number {
  switch (scene) {
    case 'shortStrong':
      return VIBRATOR_SCENE_SHORT_STRONG;
    case 'duration':
      return VIBRATOR_SCENE_DURATION;
    case 'durationLong':
      return VIBRATOR_SCENE_DURATION_LONG;
    case 'notification':
      return VIBRATOR_SCENE_NOTIFICATION;
    case 'strongReminder':
      return VIBRATOR_SCENE_STRONG_REMINDER;
  }
}

function nothing(): void {
  // There is nothing to take back.
}

// For pages that are not handed a `Watch` yet.
export const pageHaptics = pageVibrator;
