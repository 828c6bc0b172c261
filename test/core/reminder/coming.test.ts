import type { Leg } from '../../../core/body';
import type { Here } from '../../../core/calendar/day';
import { dayAt } from '../../../core/calendar/day';
import type { Known } from '../../../core/reminder/coming';
import { comingOf, oneShotWanted, toldOfToday, waitingUntil, whyNever } from '../../../core/reminder/coming';
import type { DayState } from '../../../core/reminder/decide';
import type { ReminderMark } from '../../../core/reminder/mark';
import type { Reminder, Reminders } from '../../../core/reminder/reminder';
import { NEW_REMINDER } from '../../../core/reminder/reminder';
import { NO_REMINDERS, remindersOf, setQuietHours, setReminder } from '../../../core/reminder/reminders-file';
import type { Rung } from '../../../core/alarm/reminder-alarm';
import { isSharedBy, ring } from '../../../core/reminder/ring';
import { HOUR, MINUTE } from '../../../core/time';

const CET = 60;
/** A Monday in March, at half past seven in the morning. */
const MONDAY = Date.UTC(2026, 2, 2, 6, 30);
const EVENING = Date.UTC(2026, 2, 2, 19);
const here = (now = MONDAY, utcOffset = CET): Here => ({ now, utcOffset, dayEnd: 4 });
const DAY = dayAt(here());
const AT_HALF_PAST_SEVEN: Reminder = { ...NEW_REMINDER, minute: 7 * 60 + 30 };
const NOTHING_DONE: Omit<DayState, 'isItsDay'> = {
  ...{ planned: ['left', 'right'], done: [], locked: [] },
  ...{ isExcused: false, isSessionRunning: false },
};
const LEFT_DONE = { ...NOTHING_DONE, done: ['left'] as const };
const withFirst = (changes: Partial<Reminder> = {}) =>
  setReminder(NO_REMINDERS, 1, { ...AT_HALF_PAST_SEVEN, ...changes });
const set = (changes: Partial<Reminder> = {}): Reminders => remindersOf(withFirst(changes));
const RANG = { at: MONDAY, on: DAY };
const markWith = (mark: Partial<ReminderMark>): ReminderMark => ({
  ...{ place: 1, day: DAY, at: MONDAY, came: 'rang', rang: undefined, next: undefined },
  ...mark,
});
/** Its daily alarm is not known to have come. */
const KNOWN: Known = {
  ...{ mark: undefined, delayedUntil: undefined, isShared: false },
  ...{ setFrom: Infinity, mode: undefined },
};
const known = (delayedUntil?: number, mark?: Partial<ReminderMark>): Known => ({
  ...KNOWN,
  delayedUntil,
  mark: mark && markWith(mark),
});

/** What comes of an alarm of the first reminder that has been put off until a moment. */
const rungAt = (
  now: number,
  rung: Rung,
  delayedUntil: number | undefined,
  more: { readonly reminders?: Reminders; readonly done?: readonly Leg[]; readonly utcOffset?: number } = {},
  isSilenced: 'yes' | 'no' = 'no',
) =>
  ring({
    ...{ reminders: more.reminders ?? set(), place: 1, rung, here: here(now, more.utcOffset), isSilenced },
    today: { ...NOTHING_DONE, done: more.done ?? [] },
    memory: { day: DAY, rangAt: undefined, delayedUntil, isShared: false },
  });

