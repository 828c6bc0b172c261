import { markAfter, reminderMarkFrom, reminderMarkText } from '../../../core/reminder/mark';
import { shortBytes } from '../../../core/ascii';
import { bytesSum } from '../../../core/session/mark';
import type { ReminderRing } from '../../../core/alarm/reminder-alarm';
import type { DayState } from '../../../core/reminder/decide';
import type { Known } from '../../../core/reminder/coming';
import { comingOf, oneShotWanted, toldOfToday } from '../../../core/reminder/coming';
import type { ReminderMark } from '../../../core/reminder/mark';
import type { Reminder } from '../../../core/reminder/reminder';
import { NEW_REMINDER } from '../../../core/reminder/reminder';
import {
  NO_REMINDERS,
  remindersOf,
  setEvening,
  setQuietHours,
  setReminder,
} from '../../../core/reminder/reminders-file';
import type { Memory, OneShot, RingFacts } from '../../../core/reminder/ring';
import type { Here } from '../../../core/calendar/day';
import { dailyAt, ring } from '../../../core/reminder/ring';
import { dayAt } from '../../../core/calendar/day';
import { HOUR, MINUTE, SECOND } from '../../../core/time';

const CET = 60;
const CEST = 120;
/** A Monday in March, at half past seven in the morning. */
const MONDAY = Date.UTC(2026, 2, 2, 6, 30);
const here = (now = MONDAY, utcOffset = CET, dayEnd = 4): Here => ({ now, utcOffset, dayEnd });
const NOTHING_DONE: Omit<DayState, 'isItsDay'> = {
  planned: ['left', 'right'],
  done: [],
  locked: [],
  isExcused: false,
  isSessionRunning: false,
};
const AT_HALF_PAST_SEVEN: Reminder = { ...NEW_REMINDER, minute: 7 * 60 + 30 };

const withFirst = (changes: Partial<Reminder> = {}) =>
  setReminder(NO_REMINDERS, 1, { ...AT_HALF_PAST_SEVEN, ...changes });
const set = (changes: Partial<Reminder> = {}) => remindersOf(withFirst(changes));

/** Its daily alarm is not known to have come. */
const KNOWN: Known = {
  ...{ mark: undefined, delayedUntil: undefined, isShared: false },
  ...{ setFrom: Infinity, mode: undefined },
};

const factsAt = (at: Here, changes: Partial<RingFacts> = {}): RingFacts => ({
  reminders: set(),
  place: 1,
  rung: { why: 'first' },
  here: at,
  today: NOTHING_DONE,
  isSilenced: 'no',
  memory: undefined,
  ...changes,
});

const comesTo = (facts: RingFacts): string => {
  const { decision } = ring(facts);
  return decision.act === 'ring' ? decision.says : decision.because;
};

const shot = (why: OneShot['why'], at: number, left = 0, day = dayAt(here())): OneShot => ({
  why,
  at,
  day,
  left,
});

describe('an alarm that rings at its hour', () => {
  test('rings and comes again after an hour', () => {
    const outcome = ring(factsAt(here()));
    expect(outcome).toMatchObject({ decision: { act: 'ring', says: 'moment' }, isAstray: false });
    expect(outcome.next).toEqual(shot('again', MONDAY + HOUR));
  });

  test('repeats as often as was set, and no more', () => {
    const twice = { reminders: set({ repeats: 2, every: 30 }) };
    const first = ring(factsAt(here(), twice));
    expect(first.next).toEqual(shot('again', MONDAY + 30 * MINUTE, 1));
    const again = (left: number, now: number) =>
      ring(factsAt(here(now), { ...twice, rung: { why: 'again', day: dayAt(here()), left } })).next;
    expect(again(1, MONDAY + 30 * MINUTE)).toEqual(shot('again', MONDAY + HOUR));
    expect(again(0, MONDAY + HOUR)).toBe('none');
  });

  test('is silent if the reminder is gone, off, or not for this day of the week', () => {
    expect(comesTo(factsAt(here(), { place: 2 }))).toBe('notItsDay');
    expect(comesTo(factsAt(here(), { reminders: set({ isOn: false }) }))).toBe('notItsDay');
    expect(comesTo(factsAt(here(), { reminders: set({ weekdays: [2, 3] }) }))).toBe('notItsDay');
  });

  test('does not repeat beyond the end of the day', () => {
    const late = set({ minute: 3 * 60 + 30 });
    const at = here(Date.UTC(2026, 2, 2, 2, 30));
    expect(ring(factsAt(at, { reminders: late }))).toMatchObject({ decision: { act: 'ring' }, next: 'none' });
  });
});

