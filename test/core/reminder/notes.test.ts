import { REMINDER_RINGS } from '../../../core/alarm/reminder-alarm';
import fc from 'fast-check';
import { shortBytes } from '../../../core/ascii';
import type { Decision } from '../../../core/reminder/decide';
import { SILENCES } from '../../../core/reminder/decide';
import {
  DAY_NOTES_FILE,
  delay,
  delayEnd,
  excuse,
  EXCUSE_REASONS,
  EXCUSED_LIMIT,
  isExcused,
  NO_DAY_NOTES,
  unexcuse,
  waitsUntil,
} from '../../../core/reminder/day-notes';
import { toldOfToday } from '../../../core/reminder/coming';
import { DONE_WITHOUT, LOOKED_AT, offersToLeave } from '../../../core/reminder/leave';
import type { ReminderMark } from '../../../core/reminder/mark';
import { markAfter, memoryOf, reminderMarkFrom, reminderMarkText } from '../../../core/reminder/mark';
import { NEW_REMINDER } from '../../../core/reminder/reminder';
import { NO_REMINDERS, remindersOf, setReminder } from '../../../core/reminder/reminders-file';
import type { OneShot } from '../../../core/reminder/ring';
import type { Here } from '../../../core/calendar/day';
import { EVERY_DAY, dayAt } from '../../../core/calendar/day';
import { readStored, storedText } from '../../../core/state/stored';
import { HOUR, MINUTE } from '../../../core/time';
import { runs } from '../../runs';

const markIn = (text: string, key?: string) => reminderMarkFrom(shortBytes(text), key);

const NOW = Date.UTC(2026, 2, 2, 7, 30);
const HERE: Here = { now: NOW, utcOffset: 60, dayEnd: 4 };
const TODAY = dayAt(HERE);
const RANG = { at: NOW, on: TODAY };
const AT_EIGHT = { evening: 20 * 60, quiet: { from: 0, until: 0 } };
const WAITS = { reminders: remindersOf(NO_REMINDERS), delayed: {} };
const AGAIN: OneShot = { why: 'again', at: NOW + HOUR, day: TODAY, left: 0 };

