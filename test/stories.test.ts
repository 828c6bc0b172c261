import fc from 'fast-check';
import type { StoryKind } from './stories';
import { foundOfDay, tellDay, tellSeed } from './stories';

const before = { ...process.env };

beforeEach(() => {
  Object.assign(process.env, { LEGATO_STORY_SECONDS: '0', LEGATO_SEED: '20261128', LEGATO_LONG: '' });
});
afterAll(() => {
  for (const name of ['LEGATO_STORY_SECONDS', 'LEGATO_SEED', 'LEGATO_LONG']) {
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  }
});

function numbers(tell: (story: number) => void): StoryKind<number> {
  return { name: 'number', path: 'test/numbers', stories: fc.nat(), tell, found: [], long: 50 };
}

/** The stories that run with a given seed of the day. */
function toldOn(day: number): readonly number[] {
  process.env['LEGATO_SEED'] = String(day);
  const told: number[] = [];
  expect(tellDay(numbers((story) => told.push(story))).told).toBe(told.length);
  return told;
}

test('stories that once found a fault take turns if a kind says so, and each has one within a few days', () => {
  const kind = { ...numbers(() => undefined), found: [11, 12, 13, 14, 15] };
  const onDay = (day: number): readonly number[] => {
    process.env['LEGATO_SEED'] = String(day);
    return foundOfDay({ ...kind, foundADay: 2 });
  };
  const days = [20261126, 20261127, 20261128];
  for (const day of days) expect(new Set(onDay(day)).size).toBe(2);
  expect([...new Set(days.flatMap(onDay))].sort((one, other) => one - other)).toEqual(kind.found);
  expect(foundOfDay(kind)).toEqual(kind.found);
  process.env['LEGATO_LONG'] = '1';
  expect(onDay(20261126)).toEqual(kind.found);
});

test('one story runs if no time is allotted', () => {
  expect(toldOn(20261128)).toHaveLength(1);
});

test('no more than a quarter of a long run runs on a day, however much time is left', () => {
  process.env['LEGATO_STORY_SECONDS'] = '60';
  expect(toldOn(20261128)).toHaveLength(13);
});

test('a long run has a fixed number of stories, the same on the same day and others on another', () => {
  process.env['LEGATO_LONG'] = '1';
  const today = toldOn(20261128);
  expect(today).toHaveLength(50);
  expect(toldOn(20261128)).toEqual(today);
  const tomorrow = toldOn(20261129);
  expect(tomorrow.filter((story) => today.includes(story)).length).toBeLessThan(10);
});

test('a failing story gives the simplest failing one, and how to repeat it', () => {
  process.env['LEGATO_LONG'] = '1';
  const kind = numbers((story) => {
    if (story > 1000) throw new Error('too large');
  });
  const tellAll = (): unknown => tellDay(kind);
  const { message, cause } = thrownBy(tellAll);
  expect([message, cause]).toEqual([
    expect.stringContaining('Counterexample: [1001]'),
    new Error('too large'),
  ]);
  const [, seed] = /LEGATO_STORY=(\d+) npm test -- test\/numbers/.exec(message) ?? [];
  expect(() => tellSeed(kind, Number(seed))).toThrow('Counterexample: [1001]');
});

function thrownBy(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}
