import { DEFAULT_PLAN } from '../../core/plan/plan';
import { PLAN_KEY, REFUSED_PLAN_KEY } from '../../phone/keys';
import { putPlan, readPlan, readPlanRefusal } from '../../phone/plan-store';
import { MemoryStorage } from './memory-storage';

const TEXT = JSON.stringify(DEFAULT_PLAN);
const SHORTER = JSON.stringify({ ...DEFAULT_PLAN, prepareSeconds: 5 });

test('a plan that is put is the plan, under a revision that only grows', () => {
  const storage = new MemoryStorage();
  putPlan(storage, TEXT, 1000);
  expect(readPlan(storage)).toEqual({ state: 'ready', revision: 1000, plan: DEFAULT_PLAN });
  putPlan(storage, SHORTER, 500);
  expect(readPlan(storage)).toMatchObject({ state: 'ready', revision: 1001 });
});

test('a text that is no plan is refused with its sentences and kept, and the plan stays', () => {
  const storage = new MemoryStorage();
  putPlan(storage, TEXT, 1000);
  const bad = JSON.stringify({ ...DEFAULT_PLAN, prepareSeconds: -5, switchSeconds: 'soon' });
  const put = putPlan(storage, bad, 2000);
  const sentences = [
    'prepareSeconds is -5: write it in whole seconds from 0 to 120.',
    'switchSeconds is not a number: write it in whole seconds from 0 to 120.',
  ];
  expect(put).toEqual({ ok: false, error: { code: 'notAPlan', sentences } });
  expect(readPlanRefusal(storage)).toEqual(sentences);
  expect(storage.getItem(REFUSED_PLAN_KEY)).toBe(bad);
  expect(readPlan(storage)).toMatchObject({ revision: 1000 });
});

test('a good plan clears the refusal', () => {
  const storage = new MemoryStorage();
  putPlan(storage, '{', 1000);
  expect(readPlanRefusal(storage)).toEqual(['The text is not JSON: check brackets, quotes and commas.']);
  putPlan(storage, TEXT, 2000);
  expect(readPlanRefusal(storage)).toEqual([]);
});

test('ten megabytes are refused without being read, and only their beginning is kept', () => {
  const storage = new MemoryStorage();
  putPlan(storage, ' '.repeat(10_000_000) + TEXT, 1000);
  expect(readPlan(storage)).toEqual({ state: 'none' });
  expect(storage.getItem(REFUSED_PLAN_KEY)?.length).toBeLessThan(10_000);
});

test('of very many mistakes the first few are told', () => {
  const storage = new MemoryStorage();
  const fields = Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`field${at}`, 1]));
  putPlan(storage, JSON.stringify({ ...DEFAULT_PLAN, ...fields }), 1000);
  expect(readPlanRefusal(storage)).toHaveLength(12);
});

test('a storage without room is told', () => {
  const storage = new MemoryStorage();
  storage.mood = 'silent';
  expect(putPlan(storage, TEXT, 1000)).toEqual({ ok: false, error: { code: 'notStored' } });
  expect(putPlan(storage, '{', 1000)).toEqual({ ok: false, error: { code: 'notStored' } });
});

const damaged: readonly (readonly [name: string, text: string])[] = [
  ['no JSON', '{"revision":'],
  ['no revision', `{"plan":${TEXT}}`],
  ['revision 0', `{"revision":0,"plan":${TEXT}}`],
  ['a plan of a later version', '{"revision":5,"plan":{"version":2}}'],
];

test.each(damaged)('a stored plan with %s is told in a sentence and gives way to a good one', (_, text) => {
  const storage = new MemoryStorage([[PLAN_KEY, text]]);
  const found = readPlan(storage);
  expect(found).toEqual({ state: 'damaged', sentences: [expect.stringMatching(/\.$/)] });
  putPlan(storage, TEXT, 1000);
  expect(readPlan(storage)).toMatchObject({ state: 'ready', revision: 1000 });
});
