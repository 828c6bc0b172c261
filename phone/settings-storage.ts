import type { Storage } from './storage';

/** The Zepp app's storage as the rest of the phone's code takes it. */
export function storageOf(settingsStorage: SettingsStorage): Storage {
  return {
    getItem: (key) => settingsStorage.getItem(key),
    setItem: (key, value) => {
      settingsStorage.setItem(key, value);
    },
    removeItem: (key) => {
      settingsStorage.removeItem(key);
    },
    keys: () => Object.keys(settingsStorage.toObject()),
  };
}
