import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const PROJECT = join(__dirname, '..', '..', '..');
const { dependencies, scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'scripts',
  Readonly<Record<string, string>>
>;

/** The commands of README for people who only want to run Legato: they work after `npm ci --omit=dev`. */
const RUNNING = ['start', 'build', 'site', 'session', 'virtual-watch', 'watch:preview'];

test.each(RUNNING)('npm run %s imports no package that is for development only', async (name) => {
  const script = /^tsx (\S+\.ts)$/.exec(scripts[name] ?? '')?.[1] ?? '';
  expect(await packagesOf(script)).toEqual([]);
});

test('npm start builds with no package that is for development only', async () => {
  expect(await packagesOf('scripts/build/build-child.ts')).toEqual([]);
  expect(await packagesOf('preview/main.ts')).toEqual([]);
});

/** `overrides` in package.json replace them, because whoever only runs Legato would install them for nothing. */
test.each(['rollup-plugin-eslint', 'esbuild'])('zpm does not load %s', (name) => {
  const lib = join(PROJECT, 'node_modules', '@zeppos', 'zpm', 'lib');
  const scripts = readdirSync(lib).filter((file) => file.endsWith('.js'));
  const loading = scripts.filter((file) =>
    readFileSync(join(lib, file), 'utf8').includes(`require("${name}")`),
  );
  expect([scripts.length > 0, loading]).toEqual([true, []]);
});

/** The packages that a script imports, directly or indirectly, and that are not in `dependencies`. */
async function packagesOf(script: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: PROJECT,
    entryPoints: [script],
    bundle: true,
    write: false,
    outdir: 'build',
    metafile: true,
    platform: 'node',
    packages: 'external',
  });
  const imported = Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ path, external = false }) => external && !path.startsWith('node:'))
    .map(({ path }) => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  expect(imported.length).toBeGreaterThan(0);
  return imported.filter((name) => !Object.keys(dependencies).includes(name));
}