describe('a moment the person has asked for', () => {
  const later = { why: 'later', day: DAY, left: 1 } as const;
  const until = MONDAY + HOUR;
  const done = ['left'] as const;

  test('rings for the other leg, although the evening is still to come, and again then', () => {
    expect(comingOf(set(), 1, LEFT_DONE, known(until), here())).toMatchObject({ at: until, why: 'later' });
    expect(rungAt(until, later, until, { done })).toMatchObject({
      decision: { act: 'ring', says: 'otherLeg', leg: 'right' },
      next: { why: 'evening', at: EVENING },
    });
  });

  test('is looked for again after a quiet mode, with one leg done as well', () => {
    const { next } = rungAt(until, later, until, { done }, 'yes');
    const look = { why: 'look', at: until + 15 * MINUTE, day: DAY, left: 1 } as const;
    expect(next).toEqual(look);
    // An opening of the app in between keeps it.
    const now = here(until + MINUTE);
    const asked = known(until, { came: 'silenced', at: until, next: look });
    expect(oneShotWanted(set(), 1, LEFT_DONE, asked, now)).toEqual(look);
    expect(rungAt(look.at, look, until, { done }).decision).toMatchObject({ says: 'otherLeg' });
    // Nobody asked for this one.
    expect(rungAt(look.at, look, undefined, { done }).decision).toMatchObject({ because: 'oneLegDone' });
  });

  test('rings once on a day of the week on which the reminder does not, also if its hour comes before', () => {
    const reminders = set({ weekdays: [2, 3] });
    const wanted = oneShotWanted(reminders, 1, NOTHING_DONE, known(until), here(MONDAY - HOUR));
    expect(wanted).toEqual({ why: 'later', at: until, day: DAY, left: 0 });
    const first = rungAt(MONDAY, { why: 'first' }, until, { reminders });
    expect(first).toMatchObject({ decision: { because: 'delayed' }, next: wanted });
    const outcome = rungAt(until, { why: 'later', day: DAY, left: 0 }, until, { reminders });
    expect(outcome).toMatchObject({ decision: { says: 'moment' }, next: 'none' });
    // Not if it was to be earlier than its hour, and not if it is off.
    expect(rungAt(MONDAY, { why: 'first' }, MONDAY - HOUR, { reminders }).decision).toMatchObject({
      because: 'notItsDay',
    });
    const off = set({ isOn: false });
    expect(oneShotWanted(off, 1, NOTHING_DONE, known(until), here())).toBeUndefined();
    expect(rungAt(until, later, until, { reminders: off }).decision).toMatchObject({ because: 'notItsDay' });
  });
});

describe('what a run has asked for', () => {
  const now = here(MONDAY + MINUTE);
  const next = { why: 'again', at: MONDAY + HOUR, day: DAY, left: 1 } as const;
  const wanted = (repeats: number, why: 'again' | 'look' = 'again') =>
    oneShotWanted(set({ repeats }), 1, NOTHING_DONE, known(undefined, { next: { ...next, why } }), now);

  test('is dropped if the reminder is set to ring again less often since', () => {
    expect([0, 1, 2].map((repeats) => wanted(repeats))).toEqual([undefined, undefined, next]);
    expect(
      comingOf(set({ repeats: 0 }), 1, NOTHING_DONE, known(undefined, { next, rang: RANG }), now),
    ).toEqual({ place: 1, at: MONDAY + 24 * HOUR, why: 'first' });
    // Another look is not a repeat, but is followed by no more of them.
    expect(wanted(0, 'look')).toEqual({ ...next, why: 'look', left: 0 });
  });

  test('and passed without a mark, as during a session, is followed by the next repeat', () => {
    const wantedAt = (hours: number) =>
      oneShotWanted(
        set({ repeats: 2 }),
        1,
        NOTHING_DONE,
        known(undefined, { next }),
        here(MONDAY + hours * HOUR),
      );
    expect(wantedAt(0.5)).toEqual(next);
    expect(wantedAt(1.1)).toEqual({ ...next, at: MONDAY + 2 * HOUR, left: 0 });
    expect(wantedAt(2.1)).toBeUndefined();
  });

  test('leaves a chosen moment all its repeats, whether it has come or not', () => {
    const later = (at: number) => {
      const asked = known(MONDAY + 2 * HOUR, { next: { ...next, at, left: 0 } });
      return oneShotWanted(set({ repeats: 2 }), 1, NOTHING_DONE, asked, now)?.left;
    };
    expect([later(MONDAY), later(MONDAY + HOUR)]).toEqual([2, 2]);
  });

  test('at the moment that was chosen has rung once, even if the clock is set back before it', () => {
    const until = MONDAY + HOUR;
    const rang = { at: until + 2_000, on: DAY };
    const asked = known(until, { at: rang.at, rang });
    expect(oneShotWanted(set(), 1, NOTHING_DONE, asked, now)).toBeUndefined();
    // Whoever puts it off after that means another moment.
    expect(
      oneShotWanted(set(), 1, NOTHING_DONE, { ...asked, delayedUntil: until + HOUR }, now),
    ).toMatchObject({
      why: 'later',
      at: until + HOUR,
    });
  });
});