describe('a clock that is changed', () => {
  test('an alarm that comes a little early waits for its hour, and the daily one is set to that hour', () => {
    // A 24-hour alarm, a day after the clocks went back.
    const early = here(Date.UTC(2026, 9, 26, 5, 30), CET);
    expect(ring(factsAt(early))).toMatchObject({
      decision: { because: 'early' },
      isAstray: true,
      next: 'asBefore',
    });
    expect(dailyAt(AT_HALF_PAST_SEVEN.minute, early)).toBe(early.now + HOUR);
  });

  test('one that comes an hour late because the clocks went forward rings and is corrected', () => {
    const late = here(Date.UTC(2026, 2, 29, 6, 30), CEST);
    expect(ring(factsAt(late))).toMatchObject({ decision: { act: 'ring' }, isAstray: true });
    expect(dailyAt(AT_HALF_PAST_SEVEN.minute, late)).toBe(Date.UTC(2026, 2, 30, 5, 30));
  });

  test('a skipped hour rings once, within an hour, whichever way the watch repeats its alarms', () => {
    const skipped = { reminders: set({ minute: 2 * 60 + 30 }) };
    // At 01:00 UTC local time goes from 02:00 to 03:00.
    expect(comesTo(factsAt(here(Date.UTC(2026, 2, 29, 1, 0), CEST), skipped))).toBe('moment');
    expect(comesTo(factsAt(here(Date.UTC(2026, 2, 29, 1, 30), CEST), skipped))).toBe('moment');
  });

  test('a repeated hour rings once', () => {
    const doubled = { reminders: set({ minute: 2 * 60 + 30 }) };
    const first = here(Date.UTC(2026, 9, 25, 0, 30), CEST);
    expect(comesTo(factsAt(first, doubled))).toBe('moment');
    const second = here(first.now + HOUR, CET);
    const memory: Memory = {
      day: dayAt(second),
      rangAt: first.now,
      delayedUntil: undefined,
      isShared: false,
    };
    expect(ring(factsAt(second, { ...doubled, memory }))).toMatchObject({
      decision: { because: 'rangAlready' },
      next: 'asBefore',
    });
  });

  test('after a flight it follows the local hour', () => {
    // Eight hours east: the 24-hour alarm comes in the afternoon.
    const east = here(MONDAY, CET + 8 * 60);
    expect(ring(factsAt(east))).toMatchObject({ decision: { because: 'late' }, isAstray: true });
    expect(dailyAt(AT_HALF_PAST_SEVEN.minute, east)).toBe(MONDAY + 16 * HOUR);
    const west = here(MONDAY, CET - 8 * 60);
    expect(ring(factsAt(west))).toMatchObject({ decision: { because: 'early' }, isAstray: true });
    expect(dailyAt(AT_HALF_PAST_SEVEN.minute, west)).toBe(MONDAY + 8 * HOUR);
  });

  test('a day repeated across the date line rings once', () => {
    const auckland = here(Date.UTC(2026, 2, 1, 18, 30), 13 * 60);
    const honolulu = here(Date.UTC(2026, 2, 2, 17, 30), -10 * 60);
    expect(dayAt(auckland)).toBe(dayAt(honolulu));
    const memory: Memory = {
      day: dayAt(auckland),
      rangAt: auckland.now,
      delayedUntil: undefined,
      isShared: false,
    };
    expect(comesTo(factsAt(honolulu, { memory }))).toBe('rangAlready');
  });

  test('one delayed by an empty battery rings within an hour, and not later', () => {
    expect(comesTo(factsAt(here(MONDAY + 59 * MINUTE)))).toBe('moment');
    expect(comesTo(factsAt(here(MONDAY + 62 * MINUTE)))).toBe('late');
  });
});

