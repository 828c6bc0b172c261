import fc from 'fast-check';
import { DAY_END, dayFrom } from '../../../core/calendar/day';
import { beginWeek, declineWeek } from '../../../phone/diary/change';
import { isEvening, offerOf, OFFERS_A_QUARTER, quarterOf } from '../../../phone/diary/offer';
import { readWeeks } from '../../../phone/diary/weeks';
import { MemoryStorage } from '../memory-storage';

const day = (text: string): number => dayFrom(text) ?? NaN;
const NOTHING = { begun: [], declined: [] };
const facts = { today: day('2026-03-10'), hasSession: true, planChanged: undefined };

test('a first week is offered after the first session', () => {
  expect(offerOf(NOTHING, facts)).toBe('first');
  expect(offerOf(NOTHING, { ...facts, hasSession: false })).toBeUndefined();
});

test('nothing is offered while a week is under way, nor soon after one that was declined', () => {
  expect(offerOf({ begun: [facts.today - 6], declined: [] }, facts)).toBeUndefined();
  expect(offerOf({ begun: [], declined: [facts.today - 1] }, facts)).toBeUndefined();
});

test('a change of the plan after the last offer causes another', () => {
  const weeks = { begun: [day('2026-02-01')], declined: [] };
  expect(offerOf(weeks, { ...facts, planChanged: day('2026-03-09') })).toBe('newPlan');
  expect(offerOf(weeks, { ...facts, planChanged: day('2026-01-09') })).toBeUndefined();
});

test('six weeks later a week is offered again', () => {
  const weeks = { begun: [], declined: [facts.today - 42] };
  expect(offerOf(weeks, facts)).toBe('again');
  expect(offerOf(weeks, { ...facts, today: facts.today - 1 })).toBeUndefined();
});

test('a quarter begins in January, April, July and October', () => {
  expect(
    ['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((text) => quarterOf(day(text))),
  ).toEqual(['2026.1', '2026.1', '2026.2', '2026.4']);
});

test('whatever is accepted, declined and changed, nobody is asked more than twice a quarter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 300, maxLength: 900 }),
      (days) => {
        const storage = new MemoryStorage();
        const asked = new Map<string, number>();
        let planChanged: number | undefined;
        days.forEach(([takes, changesPlan], at) => {
          const today = facts.today + at;
          if (changesPlan) planChanged = today;
          if (!offerOf(readWeeks(storage), { today, hasSession: true, planChanged })) return;
          asked.set(quarterOf(today), (asked.get(quarterOf(today)) ?? 0) + 1);
          expect((takes ? beginWeek : declineWeek)(storage, today).ok).toBe(true);
        });
        expect(Math.max(...asked.values())).toBeLessThanOrEqual(OFFERS_A_QUARTER);
      },
    ),
    { numRuns: 20 },
  );
});

test.each([
  ['16:59', false],
  ['17:00', true],
  ['23:59', true],
  ['03:59', true],
  ['04:00', false],
])('at %s it is evening: %s', (time, is) => {
  const at = Date.parse(`2026-03-10T${time}:00+02:00`);
  expect(isEvening(at, 120, DAY_END)).toBe(is);
});
