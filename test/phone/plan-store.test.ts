import { PLAN_KEY, REFUSED_PLAN_KEY } from '../../phone/storage-keys';
import { putPlan, readPlan, readPlanRefusal, readRefusedText } from '../../phone/plan-store';
import { MemoryStorage } from './memory-storage';
import { TWO_ZONES_A_LEG } from '../core/plans';

const TEXT = JSON.stringify(TWO_ZONES_A_LEG);
const SHORTER = JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: 5 });

test('a stored plan is the plan, under an increasing revision', () => {
  const storage = new MemoryStorage();
  putPlan(storage, TEXT, 1000);
  expect(readPlan(storage)).toEqual({ state: 'ready', revision: 1000, plan: TWO_ZONES_A_LEG });
  putPlan(storage, SHORTER, 500);
  expect(readPlan(storage)).toMatchObject({ state: 'ready', revision: 1001 });
});

test('an invalid text is refused with all its mistakes and kept, and the plan stays', () => {
  const storage = new MemoryStorage();
  putPlan(storage, TEXT, 1000);
  const bad = JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: -5, switchSeconds: 'soon' });
  expect(putPlan(storage, bad, 2000).ok).toBe(true);
  const problems = [
    { code: 'outOfRange', place: 'prepareSeconds', detail: -5, where: { field: 'prepareSeconds' } },
    { code: 'notANumber', place: 'switchSeconds', where: { field: 'switchSeconds' } },
  ];
  expect(readPlanRefusal(storage)).toEqual(problems);
  expect(readRefusedText(storage)).toBe(bad);
  expect(storage.getItem(REFUSED_PLAN_KEY)).toBe(bad);
  expect(readPlan(storage)).toMatchObject({ revision: 1000 });
});

test('if the refusal cannot be cleared, the new plan is not stored, so that both never exist together', () => {
  const storage = new MemoryStorage();
  putPlan(storage, '{', 1000);
  storage.moods = ['throws'];
  expect(putPlan(storage, TEXT, 2000)).toEqual({ ok: false, error: 'notStored' });
  expect([readPlan(storage), readRefusedText(storage)]).toEqual([{ state: 'none' }, '{']);
});

test('a good plan clears the refusal', () => {
  const storage = new MemoryStorage();
  putPlan(storage, '{', 1000);
  expect(readPlanRefusal(storage)).toMatchObject([{ code: 'cutOff' }]);
  putPlan(storage, TEXT, 2000);
  expect([readPlanRefusal(storage), readRefusedText(storage)]).toEqual([[], undefined]);
});

test('ten megabytes are refused without being read, and only their beginning is kept', () => {
  const storage = new MemoryStorage();
  putPlan(storage, ' '.repeat(10_000_000) + TEXT, 1000);
  expect(readPlanRefusal(storage)).toEqual([{ code: 'textTooLong' }]);
  expect(readPlan(storage)).toEqual({ state: 'none' });
  expect(storage.getItem(REFUSED_PLAN_KEY)?.length).toBeLessThan(10_000);
});

test('of many mistakes, the first few are reported', () => {
  const storage = new MemoryStorage();
  const fields = Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`field${at}`, 1]));
  putPlan(storage, JSON.stringify({ ...TWO_ZONES_A_LEG, ...fields }), 1000);
  expect(readPlanRefusal(storage)).toHaveLength(12);
});

test('corrections of the text are stored with the plan, which an older version reads as before', () => {
  const storage = new MemoryStorage();
  putPlan(storage, `\uFEFF${TEXT}`, 1000);
  expect(readPlan(storage)).toEqual({
    state: 'ready',
    revision: 1000,
    plan: TWO_ZONES_A_LEG,
    repairs: ['invisible'],
  });
  expect(JSON.parse(storage.getItem(PLAN_KEY) ?? '')).toMatchObject({
    revision: 1000,
    plan: TWO_ZONES_A_LEG,
  });
});

test('a full storage is reported', () => {
  const storage = new MemoryStorage();
  storage.mood = 'silent';
  expect(putPlan(storage, TEXT, 1000)).toEqual({ ok: false, error: 'notStored' });
  expect(putPlan(storage, '{', 1000)).toEqual({ ok: false, error: 'notStored' });
});

const damaged: readonly (readonly [name: string, text: string, code: string])[] = [
  ['no JSON', '{"revision":', 'notReadable'],
  ['no revision', `{"plan":${TEXT}}`, 'notReadable'],
  ['a revision beyond every date', `{"revision":9e15,"plan":${TEXT}}`, 'notReadable'],
  ['revision 0', `{"revision":0,"plan":${TEXT}}`, 'notReadable'],
  ['a plan of a later version', '{"revision":5,"plan":{"version":2,"legs":[]}}', 'versionFromFuture'],
];

test.each(damaged)('a stored plan with %s is reported and replaced by a good one', (_, text, code) => {
  const storage = new MemoryStorage([[PLAN_KEY, text]]);
  const found = readPlan(storage);
  expect(found).toMatchObject({ state: 'damaged', problems: [{ code }] });
  putPlan(storage, TEXT, 1000);
  expect(readPlan(storage)).toMatchObject({ state: 'ready', revision: 1000 });
});