describe('what the person has said', () => {
  const later = (until: number): Partial<RingFacts> => ({
    memory: { day: dayAt(here()), rangAt: undefined, delayedUntil: until, isShared: false },
  });

  test('a later moment replaces the hour, and the remaining repeats stay', () => {
    const until = MONDAY + 90 * MINUTE;
    expect(ring(factsAt(here(), later(until)))).toMatchObject({
      decision: { because: 'delayed' },
      next: shot('later', until, 1),
    });
    const rung = { why: 'later', day: dayAt(here()), left: 1 } as const;
    const then = ring(factsAt(here(until), { ...later(until), rung }));
    expect(then).toMatchObject({ decision: { says: 'moment' }, next: shot('again', until + HOUR) });
  });

  test.each([0, 1, 250, 999, 30 * SECOND, MINUTE])(
    'a later moment rings on the alarm set for it, which can be %i ms early',
    (early) => {
      const until = MONDAY + 90 * MINUTE;
      const rung = { why: 'later', day: dayAt(here()), left: 1 } as const;
      expect(comesTo(factsAt(here(until - early), { ...later(until), rung }))).toBe('moment');
    },
  );

  test('a later moment rings once, though an alarm that could not be cancelled is for it as well', () => {
    const until = MONDAY + 90 * MINUTE;
    const rung = { why: 'later', day: dayAt(here()), left: 1 } as const;
    const memory: Memory = { day: dayAt(here()), rangAt: until, delayedUntil: until, isShared: false };
    expect(comesTo(factsAt(here(until + SECOND), { rung, memory }))).toBe('rangAlready');
    expect(comesTo(factsAt(here(until), { rung, memory: { ...memory, rangAt: MONDAY } }))).toBe('moment');
  });

  test('an alarm for an earlier moment than the latest one asked for stays silent', () => {
    const until = MONDAY + 90 * MINUTE;
    const rung = { why: 'later', day: dayAt(here()), left: 1 } as const;
    expect(comesTo(factsAt(here(until - MINUTE - 1), { ...later(until), rung }))).toBe('delayed');
  });

  test('a delay over midnight rings as long as the day of the person lasts', () => {
    const halfPastEleven = Date.UTC(2026, 2, 2, 22, 30);
    const rung = { why: 'later', day: dayAt(here()), left: 0 } as const;
    const memory = {
      day: dayAt(here()),
      rangAt: halfPastEleven,
      delayedUntil: halfPastEleven + HOUR,
      isShared: false,
    };
    expect(comesTo(factsAt(here(halfPastEleven + HOUR), { rung, memory }))).toBe('moment');
    expect(comesTo(factsAt(here(halfPastEleven + 5 * HOUR), { rung, memory }))).toBe('anotherDay');
  });

  test('an alarm that rings twice rings once', () => {
    const memory = { day: dayAt(here()), rangAt: MONDAY + HOUR, delayedUntil: undefined, isShared: false };
    const rung = { why: 'again', day: dayAt(here()), left: 0 } as const;
    expect(comesTo(factsAt(here(MONDAY + HOUR + SECOND), { rung, memory }))).toBe('rangAlready');
    expect(comesTo(factsAt(here(MONDAY + 2 * HOUR), { rung, memory }))).toBe('moment');
  });

  test('what is known about yesterday does not affect today', () => {
    const memory = { day: dayAt(here()) - 1, rangAt: MONDAY, delayedUntil: MONDAY + HOUR, isShared: false };
    expect(comesTo(factsAt(here(), { memory }))).toBe('moment');
  });
});

