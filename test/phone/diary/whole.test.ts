import { beginWeek, deleteDay, keepEvening, skipEvening } from '../../../phone/diary/change';
import { newsOf, packDiary, readDiary, wholeDiary } from '../../../phone/diary/whole';
import { openDiary } from '../../../phone/diary/weeks';
import { MemoryStorage } from '../memory-storage';

const TODAY = 20_517;
const alike = (day: number) => ({ day, how: 'alike', ratings: [4, 3, 2, 1, 0] }) as const;

function kept(first: number, ...days: readonly number[]): MemoryStorage {
  const storage = new MemoryStorage();
  beginWeek(storage, first);
  days.forEach((day) => expect(keepEvening(storage, alike(day), day).ok).toBe(true));
  return storage;
}

const whole = (storage: MemoryStorage) => wholeDiary(openDiary(storage));

test('a diary is read as it was written', () => {
  const diary = whole(kept(TODAY, TODAY + 3, TODAY + 1));
  expect([...diary.days.keys()]).toEqual([TODAY + 1, TODAY + 3]);
  expect(readDiary(JSON.parse(JSON.stringify(packDiary(diary))))).toEqual({
    value: diary,
    problem: undefined,
  });
});

test('what can be read of a damaged one counts, and invalid parts are ignored', () => {
  expect(
    readDiary({ begun: [], declined: [], days: [7, ['2026-03-05', 'skipped', '', '', 0, 0]] })?.value.days
      .size,
  ).toBe(1);
  [null, 7, {}, { begun: [], declined: [] }].forEach((json) => expect(readDiary(json)).toBeUndefined());
});

test('for a day that is here, the one here counts, and a deleted one stays deleted', () => {
  const here = kept(TODAY, TODAY);
  skipEvening(here, TODAY + 1);
  deleteDay(here, TODAY + 2);
  const news = newsOf(whole(kept(TODAY, TODAY, TODAY + 1, TODAY + 2, TODAY + 3)), here);
  expect(news.days).toEqual([TODAY + 3]);
  expect(news.content.get(TODAY)?.size).toBe(4);
});

test('importing a diary that is already here changes nothing', () => {
  const here = kept(TODAY, TODAY);
  expect(newsOf(whole(here), here)).toMatchObject({ days: [], content: new Map() });
});

test('weeks that overlap lose no day', () => {
  const here = kept(TODAY, TODAY, TODAY + 4);
  const news = newsOf(whole(kept(TODAY + 3, TODAY + 3, TODAY + 4, TODAY + 8)), here);
  expect(news.days).toEqual([TODAY + 3, TODAY + 8]);
  expect(news.weeks.begun).toEqual([TODAY, TODAY + 3]);
  expect(
    [...news.content].map(([first, days]) => [first, [...days.keys()].sort((one, other) => one - other)]),
  ).toEqual([
    [TODAY, [TODAY, TODAY + 3, TODAY + 4]],
    [TODAY + 3, [TODAY + 8]],
  ]);
});

test('a day outside every week is left out', () => {
  const other = { ...whole(kept(TODAY, TODAY)), weeks: { begun: [], declined: [] } };
  expect(newsOf(other, new MemoryStorage()).days).toEqual([]);
});