describe('the mark of a run', () => {
  const ringing: Decision = { act: 'ring', says: 'moment', then: 'again' };
  const done: Decision = { act: 'silent', because: 'done', then: undefined };
  const outcome = (decision: Decision, next: OneShot | 'none' | 'asBefore') => ({
    ...{ day: TODAY, isAstray: false },
    decision,
    next,
  });
  const rang = markAfter(1, outcome(ringing, AGAIN), HERE, undefined, 'rang');

  test('says when it rang and what follows', () => {
    expect(rang).toEqual({ place: 1, day: TODAY, at: NOW, came: 'rang', rang: RANG, next: AGAIN });
    expect(memoryOf(HERE, 1, rang, WAITS)).toEqual({
      ...{ day: TODAY, rangAt: NOW, delayedUntil: undefined, isShared: false },
    });
  });

  test('does not claim that a refused notification rang', () => {
    const refused = markAfter(1, outcome(ringing, AGAIN), HERE, undefined, 'refused');
    expect(refused).toMatchObject({ came: 'refused', rang: undefined, next: AGAIN });
  });

  test('that was about to ring counts as a ring, but does not say that it was one, nor why a later run was silent', () => {
    const about = markAfter(1, outcome(ringing, AGAIN), HERE, undefined, 'unknown');
    expect(about).toEqual({ ...rang, came: 'unknown' });
    expect(memoryOf(HERE, 1, about, WAITS).rangAt).toBe(NOW);
    const later = { ...HERE, now: NOW + HOUR };
    const silent = markAfter(1, outcome(done, 'none'), later, about, 'unknown');
    const reminders = remindersOf(setReminder(NO_REMINDERS, 1, NEW_REMINDER));
    for (const mark of [about, silent])
      expect(toldOfToday(reminders, 1, mark, undefined, later)).toEqual({ kind: 'unknown' });
    expect(markAfter(1, outcome(ringing, 'none'), later, about, 'rang').came).toBe('rang');
  });

  test('keeps what was known about the day, and nothing about the day before', () => {
    const later = { ...HERE, now: NOW + HOUR };
    expect(markAfter(1, outcome(done, 'none'), later, rang, 'rang')).toMatchObject({
      came: 'done',
      rang: RANG,
      next: undefined,
    });
    expect(markAfter(1, outcome(done, 'asBefore'), later, rang, 'rang').next).toEqual(AGAIN);
    const tomorrow = { ...outcome(done, 'asBefore'), day: TODAY + 1 };
    expect(markAfter(1, tomorrow, later, rang, 'rang')).toMatchObject({ rang: undefined, next: undefined });
    expect(memoryOf({ ...HERE, now: NOW + 24 * HOUR }, 1, rang, WAITS).rangAt).toBeUndefined();
    expect(memoryOf(HERE, 1, undefined, WAITS).rangAt).toBeUndefined();
  });

  test('keeps the rings of the next day if a day repeats, but not those of a date far ahead', () => {
    const back = { ...HERE, now: NOW + HOUR, utcOffset: -600 };
    const yesterday = { ...outcome(done, 'none'), day: TODAY - 1 };
    const mark = markAfter(1, yesterday, back, rang, 'rang');
    expect(mark).toMatchObject({ day: TODAY - 1, rang: RANG });
    expect(memoryOf(back, 1, mark, WAITS).rangAt).toBe(NOW);
    const again = markAfter(1, { ...yesterday, decision: ringing }, back, mark, 'rang');
    expect(again.rang).toEqual({ at: back.now, on: TODAY });
    const farAhead = { ...rang, rang: { at: NOW, on: TODAY + 400 } };
    expect(markAfter(1, outcome(done, 'none'), HERE, farAhead, 'rang').rang).toBeUndefined();
  });

  test('is none for a reminder that has been moved to another hour, or is another in its place', () => {
    const text = reminderMarkText(rang, '480-7');
    expect([markIn(text, '480-7'), markIn(text)]).toEqual([rang, rang]);
    expect([markIn(text, '540-7'), markIn(text, '480-8'), markIn(text, '480')]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    expect(markIn(reminderMarkText(rang, undefined), '480')).toBeUndefined();
  });

  test('reads back as it was written, and not at all if a character is wrong or missing', () => {
    const marks = fc.record<ReminderMark>({
      place: fc.constantFrom(1, 2, 3),
      day: fc.nat(99_999),
      at: fc.nat(2 ** 45),
      came: fc.constantFrom('rang', 'refused', ...SILENCES),
      rang: fc.option(fc.record({ at: fc.integer({ min: 1, max: 2 ** 45 }), on: fc.nat(99_999) }), {
        nil: undefined,
      }),
      next: fc.constant(undefined),
    });
    const kinds = REMINDER_RINGS.filter((kind): kind is OneShot['why'] => kind !== 'first');
    const shots = fc.option(fc.tuple(fc.constantFrom(...kinds), fc.nat(2 ** 45), fc.nat(4)), {
      nil: undefined,
    });
    fc.assert(
      fc.property(marks, shots, fc.nat(200), (mark, shot, at) => {
        const next = shot && { why: shot[0], at: shot[1], left: shot[2], day: mark.day };
        const text = reminderMarkText({ ...mark, next }, '480-12');
        expect(markIn(text)).toEqual({ ...mark, next });
        expect(markIn(text.slice(0, at % text.length))).toBeUndefined();
        const place = at % text.length;
        const other = text[place] === '7' ? '8' : '7';
        expect(markIn(text.slice(0, place) + other + text.slice(place + 1))).toBeUndefined();
      }),
      { numRuns: runs(5000, 300) },
    );
  });
});

describe('what a person says of a day', () => {
  test('leaves it out for a reason, which can be changed and undone', () => {
    const notes = excuse(excuse(NO_DAY_NOTES, TODAY, 'away'), TODAY, 'unwell');
    expect(notes.excused).toEqual([[TODAY, 'unwell']]);
    expect([isExcused(notes, TODAY), isExcused(notes, TODAY - 1)]).toEqual([true, false]);
    expect(isExcused(unexcuse(notes, TODAY), TODAY)).toBe(false);
  });

  test('is kept for the latest days', () => {
    const many = Array.from({ length: 40 }, (_, index) => index).reduce(
      (notes, day) => excuse(notes, day, 'noTime'),
      NO_DAY_NOTES,
    );
    expect(many.excused).toHaveLength(EXCUSED_LIMIT);
    expect(isExcused(many, 39)).toBe(true);
  });

  test('puts a reminder off to a moment of the same day', () => {
    expect(delayEnd('quarter', AT_EIGHT, HERE)).toBe(NOW + 15 * MINUTE);
    expect(delayEnd('hour', AT_EIGHT, HERE)).toBe(NOW + HOUR);
    expect(delayEnd('evening', AT_EIGHT, HERE)).toBe(Date.UTC(2026, 2, 2, 19));
    expect(delayEnd('evening', { ...AT_EIGHT, evening: 8 * 60 }, HERE)).toBeUndefined();
    const smallHours = { ...HERE, now: Date.UTC(2026, 2, 3, 2, 30) };
    expect(delayEnd('hour', AT_EIGHT, smallHours)).toBeUndefined();
    expect(delayEnd('quarter', AT_EIGHT, smallHours)).toBe(smallHours.now + 15 * MINUTE);
    // Nothing rings in quiet hours.
    const quiet = { ...AT_EIGHT, quiet: { from: 19 * 60, until: 7 * 60 } };
    expect(delayEnd('evening', quiet, HERE)).toBeUndefined();
    expect(delayEnd('hour', quiet, HERE)).toBe(NOW + HOUR);
  });

  test('is for one reminder, and not for another that takes its place', () => {
    const reminders = remindersOf(setReminder(NO_REMINDERS, 1, NEW_REMINDER));
    const put = delay(delay(NO_DAY_NOTES, [1], NOW, reminders), [3], NOW + 1, reminders);
    const until = ([1, 2, 3] as const).map((place) =>
      waitsUntil(put.delayed[place - 1], reminders.at[place]),
    );
    expect(until).toEqual([NOW, undefined, NOW + 1]);
    // Removed and added again.
    const others = [undefined, NEW_REMINDER].reduce(
      (stored, each) => setReminder(stored, 1, each),
      setReminder(NO_REMINDERS, 1, NEW_REMINDER),
    );
    expect(waitsUntil(put.delayed[0], remindersOf(others).at[1])).toBeUndefined();
  });

  test('is over for those that waited with one that is put off again after it has rung for all', () => {
    const reminders = remindersOf(NO_REMINDERS);
    const together = delay(delay(NO_DAY_NOTES, [3], NOW + 1, reminders), [1, 2], NOW, reminders);
    const { delayed } = delay(together, [1], NOW + HOUR, reminders);
    expect(delayed).toEqual([[NOW + HOUR, 0], undefined, [NOW + 1, 0]]);
  });

  test('is on disk as it was given', () => {
    const notes = {
      ...delay(excuse(NO_DAY_NOTES, TODAY, 'other'), [2], NOW, remindersOf(NO_REMINDERS)),
      offered: TODAY,
    };
    expect(readStored(DAY_NOTES_FILE, storedText(DAY_NOTES_FILE, notes))).toEqual({ value: notes });
  });

  test('is read as far as possible, and what is missing is reported', () => {
    const read = (json: unknown) => readStored(DAY_NOTES_FILE, JSON.stringify(json));
    const odd = {
      version: 1,
      excused: [[3, 'away'], [4, 'lazy'], 5, [-1, 'away']],
      delayed: ['x', 7, [8, 2]],
    };
    expect(read(odd)).toEqual({
      value: { excused: [[3, 'away']], delayed: [undefined, [7, 0], [8, 2]], offered: undefined },
      problem: 'damaged',
    });
    expect(read({ excused: [] }).problem).toBe('damaged');
    expect(read(7).problem).toBe('damaged');
    expect(EXCUSE_REASONS).toContain('noTime');
  });
});

describe('a reminder that is no longer needed', () => {
  const days = (count: number, doneAt = 7 * 60) =>
    Array.from({ length: count }, (_, index) => ({ day: TODAY - 1 - index, doneAt }));
  const AT_EIGHT = { minute: 8 * 60, weekdays: EVERY_DAY };
  const LONG_AGO = NOW - 30 * 24 * HOUR;
  const offers = (list: ReturnType<typeof days>, offered?: number, reminder = AT_EIGHT) =>
    offersToLeave(list, reminder, HERE, { offered }, LONG_AGO);

  test('offers to stop after 10 of 14 days that were done before it rang', () => {
    expect([offers(days(DONE_WITHOUT)), offers(days(DONE_WITHOUT - 1))]).toEqual([true, false]);
  });

  test('does not if it rang first, or if those days were longer ago', () => {
    expect(offers(days(14, 9 * 60))).toBe(false);
    const old = days(DONE_WITHOUT).map((each) => ({ ...each, day: each.day - 5 }));
    expect(offers(old)).toBe(false);
    expect(offers([...days(DONE_WITHOUT - 1), { day: TODAY, doneAt: 0 }])).toBe(false);
  });

  test('after midnight is later than any hour of its day', () => {
    const [before, after] = [23 * 60, 24 * 60 + 45];
    const night = { ...AT_EIGHT, minute: 30 };
    expect([offers(days(14, before), undefined, night), offers(days(14, after), undefined, night)]).toEqual([
      true,
      false,
    ]);
  });

  test('counts the days on which it rings only', () => {
    // Ten of these days are none of a weekend.
    const weekdays = [1, 2, 3, 4, 5];
    expect(offers(days(14), undefined, { ...AT_EIGHT, weekdays })).toBe(true);
    expect(offers(days(13), undefined, { ...AT_EIGHT, weekdays })).toBe(false);
    const undone = days(14).map((each) => ({ ...each, doneAt: undefined }));
    expect(offersToLeave(undone, AT_EIGHT, HERE, { offered: undefined }, LONG_AGO)).toBe(false);
  });

  test('counts the days since it first rang at this hour only, and offers nothing if that is unknown', () => {
    const since = (from: number | undefined) =>
      offersToLeave(days(14), AT_EIGHT, HERE, { offered: undefined }, from);
    const daysAgo = (count: number): number => NOW - count * 24 * HOUR;
    expect([daysAgo(DONE_WITHOUT), daysAgo(DONE_WITHOUT - 1), NOW, undefined].map(since)).toEqual([
      ...[true, false, false, false],
    ]);
  });

  test('stands until the day is over or it is answered', () => {
    expect([offers(days(14), TODAY), offers(days(14), TODAY - 1)]).toEqual([true, false]);
  });

  test('does not offer again for a fortnight, and a wrong clock does not silence the offer for ever', () => {
    expect(offers(days(14), TODAY - LOOKED_AT + 1)).toBe(false);
    expect(offers(days(14), TODAY - LOOKED_AT)).toBe(true);
    expect(offers(days(14), TODAY + 400)).toBe(true);
  });
});
