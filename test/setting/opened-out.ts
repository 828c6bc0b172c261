import { dayFrom } from '../../core/calendar/day';
import type { SessionRecord } from '../../core/record/record';
import { putRecords } from '../../phone/ledger';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Noon of a day where this page is, in ms. */
export const noonOf = (day: string): number => (dayFrom(day) ?? NaN) * DAY + 11 * HOUR;
export const voice = { ...ENGLISH, offsetAt: () => 60 };
/** Sessions of as many days, one a day. */
export const daily = (count: number): readonly SessionRecord[] =>
  Array.from({ length: count }, (_, at) => dailyRecord(at));

/** The page opened on a day at what goes out, with the ledger's records. */
export function outOf(records: readonly SessionRecord[], day: string, said = voice): OpenedPage {
  const storage = new MemoryStorage();
  putRecords(storage, records);
  const page = new OpenedPage(storage, () => noonOf(day), said);
  page.view({ open: 'out' });
  return page;
}

/** The content of the field for copying by hand. */
export function copied(page: OpenedPage): string {
  const field = page.nodes().find((node) => node.kind === 'field' && node.rows === 8);
  return field?.kind === 'field' ? field.value : '';
}
