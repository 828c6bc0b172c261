import type * as Zos from '@zos/sensor';

import { isApiLevelAtLeast } from '../machine/device';
import { intoRealm } from '../machine/realm';
import { carrierOf, type Scope } from '../machine/scope';
import type { Unknowns } from '../machine/unknowns';
import type { Pulse, Strength, Vibration } from '../machine/vibrator';

/** The members of the Vibrator's scene enumeration (Zepp OS docs, Vibrator), with the numbers of its first version. */
export const SCENES = {
  VIBRATOR_SCENE_NOTIFICATION: 0,
  VIBRATOR_SCENE_CALL: 1,
  VIBRATOR_SCENE_TIMER: 5,
  VIBRATOR_SCENE_STRONG_REMINDER: 9,
  VIBRATOR_SCENE_SHORT_LIGHT: 23,
  VIBRATOR_SCENE_SHORT_MIDDLE: 24,
  VIBRATOR_SCENE_SHORT_STRONG: 25,
  VIBRATOR_SCENE_DURATION_LONG: 27,
  VIBRATOR_SCENE_DURATION: 28,
} as const;
type Scene = keyof typeof SCENES;

interface SceneFacts {
  readonly strength: Strength;
  readonly pulses: readonly (readonly [startMs: number, onMs: number])[];
  readonly lengthMs: number;
  readonly repeats: boolean;
}

/**
 * What each scene feels like. Lengths and counts come from the docs (Vibrator); how the pulses of a scene are spread
 * over its time is not stated, so they are evenly spaced here.
 */
const SCENE_FACTS: Readonly<Record<Scene, SceneFacts>> = {
  VIBRATOR_SCENE_SHORT_LIGHT: { strength: 'light', pulses: [[0, 20]], lengthMs: 20, repeats: false },
  VIBRATOR_SCENE_SHORT_MIDDLE: { strength: 'medium', pulses: [[0, 20]], lengthMs: 20, repeats: false },
  VIBRATOR_SCENE_SHORT_STRONG: { strength: 'strong', pulses: [[0, 20]], lengthMs: 20, repeats: false },
  VIBRATOR_SCENE_DURATION: { strength: 'strong', pulses: [[0, 600]], lengthMs: 600, repeats: false },
  VIBRATOR_SCENE_DURATION_LONG: { strength: 'strong', pulses: [[0, 1000]], lengthMs: 1000, repeats: false },
  VIBRATOR_SCENE_STRONG_REMINDER: {
    strength: 'strong',
    pulses: [
      [0, 150],
      [350, 150],
      [700, 150],
      [1050, 150],
    ],
    lengthMs: 1200,
    repeats: false,
  },
  VIBRATOR_SCENE_NOTIFICATION: {
    strength: 'medium',
    pulses: [
      [0, 100],
      [200, 100],
    ],
    lengthMs: 300,
    repeats: false,
  },
  VIBRATOR_SCENE_CALL: {
    strength: 'strong',
    pulses: [
      [0, 150],
      [250, 150],
    ],
    lengthMs: 500,
    repeats: true,
  },
  VIBRATOR_SCENE_TIMER: { strength: 'strong', pulses: [[0, 500]], lengthMs: 1000, repeats: true },
};

/** `getType()`, from API 3.6 (Zepp OS docs). The numbers are not published; these are made up. */
const TYPES = {
  GENTLE_SHORT: 61,
  STRONG_SHORT: 62,
  STANDARD_CROWN: 63,
  STRONG_CROWN: 64,
  SPULSE_CROWN: 65,
  DIPULSE_CROWN: 66,
  KEYCODE_CLICK: 67,
  URGENT: 68,
  CONTINUOUS: 69,
  PAUSE: 70,
} as const;
type PatternType = keyof typeof TYPES;

const STRENGTHS: Readonly<Record<PatternType, Strength>> = {
  GENTLE_SHORT: 'light',
  STRONG_SHORT: 'strong',
  STANDARD_CROWN: 'light',
  STRONG_CROWN: 'strong',
  SPULSE_CROWN: 'light',
  DIPULSE_CROWN: 'light',
  KEYCODE_CLICK: 'light',
  URGENT: 'strong',
  CONTINUOUS: 'strong',
  PAUSE: 'light',
};

/** The length of an action that gives none; the docs leave it open. */
const DEFAULT_ACTION_MS = 50;

/** A list longer than any pattern that can be told apart by feel counts as a mistake. */
const MOST_ACTIONS = 64;

/** The rest before the repetition of a scene that continues although it is not documented to; a guess. */
const ENDLESS_REST_MS = 200;

export const NOTIFICATION_VIBRATION: Vibration = vibrationOf('VIBRATOR_SCENE_NOTIFICATION', []);

function vibrationOf(scene: Scene, endless: Unknowns['endlessScenes']): Vibration {
  const { strength, pulses, lengthMs, repeats } = SCENE_FACTS[scene];
  const type = scene.replace('VIBRATOR_SCENE_', '');
  const spread = pulses.map(([startMs, onMs]) => ({ type, strength, startMs, onMs }));
  const goesOn = !repeats && endless.some((name) => name === type);
  return goesOn
    ? { pulses: spread, lengthMs: lengthMs + ENDLESS_REST_MS, repeats: true }
    : { pulses: spread, lengthMs, repeats };
}

