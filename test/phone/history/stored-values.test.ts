import { dayFrom } from '../../../core/calendar/day';
import type { Stored } from '../../../core/state/stored';
import { readStored } from '../../../core/state/stored';
import { digestAt } from '../../../phone/digest';
import { EARLIER_PLANS } from '../../../phone/earlier-plans';
import { EXCUSES, putExcuses, readExcuses, shortened } from '../../../phone/history/excuses';
import { gistOf } from '../../../phone/history/gist';
import {
  HISTORY_SETTINGS,
  preferencesToTell,
  putHistorySettings,
  readHistorySettings,
} from '../../../phone/history/history-settings';
import { MADE } from '../../../phone/history/made';
import { SCHEDULE } from '../../../phone/history/schedule';
import { INDEX } from '../../../phone/ledger-index';
import { VIEW } from '../../../phone/page-view';
import { CHOSEN, mergePreferences } from '../../../phone/preferences';
import { dailyRecord } from '../../core/record/records';
import { MemoryStorage } from '../memory-storage';
import { TWO_ZONES_A_LEG } from '../../core/plans';

/* Stored values that are not, or not completely, what Legato writes: the valid part is read, and the rest is reported. */

const read = <Value>(stored: Stored<Value>, json: unknown): readonly [value: Value, problem?: string] => {
  const { value, problem } = readStored(stored, typeof json === 'string' ? json : JSON.stringify(json));
  return problem ? [value, problem] : [value];
};
const STANDARD = { dayEnd: 4, weekStart: 1, charts: 'picture' };

test.each([
  [
    { version: 1, dayEnd: 2, weekStart: 7, charts: 'boxes' },
    { dayEnd: 2, weekStart: 7, charts: 'boxes' },
    false,
  ],
  [{}, STANDARD, false],
  ['[]', STANDARD, true],
  [{ dayEnd: 13 }, STANDARD, true],
  [{ dayEnd: 1.5 }, STANDARD, true],
  [{ weekStart: 2 }, STANDARD, true],
  [{ charts: 'smoke', dayEnd: 0 }, { ...STANDARD, dayEnd: 0 }, true],
])('valid parts of the settings %j are used', (json, settings, isDamaged) => {
  expect(read(HISTORY_SETTINGS, json)).toEqual(isDamaged ? [settings, 'damaged'] : [settings]);
});

test('when a day ends, as chosen before the watches knew of it, is told to them until it is chosen anew', () => {
  const storage = new MemoryStorage();
  expect(preferencesToTell(storage)).toEqual({});
  storage.setItem(HISTORY_SETTINGS.name, '{"version":1,"dayEnd":6}');
  expect(preferencesToTell(storage)).toEqual({ dayEnd: [6, 1] });
  putHistorySettings(storage, { ...readHistorySettings(storage), dayEnd: 2 });
  expect(preferencesToTell(storage)).toEqual({ dayEnd: [2, 1] });
});

test('when a day ends, as another phone has told the watch, counts on this one', () => {
  const storage = new MemoryStorage();
  mergePreferences(storage, { dayEnd: [0, 7] });
  expect(readHistorySettings(storage).dayEnd).toBe(0);
  mergePreferences(storage, { dayEnd: [25, 8] });
  expect(readHistorySettings(storage).dayEnd).toBe(4);
});

test('a phone that cannot store when a day ends says so and changes nothing', () => {
  const storage = new MemoryStorage();
  storage.mood = 'throws';
  expect(putHistorySettings(storage, { ...readHistorySettings(storage), dayEnd: 0 }).ok).toBe(false);
  expect(readHistorySettings(storage)).toEqual(STANDARD);
});

test.each([
  ['[]', []],
  [{ days: 'none' }, []],
  [{ days: ['x', ['2026-02-30', 'excused', '']] }, []],
  [
    {
      days: [
        ['2026-03-05', 'ill', ''],
        [17, 'excused', ''],
        ['2026-03-05', 'excused', 7],
      ],
    },
    [],
  ],
  [{ days: [['2026-03-05', 'withheld', ''], []] }, [dayFrom('2026-03-05')]],
])('valid parts of the left-out days %j count', (json, days) => {
  const [value, problem] = read(EXCUSES, json);
  expect([[...value.keys()], problem]).toEqual([days, 'damaged']);
});

