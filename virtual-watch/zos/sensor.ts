import type * as Zos from '@zos/sensor';

import { WEAR_STATES } from '../machine/body';
import type { Scope } from '../machine/scope';
import type { ZosModule } from './module';
import { SCENES, vibratorOf } from './vibrator';

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

/** Registrations by callback; they end with the page or service. */
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
    /** 1 for on, 2 for off (Zepp OS docs, Screen). */
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
  const here = (): Date => new Date(scope.time.read());
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
