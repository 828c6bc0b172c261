import { execFileSync, execSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packageJson from '../../package.json';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { ensurePackage } from '../../scripts/build/ensure-package';
import { runSeveral } from '../scripts/run-several';
import type { Ran } from '../scripts/several';
import { isLong } from '../runs';
import { PROJECT } from './care-page';
import { commandsIn, toldCommands } from './commands';

/** How a test knows that a command does what the pages say. */
type Way =
  /** It is run here as written, except for names of files. */
  | { readonly kind: 'run' }
  /** It takes too long: the named test covers it, here it is run with `--help`, and as written only in the long run. */
  | { readonly kind: 'tried'; readonly by: string }
  /** It picks tests by their path: here it is checked that there are some. */
  | { readonly kind: 'picks' }
  /** It is a step of `npm run verify`, which runs whenever something is shared. */
  | { readonly kind: 'step'; readonly step: string }
  /** It cannot be run here, for the reason given. */
  | { readonly kind: 'elsewhere'; readonly why: 'the registry' | 'an account' | 'a global install' };

const tried = (by: string): Way => ({ kind: 'tried', by });
const step = (name: string): Way => ({ kind: 'step', step: name });

const WAYS: Readonly<Record<string, Way>> = {
  'npm start': { kind: 'run' },
  'npm run session -- --device "GTR 4" --language zh-CN': { kind: 'run' },
  'npm run virtual-watch -- path/to/app.zab --device "Amazfit Bip 6" --do "tap Start; next; screenshot felt.png"':
    { kind: 'run' },
  'npm run session': tried('test/scripts/session/session.test.ts'),
  'npm run session -- --plan FILE': tried('test/scripts/session/options.test.ts'),
  'npm run virtual-watch -- FILE.zab': tried('test/virtual-watch/cli.test.ts'),
  'npm run virtual-watch -- path/to/app.zab': tried('test/virtual-watch/cli.test.ts'),
  'npm run site': tried('test/browser/site.test.ts'),
  'npm run bench': tried('test/scripts/bench/metered-wasm.test.ts'),
  'npm run pictures': tried('test/scripts/pictures/pictures.test.ts'),
  'npm run assets': tried('test/scripts/draw-assets.test.ts'),
  'npm run store': tried('test/scripts/store/store.test.ts'),
  'npm run readings': tried('test/scripts/readings/readings.test.ts'),
  'npm run figures': tried('test/scripts/figures/figures.test.ts'),
  'npm run blind-reading': tried('test/scripts/blind-reading/blind-reading.test.ts'),
  'npm run probe': tried('test/probe/probe.test.ts'),
  'npm run release': tried('test/scripts/release/release.test.ts'),
  'npm run release -- --dry-run': tried('test/scripts/release/release.test.ts'),
  'npm run release -- --to 0.2.0': tried('test/scripts/release/release.test.ts'),
  'npm run verify': tried('test/scripts/commands.test.ts'),
  'npm test': { kind: 'picks' },
  'npm test -- core': { kind: 'picks' },
  'npm test -- docs': { kind: 'picks' },
  'npm run test:long': { kind: 'picks' },
  'npm run test:tools': step('test:tools'),
  'LEGATO_SEED=20261128 npm test -- link': { kind: 'picks' },
  'LEGATO_STORY=1223214902 npm test -- test/package/stories': { kind: 'picks' },
  'npm run types': step('types'),
  'npm run lint': step('lint'),
  'npm run format:check': step('format:check'),
  // The same as the one above, which only checks.
  'npm run format': step('format:check'),
  'npm run dependencies:check': step('dependencies:check'),
  'npm run build': step('build'),
  'npm ci': { kind: 'elsewhere', why: 'the registry' },
  'npm ci --omit=dev': { kind: 'elsewhere', why: 'the registry' },
  'npm i -g @zeppos/zeus-cli@1.9.1': { kind: 'elsewhere', why: 'a global install' },
  'npm run watch:preview': { kind: 'elsewhere', why: 'an account' },
  'npm run probe -- --watch': { kind: 'elsewhere', why: 'an account' },
  'zeus login': { kind: 'elsewhere', why: 'an account' },
  'zeus preview': { kind: 'elsewhere', why: 'an account' },
};

const TOLD = toldCommands();
const SCRIPTS: Readonly<Record<string, string>> = packageJson.scripts;

test('the commands on the pages and those listed here are the same', () => {
  const told = new Set(TOLD.map(({ text }) => text));
  expect(TOLD.filter(({ text }) => !(text in WAYS))).toEqual([]);
  expect(Object.keys(WAYS).filter((command) => !told.has(command))).toEqual([]);
});

test('a command is found in a block, after another, with its arguments, and within a line', () => {
  const page =
    '```sh\nnpm ci && npm start    # serves\nA_B=1 npm test\n```\n\nCall `npm run x -- --y` or `x.ts`.\n';
  expect(commandsIn(page)).toEqual(['npm ci', 'npm start', 'A_B=1 npm test', 'npm run x -- --y']);
});

test('every script of package.json is in CONTRIBUTING.md, and every script in it exists', () => {
  const told = new Set(TOLD.flatMap(({ text }) => scriptOf(text) ?? []));
  const known = commandsIn(readFileSync(join(PROJECT, 'CONTRIBUTING.md'), 'utf8')).flatMap(
    (text) => scriptOf(text) ?? [],
  );
  expect([...told].filter((name) => !(name in SCRIPTS))).toEqual([]);
  expect(Object.keys(SCRIPTS).filter((name) => !known.includes(name))).toEqual([]);
});

describe('a command that takes long', () => {
  const commands = of('tried');
  const files = [...new Set(commands.map(([command]) => fileOf(command)))];
  const ran = new Map<string, Ran>();
  beforeAll(() => {
    runSeveral(files.map((file) => [file, '--help'])).forEach((one, at) => ran.set(files[at] ?? '', one));
  });

  test.each(commands)(
    '%s says what it does when asked for help, and is tried by its test',
    (command, way) => {
      const { code, out, err } = ran.get(fileOf(command)) ?? { code: -1, out: '', err: '' };
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(`npm run ${scriptOf(command) ?? ''}`);
      expect(out).toContain('--help');
      expect([way.by, existsSync(join(PROJECT, way.by))]).toEqual([way.by, true]);
    },
  );
});

/** What runs all tests cannot run in one of them; a release does so too. */
const WHOLE_RUNS = ['npm run verify', 'npm run release'];

/** They write into the project, so each is run in a copy of it as it was committed. */
(isLong() ? describe : describe.skip)('in a copy of the project, in the long run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'legato-copy-'));
  const [copy, plan] = [join(folder, 'legato'), join(folder, 'plan.json')];
  const zab = (): string => {
    const name = readdirSync(join(copy, 'dist')).find((file) => file.endsWith('.source.zab'));
    return join(copy, 'dist', name ?? '');
  };
  beforeAll(async () => {
    await ensurePackage();
    execFileSync('git', ['clone', '--quiet', PROJECT, copy]);
    for (const name of ['node_modules', 'build', 'dist'])
      cpSync(join(PROJECT, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
    writeFileSync(plan, JSON.stringify(DEFAULT_PLAN));
  }, 5 * 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(of('tried').filter(([command]) => !WHOLE_RUNS.includes(command)))(
    '%s does what it says',
    (command) => {
      if (command.includes('--dry-run')) makeReleasable(copy);
      const typed = command.replace(/path\/to\/app\.zab|FILE\.zab/, zab).replace('FILE', plan);
      expect(run(typed, copy)).not.toBe('');
    },
    15 * 60_000,
  );
});

/** A release needs a date in the changelog and everything committed. */
function makeReleasable(copy: string): void {
  const changelog = join(copy, 'CHANGELOG.md');
  const text = readFileSync(changelog, 'utf8');
  writeFileSync(changelog, text.replace(/^## (\d+\.\d+\.\d+).*$/m, '## $1, 2026-12-01'));
  const author = ['-c', 'user.name=A test', '-c', 'user.email=test@localhost'];
  execFileSync('git', [...author, 'commit', '--quiet', '--all', '--message', 'A release'], { cwd: copy });
}

test.each(of('picks'))('%s has tests to run', (command) => {
  const [, part = 'test'] = command.split(' -- ');
  expect(testFiles().filter((file) => file.includes(part)).length).toBeGreaterThan(0);
});

test('"npm test -- PART" runs that part', () => {
  expect(run('npm test -- --listTests test/docs/commands', PROJECT)).toContain(
    join('test', 'docs', 'commands.test.ts'),
  );
});

test.each(of('step'))('%s is a step of "npm run verify"', (_, { step: name }) => {
  expect(readFileSync(join(PROJECT, 'scripts', 'verify.ts'), 'utf8')).toContain(`'${name}'`);
  expect(SCRIPTS).toHaveProperty([name]);
});

test('what needs the registry is at the start of CI', () => {
  const needing = of('elsewhere').filter(([, { why }]) => why === 'the registry');
  const ci = readFileSync(join(PROJECT, '.ci', 'run'), 'utf8').split('\n');
  expect(needing.filter(([command]) => !ci.some((line) => line !== '' && command.startsWith(line)))).toEqual(
    [],
  );
});

describe('on the built package', () => {
  let zab = '';
  const folder = mkdtempSync(join(tmpdir(), 'legato-docs-'));
  beforeAll(async () => {
    zab = await ensurePackage();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(of('run').filter(([command]) => command !== 'npm start'))('%s runs', (command) => {
    const picture = join(folder, 'felt.png');
    const typed = command.replace('path/to/app.zab', zab).replace('felt.png', picture);
    expect(run(typed, PROJECT)).not.toBe('');
    expect(existsSync(picture)).toBe(command.includes('felt.png'));
  });

  test('npm start serves the virtual watch until it is interrupted', async () => {
    const child = spawn('npm', ['start'], { cwd: PROJECT, detached: true });
    try {
      const url = await addressOf(child.stdout);
      expect(await (await fetch(url)).text()).toContain('<title>');
    } finally {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    }
  });
});

// Helpers

function of<Kind extends Way['kind']>(
  kind: Kind,
): readonly (readonly [string, Extract<Way, { kind: Kind }>])[] {
  return Object.entries(WAYS).flatMap(([command, way]) => (isOf(way, kind) ? [[command, way] as const] : []));
}

function isOf<Kind extends Way['kind']>(way: Way, kind: Kind): way is Extract<Way, { kind: Kind }> {
  return way.kind === kind;
}

/** The script of package.json that a command runs. */
function scriptOf(command: string): string | undefined {
  return /(?:^| )npm run (\S+)/.exec(command)?.[1] ?? /(?:^| )npm (start|test)\b/.exec(command)?.[1];
}

/** The file that such a script runs. */
function fileOf(command: string): string {
  return /^tsx (\S+)/.exec(SCRIPTS[scriptOf(command) ?? ''] ?? '')?.[1] ?? '';
}

function testFiles(): readonly string[] {
  return readdirSync(join(PROJECT, 'test'), { recursive: true, encoding: 'utf8' }).flatMap((name) =>
    name.endsWith('.test.ts') ? [`test/${name.replaceAll('\\', '/')}`] : [],
  );
}

function run(command: string, cwd: string): string {
  return execSync(command, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Waits for the line that says where something is served. */
async function addressOf(output: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const part of output) {
    text += String(part);
    const url = /http:\/\/localhost:\d+/.exec(text)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error(`It ended without an address: ${text}`);
}
