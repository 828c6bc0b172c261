import fc from 'fast-check';
import type { Day } from '../../../core/calendar/day';
import { EVERY_DAY, DAY_END, dayFrom, dayOf } from '../../../core/calendar/day';
import type { Plan } from '../../../core/plan/plan';
import { DEFAULT_PLAN, legSeconds } from '../../../core/plan/plan';
import { daysOf, plannedOn, putDays, readSchedule, SCHEDULE } from '../../../phone/history/schedule';
import { putPlan, readPlan } from '../../../phone/plan-store';
import { readValue } from '../../../phone/stored-text';
import { SCHEDULE_KEY } from '../../../phone/storage-keys';
import { runs } from '../../runs';
import { FIVE_ZONES_A_LEG } from '../../core/plans';
import { MemoryStorage } from '../memory-storage';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const day = (text: string): Day => dayFrom(text) ?? NaN;
const dayOfChange = (since: number): Day => dayOf({ startedAt: since, utcOffset: 0 }, DAY_END);
const noon = (text: string): number => day(text) * DAY + 12 * HOUR;

/** What is planned for each leg as long as nobody has changed the plan. */
const STANDARD: readonly number[] = DEFAULT_PLAN.legs.map(legSeconds);

const planOf = (left: number, right: number): string => {
  const legs = FIVE_ZONES_A_LEG.legs.flatMap(({ leg }) => {
    const seconds = leg === 'left' ? left : right;
    return seconds === 0 ? [] : [{ leg, zones: [{ zone: 'calf', seconds }] }];
  });
  return JSON.stringify({ ...FIVE_ZONES_A_LEG, legs });
};

const planned = (storage: MemoryStorage, text: string) => {
  const { left, right } = plannedOn(readSchedule(storage, readPlan(storage)), day(text), dayOfChange);
  return [left, right];
};

test('before any change the standard plan is planned every day', () => {
  const storage = new MemoryStorage();
  expect(planned(storage, '2026-03-05')).toEqual(STANDARD);
  expect(daysOf(readSchedule(storage, readPlan(storage)))).toEqual(EVERY_DAY);
});

test('a plan that is changed today does not change what was planned last week', () => {
  const storage = new MemoryStorage();
  putPlan(storage, planOf(120, 0), noon('2026-03-05'));
  putPlan(storage, planOf(60, 240), noon('2026-03-12'));
  expect(
    ['2026-03-04', '2026-03-05', '2026-03-11', '2026-03-12', '2026-04-30'].map((each) =>
      planned(storage, each),
    ),
  ).toEqual([STANDARD, [120, 0], [120, 0], [60, 240], [60, 240]]);
});

test('other days of the week count from the day on which they were chosen', () => {
  const storage = new MemoryStorage();
  putPlan(storage, planOf(120, 120), noon('2026-03-01'));
  expect(putDays(storage, readPlan(storage), [1, 3], noon('2026-03-09'), dayOfChange).ok).toBe(true);
  // 2026-03-09 was a Monday.
  const days = ['2026-03-03', '2026-03-09', '2026-03-10', '2026-03-11'];
  expect(days.map((each) => planned(storage, each)[0])).toEqual([120, 120, 0, 120]);
});

test('if noting the previous plan fails, the new one is not stored, and nothing is noted twice', () => {
  const storage = new MemoryStorage();
  putPlan(storage, planOf(120, 120), noon('2026-03-01'));
  const before = storage.contents();
  storage.moods = ['throws'];
  expect(putPlan(storage, planOf(60, 60), noon('2026-03-02')).ok).toBe(false);
  expect(storage.contents()).toEqual(before);
  storage.moods = ['silent'];
  expect(putPlan(storage, planOf(60, 60), noon('2026-03-03')).ok).toBe(false);
  expect(planned(storage, '2026-03-04')).toEqual([120, 120]);
  expect(putPlan(storage, planOf(60, 60), noon('2026-03-04')).ok).toBe(true);
  expect(planned(storage, '2026-03-03')).toEqual([120, 120]);
  expect(planned(storage, '2026-03-04')).toEqual([60, 60]);
});

