import { asciiText } from '../../../core/ascii';
import { sealSlot } from '../../../core/state/slots';
import { openStored } from '../../../device/store/stored-file';
import { readValue, writeValue } from '../../../phone/stored-text';
import { fakeDisk } from '../../device/watch/fake-disk';
import { MemoryStorage } from '../../phone/memory-storage';
import type { Open } from './stored-samples';

/** A store of values, with what can happen to it. */
export interface TriedStore {
  readonly open: Open;
  /** Puts a text in the place of a value, as if it had been written before. */
  put(name: string, text: string): void;
  /** Begins to overwrite the text with another, and is cut off after `share` of it. */
  tear(name: string, text: string, share: number): void;
  /** Damages what is stored. */
  spoil(name: string): void;
  /** Refuses writes from now on: all of them, or only those that set something aside. */
  refuse(what: 'all' | 'aside'): void;
  /** All texts stored for a value, including those set aside. */
  kept(name: string): readonly string[];
}

/** A disk of the watch, with its files in two slots. */
export function watchStore(): TriedStore {
  const disk = fakeDisk();
  const tried = { ...disk };
  let sequence = 0;
  const nextSlot = (name: string): string => `${name}.${sequence % 2 === 0 ? 'a' : 'b'}`;
  return {
    open: (stored) => openStored(tried, stored),
    put(name, text) {
      disk.files.set(nextSlot(name), sealSlot({ sequence: sequence + 1, payload: text }));
      sequence += 1;
    },
    tear(name, text, share) {
      const bytes = sealSlot({ sequence: sequence + 1, payload: text });
      disk.files.set(nextSlot(name), bytes.slice(0, Math.floor(bytes.length * share)));
    },
    spoil(name) {
      for (const [path, bytes] of disk.files) {
        if (path.startsWith(`${name}.`)) disk.files.set(path, bytes.with(bytes.length - 1, 0x21));
      }
    },
    refuse(what) {
      const takes = (path: string): boolean => what === 'aside' && !path.endsWith('.bad');
      tried.write = (path, bytes) => takes(path) && disk.write(path, bytes);
      tried.keep = (path, as) => takes(as) && disk.keep(path, as);
    },
    kept(name) {
      const files = [...disk.files].filter(([path]) => path.startsWith(`${name}.`));
      return files.map(([, bytes]) => asciiText(bytes));
    },
  };
}

/** The storage of the phone. */
export function phoneStore(): TriedStore {
  const storage = new MemoryStorage();
  const put = storage.setItem.bind(storage);
  return {
    open(stored) {
      const { problem } = readValue(storage, stored);
      return {
        problem,
        value: () => readValue(storage, stored).value,
        write: (value) => writeValue(storage, stored, value).ok,
      };
    },
    put,
    tear(name, text, share) {
      put(name, text.slice(0, Math.min(Math.ceil(text.length * share), text.length - 1)));
    },
    spoil(name) {
      put(name, `${storage.getItem(name) ?? ''}!`);
    },
    refuse(what) {
      storage.setItem = (key, text) => {
        if (what === 'aside' && !key.includes('.aside.')) put(key, text);
      };
    },
    kept: () => Object.values(storage.contents()),
  };
}
