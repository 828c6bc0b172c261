import { storedText, readStored } from '../../../core/state/stored';
import { HOUR } from '../../../core/time';
import type { TodayNote } from '../../../core/today/today';
import { DAYS_NOTED, legsDone, NOTHING_NOTED, TODAY_FILE } from '../../../core/today/today';
import { DAY_END, dayOf } from '../../../core/calendar/day';
import { TODAY_STORED, withSession } from '../../../core/today/noting';

const EIGHT = Date.UTC(2026, 2, 2, 8);
const TODAY = dayOf({ startedAt: EIGHT, utcOffset: 0 }, DAY_END);
const zone = (leg: string, doneSeconds: number, plannedSeconds = 300) => ({
  ...{ leg, zone: 'calf', plannedSeconds },
  doneSeconds,
});
const FULL: TodayNote = {
  ...NOTHING_NOTED,
  isKnown: true,
  locked: ['left', 'right'],
  isBarred: true,
  isLarge: true,
  dayEnd: 6,
};
const session = (left: number, right: number, startedAt = EIGHT, id = `a-${startedAt}`) => ({
  ...{ id, startedAt, utcOffset: 0, endedAt: startedAt + HOUR / 6 },
  zones: [zone('left', left), zone('right', right)],
});

/** As many seconds of each leg as a day has. */
const wholeDay = (startedAt: number) => ({
  ...session(300, 300, startedAt, 'k3f9xw2pqa-123456'),
  endedAt: startedAt + 18 * HOUR,
  zones: [zone('left', 86_400, 86_400), zone('right', 86_400, 86_400)],
});

test('a session makes its legs done on its day only', () => {
  const note = withSession(NOTHING_NOTED, session(300, 0));
  expect([legsDone(note, TODAY), legsDone(note, TODAY + 1)]).toEqual([['left'], []]);
});

test('two sessions of a day are added up, and the same one counts once', () => {
  const half = withSession(NOTHING_NOTED, session(150, 300));
  expect(legsDone(half, TODAY)).toEqual(['right']);
  expect(withSession(half, session(150, 300))).toBe(half);
  expect(legsDone(withSession(half, session(150, 0, EIGHT + HOUR)), TODAY)).toEqual(['left', 'right']);
});

test('the time at which a day was done is that of the session that completed it', () => {
  const first = withSession(NOTHING_NOTED, session(300, 0));
  expect(first.days[0]?.doneAt).toBeUndefined();
  const whole = withSession(first, session(0, 300, EIGHT + HOUR));
  expect(whole.days[0]?.doneAt).toBe(9 * 60 + 10);
  expect(withSession(whole, session(300, 300, EIGHT + 3 * HOUR)).days[0]?.doneAt).toBe(9 * 60 + 10);
  const late = withSession(NOTHING_NOTED, session(300, 300, Date.UTC(2026, 2, 3, 1)));
  expect(late.days[0]).toMatchObject({ day: TODAY, doneAt: 25 * 60 + 10 });
});

test('a plan for one leg is done with that leg', () => {
  const one = { ...session(0, 0), zones: [zone('right', 300)] };
  expect(withSession(NOTHING_NOTED, one).days[0]?.doneAt).toBe(8 * 60 + 10);
});

test('the last days are kept, in whatever order sessions come, in less than 1 KB', () => {
  const many = Array.from({ length: 40 }, (_, index) => 40 - index).reduce(
    (note, day) => withSession(note, wholeDay(EIGHT + day * 24 * HOUR)),
    FULL,
  );
  expect(many.days).toHaveLength(DAYS_NOTED);
  expect(many.days[DAYS_NOTED - 1]?.day).toBe(TODAY + 40);
  expect(storedText(TODAY_STORED, many).length).toBeLessThan(1000);
  expect(readStored(TODAY_FILE, storedText(TODAY_STORED, many)).value).toEqual(many);
});

test.each([
  ['is no object', 7],
  ['has no days', { planned: [] }],
  ['has no plan', { days: [] }],
  ['has locks that are no list', { days: [], planned: [], locked: 'left' }],
  ['has a day that is none', { days: [7], planned: [] }],
  ['has a day in part', { days: [[1, 2, 3]], planned: [] }],
  ['has no day in it', { days: [[]], planned: [] }],
  ['has less than nothing', { days: [[1, -2, 3, 4, 5]], planned: [] }],
])('a note that %s is damaged', (_what, json) => {
  expect(readStored(TODAY_FILE, JSON.stringify(json))).toEqual({ value: NOTHING_NOTED, problem: 'damaged' });
});

test('that a reminder is set is part of the note', () => {
  const reminded = { ...NOTHING_NOTED, reminds: true };
  expect(readStored(TODAY_FILE, storedText(TODAY_STORED, reminded)).value).toEqual(reminded);
});

test('a note for a plan of one leg, before any session, is read', () => {
  const read = readStored(TODAY_FILE, JSON.stringify({ version: 1, days: [], planned: ['right', 'arm'] }));
  expect(read.value).toEqual({ ...NOTHING_NOTED, planned: ['right'] });
});