describe('an hour that has passed without a mark, as on a lit screen or during a session,', () => {
  const passed: Known = { ...KNOWN, setFrom: MONDAY };
  const wanted = (minutes: number, knows = passed, reminders = set({ repeats: 2 }), today = NOTHING_DONE) =>
    oneShotWanted(reminders, 1, today, knows, here(MONDAY + minutes * MINUTE));
  const again = (hours: number, left: number) => ({
    why: 'again',
    at: MONDAY + hours * HOUR,
    day: DAY,
    left,
  });

  test('is followed by its repeats, and the page says so', () => {
    expect([-1, 0, 6, 61, 121].map((minutes) => wanted(minutes))).toEqual([
      ...[undefined, again(1, 1), again(1, 1), again(2, 0), undefined],
    ]);
    expect(comingOf(set(), 1, NOTHING_DONE, passed, here(MONDAY + MINUTE / 2))).toEqual({
      ...{ place: 1, at: MONDAY + HOUR, why: 'again' },
    });
  });

  test('is not if the reminder was set after it, has rung, or does not ring on that day', () => {
    expect(wanted(6, { ...passed, setFrom: MONDAY + 24 * HOUR })).toBeUndefined();
    expect(wanted(6, passed, set({ repeats: 2, weekdays: [2] }))).toBeUndefined();
    expect(wanted(6, { ...passed, mark: markWith({ came: 'late', at: MONDAY }) })).toBeUndefined();
    expect(wanted(6, { ...passed, mark: markWith({ at: MONDAY - HOUR, rang: RANG }) })).toBeUndefined();
    // A run before it says nothing of it.
    expect(wanted(6, { ...passed, mark: markWith({ came: 'early', at: MONDAY - HOUR }) })).toEqual(
      again(1, 1),
    );
  });

  test('is followed by another look while a quiet mode is on, which may come after the last repeat too', () => {
    const silenced = { ...passed, mode: 'doNotDisturb' as const };
    const look = (minutes: number, left: number) => ({
      ...{ why: 'look', at: MONDAY + minutes * MINUTE, day: DAY, left },
    });
    expect([6, 20].map((minutes) => wanted(minutes, silenced))).toEqual([look(15, 2), look(30, 2)]);
    const last = known(undefined, { next: { why: 'again', at: MONDAY + HOUR, day: DAY, left: 0 } });
    expect(wanted(61, { ...last, mode: 'doNotDisturb' as const })).toEqual(look(75, 0));
    // Not on another day of the week.
    expect(wanted(6, silenced, set({ weekdays: [2] }))).toBeUndefined();
  });

  test('with a leg done leaves the other for the evening, and in the evening repeats', () => {
    expect(wanted(6, passed, set(), LEFT_DONE)).toMatchObject({ why: 'evening', at: EVENING });
    const late = set({ minute: 19 * 60 + 58 });
    const knows = { ...KNOWN, setFrom: EVENING - 2 * MINUTE };
    expect(oneShotWanted(late, 1, LEFT_DONE, knows, here(EVENING + 6 * MINUTE))).toMatchObject({
      ...{ why: 'again', at: EVENING + 58 * MINUTE },
    });
  });

  test('a chosen moment that has passed likewise is followed by its repeats, for those that share it once', () => {
    const until = MONDAY + 35 * MINUTE;
    const asked = known(until, { rang: RANG, next: { why: 'again', at: MONDAY + HOUR, day: DAY, left: 0 } });
    expect(wanted(40, asked)).toEqual({ why: 'again', at: until + HOUR, day: DAY, left: 1 });
    expect(wanted(40, { ...asked, isShared: true })).toBeUndefined();
  });
});

