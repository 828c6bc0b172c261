/**
 * What runs inside QuickJS: a whole virtual watch with the package on it. The host cannot access its objects; it calls
 * the few functions below with texts and gets texts back.
 */
import { removeWhatAWatchHasNot } from '../machine/absent';
import type { DeviceFacts } from '../machine/device';
import { readZab } from '../machine/package';
import { VirtualWatch } from '../watch';
import type { Work } from './meter';
import { quickJsHost } from './realm';

export interface GuestBoot {
  readonly device: DeviceFacts;
  readonly language: string;
  /** The `.zab`, one byte per character. */
  readonly zab: string;
}

export interface Guest {
  /**
   * Starts the watch; takes a `GuestBoot` as JSON. `counter` returns how many instructions the engine has executed so
   * far.
   */
  boot(options: string, counter: () => number): void;
  /** Runs the next event due by `until`, like `VirtualWatch.step`. */
  step(until: number): boolean;
  /** Does what promise jobs have requested, once they have run. */
  settle(): void;
  /** Calls a method of the watch with its arguments as a JSON list; returns its result as JSON. */
  call(method: string, args: string): string;
  /** The engine's work for the package since the last call (`Work`), as JSON. */
  work(): string;
  /** Writes a file to the watch's disk; `content` has one byte per character. */
  putFile(path: string, content: string): void;
}

let watch: VirtualWatch | undefined;
let take = (): Work => ({ bytes: 0, parsing: 0, running: 0 });

const guest: Guest = {
  boot(options, counter) {
    const { device, language, zab } = JSON.parse(options) as GuestBoot;
    removeWhatAWatchHasNot({ ...NO_REALM, global: globalThis });
    const host = quickJsHost(counter);
    take = () => host.take();
    const bytes = Uint8Array.from(zab, (char) => char.charCodeAt(0));
    watch = VirtualWatch.boot({ zab: readZab(bytes), device, host, language });
  },
  step: (until) => theWatch().step(until),
  settle: () => theWatch().step(theWatch().now()),
  call(method, args) {
    const called = theWatch() as unknown as Readonly<Record<string, (...args: unknown[]) => unknown>>;
    const answer = called[method]?.(...(JSON.parse(args) as unknown[]));
    return JSON.stringify(answer ?? null);
  },
  work: () => JSON.stringify(take()),
  putFile(path, content) {
    theWatch().putFile(
      path,
      Uint8Array.from(content, (char) => char.charCodeAt(0)),
    );
  },
};

Object.assign(globalThis, { guest });

/** For listing what is absent, which runs nothing in the world. */
const NO_REALM = { run: () => undefined, drain: () => undefined, dispose: () => undefined };

function theWatch(): VirtualWatch {
  if (watch === undefined) throw new Error('boot the watch first');
  return watch;
}
