import fc from 'fast-check';
import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayFrom } from '../../core/calendar/day';
import type { SessionRecord } from '../../core/record/record';
import { putExcuses } from '../../phone/history/excuses';
import type { ChartForm } from '../../phone/history/history-settings';
import { putHistorySettings } from '../../phone/history/history-settings';
import { lookAt } from '../../phone/history/overview';
import { putDays } from '../../phone/history/schedule';
import { putRecords } from '../../phone/ledger';
import { readPhoneState } from '../../phone/phone-state';
import { readPlan } from '../../phone/plan-store';
import { countDays } from '../../phone/statistics/figures';
import type { LegState } from '../../phone/statistics/days';
import type { Node } from '../../setting/node';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { runs } from '../runs';
import { ENGLISH, OpenedPage } from './opened';

/* What a screen reader has of the page: its texts, without anything that is drawn. */

const HOUR = 3_600_000;
const FIRST = dayFrom('2026-03-05') ?? 0;
const TODAY = FIRST + 20;
const voice = { ...ENGLISH, offsetAt: () => 60 };
const clock = { now: (TODAY * 24 + 11) * HOUR, offsetAt: () => 60 };

/** The words of a page, drawings left out. */
function spoken(node: Node): readonly string[] {
  if (node.kind === 'picture' || node.kind === 'box') return [];
  if ('children' in node) return node.children.flatMap(spoken);
  return 'text' in node ? [node.text] : [];
}

/** What became of each leg on each day: a letter for a leg that was done, done in part, or not massaged. */
type Fate = 'd' | 'p' | '-';
const fates = fc.array(fc.tuple(fc.constantFrom<Fate>('d', 'p', '-'), fc.constantFrom<Fate>('d', 'p', '-')), {
  minLength: 21,
  maxLength: 21,
});
const excused = fc.uniqueArray(fc.tuple(fc.nat(20), fc.constantFrom('withheld', 'excused')), {
  maxLength: 5,
  selector: ([at]) => at,
});

function recordOf(at: number, [left, right]: readonly [Fate, Fate]): SessionRecord {
  const record = dailyRecord(at);
  const fateOf = { left, right };
  const zones = record.zones
    .filter(({ leg }) => fateOf[leg as Leg] !== '-')
    .map((zone) => (fateOf[zone.leg as Leg] === 'p' ? { ...zone, doneSeconds: 10 } : zone));
  return { ...record, zones };
}

function pageOf(
  days: readonly (readonly [Fate, Fate])[],
  planned: readonly number[],
  form: ChartForm,
): OpenedPage {
  const storage = new MemoryStorage();
  putRecords(
    storage,
    days.flatMap((day, at) => (day.join('') === '--' ? [] : [recordOf(at, day)])),
  );
  putHistorySettings(storage, { dayEnd: 4, weekStart: 1, charts: form });
  putDays(storage, readPlan(storage), planned, (FIRST * 24 + 5) * HOUR, () => FIRST);
  return new OpenedPage(storage, () => clock.now, voice);
}

const NAMES: Readonly<Record<string, LegState>> = {
  done: 'done',
  'partly done': 'partly',
  'not yet': 'open',
  missed: 'missed',
  withheld: 'withheld',
  excused: 'excused',
  'besides the plan': 'free',
  'nothing planned': 'free',
};

/** Reads `done: 5 to 7, 9 · missed: 8` back, by the numbers of days, or by names of days of the week. */
function marksIn(words: string, numberOf: (name: string) => number): ReadonlyMap<number, LegState> {
  const marks = new Map<number, LegState>();
  words.split(' · ').forEach((part) => {
    const [name = '', list = ''] = part.split(': ');
    list.split(', ').forEach((item) => {
      const [from = '', to = from] = item.split(' to ');
      for (let day = numberOf(from); day <= numberOf(to); day += 1) marks.set(day, NAMES[name] ?? 'before');
    });
  });
  return marks;
}

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONDAY = FIRST - 3;

/** What a leg was on each day that has come since the first session, as the page's own figures have it. */
function marksOf({ storage }: OpenedPage, leg: Leg, from: Day, to: Day): ReadonlyMap<Day, LegState> {
  const state = readPhoneState(storage, clock);
  const days = lookAt(state, { from, to }).filter(({ day }) => day <= TODAY);
  return new Map(
    days.flatMap(({ day, legs }) => (legs[leg].state === 'before' ? [] : [[day, legs[leg].state]])),
  );
}

/** What follows the count of a leg's days, or its name where no day counts as planned; empty where neither is there. */
function marksAfter(texts: readonly string[], name: string, span: 'week' | 'month'): string {
  const start = texts.findIndex((text) => text.startsWith(`${name}, days done this ${span}: `));
  const from = start === -1 ? texts.lastIndexOf(name) : start;
  return from === -1 ? '' : (texts[from + 1] ?? '');
}

const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7]);
const forms = fc.constantFrom<ChartForm>('picture', 'boxes');

test('whatever is drawn of the month, the week and the last weeks is told in words beside it', () => {
  fc.assert(
    fc.property(fates, weekdays, excused, forms, (days, planned, left, form) => {
      const page = pageOf(days, planned, form);
      putExcuses(page.storage, new Map(left.map(([at, kind]) => [FIRST + at, { kind: kind, reason: '' }])));
      const today = spoken(page.page());
      page.view({ open: 'history' });
      const history = spoken(page.page());
      LEGS.forEach((leg) => {
        const name = leg === 'left' ? 'Left leg' : 'Right leg';
        const month = marksAfter(history, name, 'month');
        const inMonth = month === '' ? new Map() : marksIn(month, (number) => FIRST - 5 + Number(number));
        expect(inMonth).toEqual(marksOf(page, leg, FIRST - 4, FIRST + 26));
        const monday = MONDAY + 21;
        const week = marksAfter(today, name, 'week');
        const inWeek =
          week === ''
            ? new Map()
            : marksIn(week, (day) => (WEEK.includes(day) ? monday + WEEK.indexOf(day) : NaN));
        expect(inWeek).toEqual(marksOf(page, leg, monday, monday + 6));
      });
      [MONDAY, MONDAY + 7, MONDAY + 14].forEach((from, at) => {
        const state = readPhoneState(page.storage, clock);
        const week = lookAt(state, { from, to: Math.min(TODAY, from + 6) });
        const bar = ['2026-03-02', '2026-03-09', '2026-03-16'][at] ?? '';
        const told = history.find((text) => text.startsWith(`${bar}: `)) ?? '';
        LEGS.forEach((leg) => {
          const { done, planned } = countDays(week, leg);
          const words = `${leg === 'left' ? 'Left' : 'Right'} leg ${done} of ${planned}`;
          expect(told.includes(words)).toBe(planned > 0);
        });
      });
    }),
    { numRuns: runs(500, 40) },
  );
});