test('whatever is changed when, each day has what was valid at its end', () => {
  const change = fc.oneof(
    fc.record({
      kind: fc.constant('plan' as const),
      left: fc.constantFrom(60, 120),
      right: fc.constantFrom(0, 60, 90),
    }),
    fc.record({ kind: fc.constant('days' as const), days: fc.subarray([...EVERY_DAY]) }),
  );
  const story = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), change), { maxLength: 12 });
  fc.assert(
    fc.property(story, (changes) => {
      const storage = new MemoryStorage();
      const first = day('2026-03-01');
      const slow = new Map<Day, readonly number[]>();
      let now = { legs: STANDARD, days: EVERY_DAY };
      let at = first;
      const passTo = (next: Day): void => {
        for (; at < next; at += 1) slow.set(at, now.days.includes(((at + 3) % 7) + 1) ? now.legs : [0, 0]);
      };
      changes.forEach(([gap, change]) => {
        passTo(at + gap);
        const instant = at * DAY + 12 * HOUR;
        if (change.kind === 'plan') {
          putPlan(storage, planOf(change.left, change.right), instant, dayOfChange);
          now = { ...now, legs: [change.left, change.right] };
        } else {
          putDays(storage, readPlan(storage), change.days, instant, dayOfChange);
          now = { ...now, days: change.days };
        }
      });
      passTo(at + 10);
      const schedule = readSchedule(storage, readPlan(storage));
      const stored = readValue(storage, SCHEDULE).value.filter(({ since }) => since > 0);
      expect(new Set(stored.map(({ since }) => dayOfChange(since))).size).toBe(stored.length);
      slow.forEach((legs, each) => {
        const { left, right } = plannedOn(schedule, each, dayOfChange);
        expect([each, left, right]).toEqual([each, ...legs]);
      });
    }),
    { numRuns: runs(500, 60) },
  );
});

test('changes of one day take one entry, and however many there are, the past stays', () => {
  const storage = new MemoryStorage();
  putPlan(storage, planOf(120, 0), noon('2026-03-05'), dayOfChange);
  putPlan(storage, planOf(60, 60), noon('2026-03-12'), dayOfChange);
  const before = ['2026-03-04', '2026-03-06', '2026-03-13'].map((each) => planned(storage, each));
  // The last of them are after midnight, which is still the person's day.
  const at = (time: number): number => noon('2026-04-01') + (time * 15 * HOUR) / 450;
  for (let time = 0; time < 450; time += 1) {
    putDays(storage, readPlan(storage), time % 2 === 0 ? [1, 2] : EVERY_DAY, at(time), dayOfChange);
  }
  putPlan(storage, planOf(90, 0), at(450), dayOfChange);
  putPlan(storage, planOf(30, 30), at(450) + 1, dayOfChange);
  expect(readValue(storage, SCHEDULE).value).toHaveLength(4);
  expect(['2026-03-04', '2026-03-06', '2026-03-13'].map((each) => planned(storage, each))).toEqual(before);
  expect([planned(storage, '2026-03-31'), planned(storage, '2026-04-01')]).toEqual([
    [60, 60],
    [30, 30],
  ]);
});

test('other days of the week do not make a plan of the same day any newer', () => {
  const storage = new MemoryStorage();
  putPlan(storage, planOf(120, 0), noon('2026-03-05'), dayOfChange);
  putDays(storage, readPlan(storage), [1, 2], noon('2026-03-05') + HOUR, dayOfChange);
  expect(readValue(storage, SCHEDULE).value).toEqual([
    expect.objectContaining({ since: 0 }),
    { since: noon('2026-03-05'), days: [1, 2], legs: { left: 120, right: 0 } },
  ]);
});

test('an invalid note is left out and reported', () => {
  const storage = new MemoryStorage([
    [SCHEDULE_KEY, JSON.stringify({ version: 1, entries: [[0, '1234567', 300, 300], [1, '21', 1, 1], 'x'] })],
  ]);
  expect(SCHEDULE.read(JSON.parse(storage.getItem(SCHEDULE_KEY) ?? ''))?.problem).toBe('damaged');
  expect(planned(storage, '2026-03-05')).toEqual([300, 300]);
  expect(SCHEDULE.read([])).toBeUndefined();
});

test('a damaged plan does not change what was planned', () => {
  const storage = new MemoryStorage();
  const plan = FIVE_ZONES_A_LEG satisfies Plan;
  putPlan(storage, JSON.stringify({ ...plan, legs: plan.legs.slice(0, 1) }), noon('2026-03-02'));
  putDays(storage, readPlan(storage), EVERY_DAY, noon('2026-03-03'), dayOfChange);
  storage.setItem('plan', 'damaged');
  expect(planned(storage, '2026-03-05')).toEqual([300, 0]);
});