describe('when it is not the time', () => {
  test('in a quiet mode it looks again every quarter of an hour', () => {
    const silenced = ring(factsAt(here(), { isSilenced: 'yes' }));
    expect(silenced).toMatchObject({
      decision: { because: 'silenced' },
      next: shot('look', MONDAY + 15 * MINUTE, 1),
    });
    const rung = { why: 'look', day: dayAt(here()), left: 1 } as const;
    expect(comesTo(factsAt(here(MONDAY + 15 * MINUTE), { rung }))).toBe('moment');
  });

  test('in quiet hours it stays silent, also over midnight', () => {
    const night = remindersOf(setQuietHours(withFirst(), { from: 22 * 60, until: 8 * 60 }));
    expect(ring(factsAt(here(), { reminders: night }))).toMatchObject({
      decision: { because: 'quietHours' },
      next: { why: 'again' },
    });
    const noon = remindersOf(setQuietHours(withFirst(), { from: 12 * 60, until: 14 * 60 }));
    expect(comesTo(factsAt(here(), { reminders: noon }))).toBe('moment');
  });

  test('if one leg was done, the other is left for the evening', () => {
    const evening = Date.UTC(2026, 2, 2, 18, 0);
    const today = { ...NOTHING_DONE, done: ['left'] as const };
    const reminders = remindersOf(setEvening(withFirst(), 19 * 60));
    expect(ring(factsAt(here(), { reminders, today }))).toMatchObject({
      decision: { because: 'oneLegDone' },
      next: shot('evening', evening),
    });
    const rung = { why: 'evening', day: dayAt(here()), left: 0 } as const;
    expect(ring(factsAt(here(evening), { reminders, today, rung }))).toMatchObject({
      decision: { says: 'otherLeg', leg: 'right' },
      next: 'none',
    });
  });

  test('in the evening each reminder says so at its hour, and again as often as was set', () => {
    const late = { ...AT_HALF_PAST_SEVEN, minute: 21 * 60 };
    const reminders = remindersOf(setReminder(withFirst(), 2, late));
    const today = { ...NOTHING_DONE, done: ['left'] as const };
    const nine = here(Date.UTC(2026, 2, 2, 20));
    const ringing = { reminders, today, place: 2 } as const;
    expect(ring(factsAt(nine, ringing))).toMatchObject({
      decision: { says: 'otherLeg', leg: 'right' },
      next: shot('again', nine.now + HOUR),
    });
    const again = { why: 'again', day: dayAt(here()), left: 0 } as const;
    expect(ring(factsAt(here(nine.now + HOUR), { ...ringing, rung: again }))).toMatchObject({
      decision: { says: 'otherLeg' },
      next: 'none',
    });
    // Nobody has to be reminded at eight as well, unless that hour is a quiet one.
    expect(ring(factsAt(here(), { reminders, today })).next).toBe('none');
    const quiet = { ...reminders, quiet: { from: 21 * 60, until: 7 * 60 } };
    expect(ring(factsAt(here(), { reminders: quiet, today })).next).toMatchObject({ why: 'evening' });
  });

  test('who is reminded of the other leg before the evening at a moment of their own is so in the evening as well', () => {
    const reminders = set({ minute: 21 * 60 });
    const today = { ...NOTHING_DONE, done: ['left'] as const };
    const [six, eight] = [Date.UTC(2026, 2, 2, 17), Date.UTC(2026, 2, 2, 19)];
    const rung = { why: 'later', day: dayAt(here()), left: 1 } as const;
    const memory = { day: dayAt(here()), rangAt: undefined, delayedUntil: six, isShared: false };
    const outcome = ring(factsAt(here(six), { reminders, today, rung, memory }));
    expect(outcome).toMatchObject({ decision: { says: 'otherLeg' }, next: shot('evening', eight) });
    const known = (mark?: ReminderMark): Known => ({ ...KNOWN, mark });
    const mark = markAfter(1, outcome, here(six), undefined, 'rang');
    const wanted = (knows: ReturnType<typeof known>) =>
      oneShotWanted(reminders, 1, today, knows, here(six + MINUTE));
    expect([wanted(known()), wanted(known(mark))]).toEqual([undefined, shot('evening', eight)]);
  });

  test('the evening is set by the first reminder that is on', () => {
    const both = setReminder(withFirst(), 2, AT_HALF_PAST_SEVEN);
    const today = { ...NOTHING_DONE, done: ['left'] as const };
    const nextOf = (place: 1 | 2, reminders = remindersOf(both)) =>
      ring(factsAt(here(), { reminders, today, place })).next;
    expect([nextOf(1), nextOf(2)]).toEqual([expect.objectContaining({ why: 'evening' }), 'none']);
    const onlySecond = remindersOf(setReminder(both, 1, undefined));
    expect(nextOf(2, onlySecond)).toMatchObject({ why: 'evening' });
  });
});

