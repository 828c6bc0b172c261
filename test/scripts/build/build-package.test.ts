import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { BuiltPackage } from '../../../scripts/build/build-package';
import { buildPackage } from '../../../scripts/build/build-package';
import { describeProblem } from '../../../scripts/build/problem';
import { weighReport } from '../../../scripts/build/report';
import { BUDGET } from '../../../scripts/build/worlds';
import { screenName } from '../../../scripts/build/unpack';
import { manifest, ONE_SCREEN, oneDevice, projectWith, removeProjects } from './fixture';

afterAll(removeProjects);

async function problemsOf(root: string): Promise<readonly string[]> {
  const built = await buildPackage({ root, devices: oneDevice(), screens: [ONE_SCREEN] });
  return built.ok ? [] : built.error.map(describeProblem);
}

describe('a valid project', () => {
  let root: string;
  let built: BuiltPackage;

  beforeAll(async () => {
    root = projectWith();
    const result = await buildPackage({ root, devices: oneDevice(), screens: [ONE_SCREEN] });
    if (!result.ok) throw new Error(result.error.map(describeProblem).join('\n'));
    built = result.value;
  });

  test('becomes two files, named by its version; the one that can be run here comes first', () => {
    expect(built.path).toBe(join(root, 'dist', 'legato-1.2.3.zab'));
    expect(built.sourcePath).toBe(join(root, 'dist', 'legato-1.2.3.source.zab'));
    expect(readdirSync(join(root, 'dist'))).toEqual(['legato-1.2.3.source.zab', 'legato-1.2.3.zab']);
    for (const path of [built.path, built.sourcePath])
      expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  });

  test('is named in the index by the MD5 of its content, in both files', () => {
    for (const path of [built.path, built.sourcePath]) {
      const files = unzipSync(readFileSync(path));
      const { zpks } = JSON.parse(Buffer.from(files['manifest.json'] ?? new Uint8Array()).toString()) as {
        readonly zpks: readonly { readonly name: string; readonly md5: string }[];
      };
      expect(zpks).toHaveLength(1);
      for (const { name, md5 } of zpks) {
        expect(name).toBe(`${md5}.zpk`);
        expect(
          createHash('md5')
            .update(files[name] ?? new Uint8Array())
            .digest('hex'),
        ).toBe(md5);
      }
    }
  });

  test('holds a package for each screen with the scripts, the translations and the icon', () => {
    expect(built.sources.map((item) => screenName(item.screen))).toEqual([ONE_SCREEN]);
    const files = [...(built.sources[0]?.device.keys() ?? [])];
    expect(files).toEqual(
      expect.arrayContaining([
        'app.json',
        'app.js',
        'page/home/index.js',
        'assets/icon.png',
        'assets/raw/locale/en-US.btxt',
      ]),
    );
  });

  test('has px computed for the screen, its own imports bundled, and imports of the watch kept', () => {
    const script = built.sources[0]?.device.get('page/home/index.js') ?? new Uint8Array();
    const page = Buffer.from(script).toString('utf8');
    expect(page).toContain('x:44'); // 39 · 432 / 390 = 43.2, rounded up
    expect(page).toContain('w:42');
    expect(page).toContain('"@zos/ui"');
    expect(page).not.toContain('twice');
  });

  test('writes to build and dist and nowhere else in the project', () => {
    expect(readdirSync(root).sort()).toEqual([
      'app.json',
      'app.ts',
      'assets',
      'build',
      'core',
      'dist',
      'page',
    ]);
  });

  test('is reported by what ships to each screen, by its parts, and by what a watch loads together', () => {
    const report = weighReport(built.packages, built.worlds, built.budget);
    expect(report).toMatch(/^square 432x514 +[\d,]+$/m);
    expect(report).toMatch(/^device scripts \(bytecode\) +[\d,]+$/m);
    expect(report).toMatch(/^texts: en-US +[\d,]+$/m);
    expect(report).toMatch(/^images +[\d,]+$/m);
    expect(report).toMatch(/^page\/home\/index\.bin +[\d,]+$/m);
    const budget = BUDGET.launch.toLocaleString('en-US');
    expect(report).toMatch(
      new RegExp(
        `^ {2}app\\.js \\+ page/home/index\\.js: [\\d,]+ bytes of ${budget} bytes \\(\\d+ %\\)$`,
        'm',
      ),
    );
  });
});

