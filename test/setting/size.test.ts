import { REMINDER_PLACES } from '../../core/alarm/reminder-alarm';
import { dayFrom } from '../../core/calendar/day';
import { NEW_REMINDER } from '../../core/reminder/reminder';
import { setReminder } from '../../core/reminder/reminders-file';
import { beginWeek, keepEvening, putGirth } from '../../phone/diary/change';
import type { ChartForm } from '../../phone/history/history-settings';
import { putHistorySettings } from '../../phone/history/history-settings';
import { putRecords } from '../../phone/ledger';
import type { PageView } from '../../phone/page-view';
import { changeReminders } from '../../phone/reminders/chosen';
import type { Node } from '../../setting/node';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';

const HOUR = 3_600_000;
const FIRST = dayFrom('2026-03-05') ?? 0;
const TODAY = FIRST + 364;

/** A phone with a year of sessions, two diary weeks, and as many reminders as there can be. */
function aYear(charts: ChartForm): OpenedPage {
  const storage = new MemoryStorage();
  putRecords(
    storage,
    Array.from({ length: 365 }, (_, at) => dailyRecord(at)),
  );
  putHistorySettings(storage, { dayEnd: 4, weekStart: 1, charts });
  [TODAY - 90, TODAY - 3].forEach((first) => {
    beginWeek(storage, first);
    for (let day = first; day < Math.min(TODAY, first + 7); day += 1) {
      keepEvening(storage, { day, how: 'each', ratings: [6, 4, 2, 1, 0, 3, 2, 1, 1, 0] }, day);
      putGirth(storage, day, { left: '36', right: '36.5' });
    }
  });
  REMINDER_PLACES.forEach((place) => {
    changeReminders(storage, (stored) => setReminder(stored, place, { ...NEW_REMINDER, words: 'Tea' }));
  });
  return new OpenedPage(storage, () => (TODAY * 24 + 20) * HOUR, { ...ENGLISH, offsetAt: () => 60 });
}

/** How many components it takes: a field stands in a box of its own. */
function components(node: Node): number {
  if ('children' in node) return node.children.reduce((sum, child) => sum + components(child), 1);
  return node.kind === 'field' || node.kind === 'input' || node.kind === 'link' ? 2 : 1;
}

const VIEWS: readonly PageView[] = [
  ...(['today', 'history', 'diary', 'reminders', 'care', 'mend', 'days', 'about'] as const).map((open) => ({
    open,
  })),
  { open: 'history', list: 'all', day: '2027-03-03' },
  ...(['report', 'csv', 'json'] as const).map((out) => ({ open: 'out', out })),
  { open: 'none', plan: 'edit' },
  { open: 'none', plan: 'text' },
];

test.each(VIEWS)('with a year of sessions the page takes no more than 150 components, at %j', (view) => {
  const page = aYear('picture');
  page.view(view);
  expect(components(page.page())).toBeLessThanOrEqual(150);
});

test.each(VIEWS)('with charts from boxes it takes no more than 400, at %j', (view) => {
  const page = aYear('boxes');
  page.view(view);
  expect(components(page.page())).toBeLessThanOrEqual(400);
});
