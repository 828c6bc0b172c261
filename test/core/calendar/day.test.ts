import fc from 'fast-check';
import { DAY_END, DAY_ENDS, dayFrom, dayOf, dayText, weekdayOf } from '../../../core/calendar/day';
import { HOUR } from '../../../core/time';
import { runs } from '../../runs';

const ZONES = ['Europe/Zurich', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const;

/** The local calendar day, according to the computer's time zones. */
function wall(at: number, timeZone: string): { readonly date: string; readonly hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
  }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
}

/** Minutes ahead of UTC, local time. */
function offsetOf(at: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).format(at);
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2031, 0, 1) });

test('a session before the hour at which a day ends belongs to the previous day, in the local time of the session', () => {
  const any = fc.tuple(instants, fc.constantFrom(...ZONES), fc.constantFrom(...DAY_ENDS));
  fc.assert(
    fc.property(any, ([startedAt, zone, dayEnd]) => {
      const { date, hour } = wall(startedAt, zone);
      const midnight = Date.parse(`${date}T00:00:00Z`) - (hour < dayEnd ? 24 * HOUR : 0);
      const day = dayOf({ startedAt, utcOffset: offsetOf(startedAt, zone) }, dayEnd);
      expect(dayText(day)).toBe(new Date(midnight).toISOString().slice(0, 10));
    }),
    { numRuns: runs(2000, 200) },
  );
});

test('a day ends at four in the morning by default', () => {
  const at = (hour: number, minute: number) => Date.UTC(2026, 2, 6, hour, minute);
  expect(dayText(dayOf({ startedAt: at(3, 59), utcOffset: 0 }, DAY_END))).toBe('2026-03-05');
  expect(dayText(dayOf({ startedAt: at(4, 0), utcOffset: 0 }, DAY_END))).toBe('2026-03-06');
  expect(dayText(dayOf({ startedAt: at(4, 0), utcOffset: -1 }, DAY_END))).toBe('2026-03-05');
});

test('parsing the text of a day gives that day, and no other text does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => dayFrom(dayText(day)) === day),
  );
  const others = [
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '05.03.2026',
    '2026-03-05T00:00',
    ' 2026-03-05',
  ];
  expect(others.map(dayFrom)).toEqual(others.map(() => undefined));
});

test('weeks are counted from Monday, before 1970 as well', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      const sunday0 = new Date(day * 24 * HOUR).getUTCDay();
      expect(weekdayOf(day)).toBe(sunday0 === 0 ? 7 : sunday0);
    }),
  );
});