describe('what is said to ring next', () => {
  const at = (
    reminders: Reminders,
    now: number,
    today = NOTHING_DONE,
    knows: Known = known(),
    place: 1 | 2 = 1,
  ) => comingOf(reminders, place, today, knows, here(now))?.at;
  const quiet = (from: number, until: number, changes: Partial<Reminder> = {}) =>
    remindersOf(setQuietHours(withFirst(changes), { from: from * 60, until: until * 60 }));
  const before = MONDAY - HOUR;

  test('leaves out what falls into the quiet hours', () => {
    expect(at(quiet(7, 8), before)).toBe(MONDAY + HOUR);
    expect(comingOf(quiet(7, 8), 1, NOTHING_DONE, known(), here(before))?.why).toBe('again');
    expect(at(quiet(7, 9), before)).toBeUndefined();
    expect(at(quiet(7, 8, { repeats: 0 }), before)).toBeUndefined();
    expect(whyNever(NOTHING_DONE)).toBe('quietHours');
    // The repeat of the last run, and the evening.
    const next = { why: 'again', at: MONDAY + HOUR, day: DAY, left: 0 } as const;
    const tomorrow = MONDAY + 24 * HOUR;
    expect(at(quiet(8, 9), MONDAY + MINUTE, NOTHING_DONE, known(undefined, { next, rang: RANG }))).toBe(
      tomorrow,
    );
    expect(at(quiet(19, 22), MONDAY + MINUTE, LEFT_DONE, known(undefined, { rang: RANG }))).toBe(tomorrow);
    // A repeat does not ring on the next day of the person.
    expect(at(quiet(0, 4, { minute: 3 * 60 + 30 }), before)).toBeUndefined();
  });

  test('is nothing while all legs are locked, for that reason', () => {
    const locked = { ...NOTHING_DONE, locked: ['left', 'right'] as const };
    expect(at(set(), before, locked)).toBeUndefined();
    expect(whyNever(locked)).toBe('locked');
    expect(at(set(), before, { ...NOTHING_DONE, locked: ['left'] })).toBe(MONDAY);
  });

  test('with one leg done is the evening, and for a reminder that does not look after it, the next day', () => {
    const both = remindersOf(setReminder(withFirst(), 2, { ...AT_HALF_PAST_SEVEN, minute: 9 * 60 }));
    expect(at(both, before, LEFT_DONE)).toBe(EVENING);
    const nine = MONDAY + 90 * MINUTE;
    expect(at(both, before, NOTHING_DONE, known(), 2)).toBe(nine);
    expect(at(both, before, LEFT_DONE, known(), 2)).toBe(nine + 24 * HOUR);
    const late = remindersOf(setReminder(withFirst(), 2, { ...AT_HALF_PAST_SEVEN, minute: 21 * 60 }));
    // Its own hour is in the evening, so that the first need not say it.
    expect(at(late, before, LEFT_DONE)).toBe(MONDAY + 24 * HOUR);
    expect(at(late, before, LEFT_DONE, known(), 2)).toBe(EVENING + HOUR);
    const alone = set({ minute: 21 * 60 });
    expect(at(alone, before, LEFT_DONE)).toBe(EVENING + HOUR);
    expect(at(alone, EVENING + MINUTE, LEFT_DONE)).toBe(EVENING + HOUR);
  });

  test('with one leg done on a day that is not that of the first reminder is the evening of the next one', () => {
    const stored = setReminder(withFirst({ weekdays: [2, 3] }), 2, AT_HALF_PAST_SEVEN);
    const split = remindersOf(stored);
    expect([1, 2].map((place) => at(split, before, LEFT_DONE, known(), place as 1 | 2))).toEqual([
      MONDAY + 24 * HOUR,
      EVENING,
    ]);
    const rung = { why: 'first' } as const;
    const { next } = ring({
      ...{ reminders: split, place: 2, rung, here: here(), isSilenced: 'no' },
      ...{ today: LEFT_DONE, memory: undefined },
    });
    expect(next).toMatchObject({ why: 'evening', at: EVENING });
  });

  test('of a reminder that was set after its hour, nothing is missing today', () => {
    const now = here(MONDAY + 3 * HOUR);
    expect(toldOfToday(set(), 1, undefined, MONDAY + 24 * HOUR, now)).toEqual({ kind: 'ahead' });
    expect(toldOfToday(set(), 1, undefined, MONDAY, now)).toEqual({ kind: 'unknown' });
  });
});

test('an evening that comes too late for the place where one is by then passes in silence', () => {
  const evening = { why: 'evening', day: DAY, left: 0 } as const;
  const done = ['left'] as const;
  expect(rungAt(EVENING, evening, undefined, { done }).decision).toMatchObject({ says: 'otherLeg' });
  expect(rungAt(EVENING + 59 * MINUTE, evening, undefined, { done }).decision).toMatchObject({ act: 'ring' });
  const india = rungAt(EVENING, evening, undefined, { done, utcOffset: 330 + CET });
  expect(india).toMatchObject({ decision: { because: 'late' }, isAstray: false });
  const azores = rungAt(EVENING, evening, undefined, { done, utcOffset: -60 });
  expect(azores).toMatchObject({ decision: { because: 'oneLegDone' }, next: { at: EVENING + 2 * HOUR } });
});

