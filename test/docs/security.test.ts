import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTALL_SCRIPTS } from '../../scripts/dependencies/install-scripts';
import { readLock } from '../../scripts/dependencies/lockfile';
import { shippedPackages } from '../../scripts/dependencies/shipped';
import { PROJECT } from './care-page';

const PAGE = readFileSync(join(PROJECT, 'docs', 'security.md'), 'utf8');
/** Cells of its tables, row by row. */
const ROWS = PAGE.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| --'))
  .map((line) => line.slice(2, -2).split(' | '));
const THREATS = ROWS.filter((cells) => cells.length === 4 && cells[0] !== 'could');

test.each(THREATS.map(([could = '', , where = '', test = '']) => [could, where, test]))(
  'the code against "%s" and its test exist',
  (_could, where, test) => {
    const [code, tried] = [unquoted(where), unquoted(test)];
    expect([code, existsSync(join(PROJECT, code))]).toEqual([code, true]);
    expect(tried).toMatch(/^test\/.+\.test\.ts$/);
    expect([tried, existsSync(join(PROJECT, tried))]).toEqual([tried, true]);
  },
);

test('each kind of attacker on the page has a table of threats', () => {
  expect(THREATS.length).toBeGreaterThan(15);
  const parts = PAGE.split(/^### /m).slice(1);
  expect(parts).toHaveLength(5);
  expect(parts.filter((part) => !part.includes('| could |'))).toEqual([]);
});

test('what ships is listed with its licence and its place', async () => {
  const shipped = await shippedPackages(PROJECT, readLock(PROJECT));
  const listed = ROWS.filter(([name = '', , place]) => name.startsWith('`') && place !== undefined);
  expect(listed.map((cells) => cells.map(unquoted))).toEqual(
    shipped.map(({ name, license, places }) => [name, license, places.join(', ')]),
  );
});

test('what would run at install is described as in the check', () => {
  const told = ROWS.filter(([name = '', , place]) => name.startsWith('`') && place === undefined);
  expect(told.map(([name = '', would]) => [unquoted(name), would])).toEqual(Object.entries(INSTALL_SCRIPTS));
});

describe('what runs on watch and phone', () => {
  const files = [
    'core',
    'device',
    'page',
    'app-service',
    'app-widget',
    'app-side',
    'phone',
    'setting',
  ].flatMap(sourcesIn);

  test('asks nothing of the internet', () => {
    expect(files.length).toBeGreaterThan(300);
    const asking =
      /\bfetch\s*\(|XMLHttpRequest|WebSocket|sendBeacon|@zos\/(http|network)|https?:\/\/(?!www\.w3\.org\/2000\/svg")/;
    expect(files.filter((file) => asking.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('makes neither markup nor code from a text', () => {
    const making = /innerHTML|insertAdjacentHTML|document\.|\beval\s*\(|new Function/;
    expect(files.filter((file) => making.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

// Helpers

function unquoted(text: string): string {
  return text.replace(/`/g, '');
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(PROJECT, folder, name));
}
