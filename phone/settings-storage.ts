import type { Storage } from './storage';

/** Adapts the Zepp app's storage for the rest of the phone's code. */
export function storageOf(settingsStorage: SettingsStorage): Storage {
  return {
    getItem: (key) => settingsStorage.getItem(key),
    setItem: (key, value) => {
      settingsStorage.setItem(key, value);
    },
    removeItem: (key) => {
      settingsStorage.removeItem(key);
    },
    all: () => settingsStorage.toObject(),
  };
}
