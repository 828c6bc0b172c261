import fc from 'fast-check';
import {
  asYesterday,
  beginWeek,
  declineWeek,
  deleteDay,
  keepEvening,
  putGirth,
  skipEvening,
  withAnswer,
  withoutLast,
} from '../../../phone/diary/change';
import { eveningsOf, firstAndLast, girthsOf, isNoticed, middleOf } from '../../../phone/diary/compare';
import { answersIn, draftIn, draftText, nextQuestion } from '../../../phone/diary/draft';
import type { DiaryDay } from '../../../phone/diary/evening';
import { girthIn, packDay, readDay } from '../../../phone/diary/evening';
import { openDiary, readWeeks, weekAt, weekOf, weeksWithin } from '../../../phone/diary/weeks';
import { DIARY_KEY, DIARY_WEEK_PREFIX } from '../../../phone/storage-keys';
import { MemoryStorage } from '../memory-storage';

const TODAY = 20_517;
const ALIKE = [4, 3, 2, 1, 0];
const alike = (day: number) => ({ day, how: 'alike', ratings: ALIKE }) as const;

function begun(): MemoryStorage {
  const storage = new MemoryStorage();
  expect(beginWeek(storage, TODAY).ok).toBe(true);
  return storage;
}

describe('a week', () => {
  test('is begun once and lasts seven days', () => {
    const storage = begun();
    beginWeek(storage, TODAY + 6);
    expect(readWeeks(storage)).toEqual({ begun: [TODAY], declined: [] });
    expect([weekOf(readWeeks(storage), TODAY + 6), weekOf(readWeeks(storage), TODAY + 7)]).toEqual([
      TODAY,
      undefined,
    ]);
    expect(weeksWithin(readWeeks(storage), TODAY + 6, TODAY + 9)).toEqual([TODAY]);
    expect(weeksWithin(readWeeks(storage), TODAY + 7, TODAY + 9)).toEqual([]);
  });

  test('is found by its key if the list of weeks cannot be read', () => {
    const storage = begun();
    keepEvening(storage, alike(TODAY), TODAY);
    storage.setItem(DIARY_KEY, '{"version":1,"begun":["March"],"declined":[]}');
    expect(readWeeks(storage).begun).toEqual([TODAY]);
    storage.setItem(`${DIARY_WEEK_PREFIX}March`, '{}');
    expect(readWeeks(storage).begun).toEqual([TODAY]);
  });

  test('with a damaged key says so, and keeps what is readable', () => {
    const storage = begun();
    keepEvening(storage, alike(TODAY), TODAY);
    const text = storage.getItem(weekAt(TODAY).name) ?? '';
    storage.setItem(weekAt(TODAY).name, text.replace(']]', '],["2020-01-01","skipped","","",0,0]]'));
    const diary = openDiary(storage);
    expect([diary.isDamaged(TODAY), diary.daysOf(TODAY).size]).toEqual([true, 1]);
  });

  test('is refused completely if the storage refuses writes', () => {
    const storage = begun();
    storage.mood = 'silent';
    expect(keepEvening(storage, alike(TODAY), TODAY)).toEqual({ ok: false, error: 'notStored' });
    expect(declineWeek(storage, TODAY)).toEqual({ ok: false, error: 'notStored' });
  });
});

describe('an evening', () => {
  test('is stored as it was answered', () => {
    const storage = begun();
    expect(keepEvening(storage, alike(TODAY), TODAY).ok).toBe(true);
    expect(openDiary(storage).daysOf(TODAY).get(TODAY)).toEqual({
      evening: { state: 'answered', how: 'alike', legs: { left: ALIKE, right: ALIKE } },
      girth: {},
    });
  });

  test('can be the same as the one before, if that was answered', () => {
    const storage = begun();
    expect(asYesterday(openDiary(storage), TODAY)).toBeUndefined();
    keepEvening(storage, { day: TODAY, how: 'each', ratings: [...ALIKE, 5, 6, 7, 8, 9] }, TODAY);
    const draft = asYesterday(openDiary(storage), TODAY + 1);
    expect(draft && answersIn(draft)).toEqual({
      state: 'answered',
      how: 'asYesterday',
      legs: { left: ALIKE, right: [5, 6, 7, 8, 9] },
    });
    expect(asYesterday(openDiary(storage), TODAY + 2)).toBeUndefined();
  });

  test.each([
    ['over', alike(TODAY - 1), TODAY],
    ['noWeek', alike(TODAY + 7), TODAY + 7],
    ['unfinished', { day: TODAY, how: 'alike', ratings: [1, 2] }, TODAY],
  ] as const)('is refused as %s', (error, draft, today) => {
    expect(keepEvening(begun(), draft, today)).toEqual({ ok: false, error });
  });

  test('that was skipped, answered or deleted stays so', () => {
    const storage = begun();
    skipEvening(storage, TODAY);
    expect(keepEvening(storage, alike(TODAY), TODAY)).toEqual({ ok: false, error: 'skipped' });
    keepEvening(storage, alike(TODAY + 1), TODAY + 1);
    expect(skipEvening(storage, TODAY + 1)).toEqual({ ok: false, error: 'answered' });
    deleteDay(storage, TODAY + 1);
    expect(keepEvening(storage, alike(TODAY + 1), TODAY + 1)).toEqual({ ok: false, error: 'deleted' });
    expect(putGirth(storage, TODAY + 1, { left: '36', right: '' })).toEqual({ ok: false, error: 'deleted' });
  });

  test('asks five things of both legs, or of one leg after the other', () => {
    let text = draftText({ day: TODAY, how: 'each', ratings: [] });
    const asked: string[] = [];
    for (let rating = 0; rating < 10; rating += 1) {
      const question = nextQuestion(draftIn(text) ?? alike(TODAY));
      asked.push(`${question?.legs.join()} ${question?.complaint} ${question?.number}/${question?.of}`);
      text = withAnswer(text, rating);
    }
    expect(asked[0]).toBe('left heavy 1/10');
    expect(asked[9]).toBe('right itching 10/10');
    expect(withAnswer(text, 5)).toBe(text);
    expect(nextQuestion({ day: TODAY, how: 'alike', ratings: [] })?.legs).toEqual(['left', 'right']);
    expect(draftIn(withoutLast(text))?.ratings).toHaveLength(9);
    expect(withoutLast('nothing')).toBe('');
  });

  test('an invalid draft is ignored', () => {
    ['', '2026-03-05', '2026-03-05 guess', '2026-13-05 each', '2026-03-05 each 11'].forEach((text) =>
      expect(draftIn(text)).toBeUndefined(),
    );
  });
});

