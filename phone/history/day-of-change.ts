import type { Phone } from '../phone';
import { readHistorySettings } from './history-settings';
import { dayOfPhone } from './overview';
import type { DayOfChange } from './schedule';

/** The person's day of a change that is made now. Throws when the storage cannot be read. */
export function dayOfChangeOn({ storage, clock }: Phone): DayOfChange {
  const now = { clock: clock(), settings: readHistorySettings(storage) };
  return (at) => dayOfPhone(at, now);
}
