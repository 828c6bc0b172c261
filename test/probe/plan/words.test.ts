import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS } from '../../../probe/plan/words';

test('the watch has every text of the probe, and no other', () => {
  const file = readFileSync(join(__dirname, '../../../probe/page/i18n/en-US.po'), 'utf8');
  const pairs = [...file.matchAll(/^msgid "(.+)"\nmsgstr "(.+)"$/gm)].map(([, id, words]) => [id, words]);
  expect(pairs).toEqual(WORDS.map((words) => [words, words]));
});
