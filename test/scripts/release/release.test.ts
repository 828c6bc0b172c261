import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Git, readyToRelease } from '../../../scripts/release/ready';
import { isLater, VERSION_FILES, versionsIn, writeVersion } from '../../../scripts/release/version';

const PROJECT = join(__dirname, '..', '..', '..');
const CLEAN: Git = { changed: [], tags: [] };

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'legato-release-'));
  for (const file of VERSION_FILES) cpSync(join(PROJECT, file), join(root, file));
  const old = join(root, 'test', 'fixtures', 'v0.1.0');
  mkdirSync(old, { recursive: true });
  writeFileSync(join(old, 'kept.json'), '{}');
  writeVersion(root, '0.2.0');
  change('## 0.2.0, 2026-12-24\n\n- A bell.\n\n## 0.1.0, 2026-12-01\n\n- The first.\n');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a project is ready to be released', () => {
  test('if everything is committed and in the changelog', () => {
    expect(readyToRelease(root, CLEAN)).toEqual({
      ok: true,
      value: { version: '0.2.0', released: '2026-12-24', notes: '- A bell.' },
    });
  });

  test.each<[string, () => Git | undefined, string]>([
    ['something is not committed', () => ({ ...CLEAN, changed: ['app.ts'] }), 'Not committed: app.ts.'],
    [
      'it was released already',
      () => ({ ...CLEAN, tags: ['v0.2.0'] }),
      '0.2.0 is released already: there is a tag v0.2.0.',
    ],
    [
      'it has no date',
      () => change('## 0.2.0, not released yet\n\n- A bell.\n'),
      'CHANGELOG.md has no date for 0.2.0: write "## 0.2.0, YEAR-MONTH-DAY".',
    ],
    [
      'it is not told of',
      () => change('## 0.1.0, 2026-12-01\n\n- The first.\n'),
      'CHANGELOG.md begins with 0.1.0, but the version is 0.2.0.',
    ],
    [
      'a version before it has left no data',
      () => change('## 0.2.0, 2026-12-24\n\n- A bell.\n\n## 0.1.5, 2026-12-02\n\n- A bit.\n'),
      'test/fixtures/v0.1.5/ is missing: the data that 0.1.5 stored, which "npm run release" wrote there.',
    ],
    [
      'a tool reads another version',
      () => {
        const path = join(root, 'package.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"0.2.0"', '"0.3.0"'));
        return undefined;
      },
      'The files name different versions: 0.3.0 and 0.2.0. "npm run release -- --to VERSION" writes the same one everywhere.',
    ],
  ])('but not if %s', (_, spoil, sentence) => {
    const ready = readyToRelease(root, spoil() ?? CLEAN);
    expect(ready.ok ? [] : ready.error).toContain(sentence);
  });
});

test('another version is written wherever it appears, and nothing else in these files changes', () => {
  expect(versionsIn(root)).toEqual(Array(4).fill('0.2.0'));
  const app = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as { app: { version: object } };
  const before = JSON.parse(readFileSync(join(PROJECT, 'app.json'), 'utf8')) as typeof app & {
    app: { version: { code: number } };
  };
  const version = { name: '0.2.0', code: before.app.version.code + 1 };
  expect(app).toEqual({ ...before, app: { ...before.app, version } });
});

test.each([
  ['0.2.0', '0.1.9', true],
  ['1.0.0', '0.9.9', true],
  ['0.10.0', '0.9.0', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.2.0', false],
])('%s after %s: %s', (version, other, later) => {
  expect(isLater(version, other)).toBe(later);
});

test('a dry run names what is in the way, or prints the notes, and writes nothing', () => {
  const before = execFileSync('git', ['status', '--porcelain'], { cwd: PROJECT, encoding: 'utf8' });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/release.ts', '--dry-run'],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  if (status === 0) {
    expect(stdout).toMatch(/^Would verify, build and write to dist\/release\/: legato-.+\.zab, /);
    expect(stdout).toContain('Legato ');
  } else {
    expect(stderr).toMatch(/^(Not committed|CHANGELOG\.md|The version|\d)/);
    expect(status).toBe(1);
  }
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: PROJECT, encoding: 'utf8' })).toBe(before);
});

// Helpers

function change(text: string): undefined {
  writeFileSync(join(root, 'CHANGELOG.md'), `# New\n\n${text}`);
  return undefined;
}
