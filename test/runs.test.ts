import { inCi, runs, secondsAllotted, seedOfRun, storyToRepeat } from './runs';

const NAMES = ['CI', 'LEGATO_LONG', 'LEGATO_SEED', 'LEGATO_STORY', 'LEGATO_STORY_SECONDS'];
const before = { ...process.env };

beforeEach(() => {
  for (const name of NAMES) Reflect.deleteProperty(process.env, name);
});
afterAll(() => {
  for (const name of NAMES) if (before[name] !== undefined) process.env[name] = before[name];
});

describe('how often a property is tried', () => {
  test('is the smaller number, in CI and elsewhere', () => {
    expect(runs(1000, 100)).toBe(100);
    process.env['CI'] = 'true';
    expect(runs(1000, 100)).toBe(100);
  });

  test('is the larger one in a long run', () => {
    process.env['LEGATO_LONG'] = '1';
    expect(runs(1000, 100)).toBe(1000);
  });
});

describe('CI', () => {
  test.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
    ['', false],
  ])('%p means %p', (flag, expected) => {
    process.env['CI'] = flag;
    expect(inCi()).toBe(expected);
  });
});

describe('stories', () => {
  test('get more time in CI than elsewhere, unless a time is given', () => {
    const elsewhere = secondsAllotted();
    process.env['CI'] = 'true';
    expect(secondsAllotted()).toBeGreaterThan(elsewhere);
    process.env['LEGATO_STORY_SECONDS'] = '0';
    expect(secondsAllotted()).toBe(0);
  });

  test('have a seed and a story to repeat only if given', () => {
    expect([seedOfRun(), storyToRepeat()]).toEqual([undefined, undefined]);
    process.env['LEGATO_SEED'] = '20260105';
    process.env['LEGATO_STORY'] = '7';
    expect([seedOfRun(), storyToRepeat()]).toEqual([20260105, 7]);
  });

  test('refuse a seed that is not a number, so that no other is used instead', () => {
    process.env['LEGATO_SEED'] = 'today';
    expect(seedOfRun).toThrow('LEGATO_SEED is a number, not "today"');
  });
});
