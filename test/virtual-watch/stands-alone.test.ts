import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', 'virtual-watch');
const PROJECT = join(ROOT, '..');

const files = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

/** The packages that the sources import. */
function imported(): ReadonlySet<string> {
  const names = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/from '([^'.][^']*)'/g)])
    .map(([, name = '']) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    .filter(
      (name) => !name.startsWith('node:') && !builtinModules.includes(name) && !name.startsWith('@zos/'),
    );
  return new Set(names);
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

describe('the virtual watch could be published by itself:', () => {
  it('it names no particular app', () => {
    expect(files.filter((file) => /legato/i.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('its package lists exactly what it imports, with the versions of the project', () => {
    const { dependencies, devDependencies } = manifestOf(ROOT);
    const ours = manifestOf(PROJECT);
    expect(Object.keys(dependencies)).toEqual([...imported()].sort());
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect([name, version]).toEqual([name, ours.dependencies[name] ?? ours.devDependencies[name]]);
  });

  it('what it exports exists', () => {
    const paths = Object.values(manifestOf(ROOT).exports).map((path) => join(ROOT, path));
    expect(paths.filter((path) => !files.includes(path))).toEqual([]);
  });
});
