import fc from 'fast-check';
import type { Here } from '../../../core/calendar/day';
import { DAY_END, DAY_ENDS, dayOf } from '../../../core/calendar/day';
import {
  FORTNIGHT,
  fortnightBegins,
  fortnightOf,
  WEEK_LENGTH,
  weekBegins,
  weekOf,
  zonesToday,
} from '../../../core/record/week';
import { HOUR, MINUTE } from '../../../core/time';

const DAY = 24 * HOUR;

const NOON = Date.UTC(2026, 4, 15, 12);
const HERE: Here = { now: NOON, utcOffset: 0, dayEnd: DAY_END };
const zone = (leg: string, doneSeconds: number, plannedSeconds = 60) => ({
  ...{ leg, zone: 'calf', plannedSeconds },
  doneSeconds,
});
const both = [zone('left', 60), zone('right', 60)];
const session = (startedAt: number, zones = both, utcOffset = 0) => ({
  ...{ startedAt, utcOffset, zones },
  extensions: {},
});
const NONE = Array.from({ length: WEEK_LENGTH }, () => false);
const only = (day: number) => NONE.map((_, index) => index === day);

test('a week without a session has no mark', () => {
  expect(weekOf([], HERE)).toEqual({ left: NONE, right: NONE });
});

test('today is the last of seven days, and older sessions are not shown', () => {
  expect(weekOf([session(NOON - HOUR)], HERE).left).toEqual(only(6));
  expect(weekOf([session(NOON - 6 * DAY)], HERE).left).toEqual(only(0));
  expect(weekOf([session(NOON - 7 * DAY)], HERE).left).toEqual(NONE);
});

test('each leg has its own marks, on days with 90 % of what was planned for it', () => {
  const week = weekOf([session(NOON, [zone('left', 54), zone('right', 53)])], HERE);
  expect(week).toEqual({ left: only(6), right: NONE });
});

test('two sessions of a day are added up, and compared with the longer plan', () => {
  const half = [zone('left', 30), zone('right', 0, 0)];
  const twice = [session(NOON, half), session(NOON - HOUR, half)];
  expect(weekOf(twice, HERE)).toEqual({ left: only(6), right: NONE });
  expect(weekOf(twice.slice(1), HERE).left).toEqual(NONE);
});

test('a session counts on its day in the time zone in which it was done', () => {
  const lateInTokyo = session(Date.UTC(2026, 4, 14, 20), both, 9 * 60);
  expect(weekOf([lateInTokyo], HERE).left).toEqual(only(6));
  const lateInLima = session(Date.UTC(2026, 4, 15, 3), both, -5 * 60);
  expect(weekOf([lateInLima], HERE).left).toEqual(only(5));
});

test('a session counts on the day that ends at the hour the person has chosen', () => {
  const moments = fc.integer({ min: NOON - 6 * DAY, max: NOON });
  fc.assert(
    fc.property(moments, fc.constantFrom(...DAY_ENDS), (startedAt, dayEnd) => {
      const one = session(startedAt);
      const here = { ...HERE, dayEnd };
      const at = WEEK_LENGTH - 1 - (dayOf({ startedAt: NOON, utcOffset: 0 }, dayEnd) - dayOf(one, dayEnd));
      expect(weekOf([one], here).left).toEqual(only(at));
      expect(fortnightOf([one], here).left.marks.indexOf('done')).toBe(at + FORTNIGHT - WEEK_LENGTH);
      expect(zonesToday([one], here)).toEqual(at === WEEK_LENGTH - 1 ? both : []);
    }),
  );
});

test('a session that began before the week makes no mark in it', () => {
  const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(offset, offset, fc.integer({ min: 1, max: 30 * 24 * 60 }), (then, now, before) => {
      const old = session(weekBegins(NOON) - before * MINUTE, both, then);
      expect(weekOf([old], { ...HERE, utcOffset: now })).toEqual({ left: NONE, right: NONE });
    }),
  );
});

test('only sessions of today count for the legs of today', () => {
  const sessions = [session(NOON, [zone('left', 60)]), session(NOON - DAY, [zone('right', 60)])];
  expect(zonesToday(sessions, HERE)).toEqual([zone('left', 60)]);
});

describe('the last 14 days of a leg', () => {
  const nothing = Array.from({ length: FORTNIGHT }, () => 'nothing');

  test('are done, done in part, or nothing, today last', () => {
    const sessions = [
      session(NOON - HOUR),
      session(NOON - DAY, [zone('left', 30), zone('right', 0)]),
      session(NOON - 13 * DAY, [zone('left', 54), zone('right', 53)]),
      session(NOON - 14 * DAY),
    ];
    const { left, right } = fortnightOf(sessions, HERE);
    expect(left.marks).toEqual(['done', ...nothing.slice(3), 'partly', 'done']);
    expect(right.marks).toEqual(['partly', ...nothing.slice(3), 'nothing', 'done']);
    expect(left.week).toEqual({ done: 1, of: 7 });
  });

  test('exclude days before the first session, and today until it is done', () => {
    const weekAfter = (...days: readonly number[]) =>
      fortnightOf(
        days.map((day) => session(NOON - day * DAY)),
        HERE,
      ).left.week;
    expect(weekAfter()).toEqual({ done: 0, of: 0 });
    expect(weekAfter(0)).toEqual({ done: 1, of: 1 });
    expect(weekAfter(1)).toEqual({ done: 1, of: 1 });
    expect(weekAfter(2, 0)).toEqual({ done: 2, of: 3 });
    expect(weekAfter(30, 3)).toEqual({ done: 1, of: 6 });
    expect(weekAfter(-1)).toEqual({ done: 0, of: 0 });
  });

  test('exclude days on which the leg was locked', () => {
    const withheld = { ...session(NOON - DAY, [zone('left', 60)]), extensions: { withheld: 'right' } };
    const { left, right } = fortnightOf([withheld, session(NOON - 3 * DAY)], HERE);
    expect([left.week, right.week]).toEqual([
      { done: 2, of: 3 },
      { done: 1, of: 2 },
    ]);
    expect(right.marks[FORTNIGHT - 2]).toBe('withheld');
  });

  test('exclude sessions that began earlier', () => {
    const old = session(fortnightBegins(NOON) - 1, both, 14 * 60);
    expect(fortnightOf([old], { ...HERE, utcOffset: -12 * 60 }).left.marks).toEqual(nothing);
  });
});