// `setMode` takes the scene itself in the docs' example and in apps, but an object in the docs' table and in the
// typings.
type VibratorModel = Pick<Zos.Vibrator, 'start' | 'stop' | 'getConfig' | 'getType'> & {
  setMode(mode: number | Zos.Vibrator.setMode.Option): void;
};

export function vibratorOf(scope: Scope) {
  const { motor } = scope.hardware;
  const { unknowns } = scope.system;
  return class Vibrator implements VibratorModel {
    #scene: Scene = 'VIBRATOR_SCENE_SHORT_MIDDLE';

    /**
     * Plays a scene or, from API 3.6, a list of actions, which ends by itself. Which of them continues after its
     * service has ended is not documented. By default a list ends, as if the requesting world fed it to the motor, and
     * a scene continues, as if it were the motor's own; some apps rely on the latter.
     */
    start(option?: Zos.Vibrator.start.Option | Zos.Vibrator.start.Action[]): void {
      const isList = Array.isArray(option);
      const vibration = isList ? readActions(scope, option) : this.#readScene(option);
      if (isList && unknowns.actionLists === 'refused') throw scope.error('Vibrator.start: no list is taken');
      const ignored = whyIgnored(unknowns, option);
      let end = (): void => undefined;
      scope.time.whenThere(() => {
        if (!scope.lifetime.alive) return;
        if (ignored === undefined) end = motor.play(vibration, carrierOf(scope), scope.by);
        else motor.ignore(vibration, carrierOf(scope), scope.by, ignored);
      });
      const goesOn =
        unknowns.outlastsService === 'everything' || (unknowns.outlastsService === 'scenes' && !isList);
      if (scope.kind === 'service' && !goesOn) scope.lifetime.own(() => end());
    }

    stop(): void {
      scope.time.whenThere(() => motor.stop());
    }

    setMode(mode: number | Zos.Vibrator.setMode.Option): void {
      const form = typeof mode === 'number' ? 'scene' : 'object';
      const scene = readScene(scope, typeof mode === 'number' ? mode : mode.mode);
      if (unknowns.setModeTakes === 'either' || unknowns.setModeTakes === form) this.#scene = scene;
    }

    getConfig(): Zos.Vibrator.getConfig.Option {
      return intoRealm(scope.realm, { mode: SCENES[this.#scene] }) as Zos.Vibrator.getConfig.Option;
    }

    getType(): Zos.Vibrator.getType.Type {
      return intoRealm(scope.realm, TYPES) as Zos.Vibrator.getType.Type;
    }

    #readScene(option: Zos.Vibrator.start.Option | undefined): Vibration {
      const scene = option?.mode === undefined ? this.#scene : readScene(scope, option.mode);
      return vibrationOf(scene, unknowns.endlessScenes);
    }
  };
}

/** What a watch may silently ignore, by name. */
function whyIgnored(unknowns: Unknowns, option: unknown): string | undefined {
  if (Array.isArray(option))
    return unknowns.actionLists === 'ignored' ? 'a list of actions is ignored' : undefined;
  const namesMode = (option as Zos.Vibrator.start.Option | undefined)?.mode !== undefined;
  return namesMode && !unknowns.startsWithMode ? 'start({ mode }) is ignored' : undefined;
}

function readScene(scope: Scope, mode: unknown): Scene {
  const scenes = Object.keys(SCENES) as readonly Scene[];
  return (
    scenes.find((scene) => SCENES[scene] === mode) ?? scope.misuse(`Vibrator: ${String(mode)} is no scene`)
  );
}

function readActions(scope: Scope, actions: readonly Zos.Vibrator.start.Action[]): Vibration {
  if (!isApiLevelAtLeast(scope.device.apiLevel, '3.6'))
    scope.misuse('Vibrator.start takes a list from API 3.6');
  if (actions.length === 0 || actions.length > MOST_ACTIONS) {
    scope.misuse(`Vibrator.start: a list of ${actions.length} actions`);
  }
  const pulses: Pulse[] = [];
  let at = 0;
  for (const action of actions) {
    const { type, ms } = readAction(scope, action);
    if (type !== 'PAUSE') appendPulse(pulses, { type, strength: STRENGTHS[type], startMs: at, onMs: ms });
    at += ms;
  }
  return { pulses, lengthMs: at, repeats: false };
}

function readAction(scope: Scope, action: unknown): { readonly type: PatternType; readonly ms: number } {
  const { type: id, duration } = action as Partial<Zos.Vibrator.start.Action>;
  const types = Object.keys(TYPES) as readonly PatternType[];
  const type = types.find((name) => TYPES[name] === id);
  if (type === undefined)
    return scope.misuse(`Vibrator.start: ${String(id)} is no type; read them from getType()`);
  const ms = duration ?? DEFAULT_ACTION_MS;
  if (!(ms > 0)) scope.misuse(`Vibrator.start: a duration of ${String(duration)}`);
  return { type, ms };
}

/** Two actions of one type without a pause between them are felt as one. */
function appendPulse(pulses: Pulse[], pulse: Pulse): void {
  const last = pulses[pulses.length - 1];
  if (last?.type === pulse.type && last.startMs + last.onMs === pulse.startMs) {
    pulses[pulses.length - 1] = { ...last, onMs: last.onMs + pulse.onMs };
  } else pulses.push(pulse);
}
