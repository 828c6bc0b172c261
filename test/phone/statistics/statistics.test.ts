import fc from 'fast-check';
import { LEGS } from '../../../core/body';
import type { Leg } from '../../../core/body';
import { EVERY_DAY, dayFrom, dayOf, dayText } from '../../../core/calendar/day';
import { DEFAULT_PLAN, legSeconds } from '../../../core/plan/plan';
import type { Schedule } from '../../../phone/history/schedule';
import type { SessionGist } from '../../../phone/history/gist';
import type { DayRules, DayStatus, ExcuseKind, LeftOut } from '../../../phone/statistics/days';
import { daysIn } from '../../../phone/statistics/days';
import { countDays, habitScore, sumSeconds } from '../../../phone/statistics/figures';
import { runs } from '../../runs';

const HOUR = 3_600_000;
const FIRST_HOUR = Date.UTC(2026, 1, 20) / HOUR;
const SPAN = 60 * 24;
const ZONES = ['Europe/Zurich', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'] as const;

const walls = new Map<string, Intl.DateTimeFormat>();
function wallOf(zone: string): Intl.DateTimeFormat {
  const known = walls.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  walls.set(zone, made);
  return made;
}

/** The local wall clock, `2026-03-05 08:14:00`. */
const wall = (at: number, zone: string): string => wallOf(zone).format(at);
const offsetOf = (at: number, zone: string): number =>
  Math.round((Date.parse(`${wall(at, zone).replace(' ', 'T')}Z`) - at) / 60_000);

/** What is planned as long as nobody has changed the plan, in seconds. */
const standard: Readonly<Record<string, number>> = Object.fromEntries(
  DEFAULT_PLAN.legs.map((leg) => [leg.leg, legSeconds(leg)]),
);

interface Done {
  readonly gist: SessionGist;
  readonly zone: string;
}
const seconds = fc.constantFrom(0, 30, 100, 255, 269, 270, 300, 420);
const shareOf = fc.option(fc.record({ planned: fc.constantFrom(100, 300), done: seconds }), {
  nil: undefined,
});
const sessions: fc.Arbitrary<readonly Done[]> = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: SPAN * 60 }),
      zone: fc.constantFrom(...ZONES),
      left: shareOf,
      right: shareOf,
      withheld: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray([...LEGS])),
      watch: fc.constantFrom('aaaaaaaaaa', 'bbbbbbbbbb'),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(({ minute, zone, left, right, withheld, watch }, at) => {
      const startedAt = FIRST_HOUR * HOUR + minute * 60_000;
      const legs = { ...(left ? { left } : {}), ...(right ? { right } : {}) };
      return {
        zone,
        gist: {
          ...{ id: `${watch}-${at}`, startedAt, utcOffset: offsetOf(startedAt, zone), legs },
          ...{ byHand: false, withheld },
        },
      };
    }),
  );

const changes = fc
  .array(
    fc.record({
      hour: fc.integer({ min: 0, max: SPAN }),
      days: fc.subarray([...EVERY_DAY]),
      left: fc.constantFrom(0, 120, 300),
      right: fc.constantFrom(0, 300),
    }),
    { maxLength: 4 },
  )
  .map((list): Schedule =>
    [...list]
      .sort((a, b) => a.hour - b.hour)
      .map(({ hour, days, left, right }) => ({
        since: (FIRST_HOUR + hour) * HOUR,
        days,
        legs: { left, right },
      })),
  );
const excuses = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 60 }),
    fc.record(
      { kind: fc.constantFrom<ExcuseKind>('withheld', 'excused'), leg: fc.constantFrom(...LEGS) },
      { requiredKeys: ['kind'] },
    ),
  ),
  { maxLength: 6 },
);

/** Days on which a leg was locked, as `left 7`. */
const locks = fc.array(
  fc.tuple(fc.constantFrom(...LEGS), fc.integer({ min: 0, max: 60 })).map(([leg, at]) => `${leg} ${at}`),
  { maxLength: 12 },
);

const DAY0 = dayFrom('2026-02-19') ?? 0;
const LENGTH = 64;

interface Slow {
  readonly done: number;
  readonly planned: number;
  readonly withheld: number;
  readonly excused: number;
  readonly full: number;
  readonly secondsDone: number;
  readonly secondsPlanned: number;
  readonly shares: readonly number[];
}

