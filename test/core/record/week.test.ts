import fc from 'fast-check';
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
  expect(weekOf([], NOON, 0)).toEqual({ left: NONE, right: NONE });
});

test('today is the last of seven days, and older sessions are not shown', () => {
  expect(weekOf([session(NOON - HOUR)], NOON, 0).left).toEqual(only(6));
  expect(weekOf([session(NOON - 6 * DAY)], NOON, 0).left).toEqual(only(0));
  expect(weekOf([session(NOON - 7 * DAY)], NOON, 0).left).toEqual(NONE);
});

test('each leg has its own marks, on days with 90 % of what was planned for it', () => {
  const week = weekOf([session(NOON, [zone('left', 54), zone('right', 53)])], NOON, 0);
  expect(week).toEqual({ left: only(6), right: NONE });
});

test('two sessions of a day are added up, and compared with the longer plan', () => {
  const half = [zone('left', 30), zone('right', 0, 0)];
  const twice = [session(NOON, half), session(NOON - HOUR, half)];
  expect(weekOf(twice, NOON, 0)).toEqual({ left: only(6), right: NONE });
  expect(weekOf(twice.slice(1), NOON, 0).left).toEqual(NONE);
});

test('a session counts on its day in the time zone in which it was done', () => {
  const lateInTokyo = session(Date.UTC(2026, 4, 14, 20), both, 9 * 60);
  expect(weekOf([lateInTokyo], NOON, 0).left).toEqual(only(6));
  const lateInLima = session(Date.UTC(2026, 4, 15, 3), both, -5 * 60);
  expect(weekOf([lateInLima], NOON, 0).left).toEqual(only(5));
});

test('a session that began before the week makes no mark in it', () => {
  const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
  fc.assert(
    fc.property(offset, offset, fc.integer({ min: 1, max: 30 * 24 * 60 }), (then, now, before) => {
      const old = session(weekBegins(NOON) - before * MINUTE, both, then);
      expect(weekOf([old], NOON, now)).toEqual({ left: NONE, right: NONE });
    }),
  );
});

test('only sessions of today count for the legs of today', () => {
  const sessions = [session(NOON, [zone('left', 60)]), session(NOON - DAY, [zone('right', 60)])];
  expect(zonesToday(sessions, NOON, 0)).toEqual([zone('left', 60)]);
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
    const { left, right } = fortnightOf(sessions, NOON, 0);
    expect(left.marks).toEqual(['done', ...nothing.slice(3), 'partly', 'done']);
    expect(right.marks).toEqual(['partly', ...nothing.slice(3), 'nothing', 'done']);
    expect(left.week).toEqual({ done: 1, of: 7 });
  });

  test('exclude days before the first session, and today until it is done', () => {
    const weekAfter = (...days: readonly number[]) =>
      fortnightOf(
        days.map((day) => session(NOON - day * DAY)),
        NOON,
        0,
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
    const { left, right } = fortnightOf([withheld, session(NOON - 3 * DAY)], NOON, 0);
    expect([left.week, right.week]).toEqual([
      { done: 2, of: 3 },
      { done: 1, of: 2 },
    ]);
    expect(right.marks[FORTNIGHT - 2]).toBe('withheld');
  });

  test('exclude sessions that began earlier', () => {
    const old = session(fortnightBegins(NOON) - 1, both, 14 * 60);
    expect(fortnightOf([old], NOON, -12 * 60).left.marks).toEqual(nothing);
  });
});
