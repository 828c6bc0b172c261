import { VIEW_KEY } from './storage-keys';
import type { Storage } from './storage';

/** What is open and typed, while the storage does not take it; absent otherwise. */
export interface ViewInMemory {
  text?: string | undefined;
}

/**
 * The storage for an open page, which remembers what is open and typed if the storage does not take it, so that nothing
 * has to be typed again once there is room. It still counts as not stored, because it is lost when the page is closed.
 */
export function rememberingView(storage: Storage, memory: ViewInMemory): Storage {
  return {
    getItem: (key) => (key === VIEW_KEY ? memory.text : undefined) ?? storage.getItem(key),
    setItem(key, text) {
      if (key !== VIEW_KEY) {
        storage.setItem(key, text);
        return;
      }
      memory.text = text;
      storage.setItem(key, text);
      if (storage.getItem(key) !== text) throw new Error('The view was not stored.');
      memory.text = undefined;
    },
    removeItem: (key) => storage.removeItem(key),
    all: () => (memory.text === undefined ? storage.all() : { ...storage.all(), [VIEW_KEY]: memory.text }),
  };
}
