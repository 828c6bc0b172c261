import type * as Zos from '@zos/sensor';

import { isApiLevelAtLeast } from '../machine/device';
import { WEAR_STATES } from '../machine/body';
import { intoRealm } from '../machine/realm';
import { carrierOf, type Scope } from '../machine/scope';
import type { Pulse, Strength, Vibration } from '../machine/vibrator';
import type { ZosModule } from './module';

/** Members of the scene enumeration of the Vibrator (Zepp OS docs, Vibrator); the numbers are those of its first version. */
const SCENES = {
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
 * What each scene feels like. Lengths and counts are the docs' (Vibrator); how the pulses of a scene are spread over its
 * time is not stated and made even here.
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

/** Length of an action that states none; the docs leave it open. */
const DEFAULT_ACTION_MS = 50;

/** A longer list than any pattern that can be told apart by feel is taken for a mistake. */
const MOST_ACTIONS = 64;

export const NOTIFICATION_VIBRATION: Vibration = vibrationOf('VIBRATOR_SCENE_NOTIFICATION');

function vibrationOf(scene: Scene): Vibration {
  const { strength, pulses, lengthMs, repeats } = SCENE_FACTS[scene];
  const type = scene.replace('VIBRATOR_SCENE_', '');
  return { pulses: pulses.map(([startMs, onMs]) => ({ type, strength, startMs, onMs })), lengthMs, repeats };
}

export const sensor: ZosModule = {
  name: '@zos/sensor',
  inService: 'all',
  make: (scope) => ({
    ...SCENES,
    Vibrator: vibratorOf(scope),
    Screen: screenOf(scope),
    Wear: wearOf(scope),
    Battery: batteryOf(scope),
    Time: timeOf(scope),
  }),
};

// `setMode` takes the scene itself in the docs' example and in apps, an object in their table and in the typings.
type VibratorModel = Pick<Zos.Vibrator, 'start' | 'stop' | 'getConfig' | 'getType'> & {
  setMode(mode: number | Zos.Vibrator.setMode.Option): void;
};

function vibratorOf(scope: Scope) {
  return class Vibrator implements VibratorModel {
    #scene: Scene = 'VIBRATOR_SCENE_SHORT_MIDDLE';

    /**
     * Plays a scene, or, from API 3.6, a list of actions, which ends by itself. What of it goes on when its service has
     * ended is not documented. By default a list ends, as if the world that asked for it fed it to the motor, and a scene
     * goes on, as if it were the motor's own; apps are seen to rely on the second.
     */
    start(option?: Zos.Vibrator.start.Option | Zos.Vibrator.start.Action[]): void {
      const vibration = Array.isArray(option)
        ? readActions(scope, option)
        : vibrationOf(this.#readOption(option));
      const end = scope.hardware.motor.play(vibration, carrierOf(scope), scope.by);
      const { outlastsService } = scope.system;
      const goesOn =
        outlastsService === 'everything' || (outlastsService === 'scenes' && !Array.isArray(option));
      if (scope.kind === 'service' && !goesOn) scope.lifetime.own(end);
    }

    stop(): void {
      scope.hardware.motor.stop();
    }

    setMode(mode: number | Zos.Vibrator.setMode.Option): void {
      this.#scene = readScene(scope, typeof mode === 'number' ? mode : mode.mode);
    }

    getConfig(): Zos.Vibrator.getConfig.Option {
      return intoRealm(scope.realm, { mode: SCENES[this.#scene] }) as Zos.Vibrator.getConfig.Option;
    }

    getType(): Zos.Vibrator.getType.Type {
      return intoRealm(scope.realm, TYPES) as Zos.Vibrator.getType.Type;
    }

    #readOption(option: Zos.Vibrator.start.Option | undefined): Scene {
      if (option?.mode === undefined) return this.#scene;
      return readScene(scope, option.mode);
    }
  };
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

/** Two actions of one type without a pause between are felt as one. */
function appendPulse(pulses: Pulse[], pulse: Pulse): void {
  const last = pulses[pulses.length - 1];
  if (last?.type === pulse.type && last.startMs + last.onMs === pulse.startMs) {
    pulses[pulses.length - 1] = { ...last, onMs: last.onMs + pulse.onMs };
  } else pulses.push(pulse);
}

/** Registrations by the callback they were made with; they end with the page or service. */
function callbacks<Callback>(scope: Scope, listen: (callback: Callback) => () => void) {
  const known = new Map<Callback, () => void>();
  return {
    on(callback: Callback): void {
      if (typeof callback !== 'function') scope.misuse('onChange takes a function');
      known.get(callback)?.();
      const unlisten = listen(callback);
      const disown = scope.lifetime.own(unlisten);
      known.set(callback, () => {
        disown();
        unlisten();
      });
    },
    off(callback: Callback): void {
      known.get(callback)?.();
      known.delete(callback);
    },
  };
}

function screenOf(scope: Scope) {
  type Callback = (status: number) => void;
  const { screen } = scope.hardware;
  const listeners = callbacks<Callback>(scope, (callback) =>
    screen.onChange((lit) => scope.enter('Screen.onChange', () => callback(lit ? 1 : 2))),
  );
  return class Screen implements Pick<Zos.Screen, 'getStatus' | 'getAodMode' | 'onChange' | 'offChange'> {
    /** 1 on, 2 off (Zepp OS docs, Screen). */
    getStatus(): number {
      return screen.lit ? 1 : 2;
    }
    /** The virtual watch has no always-on display. */
    getAodMode(): boolean {
      return false;
    }
    onChange(callback: Callback): void {
      listeners.on(callback);
    }
    offChange(callback: Callback): void {
      listeners.off(callback);
    }
  };
}

function wearOf(scope: Scope) {
  const { body } = scope.hardware;
  const listeners = callbacks<() => void>(scope, (callback) =>
    body.onChange('wear', () => scope.enter('Wear.onChange', callback)),
  );
  return class Wear implements Zos.Wear {
    getStatus(): number {
      return WEAR_STATES.indexOf(body.wear);
    }
    onChange(callback: () => void): void {
      listeners.on(callback);
    }
    offChange(callback: () => void): void {
      listeners.off(callback);
    }
  };
}

function batteryOf(scope: Scope) {
  const { body } = scope.hardware;
  const listeners = callbacks<() => void>(scope, (callback) =>
    body.onChange('battery', () => scope.enter('Battery.onChange', callback)),
  );
  return class Battery implements Zos.Battery {
    getCurrent(): number {
      return body.battery;
    }
    onChange(callback: () => void): void {
      listeners.on(callback);
    }
    offChange(callback: () => void): void {
      listeners.off(callback);
    }
  };
}

function timeOf(scope: Scope) {
  const here = (): Date => new Date(scope.hardware.clock.wall());
  return class Time implements Pick<
    Zos.Time,
    'getTime' | 'getFullYear' | 'getMonth' | 'getDate' | 'getHours' | 'getMinutes' | 'getSeconds' | 'getDay'
  > {
    getTime(): number {
      return here().getTime();
    }
    getFullYear(): number {
      return here().getFullYear();
    }
    /** From 1 to 12 (Zepp OS docs, Time). */
    getMonth(): number {
      return here().getMonth() + 1;
    }
    getDate(): number {
      return here().getDate();
    }
    getHours(): number {
      return here().getHours();
    }
    getMinutes(): number {
      return here().getMinutes();
    }
    getSeconds(): number {
      return here().getSeconds();
    }
    /** From 1, Monday, to 7 (Zepp OS docs, Time). */
    getDay(): number {
      return here().getDay() === 0 ? 7 : here().getDay();
    }
  };
}
