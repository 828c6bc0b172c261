import type { Storage } from './storage';
import { textsIn } from './storage';

/** A snapshot of the storage for building the page: everything is read once, at the start. It cannot be written to. */
export function snapshotOf(storage: Storage): Storage {
  const all = textsIn(storage);
  const refuse = (): never => {
    throw new Error('A page that is built writes nothing.');
  };
  return {
    getItem(key) {
      const text = all[key];
      return typeof text === 'string' ? text : undefined;
    },
    setItem: refuse,
    removeItem: refuse,
    all: () => all,
  };
}
