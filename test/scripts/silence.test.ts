import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json';

const PROJECT = join(__dirname, '..', '..');
const FOLDER = join(PROJECT, 'scripts', 'silence');
const SAID = /^ +\d+ s: still running …$/m;

/** The virtual watch stands alone, and prints each event as it happens. */
const SPEAKS = ['virtual-watch'];

/** What a script prints to standard error that breaks its silence after 20 ms. */
function printedBy(lines: readonly string[]): string {
  const script = [
    `const { breakSilence, leaveSpeaking } = require(${JSON.stringify(join(FOLDER, 'break-silence.ts'))});`,
    'const block = (ms, till = Date.now() + ms) => { while (Date.now() < till); };',
    '(async () => {',
    'const beSilent = breakSilence(20);',
    ...lines,
    'beSilent();',
    '})();',
  ].join('\n');
  const { status, stderr } = spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
    encoding: 'utf8',
  });
  expect([status, stderr.replace(new RegExp(SAID, 'gm'), '').trim()]).toEqual([0, '']);
  return stderr;
}

describe('a script that prints nothing for long', () => {
  test('says that it still runs, even while it does nothing else', () => {
    expect(printedBy(['block(2_000);'])).toMatch(SAID);
  });

  test('leaves that to what it waits for, if that speaks', () => {
    const others = 'new Promise((done) => setTimeout(done, 2_000))';
    expect(printedBy([`await leaveSpeaking(${others});`])).not.toMatch(SAID);
    expect(printedBy([`await ${others};`])).toMatch(SAID);
  });

  test.each(Object.entries(packageJson.scripts).filter(([name]) => !SPEAKS.includes(name)))(
    'npm run %s is such a script',
    (_, command) => {
      const file = /^tsx (scripts\/\S+)/.exec(command)?.[1] ?? 'no script of ours';
      expect(readFileSync(join(PROJECT, file), 'utf8')).toMatch(/^runMain\(/m);
    },
  );
});
