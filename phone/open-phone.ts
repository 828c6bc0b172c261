import type { Clipboard, Phone } from './phone';
import type { PhoneClock } from './phone-state';
import type { Storage } from './storage';

/** The phone that this code runs on. */
export function openPhone(settingsStorage: SettingsStorage, clipboard?: Clipboard): Phone {
  const offsetAt: PhoneClock['offsetAt'] = (at) => -new Date(at).getTimezoneOffset();
  return {
    storage: storageOf(settingsStorage),
    clock: () => ({ now: Date.now(), offsetAt }),
    random: Math.random,
    clipboard,
  };
}

/** Adapts the Zepp app's storage for the rest of the phone's code. */
function storageOf(settingsStorage: SettingsStorage): Storage {
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
