import { dayFrom } from '../../core/calendar/day';
import { noteSighting } from '../../phone/exchange';
import { DELETED, readDeletions } from '../../phone/deletions';
import { wholeDiary } from '../../phone/diary/whole';
import { DIARY, openDiary, weekAt } from '../../phone/diary/weeks';
import { putExcuses, readExcuses } from '../../phone/history/excuses';
import { openLibrary } from '../../phone/history/library';
import { writeValue } from '../../phone/stored-text';
import { dailyRecord } from '../core/record/records';
import type { OpenedPage } from './opened';
import { copied, daily, DAY, HOUR, noonOf, outOf } from './opened-out';

test('years are exported in parts of whole months that each fit their field, and can be imported again', () => {
  const page = outOf(daily(1000), '2028-12-01');
  page.press('Backup: JSON');
  expect(page.texts()).toContain('Part 6 of 6');
  const parts: string[] = [];
  for (const _ of [1, 2, 3, 4, 5, 6]) {
    parts.push(copied(page));
    expect(page.texts().filter((text) => text.startsWith('Cut here'))).toEqual([]);
    if (page.texts().includes('Earlier part')) page.press('Earlier part');
  }
  const empty = outOf([], '2028-12-01');
  for (const part of parts) {
    empty.type('Paste a backup', part);
    empty.press('Bring it in');
  }
  expect(openLibrary(empty.storage).count()).toBe(1000);
  empty.type('Paste a backup', parts[0] ?? '');
  expect(empty.texts()).toContain('Part 6 of 6: bring in the other parts too.');
  expect(empty.texts()).toContain('Sessions to bring in: 0');
  page.press('Table for a spreadsheet');
  page.press('Rows: one a session');
  const rows = [1, 2, 3, 4, 5, 6].map(() => {
    const table = copied(page);
    if (page.texts().includes('Earlier part')) page.press('Earlier part');
    return table.trimEnd().split('\r\n').length - 1;
  });
  expect(rows.reduce((sum, count) => sum + count, 0)).toBe(10_000);
});

test('a month with more sessions than a part holds goes out in several, and nothing of it is cut', () => {
  const { zones, ...record } = dailyRecord(0);
  const extensions = { made: 'timed', sign: 'left,right', stop: 'swelling', asked: 'no' };
  const records = Array.from({ length: 650 }, (_, at) => ({
    ...{ ...record, version: 2 as const, id: `abcdefghjk-${1000 + at}`, extensions },
    startedAt: record.startedAt + at * HOUR - 4 * DAY,
    endedAt: record.endedAt + at * HOUR - 4 * DAY,
    zones: zones.map((zone, place) => ({ ...zone, doneSeconds: 30 + place })),
  }));
  const page = outOf(records, '2026-04-13');
  noteSighting(page.storage, { id: 'abcdefghjk', name: 'Amazfit T-Rex Ultra 2 XT' }, noonOf('2026-04-13'));
  const parts = (): readonly string[] => {
    const found = [copied(page)];
    while (page.texts().includes('Earlier part')) {
      page.press('Earlier part');
      found.push(copied(page));
    }
    expect(page.texts().filter((text) => text.startsWith('Cut here'))).toEqual([]);
    return found;
  };
  page.press('Backup: JSON');
  const empty = outOf([], '2026-04-13');
  const backups = parts();
  expect(backups).toHaveLength(4);
  for (const part of backups) {
    empty.type('Paste a backup', part);
    empty.press('Bring it in');
  }
  expect(openLibrary(empty.storage).count()).toBe(650);
  page.press('Table for a spreadsheet');
  page.press('Rows: one a session');
  const rows = parts().map((table) => table.trimEnd().split('\r\n').length - 1);
  expect([...rows].reverse()).toEqual([2000, 2000, 2000, 500]);
});

describe('a backup with ten years of diary, long excuses and deletions', () => {
  const YEARS = { days: 2_000, weeks: 390, deleted: 1_500 };
  const FIRST_DAY = dayFrom('2026-03-05') ?? NaN;
  const LAST = '2036-03-05';
  const REASON = `"${'很远'.repeat(59)}"`;
  const full = (): OpenedPage => {
    const page = outOf(daily(380), LAST);
    putExcuses(
      page.storage,
      new Map(
        Array.from({ length: YEARS.days }, (_, at) => [
          FIRST_DAY + 400 + at,
          { kind: 'excused', reason: REASON },
        ]),
      ),
    );
    const weeks = Array.from({ length: YEARS.weeks }, (_, at) => FIRST_DAY + 9 * at);
    writeValue(page.storage, DIARY, { begun: weeks, declined: [] });
    const ratings = [10, 10, 10, 10, 10];
    const held = {
      evening: { state: 'answered', how: 'each', legs: { left: ratings, right: ratings } },
      girth: {},
    } as const;
    weeks.forEach((first) => {
      const days = Array.from({ length: 7 }, (_, at) => [first + at, held] as const);
      writeValue(page.storage, weekAt(first), new Map(days));
    });
    const gone = Array.from({ length: YEARS.deleted }, (_, at) => {
      const id = `abcdefghjk-${9_000 + at}`;
      return [id, [id, '2026-03', 1_772_000_000_000 + at]] as const;
    });
    writeValue(page.storage, DELETED, new Map(gone));
    return page;
  };
  const held = ({ storage }: OpenedPage): unknown => [
    ...[readExcuses(storage).size, readDeletions(storage).size, openLibrary(storage).count()],
    wholeDiary(openDiary(storage)),
  ];

  test('goes out in parts that each fit their field, and comes in whole, in either order', () => {
    const page = full();
    page.press('Backup: JSON');
    const parts: string[] = [];
    do {
      if (parts.length > 0) page.press('Earlier part');
      parts.push(copied(page));
      expect(page.texts().filter((text) => text.startsWith('Cut here'))).toEqual([]);
    } while (page.texts().includes('Earlier part'));
    expect(parts).toHaveLength(10);
    for (const inOrder of [parts, [...parts].reverse()]) {
      const empty = outOf([], LAST);
      for (const part of inOrder) {
        empty.type('Paste a backup', part);
        empty.press('Bring it in');
      }
      expect(held(empty)).toEqual(held(page));
    }
  });
});
