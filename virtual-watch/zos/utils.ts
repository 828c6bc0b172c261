import type * as Zos from '@zos/utils';

import { LOG_LEVELS, type LogLevel } from '../machine/log';
import type { Scope } from '../machine/scope';
import type { ZosModule } from './module';
import { checkValue } from './options';

type Utils = Pick<typeof Zos, 'px' | 'assets'>;

export const utils: ZosModule = {
  name: '@zos/utils',
  inService: 'all',
  inCard: 'all',
  // Works in memory only and does not use the watch.
  outlivePage: (member) => member === 'EventBus',
  make: (scope) =>
    ({
      /** Rounds up (Zepp OS docs, px). If its argument is a literal, the compiler has already evaluated it. */
      px(value) {
        const { designWidth } = scope.package.manifest;
        return Math.ceil((checkValue(scope, 'px', value, 'number') / designWidth) * scope.device.width);
      },
      assets: (base) => (path, isRtl) =>
        `${base}/${isRtl === true ? path.replace(/(\.\w+)$/, '@rtl$1') : path}`,
      log: makeLogger(scope, 'log'),
      EventBus: makeEventBus(scope),
    }) satisfies Utils & Readonly<Record<'log' | 'EventBus', unknown>>,
};

type Logger = Readonly<Record<LogLevel, (...args: readonly unknown[]) => void>> & {
  getLogger(name: string): Logger;
};

function makeLogger(scope: Scope, name: string): Logger {
  const print =
    (level: LogLevel) =>
    (...args: readonly unknown[]) =>
      scope.system.print(level, name, args);
  const levels = Object.fromEntries(LOG_LEVELS.map((level) => [level, print(level)]));
  return {
    ...(levels as Record<LogLevel, (...args: readonly unknown[]) => void>),
    getLogger: (child) => makeLogger(scope, checkValue(scope, 'getLogger', child, 'string')),
  };
}

type Listener = (...args: readonly unknown[]) => void;

/** Publishes and subscribes. `off` without a listener removes all, as ZML uses it. */
function makeEventBus(scope: Scope) {
  return class EventBus {
    readonly #listeners = new Map<string, Listener[]>();

    on(event: string, listener: Listener): void {
      checkValue(scope, 'EventBus.on: listener', listener, 'function');
      this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    }
    once(event: string, listener: Listener): void {
      const once: Listener = (...args) => {
        this.off(event, once);
        listener(...args);
      };
      this.on(event, once);
    }
    off(event: string, listener?: Listener): void {
      const left = (this.#listeners.get(event) ?? []).filter(
        (known) => listener !== undefined && known !== listener,
      );
      if (left.length > 0) this.#listeners.set(event, left);
      else this.#listeners.delete(event);
    }
    emit(event: string, ...args: readonly unknown[]): void {
      for (const listener of this.#listeners.get(event) ?? []) listener(...args);
    }
    clear(): void {
      this.#listeners.clear();
    }
    count(event?: string): number {
      return event === undefined ? this.#listeners.size : (this.#listeners.get(event)?.length ?? 0);
    }
  };
}