test('a reason is one line, never cut inside a character, and the last one counts', () => {
  const storage = new MemoryStorage();
  putExcuses(storage, new Map([[1, { kind: 'excused', reason: `  a\n\nb ${'🦵'.repeat(200)}` }]]));
  expect(readExcuses(storage).get(1)?.reason).toBe(`a b ${'🦵'.repeat(116)}`);
  expect(shortened('\ud83ex')).toBe('x');
  putExcuses(storage, new Map([[1, undefined]]));
  expect([...readExcuses(storage)]).toEqual([]);
});

test.each([[[]], [['abc k1 1o L8c']], [['abc k1 1o L8c.5R8c h', 'abd k2']], [['abc k1 -fu -']]])(
  'a digest %j is read',
  (sessions) => {
    const digest = digestAt('ledger.digest.2026-03');
    const [gists, problem] = read(digest, { version: 1, sessions });
    expect([gists.length, problem]).toEqual([sessions.length, undefined]);
    expect(digest.write(gists)).toEqual({ version: 1, sessions });
  },
);

test.each([
  ['{}'],
  [{ sessions: [7] }],
  [{ sessions: ['abc'] }],
  [{ sessions: ['abc ?'] }],
  [{ sessions: ['abc k1'] }],
  [{ sessions: ['abc k1 zzzz L8c'] }],
  [{ sessions: ['abc k1 1o'] }],
  [{ sessions: ['abc k1 1o X8c'] }],
  [{ sessions: [' k1 1o L8c'] }],
])('a digest %j is refused', (json) => {
  expect(read(digestAt('ledger.digest.2026-03'), json)).toEqual([[], 'damaged']);
});

test('the digest of a session of another version has the known legs', () => {
  const zones = [{ leg: 'third', zone: 'toes', plannedSeconds: 60, doneSeconds: 30 }];
  const digest = digestAt('ledger.digest.2026-03');
  const gists = [gistOf({ ...dailyRecord(0), zones }), gistOf(dailyRecord(1))];
  expect(read(digest, digest.write(gists))).toEqual([gists]);
});

test('an index of an older version, with two counts, is read, and one without counts is refused', () => {
  const [index] = read(INDEX, {
    months: ['2026-03'],
    aside: [],
    counts: { '2026-03': [3, 0] },
    total: [1, 3, 0],
  });
  expect([index.months, index.total]).toEqual([['2026-03'], { months: 1, sessions: 3, deletions: 0 }]);
  for (const json of [
    '{}',
    { months: [''], aside: [] },
    { months: [['2026-03']], aside: ['x'] },
    { months: 'x' },
  ])
    expect(read(INDEX, json)[1]).toBe('damaged');
  expect(read(INDEX, { months: [], aside: [], counts: 7, total: [1] })[0]).toEqual({
    months: [],
    aside: [],
    counts: {},
  });
});

test.each([
  [{ months: [['2026-03', 1, 3], ['2026-04', 0, 1], 'x', [7, 1, 1]] }, ['2026-03'], 'damaged'],
  ['{}', [], 'damaged'],
  [{ months: [] }, [], undefined],
])('valid parts of the list of entries %j count', (json, months, told) => {
  const [value, problem] = read(MADE, json);
  expect([[...value.keys()], problem]).toEqual([months, told]);
});

test('earlier plans, typed text and choices are read as far as they are valid', () => {
  expect(read(EARLIER_PLANS, { plans: [TWO_ZONES_A_LEG, 7] })).toEqual([[TWO_ZONES_A_LEG], 'damaged']);
  expect(read(EARLIER_PLANS, { plans: 7 })).toEqual([[], 'damaged']);
  expect(read(VIEW, { view: { open: 'out', part: 7 } })).toEqual([{ open: 'out' }]);
  expect(read(VIEW, { view: 7 })).toEqual([{}, 'damaged']);
  expect(read(VIEW, '[]')).toEqual([{}, 'damaged']);
  expect(VIEW.write({})).toBeUndefined();
  expect(CHOSEN.write({})).toBeUndefined();
  expect(read(SCHEDULE, { entries: 7 })).toEqual([[], 'damaged']);
});