describe('what is shown', () => {
  const known = (mark?: Partial<ReminderMark>, delayedUntil?: number): Known => ({
    ...KNOWN,
    delayedUntil,
    mark: mark && markWith(mark),
  });
  const RANG = { at: MONDAY, on: dayAt(here()) };
  const markWith = (mark: Partial<ReminderMark>): ReminderMark => ({
    ...{ place: 1, day: dayAt(here()), at: MONDAY, came: 'rang', rang: undefined, next: undefined },
    ...mark,
  });
  const coming = (
    at: Here,
    mark?: Partial<ReminderMark>,
    today = NOTHING_DONE,
    changes: Partial<Reminder> = {},
  ) => comingOf(set(changes), 1, today, known(mark), at);
  const [before, after] = [here(MONDAY - HOUR), here(MONDAY + MINUTE)];

  test('what rings next and when', () => {
    expect(coming(before)).toEqual({ place: 1, at: MONDAY, why: 'first' });
    expect(coming(after)).toEqual({ place: 1, at: MONDAY + 24 * HOUR, why: 'first' });
    const next = shot('again', MONDAY + HOUR);
    expect(coming(after, { rang: RANG, next })).toEqual({ place: 1, at: MONDAY + HOUR, why: 'again' });
    expect(coming(before, undefined, NOTHING_DONE, { weekdays: [3] })).toMatchObject({
      at: MONDAY + 48 * HOUR,
    });
    expect(coming(before, undefined, NOTHING_DONE, { weekdays: [1] })).toMatchObject({ at: MONDAY });
    expect(coming(after, undefined, NOTHING_DONE, { weekdays: [1] })).toMatchObject({
      at: MONDAY + 7 * 24 * HOUR,
    });
    expect(coming(before, undefined, NOTHING_DONE, { isOn: false })).toBeUndefined();
    expect(coming(before, undefined, NOTHING_DONE, { weekdays: [] })).toBeUndefined();
    expect(comingOf(set(), 2, NOTHING_DONE, known(), before)).toBeUndefined();
    // The small hours belong to the day before.
    expect(coming(before, undefined, NOTHING_DONE, { minute: 60, weekdays: [1] })).toMatchObject({
      at: Date.UTC(2026, 2, 3, 0, 0),
    });
  });

  test('nothing more today once all is done', () => {
    const done = { ...NOTHING_DONE, done: ['left', 'right'] as const };
    expect(coming(before, undefined, done)).toMatchObject({ at: MONDAY + 24 * HOUR });
    expect(coming(after, { next: shot('again', MONDAY + HOUR) }, done)).toMatchObject({ why: 'first' });
  });

  test('an hour that was changed after it rang is for tomorrow', () => {
    expect(coming(after, { rang: RANG }, NOTHING_DONE, { minute: 10 * 60 })).toMatchObject({
      at: MONDAY + 26.5 * HOUR,
    });
  });

  test('nothing about a day on which it rang before a flight back over midnight', () => {
    const back = here(MONDAY + MINUTE, CET - 10 * 60);
    const sunday = dayAt(back);
    expect(sunday).toBe(RANG.on - 1);
    const mark = markWith({ day: sunday, came: 'late', rang: RANG });
    const next = comingOf(set(), 1, NOTHING_DONE, { ...KNOWN, mark }, back);
    expect(dayAt({ ...back, now: next?.at ?? 0 })).toBe(RANG.on + 1);
    expect(toldOfToday(set(), 1, mark, undefined, back)).toEqual({ kind: 'rang', at: MONDAY });
  });

  test('the wanted one-shot is a delay, the evening, or what the last run asked for', () => {
    const wanted = (
      mark?: Partial<ReminderMark>,
      delayedUntil?: number,
      done: readonly ('left' | 'right')[] = [],
    ) => oneShotWanted(set(), 1, { ...NOTHING_DONE, done }, known(mark, delayedUntil), after);
    const again = shot('again', MONDAY + HOUR);
    expect(wanted()).toBeUndefined();
    expect(wanted({ next: again })).toEqual(again);
    expect(wanted({ next: shot('again', MONDAY) })).toBeUndefined();
    expect(wanted({ next: again, day: 0 })).toBeUndefined();
    expect(wanted({ next: again }, MONDAY + 2 * HOUR)).toEqual(shot('later', MONDAY + 2 * HOUR, 1));
    expect(wanted(undefined, MONDAY + 2 * HOUR)).toEqual(shot('later', MONDAY + 2 * HOUR, 1));
    expect(wanted({ next: again }, MONDAY)).toEqual(again);
    expect(wanted({ next: again }, undefined, ['left'])).toEqual(shot('evening', Date.UTC(2026, 2, 2, 19)));
    expect(wanted({ next: again }, MONDAY + 2 * HOUR, ['left', 'right'])).toBeUndefined();
    expect(oneShotWanted(set(), 2, NOTHING_DONE, known(), after)).toBeUndefined();
  });

  test('with one leg done a repeat waits for the evening or is in it, and a check of a quiet mode continues', () => {
    const wanted = (why: 'again' | 'look', now: number, at = now + MINUTE) => {
      // Another reminder looks after the evening.
      const reminders = remindersOf(setReminder(withFirst(), 2, { ...AT_HALF_PAST_SEVEN, minute: 21 * 60 }));
      const next = shot(why, at);
      return oneShotWanted(reminders, 1, { ...NOTHING_DONE, done: ['left'] }, known({ next }), here(now));
    };
    const [noon, night] = [Date.UTC(2026, 2, 2, 11), Date.UTC(2026, 2, 2, 20)];
    expect([wanted('again', noon), wanted('look', noon)?.why]).toEqual([undefined, 'look']);
    expect([wanted('again', night)?.why, wanted('look', night)?.why]).toEqual(['again', 'look']);
    expect(wanted('again', noon, night)?.at).toBe(night);
  });

  test('why it did not ring today', () => {
    const told = (at: Here, mark?: Partial<ReminderMark>, reminders = set()) =>
      toldOfToday(reminders, 1, mark && markWith(mark), undefined, at);
    expect(told(before)).toEqual({ kind: 'ahead' });
    expect(told(here(MONDAY + SECOND))).toEqual({ kind: 'ahead' });
    expect(told(after)).toEqual({ kind: 'unknown' });
    expect(told(after, { rang: RANG, came: 'done' })).toEqual({ kind: 'rang', at: MONDAY });
    expect(told(after, { came: 'silenced' })).toEqual({ kind: 'silent', because: 'silenced', at: MONDAY });
    expect(told(after, { came: 'refused' })).toMatchObject({ because: 'refused' });
    expect(told(before, { came: 'early' })).toEqual({ kind: 'ahead' });
    const words = reminderMarkText(markWith({ came: 'silenced' }), '480').replace(/ \d+$/, '');
    const ofLaterVersion = words.replace('silenced', 'elsewhere');
    expect(
      told(after, reminderMarkFrom(shortBytes(`${ofLaterVersion} ${bytesSum(shortBytes(ofLaterVersion))}`))),
    ).toEqual({
      kind: 'unknown',
    });
    expect(told(after, { came: 'silenced', day: 0 })).toEqual({ kind: 'unknown' });
    expect(told(after, undefined, set({ weekdays: [2] }))).toMatchObject({ because: 'notItsDay' });
    expect(told(after, undefined, remindersOf(NO_REMINDERS))).toEqual({ kind: 'ahead' });
  });
});

test('the kind of a one-shot says what it is for', () => {
  const kinds: readonly ReminderRing[] = ['again', 'look', 'evening'];
  const dayBefore = dayAt(here()) - 1;
  kinds.forEach((why) => {
    if (why === 'first') return;
    expect(comesTo(factsAt(here(), { rung: { why, day: dayBefore, left: 0 } }))).toBe('anotherDay');
  });
});
