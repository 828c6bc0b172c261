import { readFileSync } from 'node:fs';
import { packageOfFont, PREVIEW_FONTS } from '../../../scripts/preview/fonts';

test.each([...PREVIEW_FONTS])('%s is the file of its package', (file, path) => {
  const original = require.resolve(`${packageOfFont(file)}/files/${file}`);
  expect(readFileSync(path).equals(readFileSync(original))).toBe(true);
});

test.each([...new Set([...PREVIEW_FONTS.keys()].map(packageOfFont))])(
  'the licence of %s is that of its package',
  (name) => {
    const short = name.replace('@fontsource/', '');
    const copy = require.resolve(`../../../virtual-watch/face/fonts/${short}.LICENSE.txt`);
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync(require.resolve(`${name}/LICENSE`), 'utf8'));
  },
);
