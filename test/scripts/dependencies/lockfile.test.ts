import { join } from 'node:path';
import packageJson from '../../../package.json';
import lock from '../../../package-lock.json';
import { readLock } from '../../../scripts/dependencies/lockfile';

const PROJECT = join(__dirname, '..', '..', '..');
const OURS = { ...packageJson.dependencies, ...packageJson.devDependencies };

test('every version in package.json is exact, and equals the locked one', () => {
  const locked = new Map(readLock(PROJECT).map(({ path, version }) => [path, version]));
  for (const [name, asked] of Object.entries(OURS)) {
    // Under a name of another package, as `npm:package@version`.
    const version = asked.replace(/^npm:.+@/, '');
    expect([name, version]).toEqual([name, locked.get(`node_modules/${name}`)]);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test('every package is locked by a checksum, and all come from the registry', () => {
  const others = Object.entries(lock.packages).filter(
    ([path, entry]) =>
      path !== '' &&
      ('resolved' in entry || !('integrity' in entry && entry.integrity.startsWith('sha512-'))),
  );
  expect(others.map(([path]) => path)).toEqual([]);
});

test('a package installed within another has its own name', () => {
  const path = 'node_modules/@isaacs/cliui/node_modules/ansi-regex';
  expect(readLock(PROJECT).find((item) => item.path === path)).toMatchObject({
    name: 'ansi-regex',
    hasInstallScript: false,
    license: 'MIT',
  });
});
