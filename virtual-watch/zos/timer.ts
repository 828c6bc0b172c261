import type * as Zos from '@zos/timer';

import type { Cancel, Clock } from '../machine/clock';
import type { Scope } from '../machine/scope';
import type { TimerHold } from '../machine/timer-hold';
import type { WorldTime } from '../machine/world-time';
import type { ZosModule } from './module';
import { checkValue } from './options';

/** `setInterval` with 0 still lets time pass. */
const LEAST_INTERVAL_MS = 1;

/** What the timers belong to. */
export type TimerOwner = Pick<Scope, 'kind' | 'lifetime' | 'enter' | 'misuse'> & {
  readonly hardware: { readonly clock: Clock };
  /** What may delay them. */
  readonly timerHold?: TimerHold;
  /** The owner's own time, if it can be ahead of the clock. */
  readonly time?: Pick<WorldTime, 'now'>;
};

/**
 * The timers of a page or of the app around it, which end with their owner. In a service these functions exist but
 * never fire (reported for a GTR 4).
 */
export function makeTimers(scope: TimerOwner) {
  const pending = new Map<number, Cancel>();
  let lastId = 0;
  scope.lifetime.own(() => {
    for (const cancel of pending.values()) cancel();
    pending.clear();
  });

  function start(api: string, callback: unknown, delay: unknown, isRepeated: boolean): number {
    const run = checkValue(scope, `${api}: callback`, callback, 'function');
    const ms = Math.max(
      isRepeated ? LEAST_INTERVAL_MS : 0,
      checkValue(scope, `${api}: delay`, delay, 'number?') ?? 0,
    );
    const id = (lastId += 1);
    if (scope.kind === 'service' || !scope.lifetime.alive) return id;
    const { clock } = scope.hardware;
    const arm = (): void => {
      const now = scope.time?.now() ?? clock.now();
      pending.set(id, clock.at(now + ms, ring));
    };
    const ring = (): void => {
      if (scope.timerHold?.isHeld === true) {
        pending.set(id, scope.timerHold.wait(ring));
        return;
      }
      if (isRepeated) arm();
      else pending.delete(id);
      scope.enter(api, run);
    };
    arm();
    return id;
  }

  function stop(id: unknown): void {
    pending.get(id as number)?.();
    pending.delete(id as number);
  }

  return {
    setTimeout: (callback: unknown, delay?: unknown) => start('setTimeout', callback, delay, false),
    setInterval: (callback: unknown, delay?: unknown) => start('setInterval', callback, delay, true),
    clearTimeout: stop,
    clearInterval: stop,
  };
}

type SysTimer = Pick<typeof Zos, 'createSysTimer' | 'stopTimer'>;

/** The typings leave out `setTimeout` and `clearTimeout`, which ZML imports from here. */
export const timer: ZosModule = {
  name: '@zos/timer',
  since: { createSysTimer: '4.0', stopTimer: '4.0' },
  inService: 'all',
  inCard: 'all',
  make: (scope) => {
    const { setTimeout, clearTimeout } = makeTimers(scope);
    return { setTimeout, clearTimeout, ...makeSysTimers(scope) };
  },
};

/**
 * Timers of a service, from API 4.0. According to the docs they run "regardless of watch screen state"
 * (createSysTimer); according to reports they stop while the screen is dark. `serviceTimersInTheDark` decides.
 */
function makeSysTimers(scope: Scope): SysTimer {
  const running = new Map<number, Cancel>();
  let lastId = 0;
  const { clock } = scope.hardware;
  const stop = (id: number): void => {
    running.get(id)?.();
    running.delete(id);
  };
  return {
    createSysTimer(periodic, period, callback, arg) {
      if (scope.kind !== 'service') scope.misuse('createSysTimer is for app services');
      checkValue(scope, 'createSysTimer: periodic', periodic, 'boolean');
      checkValue(scope, 'createSysTimer: period', period, 'number');
      checkValue(scope, 'createSysTimer: callback', callback, 'function');
      const id = (lastId += 1);
      const arm = (ms: number): void => {
        running.set(id, clock.after(ms, ring));
      };
      const ring = (): void => {
        if (scope.timerHold.isHeld) {
          running.set(id, scope.timerHold.wait(ring));
          return;
        }
        if (periodic) arm(Math.max(LEAST_INTERVAL_MS, period));
        else running.delete(id);
        scope.enter('createSysTimer', () => callback(arg));
      };
      arm(period);
      scope.lifetime.own(() => stop(id));
      return id;
    },
    stopTimer: stop,
  };
}
