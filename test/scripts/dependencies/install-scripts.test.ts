import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installScriptProblems, npmrcProblems } from '../../../scripts/dependencies/install-scripts';
import { readLock, type LockedPackage } from '../../../scripts/dependencies/lockfile';

const PROJECT = join(__dirname, '..', '..', '..');
const PLANTED: LockedPackage = {
  path: 'node_modules/miner',
  name: 'miner',
  version: '1.0.0',
  license: 'MIT',
  hasInstallScript: true,
};

test('every package with an install script is listed and explained, and npm runs none', () => {
  expect(installScriptProblems(readLock(PROJECT))).toEqual([]);
  expect(npmrcProblems(readFileSync(join(PROJECT, '.npmrc'), 'utf8'))).toEqual([]);
});

test('one without an explanation is a problem', () => {
  expect(installScriptProblems([...readLock(PROJECT), PLANTED])).toEqual([
    'miner asks to run something when it is installed, and scripts/dependencies/install-scripts.ts does not say what.',
  ]);
});

test('an explanation of a package that no longer has an install script is a problem', () => {
  expect(installScriptProblems([{ ...PLANTED, hasInstallScript: false }], { miner: 'dig' })).toEqual([
    'scripts/dependencies/install-scripts.ts explains miner, which asks to run nothing when it is installed.',
  ]);
});

test('an .npmrc that lets scripts run is a problem', () => {
  expect(npmrcProblems('fund=false\nignore-scripts=false\n')).toHaveLength(1);
  expect(npmrcProblems('# ignore-scripts=true\n')).toHaveLength(1);
});