/** Day by day from the texts of the wall clocks, with loops only. */
function slowCount(
  leg: Leg,
  all: readonly Done[],
  schedule: Schedule,
  excused: ReadonlyMap<string, LeftOut>,
  locked: readonly string[],
  dayEnd: number,
  today: string,
): Slow {
  const dateOf = ({ gist, zone }: Done): string => {
    const text = wall(gist.startedAt, zone);
    const hour = Number(text.slice(11, 13));
    const date = Date.parse(`${text.slice(0, 10)}T12:00:00Z`) - (hour < dayEnd ? 24 * HOUR : 0);
    return new Date(date).toISOString().slice(0, 10);
  };
  const dates = all.map(dateOf).sort();
  const slow = { done: 0, planned: 0, withheld: 0, excused: 0, full: 0, secondsDone: 0, secondsPlanned: 0 };
  const shares: number[] = [];
  for (let at = 0; at < LENGTH; at += 1) {
    const date = new Date(Date.parse('2026-02-19T00:00:00Z') + at * 24 * HOUR);
    const text = date.toISOString().slice(0, 10);
    let done = 0;
    let most = 0;
    let isOut = locked.includes(`${leg} ${at}`);
    for (const each of all) {
      if (dateOf(each) !== text) continue;
      done += each.gist.legs[leg]?.done ?? 0;
      if (each.gist.withheld.includes(leg)) isOut = true;
      most = Math.max(most, each.gist.legs[leg]?.planned ?? 0);
    }
    let days: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
    let length = standard[leg] ?? 0;
    for (const entry of schedule) {
      const changed = new Date(entry.since).toISOString().slice(0, 10);
      if (changed > text) continue;
      days = entry.days;
      length = entry.legs[leg];
    }
    const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
    const isPlanned = dates.length > 0 && text >= (dates[0] ?? '') && days.includes(weekday) && length > 0;
    if (!isPlanned) continue;
    const planned = most > 0 ? most : length;
    const excuse = excused.get(text);
    const isForLeg = excuse?.leg === undefined || excuse.leg === leg;
    const why = isOut ? 'withheld' : isForLeg ? excuse?.kind : undefined;
    if (done / planned < 0.9 && why) {
      slow[why] += 1;
      continue;
    }
    slow.planned += 1;
    slow.secondsPlanned += planned;
    slow.secondsDone += done;
    if (done / planned >= 0.9) slow.done += 1;
    if (done / planned >= 0.85) slow.full += 1;
    if (done > 0 || text < today) shares.push(Math.min(1, done / planned));
  }
  return { ...slow, shares };
}

test('every figure equals that of a slow and obvious count', () => {
  const any = fc.tuple(sessions, changes, excuses, locks, fc.constantFrom(0, 4, 6));
  fc.assert(
    fc.property(any, ([all, schedule, left, locked, dayEnd]) => {
      const gists = all.map(({ gist }) => gist);
      const rules: DayRules = {
        schedule,
        dayEnd,
        dayOfChange: (since) => Math.floor(since / (24 * HOUR)),
        first: gists.length === 0 ? undefined : Math.min(...gists.map((gist) => dayOf(gist, dayEnd))),
        today: DAY0 + LENGTH - 1,
        excuses: new Map(left.map(([at, why]) => [DAY0 + at, why])),
        isLocked: (day, leg) => locked.includes(`${leg} ${day - DAY0}`),
      };
      const days: readonly DayStatus[] = daysIn({ from: DAY0, to: DAY0 + LENGTH - 1 }, gists, rules);
      const excused = new Map(left.map(([at, why]) => [dayText(DAY0 + at), why]));
      LEGS.forEach((leg) => {
        const slow = slowCount(leg, all, schedule, excused, locked, dayEnd, dayText(rules.today));
        const { shares, secondsDone, secondsPlanned, ...counted } = slow;
        expect(countDays(days, leg)).toEqual(counted);
        expect(sumSeconds(days, leg)).toEqual({ done: secondsDone, planned: secondsPlanned });
        const score = shares.reduce(
          (sum, share, at) => sum + share * (1 - 0.5 ** (1 / 13)) * 0.5 ** ((shares.length - 1 - at) / 13),
          0,
        );
        expect(habitScore(days, leg)).toBeCloseTo(score, 9);
      });
    }),
    { numRuns: runs(2000, 120) },
  );
});

test('minutes of a day that was not planned do not make up for one that was', () => {
  const day = (state: 'done' | 'missed' | 'free' | 'excused', planned: number, done: number): DayStatus => {
    const leg = { state, planned, done };
    return { day: 0, legs: { left: leg, right: leg }, byHand: false };
  };
  const days = [day('done', 300, 300), day('missed', 300, 0), day('free', 0, 300), day('excused', 300, 120)];
  expect(sumSeconds(days, 'left')).toEqual({ done: 300, planned: 600 });
});

describe('the score', () => {
  const run = (pattern: string): number =>
    habitScore(
      pattern.split('').map((mark, day) => {
        const done = mark === 'x' ? 300 : 0;
        const leg = { planned: 300, done, state: mark === 'x' ? ('done' as const) : ('missed' as const) };
        return { day, legs: { left: leg, right: leg }, byHand: false };
      }),
      'left',
    );

  test('is half after 13 days without a miss', () => {
    expect(run('x'.repeat(13))).toBeCloseTo(0.5, 9);
    expect(run('x'.repeat(26))).toBeCloseTo(0.75, 9);
  });

  test('loses little by one miss after a good month', () => {
    expect(run('x'.repeat(30)) - run(`${'x'.repeat(30)}-`)).toBeLessThan(0.05);
  });
});
