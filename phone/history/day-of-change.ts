import { dayOf } from '../../core/calendar/day';
import type { Phone } from '../phone';
import { readHistorySettings } from './history-settings';
import type { DayOfChange } from './schedule';

/** The person's day of a change that is made now. Throws when the storage cannot be read. */
export function dayOfChangeOn({ storage, clock }: Phone): DayOfChange {
  const { offsetAt } = clock();
  const { dayEnd } = readHistorySettings(storage);
  return (at) => dayOf({ startedAt: at, utcOffset: offsetAt(at) }, dayEnd);
}
