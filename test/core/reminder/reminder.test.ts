import fc from 'fast-check';
import {
  isQuietAt,
  minuteAt,
  NEW_REMINDER,
  quietHoursFrom,
  quietHoursText,
  reminderFrom,
  reminderText,
  WORDS_LIMIT,
  wordsFrom,
  remindersOn,
} from '../../../core/reminder/reminder';
import {
  adoptReminders,
  leftOutIn,
  NO_REMINDERS,
  REMINDERS_FILE,
  remindersAmong,
  remindersOf,
  setEvening,
  setLeftOut,
  setQuietHours,
  setReminder,
} from '../../../core/reminder/reminders-file';
import { SHARED_LIMITS } from '../../../core/link/shared-preferences';
import { readStored, storedText } from '../../../core/state/stored';
import { runs } from '../../runs';

const SHOWER = { ...NEW_REMINDER, words: 'After the shower', minute: 450, weekdays: [1, 3, 7] };

describe('the words for a moment', () => {
  test('are the words of the person, in one line', () => {
    expect(wordsFrom('  After\n the   shower ')).toBe('After the shower');
  });

  test('are cut to a readable length, never inside a character', () => {
    const words = wordsFrom('🧴'.repeat(500));
    expect(Array.from(words)).toHaveLength(WORDS_LIMIT);
    expect(words.length).toBe(2 * WORDS_LIMIT);
    // A family of five signs, one with hair and skin of a colour, a heart, a key.
    for (const one of ['👨‍👩‍👦', '👩🏽‍🦱', '❤️', '1️⃣', '👍🏿']) {
      const whole = wordsFrom(one.repeat(500));
      const fits = Math.floor(WORDS_LIMIT / Array.from(one).length);
      expect([one, whole]).toEqual([one, one.repeat(fits)]);
    }
    expect(wordsFrom('\u200d'.repeat(99))).toBe('');
    // A letter before them, so that the limit falls between the two letters of a flag.
    expect(wordsFrom(`a${'🇩🇪'.repeat(500)}`)).toBe(`a${'🇩🇪'.repeat(19)}`);
    expect(wordsFrom('\ud83e half of a sign')).toBe('half of a sign');
  });

  test('are cut between whole signs, whatever emoji a person types', () => {
    const signs = ['🇩🇪', '🇨🇭', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '👨‍👩‍👧‍👦', '👩🏽‍⚕️', '🏳️‍🌈', '👍🏿', '❤️', '☺︎', '1️⃣', '🧴', 'a', '腿'];
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const wholes = (text: string): readonly string[] =>
      Array.from(segmenter.segment(text), ({ segment }) => segment);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { minLength: 40, maxLength: 500 }), (typed) => {
        const words = wholes(wordsFrom(typed.join('')));
        expect(words).toEqual(typed.slice(0, words.length));
        const next = typed[words.length] ?? '';
        expect(Array.from(words.join('') + next).length).toBeGreaterThan(WORDS_LIMIT);
      }),
      { numRuns: runs(5000, 300) },
    );
  });

  test('of any text survive being sent and received', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (text) => {
        const kept = { ...SHOWER, words: wordsFrom(text) };
        const travels = reminderText(kept);
        expect(travels.length).toBeLessThanOrEqual(SHARED_LIMITS.text);
        expect(reminderFrom(JSON.parse(travels))).toEqual(kept);
      }),
      { numRuns: runs(5000, 300) },
    );
  });
});

describe('a reminder from outside', () => {
  const whole: readonly unknown[] = JSON.parse(reminderText(SHOWER)) as unknown[];
  const withPart = (at: number, part: unknown) => whole.map((each, index) => (index === at ? part : each));

  test.each([
    ['is no list', { minute: 450 }],
    ['has no hour of a day', withPart(1, 1440)],
    ['has a day of the week that there is not', withPart(2, '18')],
    ['has no day', withPart(2, '')],
    ['has days out of order', withPart(2, '31')],
    ['repeats for ever', withPart(3, 99)],
    ['repeats every minute', withPart(4, 1)],
    ['repeats the next day', withPart(4, 1000)],
    ['repeats no whole number of times', withPart(3, 0.5)],
    ['has no words', withPart(5, 7)],
  ])('is refused if it %s', (_what, json) => {
    expect(reminderFrom(json)).toBeUndefined();
  });

  test('of a later version is read as far as it is understood', () => {
    expect(reminderFrom([...whole, 'loud'])).toEqual(SHOWER);
  });
});

