import fc from 'fast-check';
import { beginWeek, deleteDay, keepEvening, putGirth, skipEvening } from '../../../phone/diary/change';
import type { DiaryDay } from '../../../phone/diary/evening';
import { entryOf, openDiary, weekAt } from '../../../phone/diary/weeks';
import { packDiary, wholeDiary } from '../../../phone/diary/whole';
import { importNow, previewImport } from '../../../phone/out/import';
import { readValue } from '../../../phone/stored-text';
import { MemoryStorage } from '../memory-storage';

const DAY = 20_520;
const alike = (day: number, rating: number) =>
  ({ day, how: 'alike', ratings: [rating, rating, rating, rating, rating] }) as const;

const WHAT = ['answered', 'skipped', 'deleted', 'measured'] as const;
type What = (typeof WHAT)[number];

/** What a person does with the diary, on any days: a clock may have been set back between two of them. */
interface Doing {
  readonly begin: readonly number[];
  readonly days: readonly (readonly [day: number, what: What])[];
}

const doing: fc.Arbitrary<Doing> = fc.record({
  begin: fc.array(fc.integer({ min: DAY, max: DAY + 20 }), { maxLength: 5 }),
  days: fc.array(fc.tuple(fc.integer({ min: DAY, max: DAY + 26 }), fc.constantFrom(...WHAT)), {
    maxLength: 20,
  }),
});

function begin(storage: MemoryStorage, days: readonly number[]): void {
  days.forEach((day) => beginWeek(storage, day));
}

function note(storage: MemoryStorage, day: number, what: What, rating: number): void {
  if (what === 'answered') keepEvening(storage, alike(day, rating), day);
  else if (what === 'skipped') skipEvening(storage, day);
  else if (what === 'deleted') deleteDay(storage, day);
  else putGirth(storage, day, { left: String(30 + rating), right: '' });
}

function phone({ begin: begun, days }: Doing, rating: number): MemoryStorage {
  const storage = new MemoryStorage();
  begin(storage, begun);
  days.forEach(([day, what]) => note(storage, day, what, rating));
  return storage;
}

const entriesIn = (storage: MemoryStorage): ReadonlyMap<number, DiaryDay> =>
  wholeDiary(openDiary(storage)).days;

function bringIn(storage: MemoryStorage, from: MemoryStorage): void {
  const diary = packDiary(wholeDiary(openDiary(from)));
  const backup = JSON.stringify({ legato: 'backup', version: 1, sessions: [], diary });
  const preview = previewImport(storage, backup);
  if (!preview.ok) throw new Error(preview.error);
  expect(importNow(storage, preview.value).ok).toBe(true);
}

/** Of a day there is one entry, wherever it is looked for. */
function expectOneEntryADay(storage: MemoryStorage): void {
  const diary = openDiary(storage);
  const all = wholeDiary(diary).days;
  diary.weeks.begun.forEach((first) => {
    diary.daysOf(first).forEach((held, day) => expect([day, held]).toEqual([day, all.get(day)]));
  });
  all.forEach((held, day) => expect(entryOf(diary, day)).toEqual(held));
}

test('whatever weeks a backup adds, what the phone has of a day stays, and nothing of the backup is lost', () => {
  fc.assert(
    fc.property(doing, doing, (own, theirs) => {
      const [here, other] = [phone(own, 1), phone(theirs, 9)];
      const [before, backup] = [entriesIn(here), entriesIn(other)];
      bringIn(here, other);
      const after = entriesIn(here);
      before.forEach(({ evening, girth }, day) => {
        if (evening.state !== 'open') expect(after.get(day)).toEqual({ evening, girth });
        else expect(after.get(day)).toMatchObject({ evening: backup.get(day)?.evening ?? evening, girth });
      });
      backup.forEach((held, day) => {
        if (!before.has(day)) expect(after.get(day)).toEqual(held);
      });
      expect([...after.keys()].every((day) => before.has(day) || backup.has(day))).toBe(true);
      expectOneEntryADay(here);
    }),
    { numRuns: 150 },
  );
});

test('whatever weeks overlap, a settled evening is not asked for again, and a deleted day is gone everywhere', () => {
  const days = fc.array(fc.integer({ min: DAY, max: DAY + 26 }), { maxLength: 8 });
  fc.assert(
    fc.property(doing, doing, days, (own, theirs, gone) => {
      const here = phone(own, 1);
      bringIn(here, phone(theirs, 9));
      begin(here, theirs.begin);
      gone.forEach((day) => {
        const { evening } = entryOf(openDiary(here), day) ?? { evening: { state: 'open' } };
        if (evening.state !== 'open') expect(keepEvening(here, alike(day, 3), day).ok).toBe(false);
        deleteDay(here, day);
        const { weeks } = openDiary(here);
        const left = weeks.begun.flatMap((first) => {
          const held = readValue(here, weekAt(first)).value.get(day);
          return held ? [held] : [];
        });
        expect(left.every((held) => held.evening.state === 'deleted')).toBe(true);
        expect(entryOf(openDiary(here), day)?.evening.state ?? 'deleted').toBe('deleted');
      });
      expectOneEntryADay(here);
    }),
    { numRuns: 150 },
  );
});

test('a storage in which two weeks hold a day shows the answer, but a deletion before all', () => {
  const storage = phone({ begin: [DAY + 2, DAY], days: [] }, 1);
  const held = (state: 'open' | 'skipped' | 'deleted', mm: number) =>
    JSON.stringify({
      version: 1,
      days: [['2026-03-11', state, '', '', mm, 0]],
    });
  const [early, late] = [weekAt(DAY).name, weekAt(DAY + 2).name];
  const seen = (): DiaryDay | undefined => entryOf(openDiary(storage), DAY + 3);
  storage.setItem(early, held('open', 360));
  storage.setItem(late, held('skipped', 0));
  expect(seen()).toEqual({ evening: { state: 'skipped' }, girth: { left: 360 } });
  storage.setItem(early, held('skipped', 360));
  storage.setItem(late, held('deleted', 0));
  expect(seen()).toEqual({ evening: { state: 'deleted' }, girth: {} });
});

test('a day that cannot be taken out of one week is not changed in the other', () => {
  const storage = phone({ begin: [DAY + 2], days: [[DAY + 3, 'answered']] }, 1);
  beginWeek(storage, DAY);
  storage.mood = 'throws';
  expect(deleteDay(storage, DAY + 3)).toEqual({ ok: false, error: 'notStored' });
  storage.mood = 'good';
  expect(entryOf(openDiary(storage), DAY + 3)?.evening.state).toBe('answered');
});
