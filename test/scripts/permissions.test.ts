import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');

test('docs/permissions.md explains exactly the permissions that app.json asks for', () => {
  const { permissions } = JSON.parse(readFileSync(join(PROJECT, 'app.json'), 'utf8')) as {
    readonly permissions: readonly string[];
  };
  const page = readFileSync(join(PROJECT, 'docs', 'permissions.md'), 'utf8');
  const explained = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name);
  expect(explained.sort()).toEqual([...permissions].sort());
});