describe('whoever wants to be reminded later', () => {
  const three = remindersOf(
    [2, 3].reduce(
      (before, place) =>
        setReminder(before, place as 2 | 3, { ...AT_HALF_PAST_SEVEN, minute: (6 + place) * 60, repeats: 0 }),
      withFirst({ repeats: 0 }),
    ),
  );
  const waiting = (
    minutes: number,
    at: Here,
    rang: Partial<Record<1 | 2 | 3, number>> = {},
    reminders = three,
    delayed: Partial<Record<1 | 2 | 3, number>> = {},
  ) =>
    waitingUntil(
      at.now + minutes * MINUTE,
      reminders,
      NOTHING_DONE,
      (place) => {
        const when = rang[place];
        const mark =
          when === undefined ? undefined : markWith({ place, at: when, rang: { at: when, on: RANG.on } });
        return {
          ...KNOWN,
          mark,
          delayedUntil: delayed[place],
          isShared: isSharedBy(place, reminders, delayed),
        };
      },
      at,
    );

  test('puts off all that would ring until then', () => {
    expect(waiting(15, here(MONDAY - MINUTE))).toEqual([1]);
    // Half past seven, eight and nine o'clock.
    expect(waiting(60, here(MONDAY - MINUTE))).toEqual([1, 2]);
    expect(waiting(120, here(MONDAY - MINUTE))).toEqual([1, 2, 3]);
    // The first has rung, and the second would ring in ten minutes.
    expect(waiting(60, here(MONDAY + 20 * MINUTE), { 1: MONDAY })).toEqual([2]);
  });

  test('puts those off together that wait for the same moment', () => {
    const evening = MONDAY + 12 * HOUR;
    const noon = here(MONDAY + 4 * HOUR);
    expect(waiting(15, noon, {}, three, { 1: evening, 2: evening })).toEqual([1, 2]);
    expect(waiting(15, noon, {}, three, { 1: evening, 2: evening + HOUR })).toEqual([1]);
    // The one that rings for both is about to.
    expect(waiting(15, here(evening - 5 * MINUTE), {}, three, { 1: evening, 2: evening })).toEqual([1, 2]);
    // What they waited for is past.
    expect(
      waiting(15, noon, { 1: MONDAY + 3 * HOUR }, three, { 1: MONDAY + HOUR, 2: MONDAY + HOUR }),
    ).toEqual([1]);
  });

  test('if nothing would ring, means the reminder that rang last today, or the next to ring', () => {
    expect(waiting(15, here(MONDAY + MINUTE), { 1: MONDAY })).toEqual([1]);
    expect(waiting(15, here(MONDAY + 2 * HOUR), { 1: MONDAY, 2: MONDAY + HOUR / 2 })).toEqual([2]);
    expect(waiting(15, here(MONDAY - HOUR))).toEqual([1]);
    expect(waiting(15, here(), {}, remindersOf(NO_REMINDERS))).toEqual([]);
    const always = { ...three, quiet: { from: 7 * 60, until: 10 * 60 } };
    expect(waiting(15, here(MONDAY - 2 * HOUR), {}, always)).toEqual([1]);
  });

  test('is reminded once by those that wait for the same moment', () => {
    const until = MONDAY + HOUR;
    expect(isSharedBy(1, three, { 1: until, 2: until })).toBe(false);
    expect(isSharedBy(2, three, { 1: until, 2: until })).toBe(true);
    const shared = { ...KNOWN, delayedUntil: until, isShared: true };
    expect(oneShotWanted(three, 2, NOTHING_DONE, shared, here())).toBeUndefined();
    // It is silent at its own hour, and says nothing about today.
    const eight = here(MONDAY + HOUR / 2);
    const memory = { day: RANG.on, rangAt: undefined, delayedUntil: until, isShared: true };
    const outcome = ring({
      ...{ reminders: three, place: 2, rung: { why: 'first' }, here: eight },
      ...{ today: NOTHING_DONE, isSilenced: 'no', memory },
    });
    expect([outcome.decision, outcome.next]).toEqual([
      { act: 'silent', because: 'delayed', then: 'later' },
      'none',
    ]);
    expect(dayAt(here(comingOf(three, 2, NOTHING_DONE, shared, here())?.at))).toBe(RANG.on + 1);
  });
});
