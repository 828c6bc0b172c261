import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SCENES } from '../../scripts/pictures/scenes';
import { LANGUAGES } from '../../scripts/pictures/stage';

const SCREENS = join(__dirname, '../../docs/pictures/screens');

test.each(LANGUAGES)('there is a picture of every scene in %s, and of nothing else', (language) => {
  const wanted = SCENES.map(({ name }) => `${name}.png`);
  expect(new Set(wanted).size).toBe(wanted.length);
  const folder = join(SCREENS, language);
  expect(existsSync(folder) ? readdirSync(folder).sort() : []).toEqual([...wanted].sort());
});
