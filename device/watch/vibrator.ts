import {
  Vibrator as Motor,
  VIBRATOR_SCENE_DURATION,
  VIBRATOR_SCENE_DURATION_LONG,
  VIBRATOR_SCENE_NOTIFICATION,
} from '@zos/sensor';
import type { FeltSignal, Language, Signal } from '../../core/cue/cue';
import { briefOf } from '../../core/cue/cue';
import type { CueSet, Pattern, Scene, Strength } from '../../core/cue/pattern';
import { briefSceneOf, patternOf, sceneFor } from '../../core/cue/pattern';
import type { Clock, Undo } from './clock';
import { answerOf, attempt, fieldsOf } from './fence';

/** The person's preferences for how cues feel. */
export interface Touch {
  readonly set: CueSet;
  readonly strength: Strength;
}

/** The motor of the watch, as a page uses it. */
export interface Haptics {
  /** Plays a signal from its start, ending one that is still playing. Returns whether the motor took it. */
  play(signal: FeltSignal, touch: Touch): boolean;
  /** Ends what is playing. */
  stop(): void;
}

/** The motor for a page: plays lists of pulses or, if those are not accepted, scenes that it stops in time. */
export function pageVibrator(clock: Clock): Haptics {
  const motor = openMotor();
  if (!motor) return { play: () => false, stop: nothing };
  let undo: Undo = nothing;
  const stop = (): void => {
    undo();
    undo = nothing;
    stopMotor(motor);
  };
  return {
    play(signal, touch) {
      stop();
      if (startList(motor, patternOf(signal, touch.set), touch.strength)) return true;
      const scenes = playScenes(motor, clock, patternOf(signal, 'standard'));
      undo = scenes ?? nothing;
      return scenes !== undefined;
    },
    stop,
  };
}

/**
 * Plays a signal from a service, in calls that need no timer. Returns what was started. If the motor takes no lists, a
 * light touch cannot be played.
 */
export function playFromService(
  signal: Signal,
  form: Language,
  strength: Strength,
): Language | 'scene' | 'refused' {
  const motor = openMotor();
  if (!motor) return 'refused';
  stopMotor(motor);
  const brief = briefOf(signal);
  if (startList(motor, patternOf(form === 'full' ? signal : brief, 'standard'), strength)) return form;
  const scene = briefSceneOf(brief);
  if (scene === undefined) return 'refused';
  return startScene(motor, scene) ? 'scene' : 'refused';
}

/** Ends what a service has started. */
export function stopFromService(): void {
  const motor = openMotor();
  if (motor) stopMotor(motor);
}

type Action = Motor.start.Action;

/** Undefined if the watch offers no motor. */
function openMotor(): Motor | undefined {
  let motor: Motor | undefined;
  attempt(() => {
    motor = new Motor();
  });
  return motor;
}

/** The next pattern is started whether or not stopping succeeds. */
function stopMotor(motor: Pick<Motor, 'stop'>): void {
  attempt(() => {
    motor.stop();
  });
}

/** Returns false if the motor does not accept lists of pulses. */
function startList(motor: Motor, pattern: Pattern, strength: Strength): boolean {
  const types = pulseTypes(motor);
  if (!types) return false;
  const list = pattern.map((duration, place): Action => ({
    type: place % 2 === 0 ? types[strength] : types.pause,
    duration,
  }));
  return attempt(() => {
    motor.start(list);
  });
}

/** The motor's constants for pulses; undefined if it does not know pattern arrays (API level below 3.6). */
function pulseTypes(motor: Motor): (Record<Strength, number> & { readonly pause: number }) | undefined {
  const told = answerOf(() => motor.getType());
  // Apps are shipped that pass lengths in ms with GENTLE_SHORT and URGENT; that CONTINUOUS takes one is assumed
  // (docs/platform.md).
  const { GENTLE_SHORT: gentle, URGENT: normal, CONTINUOUS: strong, PAUSE: pause } = fieldsOf(told);
  const isKnown = isNumber(gentle) && isNumber(normal) && isNumber(strong) && isNumber(pause);
  return isKnown ? { gentle, normal, strong, pause } : undefined;
}

/** Plays each pulse of a pattern as a scene that is stopped at its end; undefined if the motor refuses the first. */
function playScenes(motor: Motor, clock: Clock, pattern: Pattern): Undo | undefined {
  let undo: Undo = nothing;
  const playFrom = (place: number): boolean => {
    const [on, rest] = pattern.slice(place);
    if (on === undefined || !startScene(motor, sceneFor(on))) return false;
    undo = clock.after(on, () => {
      stopMotor(motor);
      undo = rest === undefined ? nothing : clock.after(rest, () => playFrom(place + 2));
    });
    return true;
  };
  if (!playFrom(0)) return undefined;
  return () => {
    undo();
  };
}

/**
 * Some watches ignore the scene passed to `start` (docs/platform.md, V11), so it is set before. Returns whether it
 * started.
 */
function startScene(motor: SceneMotor, scene: Scene): boolean {
  const mode = modeOf(scene);
  stopMotor(motor);
  // The docs show both forms. The one that watches are reported to accept comes last.
  attempt(() => {
    motor.setMode({ mode });
  });
  attempt(() => {
    motor.setMode(mode);
  });
  return attempt(() => {
    motor.start();
  });
}

/** The motor with both forms of `setMode`; the typings have one. */
interface SceneMotor {
  stop(): void;
  setMode(mode: number | { readonly mode: number }): void;
  start(): void;
}

function modeOf(scene: Scene): number {
  switch (scene) {
    case 'duration':
      return VIBRATOR_SCENE_DURATION;
    case 'durationLong':
      return VIBRATOR_SCENE_DURATION_LONG;
    case 'notification':
      return VIBRATOR_SCENE_NOTIFICATION;
  }
}

function isNumber(told: unknown): told is number {
  return typeof told === 'number' && !isNaN(told);
}

function nothing(): void {
  // There is nothing to undo.
}