describe('a girth', () => {
  test.each([
    ['36.5', 365],
    [' 36,5 ', 365],
    ['36', 360],
    ['15', 150],
    ['0', undefined],
    ['900', undefined],
    ['90', undefined],
    ['14.9', undefined],
    ['36.5 cm', 365],
    ['３６．５厘米', 365],
    ['14 in', undefined],
    ['', undefined],
  ])('typed as "%s" is %s mm', (text, mm) => {
    expect(girthIn(text)).toBe(mm);
  });

  test('of one leg does not change the other, and an invalid one is refused', () => {
    const storage = begun();
    expect(putGirth(storage, TODAY, { left: '36', right: '37' }).ok).toBe(true);
    expect(putGirth(storage, TODAY, { left: '', right: '38' }).ok).toBe(true);
    expect(openDiary(storage).daysOf(TODAY).get(TODAY)?.girth).toEqual({ left: 360, right: 380 });
    for (const typed of [
      { left: '0', right: '' },
      { left: '36', right: '900' },
      { left: '', right: '' },
    ]) {
      expect(putGirth(storage, TODAY, typed)).toEqual({ ok: false, error: 'noGirth' });
    }
  });
});

describe('what is in the storage', () => {
  const ratings = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 5, maxLength: 5 });
  const evening: fc.Arbitrary<DiaryDay['evening']> = fc.oneof(
    fc.constantFrom({ state: 'open' }, { state: 'skipped' }, { state: 'deleted' }) as fc.Arbitrary<
      DiaryDay['evening']
    >,
    fc.record({
      state: fc.constant('answered' as const),
      how: fc.constantFrom('each', 'alike', 'asYesterday'),
      legs: fc.record({ left: ratings, right: ratings }),
    }) as fc.Arbitrary<DiaryDay['evening']>,
  );
  const girth = fc.record(
    { left: fc.integer({ min: 150, max: 899 }), right: fc.integer({ min: 150, max: 899 }) },
    { requiredKeys: [] },
  );

  test('is read as it was written', () => {
    fc.assert(
      fc.property(evening, girth, (held, measured) => {
        const day = { evening: held, girth: measured };
        expect(readDay(JSON.parse(JSON.stringify(packDay(TODAY, day))))).toEqual([TODAY, day]);
      }),
    );
  });

  test.each([
    [[]],
    ['day'],
    [['2026-03-05', 'each', '1 2 3 4 5', '1 2 3 4', 0, 0]],
    [['2026-03-05', 'each', '1 2 3 4 5', '1 2 3 4 11', 0, 0]],
    [['2026-03-05', 'guess', '1 2 3 4 5', '1 2 3 4 5', 0, 0]],
    [['2026-03-05', 'skipped', '', '', 900, 0]],
    [['2026-03-05', 'skipped', '', '', 0]],
    [['2026-03-05', 'each', 7, '1 2 3 4 5', 0, 0]],
  ])('%j is not a day', (item) => {
    expect(readDay(item)).toBeUndefined();
  });
});

describe('two weeks', () => {
  const storage = new MemoryStorage();
  const [first, last] = [TODAY, TODAY + 100];
  [first, first + 50, last].forEach((day) => beginWeek(storage, day));
  keepEvening(storage, { day: first, how: 'alike', ratings: [6, 3, 0, 0, 0] }, first);
  keepEvening(storage, { day: first + 1, how: 'alike', ratings: [5, 4, 0, 0, 0] }, first + 1);
  keepEvening(storage, { day: last, how: 'alike', ratings: [3, 3, 0, 2, 0] }, last);
  skipEvening(storage, first + 51);
  putGirth(storage, last, { left: '36', right: '' });
  const diary = openDiary(storage);

  test('are the first and the last that have content', () => {
    expect(firstAndLast(diary)).toEqual([first, last]);
    expect(firstAndLast(openDiary(begun()))).toEqual([]);
  });

  test('are shown as different if the middle evening differs by two or more', () => {
    const evenings = (week: number, at: 'heavy' | 'aching' | 'throbbing') =>
      eveningsOf(diary, week, 'left', at);
    expect(middleOf(evenings(first, 'heavy'))).toBe(5.5);
    expect(isNoticed(evenings(first, 'heavy'), evenings(last, 'heavy'))).toBe(true);
    expect(isNoticed(evenings(first, 'aching'), evenings(last, 'aching'))).toBe(false);
    expect(isNoticed(evenings(first, 'throbbing'), evenings(last, 'throbbing'))).toBe(true);
    expect(isNoticed([], [3])).toBe(false);
    expect(middleOf([undefined])).toBeUndefined();
  });

  test('have the girths that were measured in them', () => {
    expect(girthsOf(diary, [first, last], 'left')).toEqual([{ day: last, mm: 360 }]);
    expect(girthsOf(diary, [first, last], 'right')).toEqual([]);
  });
});
