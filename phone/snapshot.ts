import type { Storage } from './storage';

/** A read-only view of a storage for building the page; each value is read from the storage only once. */
export function snapshotOf(storage: Storage): Storage {
  const texts = new Map<string, string | null | undefined>();
  let keys: readonly string[] | undefined;
  const refuse = (): never => {
    throw new Error('A page that is built writes nothing.');
  };
  return {
    getItem(key) {
      if (!texts.has(key)) texts.set(key, storage.getItem(key));
      return texts.get(key);
    },
    setItem: refuse,
    removeItem: refuse,
    keys: () => (keys ??= storage.keys()),
  };
}
