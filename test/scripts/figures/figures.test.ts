import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTED } from '../../../scripts/figures/counted';
import { linesOf, withLines } from '../../../scripts/figures/lines';
import { readTestRun } from '../../../scripts/figures/run-file';
import { PROJECT } from '../../../scripts/run';

const RUN = {
  passed: 6984,
  failed: 0,
  stories: [
    { name: 'core', told: 54_600 },
    { name: 'link', told: 190 },
  ],
};

describe('the run of the tests that figures are taken from', () => {
  test('is read from what the reporter writes, with fixed stories and those of the day together', () => {
    const written = {
      passed: 6984,
      failed: 0,
      stories: [
        { name: 'core', fixed: 0, told: 54_600, seconds: 40 },
        { name: 'link', fixed: 5, told: 185, seconds: 40 },
      ],
    };
    expect(readTestRun(JSON.stringify(written))).toEqual(RUN);
  });

  test.each(['', '{', '[]', '{"passed":1}', '{"passed":-1,"failed":0,"stories":[]}'])(
    'does not exist in "%s"',
    (text) => {
      expect(readTestRun(text)).toBeUndefined();
    },
  );
});

describe('the figures of the README', () => {
  test('add up the tests of all sets and the stories of all kinds', () => {
    const tools = { passed: 1_000, failed: 0, stories: [] };
    expect(linesOf([RUN, tools], COUNTED)).toContain(
      '7,984 tests passed in the last whole run, which also tried 54,790 random sequences',
    );
  });

  test('are those of the current project, except for what only a run of all tests can show', () => {
    const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
    const [, passed = '', told = ''] =
      /^- ([\d,]+) tests passed .* ([\d,]+) random sequences/m.exec(readme) ?? [];
    const run = { passed: whole(passed), failed: 0, stories: [{ name: 'all', told: whole(told) }] };
    expect(run.passed).toBeGreaterThan(0);
    expect(withLines(readme, linesOf([run], COUNTED))).toBe(readme);
  });

  test('are not written into a page without the two marks', () => {
    expect(() => withLines('# Legato', '- 1')).toThrow(
      'The page has no "<!-- figures: made by npm run figures -->"',
    );
  });
});

// Helpers

const whole = (written: string): number => Number(written.replaceAll(',', ''));
