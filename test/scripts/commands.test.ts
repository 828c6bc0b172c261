import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');

test.each(['build', 'bench', 'pictures', 'watch-preview', 'verify', 'draw-assets'])(
  'scripts/%s.ts does nothing but say what is possible when it is given a flag that it does not have',
  (name) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [require.resolve('tsx/cli'), `scripts/${name}.ts`, '--bogus'],
      { cwd: PROJECT, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Unknown option '--bogus'\. Possible are --help\.\n\nnpm run [a-z:]+\n/);
  },
);
