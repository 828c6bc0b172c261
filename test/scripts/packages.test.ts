import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPackages } from '../../scripts/packages';
import { fixtureZab } from '../virtual-watch/fixture';

const folder = mkdtempSync(join(tmpdir(), 'legato-'));
const file = join(folder, 'any.zab');
afterAll(() => rmSync(folder, { recursive: true }));

test('a package is read from its file', () => {
  writeFileSync(file, fixtureZab({ pages: { 'page/a': 'Page({})' } }));
  expect(readPackages(file).packages).toHaveLength(6);
});

test('a damaged one is reported in a sentence that says what to do', () => {
  writeFileSync(file, fixtureZab({ pages: { 'page/a': 'Page({})' } }).subarray(0, 500));
  expect(() => readPackages(file)).toThrow(
    /any\.zab cannot be read \(.+\): "npm run build" makes it anew\.$/,
  );
});
