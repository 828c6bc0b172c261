import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../../core/version';
import { readChangelog } from '../../../scripts/release/changelog';
import { withoutFixtures } from '../../../scripts/release/ready';

const PROJECT = join(__dirname, '..', '..', '..');
const CHANGES = readChangelog(readFileSync(join(PROJECT, 'CHANGELOG.md'), 'utf8'));

test('CHANGELOG.md begins with the current version', () => {
  expect(CHANGES.ok && CHANGES.value[0]?.version).toBe(VERSION);
});

test('the tests read what every released version stored', () => {
  expect(CHANGES.ok && withoutFixtures(PROJECT, CHANGES.value, VERSION)).toEqual([]);
});

test('missing fixtures of a version are reported', () => {
  const released = { version: '0.0.9', released: '2026-12-01', notes: 'New.' };
  expect(withoutFixtures(PROJECT, [released], VERSION)).toEqual([
    'test/fixtures/v0.0.9/ is missing: the data that 0.0.9 stored, which "npm run release" wrote there.',
  ]);
});

test('versions are read newest first, with their date and what is new', () => {
  const text =
    '# New\n\nFor you.\n\n## 0.2.0, not released yet\n\n- A bell.\n\n## 0.1.0, 2026-12-01\n\n- The first.\n';
  expect(readChangelog(text)).toEqual({
    ok: true,
    value: [
      { version: '0.2.0', released: undefined, notes: '- A bell.' },
      { version: '0.1.0', released: '2026-12-01', notes: '- The first.' },
    ],
  });
});

test.each([
  ['no version', '# New\n', 'CHANGELOG.md lists no version.'],
  ['a version without words', '## 0.2.0, not released yet\n\n', 'CHANGELOG.md says nothing about 0.2.0.'],
  [
    'a heading of its own kind',
    '## [0.2.0] - 2026\n\nNew.\n',
    'CHANGELOG.md: "## [0.2.0] - 2026" is not a heading such as "## 0.2.0, 2026-12-01".',
  ],
])('%s is reported in a sentence', (_, text, error) => {
  expect(readChangelog(text)).toEqual({ ok: false, error });
});
