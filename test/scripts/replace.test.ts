import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceWith } from '../../scripts/pictures/replace';

const root = mkdtempSync(join(tmpdir(), 'legato-'));
afterAll(() => rmSync(root, { recursive: true }));

test('drawn files replace those of the same name, folders completely, and nothing else is removed', () => {
  const [draft, folder] = ['draft', 'pictures'].map((name) => join(root, name)) as [string, string];
  for (const path of [join(draft, 'screens'), join(folder, 'screens')]) mkdirSync(path, { recursive: true });
  writeFileSync(join(draft, 'screens', 'new.png'), 'new');
  writeFileSync(join(draft, 'first.png'), 'new');
  for (const name of ['screens/old.png', 'first.png', 'by-hand.png'])
    writeFileSync(join(folder, name), 'old');
  replaceWith(draft, folder);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  expect(files).toEqual(['by-hand.png', 'first.png', 'screens', join('screens', 'new.png')]);
  expect(readFileSync(join(folder, 'first.png'), 'utf8')).toBe('new');
});
