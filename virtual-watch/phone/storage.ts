import type { Cancel } from '../machine/clock';
import { intoRealm } from '../machine/realm';
import { checkValue } from '../zos/options';
import { strictly, type PhoneWorld } from './phone-world';

/** What writes: the side service, the settings page, or a person by other means than the app. */
export type Writer = 'side-service' | 'settings-page' | 'hand';

export interface StorageChange {
  readonly key: string;
  readonly oldValue: string | undefined;
  readonly newValue: string | undefined;
  readonly by: Writer;
}

/** How a write fails: with an error, or silently and without effect. */
export type StorageFailure = 'throws' | 'silent';

/** The Zepp app's settingsStorage: texts by key, kept whatever happens to the Zepp app. */
export class PhoneStorage {
  readonly #items = new Map<string, string>();
  readonly #listeners = new Set<(change: StorageChange) => void>();
  #failing: { left: number; readonly how: StorageFailure } = { left: 0, how: 'throws' };
  #failingReads = 0;
  #reads = 0;
  #writes = 0;

  get size(): number {
    return this.#items.size;
  }

  /** The number of reads requested, including failed ones. */
  get reads(): number {
    return this.#reads;
  }

  /** The number of writes requested, including failed ones. */
  get writes(): number {
    return this.#writes;
  }

  items(): ReadonlyMap<string, string> {
    return this.#items;
  }

  get(key: string): string | undefined {
    this.#read();
    return this.#items.get(key);
  }

  all(): Readonly<Record<string, string>> {
    this.#read();
    return Object.fromEntries(this.#items);
  }

  /** A value of `undefined` removes the key. Throws if a failure was requested. */
  put(key: string, newValue: string | undefined, by: Writer): void {
    this.#writes += 1;
    if (by !== 'hand' && this.#failing.left > 0) {
      this.#failing.left -= 1;
      if (this.#failing.how === 'throws') throw new Error('settingsStorage could not be written');
      return;
    }
    const oldValue = this.#items.get(key);
    if (newValue === undefined) this.#items.delete(key);
    else this.#items.set(key, newValue);
    if (oldValue === newValue) return;
    for (const listener of [...this.#listeners]) listener({ key, oldValue, newValue, by });
  }

  failWrites(count: number, how: StorageFailure): void {
    this.#failing = { left: count, how };
  }

  failReads(count: number): void {
    this.#failingReads = count;
  }

  onChange(listener: (change: StorageChange) => void): Cancel {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #read(): void {
    this.#reads += 1;
    if (this.#failingReads === 0) return;
    this.#failingReads -= 1;
    throw new Error('settingsStorage could not be read');
  }
}

/** A listener for changes, registered by code of the Zepp app. */
export type ChangeListener = (change: unknown) => unknown;

export interface StorageAccess {
  readonly world: PhoneWorld;
  readonly storage: PhoneStorage;
  readonly writer: Writer;
  /** Called before each write; may refuse it. */
  readonly beforeWrite?: (api: string) => void;
  readonly listeners: ChangeListener[];
}

/** `settingsStorage` as scripts see it (Zepp OS docs, Settings Storage API). A missing key reads as null. */
export function makeSettingsStorage({
  world,
  storage,
  writer,
  beforeWrite,
  listeners,
}: StorageAccess): unknown {
  const name = 'settingsStorage';
  const check = (api: string, value: unknown): string => checkValue(world, `${name}.${api}`, value, 'string');
  const attempt = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      throw world.error(error instanceof Error ? error.message : String(error));
    }
  };
  const put = (api: string, key: string, value: string | undefined): void => {
    beforeWrite?.(`${name}.${api}`);
    attempt(() => storage.put(key, value, writer));
  };
  return strictly(world, name, {
    getItem: (key: unknown) => attempt(() => storage.get(check('getItem: key', key)) ?? null),
    setItem: (key: unknown, value: unknown) =>
      put('setItem', check('setItem: key', key), check('setItem: value', value)),
    removeItem: (key: unknown) => put('removeItem', check('removeItem: key', key), undefined),
    clear: () => {
      for (const key of [...storage.items().keys()]) put('clear', key, undefined);
    },
    toObject: () =>
      intoRealm(
        world.realm,
        attempt(() => storage.all()),
      ),
    get length() {
      return storage.size;
    },
    addListener(event: unknown, listener: unknown) {
      if (event !== 'change') world.misuse(`${name} has no event ${String(event)}`);
      listeners.push(checkValue(world, `${name}.addListener`, listener, 'function'));
    },
    removeListener(event: unknown, listener: unknown) {
      if (event !== 'change') world.misuse(`${name} has no event ${String(event)}`);
      const kept = listener === undefined ? [] : listeners.filter((known) => known !== listener);
      listeners.splice(0, listeners.length, ...kept);
    },
  });
}
