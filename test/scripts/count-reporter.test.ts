import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');

/** What a run of these test files leaves on the screen, to the last line. */
function lastLine(files: Readonly<Record<string, string>>): string | undefined {
  const root = mkdtempSync(join(tmpdir(), 'legato-count-'));
  for (const [name, source] of Object.entries(files)) writeFileSync(join(root, name), source);
  const config = { rootDir: root, reporters: ['default', join(PROJECT, 'scripts', 'count-reporter.cjs')] };
  const { stdout } = spawnSync(
    process.execPath,
    [require.resolve('jest/bin/jest'), '--config', JSON.stringify(config)],
    { cwd: root, encoding: 'utf8' },
  );
  rmSync(root, { recursive: true, force: true });
  return stdout.trimEnd().split('\n').at(-1);
}

describe('a run of the tests', () => {
  test('ends with a line of its own that counts what passed and what failed', () => {
    expect(
      lastLine({ 'a.test.js': "test('a', () => {}); test('b', () => {}); test('c', () => { throw 1; });" }),
    ).toBe('2 passed, 1 failed');
  });

  test('counts what was skipped, and a file that cannot be loaded as a failure', () => {
    expect(lastLine({ 'a.test.js': "test.skip('a', () => {}); test.todo('b');", 'b.test.js': '(' })).toBe(
      '0 passed, 1 failed, 2 skipped',
    );
  });
});
