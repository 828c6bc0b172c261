import { join } from 'node:path';
import { licenceProblems } from '../../../scripts/dependencies/licences';
import { readLock, type LockedPackage } from '../../../scripts/dependencies/lockfile';
import { shippedPackages } from '../../../scripts/dependencies/shipped';

const PROJECT = join(__dirname, '..', '..', '..');

test('everything that ships may ship', async () => {
  const shipped = await shippedPackages(PROJECT, readLock(PROJECT));
  expect(shipped.map(({ name }) => name)).toContain('@zeppos/zml');
  expect(shipped.map(({ name }) => name)).not.toContain('jest');
  expect(licenceProblems(shipped)).toEqual([]);
});

test('what ships and is not locked is reported', async () => {
  await expect(shippedPackages(PROJECT, [])).rejects.toThrow(
    /node_modules\/@zeppos\/zml.* ships and is not in package-lock\.json/,
  );
});

test.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-only)', 'MIT AND OFL-1.1'])('%s may ship', (license) => {
  expect(licenceProblems([planted(license)])).toEqual([]);
});

test.each(['GPL-3.0-only', 'MIT AND LGPL-3.0-or-later', 'UNLICENSED', 'CC-BY-4.0', ''])(
  '%p may not',
  (license) => {
    expect(licenceProblems([planted(license)])).toEqual([
      `planted 1.0.0 ships and has the licence ${license}. Possible are MIT, ISC, 0BSD, BSD-2-Clause, BSD-3-Clause, Apache-2.0, OFL-1.1.`,
    ]);
  },
);

test('nor may what has no licence', () => {
  expect(licenceProblems([planted(undefined)])[0]).toMatch(/^planted 1\.0\.0 ships and has no licence\./);
});

// Helpers

function planted(license: string | undefined): LockedPackage {
  const name = 'planted';
  return { path: `node_modules/${name}`, name, version: '1.0.0', license, hasInstallScript: false };
}
