import type { Instant } from '../../core/time';
import type { Phone } from '../../phone/phone';
import type { Storage } from '../../phone/storage';

/** A phone with this storage, at a time that stands still, in UTC, unless the test decides otherwise. */
export function phoneAt(storage: Storage, now: Instant, other: Partial<Phone> = {}): Phone {
  return {
    storage,
    clock: () => ({ now, offsetAt: () => 0 }),
    random: () => 0.5,
    clipboard: undefined,
    ...other,
  };
}