test('quiet hours read back as they were written, and span midnight if they end before they begin', () => {
  const night = { from: 22 * 60, until: 7 * 60 };
  expect(quietHoursFrom(JSON.parse(quietHoursText(night)))).toEqual(night);
  expect([quietHoursFrom('22-7'), quietHoursFrom([1, 1440])]).toEqual([undefined, undefined]);
  const isQuiet = (minute: number) => isQuietAt(night, minute);
  expect([22 * 60, 0, 7 * 60 - 1, 7 * 60, 12 * 60].map(isQuiet)).toEqual([true, true, true, false, false]);
  expect(isQuietAt({ from: 60, until: 60 }, 60)).toBe(false);
});

test('the time of day is local time, before 1970 as well', () => {
  expect(minuteAt(Date.UTC(2026, 0, 1, 23, 30), 60)).toBe(30);
  expect(minuteAt(Date.UTC(1969, 11, 31, 23, 30), 0)).toBe(23 * 60 + 30);
});

describe('what was set', () => {
  const one = setReminder(NO_REMINDERS, 1, SHOWER);

  test('is there, and what was removed is not', () => {
    expect(remindersOf(one).at).toEqual({ 1: { ...SHOWER, added: 1 }, 2: undefined, 3: undefined });
    const gone = setReminder(one, 1, undefined);
    expect(remindersOf(gone).at[1]).toBeUndefined();
    expect(remindersOn(remindersOf(one))).toEqual([1]);
    expect(remindersOn(remindersOf(setReminder(one, 1, { ...SHOWER, isOn: false })))).toEqual([]);
  });

  test('is the later one of two successive changes, whatever the clocks say', () => {
    const phone = setReminder(adoptReminders(NO_REMINDERS, one.shared), 1, { ...SHOWER, minute: 600 });
    expect(remindersOf(adoptReminders(one, phone.shared)).at[1]?.minute).toBe(600);
    expect(adoptReminders(phone, one.shared)).toBe(phone);
  });

  test('becomes the same on both devices, in whatever order they meet and however often', () => {
    const change = fc.tuple(
      fc.nat(1439),
      fc.constantFrom(1, 2, 3),
      fc.constantFrom('reminder', 'quiet', 'evening'),
    );
    const device = fc.array(change, { maxLength: 6 }).map((changes) =>
      changes.reduce((stored, [minute, place, what]) => {
        if (what === 'quiet') return setQuietHours(stored, { from: minute, until: 0 });
        if (what === 'evening') return setEvening(stored, minute);
        return setReminder(stored, place, { ...SHOWER, minute });
      }, NO_REMINDERS),
    );
    fc.assert(
      fc.property(device, device, (watch, phone) => {
        const here = adoptReminders(watch, phone.shared);
        const there = adoptReminders(phone, watch.shared);
        expect(remindersOf(here)).toEqual(remindersOf(there));
        expect(adoptReminders(here, there.shared)).toBe(here);
      }),
      { numRuns: runs(5000, 300) },
    );
  });

  test('does not touch other preferences, and reports that they have changed', () => {
    const theirs = { ...one.shared, strength: ['strong', 9] as const };
    expect(Object.keys(remindersAmong(theirs))).toEqual(['reminderOne']);
    const adopted = adoptReminders(NO_REMINDERS, theirs);
    expect(adopted.seen).toBe(9);
    expect(setReminder(adopted, 2, SHOWER).shared['reminderTwo']?.[1]).toBe(10);
  });

  test('falls back to its default if it cannot be read, without affecting the rest', () => {
    const odd = adoptReminders(setQuietHours(one, { from: 1, until: 2 }), {
      reminderOne: ['[1]', 9],
      reminderTwo: [7, 9],
      eveningAt: ['"late"', 9],
    });
    expect(remindersOf(odd)).toMatchObject({
      at: { 1: undefined, 2: undefined },
      quiet: { from: 1, until: 2 },
      evening: 20 * 60,
    });
    expect(remindersOf(setEvening(one, 18 * 60)).evening).toBe(18 * 60);
  });

  test('is on disk with the highest revision that this device has seen', () => {
    const seen = adoptReminders(one, { strength: ['strong', 40] });
    expect(readStored(REMINDERS_FILE, storedText(REMINDERS_FILE, seen)).value).toEqual(seen);
    const { seen: _seen, ...rest } = JSON.parse(storedText(REMINDERS_FILE, seen)) as Record<string, unknown>;
    expect(readStored(REMINDERS_FILE, JSON.stringify(rest)).value.seen).toBe(1);
  });
});

test('days that were left out are sent to the phone, and invalid ones are ignored', () => {
  const excused = [
    [20_588, 'unwell'],
    [20_590, 'other'],
  ] as const;
  expect([...leftOutIn(setLeftOut(NO_REMINDERS, { excused }).shared)]).toEqual(excused);
  expect([...leftOutIn({ leftOutDays: ['x,20588z,20588,20589a', 1] })]).toEqual([[20_589, 'away']]);
  expect([...leftOutIn({ leftOutDays: [7, 1] }), ...leftOutIn({})]).toEqual([]);
});
