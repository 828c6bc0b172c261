import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTestRun } from '../../scripts/figures/run-file';

const PROJECT = join(__dirname, '..', '..');

/** The output of a run of these test files, line by line. */
function linesOf(files: Readonly<Record<string, string>>): readonly string[] {
  return runOf(files).lines;
}

/** The same, and what it leaves for other programs. */
function runOf(files: Readonly<Record<string, string>>): { lines: readonly string[]; left: string } {
  const root = mkdtempSync(join(tmpdir(), 'legato-count-'));
  for (const [name, source] of Object.entries(files)) writeFileSync(join(root, name), source);
  const config = { rootDir: root, reporters: ['default', join(PROJECT, 'scripts', 'count-reporter.cjs')] };
  const { stdout } = spawnSync(
    process.execPath,
    [require.resolve('jest/bin/jest'), '--config', JSON.stringify(config)],
    { cwd: root, encoding: 'utf8' },
  );
  const left = readFileSync(join(root, 'build', 'last-run.json'), 'utf8');
  rmSync(root, { recursive: true, force: true });
  return { lines: stdout.trimEnd().split('\n'), left };
}

/** In plain JavaScript, as jest needs for a reporter. */
const { timeLeft } = jest.requireActual<{
  timeLeft: (run: Readonly<Record<'seconds' | 'done' | 'all' | 'known', number>>) => string;
}>('../../scripts/time-left.cjs');

describe('the time that a run of the tests may still take', () => {
  test.each([
    ['is what it took the last time, less what has passed', [30, 1, 200, 270], ', about 4 min left'],
    ['is told in tens of seconds at the end', [200, 190, 200, 265], ', about 70 s left'],
    ['is reckoned by files where nothing is known', [60, 50, 200, 0], ', about 3 min left'],
    ['is reckoned by files where the last time is over', [300, 150, 200, 270], ', about 2 min left'],
    ['is not guessed at the beginning', [60, 19, 200, 0], ''],
    ['is not guessed in the first seconds', [9, 1, 2, 0], ''],
    ['is nothing at the end', [60, 200, 200, 100], ''],
  ] as const)('%s', (_, [seconds, done, all, known], said) => {
    expect(timeLeft({ seconds, done, all, known })).toBe(said);
  });
});

describe('a run of the tests', () => {
  test('leaves its counts for the figures of the README', () => {
    const { left } = runOf({ 'a.test.js': "test('a', () => {}); test('b', () => { throw 1; });" });
    expect(readTestRun(left)).toEqual({ passed: 1, failed: 1, stories: [] });
  });

  test('ends with a line that counts what passed and what failed', () => {
    const lines = linesOf({
      'a.test.js': "test('a', () => {}); test('b', () => {}); test('c', () => { throw 1; });",
    });
    expect(lines.at(-1)).toBe('2 passed, 1 failed');
  });

  test('counts what was skipped, counts a file that cannot be loaded as a failure, and reports progress', () => {
    const lines = linesOf({ 'a.test.js': "test.skip('a', () => {}); test.todo('b');", 'b.test.js': '(' });
    expect(lines.at(-1)).toBe('0 passed, 1 failed, 2 skipped');
    const steps = lines.filter((line) => / files after \d+ s$/.test(line));
    expect(steps.map((line) => line.slice(0, 6))).toEqual(['1 of 2', '2 of 2']);
  });

  test('says before that line how many stories ran, by kind, and nothing about an earlier run', () => {
    const told = { name: 'session', fixed: 7, told: 99, seconds: 10 };
    const source = `
      const { mkdirSync, writeFileSync } = require('node:fs');
      test('a story', () => {
        mkdirSync('build/stories', { recursive: true });
        writeFileSync('build/stories/session.json', ${JSON.stringify(JSON.stringify(told))});
      });`;
    expect(linesOf({ 'a.test.js': source }).slice(-2)).toEqual([
      'session stories: 7 fixed, 99 of the day in 10 s',
      '1 passed, 0 failed',
    ]);
  });
});