describe('a project that would fail on the watch', () => {
  test('is refused if a script became another kind of module, and leaves no package', async () => {
    const root = projectWith({ 'app.ts': 'App({ globalData: { hasModules: typeof module } });\n' });
    expect(await problemsOf(root)).toEqual([expect.stringMatching(/^app\.js became a CommonJS module/)]);
    expect(readdirSync(root)).not.toContain('dist');
  });

  test('is refused with each script that does not compile and the reason', async () => {
    const root = projectWith({
      'node_modules/modern/package.json': '{ "name": "modern", "type": "module", "main": "index.js" }',
      'node_modules/modern/index.js': 'export const large = 9007199254740993n;\n',
      'page/home/index.ts': [
        "import { log } from '@zos/utils';",
        "import { large } from 'modern';",
        "Page({ build: () => log.getLogger('x').log(large) });",
      ].join('\n'),
    });
    const problems = await problemsOf(root);
    expect(problems).toEqual([
      expect.stringMatching(/^page\/home\/index\.js does not compile on the watch's engine: SyntaxError/),
    ]);
    expect(readdirSync(root)).not.toContain('dist');
  });
});

describe('a project that cannot be built', () => {
  test('is refused with all missing entries and icons at once', async () => {
    const root = projectWith({
      'app.json': manifest({
        page: { pages: ['page/home/index', 'page/gone/index'] },
        'app-side': { path: 'app-side/index' },
      }),
      'assets/default.s/icon.png': null,
    });
    expect(await problemsOf(root)).toEqual([
      'app.json names the page "page/gone/index", but there is no file page/gone/index.ts.',
      'app.json names the app-side "app-side/index", but there is no file app-side/index.ts.',
      'app.json names an icon that is not there: assets/default.s/icon.png.',
    ]);
  });

  test('is refused with the place of a mistake in the source', async () => {
    const root = projectWith({
      'core/twice.ts': 'export function twice(value: number): number {\n  return value *;\n}\n',
    });
    expect(await problemsOf(root)).toEqual(['core/twice.ts:2:17 cannot be compiled: Unexpected ";".']);
  });

  test('is refused with the name of a missing imported file', async () => {
    const root = projectWith({ 'core/twice.ts': null });
    expect(await problemsOf(root)).toEqual([
      'page/home/index.ts:3:23 cannot be compiled: Could not resolve "../../core/twice".',
    ]);
  });

  test.each([
    ['is not there', null, 'app.json cannot be used: there is no such file.'],
    ['is no JSON', '{', /^app\.json cannot be used: /],
    ['has no version', '{}', 'app.json cannot be used: app.version.name is not a text.'],
    ['has no targets', '{"app":{"version":{"name":"1"}}}', 'app.json cannot be used: it has no targets.'],
    ['has no page', manifest({}), 'app.json cannot be used: no target has a page.'],
    [
      'names no API level',
      manifest({ page: { pages: ['page/home/index'] } }).replace('"minVersion":"3.6"', '"other":"3.6"'),
      'app.json cannot be used: runtime.apiVersion.minVersion is not a text.',
    ],
  ])('is refused if app.json %s', async (_, content, sentence) => {
    const problems = await problemsOf(projectWith({ 'app.json': content }));
    expect(problems).toEqual([typeof sentence === 'string' ? sentence : expect.stringMatching(sentence)]);
  });

  test("passes on what Zepp's compiler says when it makes nothing", async () => {
    const root = projectWith({
      'app.json': manifest({ page: { pages: ['page/home/index'] } }, { appType: 'shoe' }),
    });
    expect(await problemsOf(root)).toEqual([
      expect.stringMatching(/^Zepp's compiler \(zpm\) made no package\. It said: \S/),
    ]);
  });

  test('is refused with the screens that have no package or were not requested', async () => {
    const root = projectWith();
    const built = await buildPackage({ root, devices: oneDevice(), screens: ['round 480x480'] });
    expect(built.ok ? [] : built.error.map((problem) => problem.code)).toEqual([
      'screenMissing',
      'screenUnexpected',
    ]);
  });
});
