import type { Storage } from './storage';

/** A storage as it is while the page is built, which asks it for nothing twice. It takes no writes. */
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
