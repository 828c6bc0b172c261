import { build } from 'esbuild';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import TestOrder from '../../scripts/test-order.cjs';

const PROJECT = join(__dirname, '..', '..');

const fileOf = (name: string): string => join(PROJECT, 'test', `${name}.test.ts`);

test('files that need no package come first, and the longest first of each half', () => {
  const names = [
    'package/session',
    'core/time',
    'browser/preview',
    'core/session/laws',
    'scripts/pictures/screens',
  ];
  const cache = { cacheDirectory: join(PROJECT, 'build', 'no-cache'), id: 'order', name: 'order' };
  const context = { config: { rootDir: PROJECT, ...cache }, hasteFS: { getSize: () => 1 } };
  const tests = names.map((name) => ({ path: fileOf(name), context }));
  const order = new TestOrder().sort(tests).map(({ path }) => path);
  expect(order).toEqual(
    ['core/session/laws', 'core/time', 'browser/preview', 'scripts/pictures/screens', 'package/session'].map(
      fileOf,
    ),
  );
});

test('each file that is called long exists', () => {
  expect(TestOrder.LONGEST.filter((name) => !existsSync(fileOf(name)))).toEqual([]);
});

test('no test that comes before the package builds it', async () => {
  const entryPoints = TestOrder.BEFORE_PACKAGE.flatMap((folder) =>
    readdirSync(join(PROJECT, 'test', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join('test', folder, file)),
  );
  const { metafile } = await build({
    absWorkingDir: PROJECT,
    entryPoints,
    bundle: true,
    // What two files share is put together once, which takes half the time.
    splitting: true,
    format: 'esm',
    write: false,
    outdir: 'build',
    metafile: true,
    platform: 'node',
    packages: 'external',
    external: ['@zos/*'],
  });
  expect(entryPoints.length).toBeGreaterThan(100);
  expect(Object.keys(metafile.inputs).filter((file) => file.startsWith('scripts/build/'))).toEqual([]);
});
