import { runSeveral } from './run-several';
import type { Ran } from './several';

const SCRIPTS = [
  'build',
  'bench',
  'pictures',
  'watch-preview',
  'verify',
  'site',
  'draw-assets',
  'dependencies',
  'figures',
];

let ran: readonly Ran[] = [];
beforeAll(() => {
  ran = runSeveral(SCRIPTS.map((name) => [`scripts/${name}.ts`, '--bogus']));
});

test.each(SCRIPTS.map((name, at) => [name, at] as const))(
  'scripts/%s.ts only lists the possible flags if it is given an unknown one',
  (_, at) => {
    const { code, out, err } = ran[at] ?? { code: -1, out: '', err: '' };
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Unknown option '--bogus'\. Possible are --help\.\n\nnpm run [a-z:]+\n/);
  },
);
