import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FONT_FILES, fontCss, fontOf } from '../../../virtual-watch/face/font';
import { fontPath } from '../../../virtual-watch/node/font-path';
import { loadFonts } from '../../../virtual-watch/node/fonts';

/** A character drawn large, as a file. */
function drawn(character: string): string {
  const canvas = createCanvas(64, 64);
  const brush = canvas.getContext('2d');
  brush.font = fontOf(40);
  brush.fillText(character, 8, 48);
  return canvas.toBuffer('image/png').toString('base64');
}

/** Every character of every translation of the app. */
function translated(): string[] {
  const root = join(__dirname, '../../..');
  const folders = ['page/i18n', 'setting/i18n'].map((folder) => join(root, folder));
  const text = folders.flatMap((folder) =>
    readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  return [...new Set(Array.from(text.join('')))].filter((character) => character.trim() !== '');
}

describe('the typeface of the face', () => {
  beforeAll(loadFonts);

  test('comes from files of its own', () => {
    expect(FONT_FILES.map(({ file }) => existsSync(fontPath(file)))).toEqual(FONT_FILES.map(() => true));
    expect(FONT_FILES.map(({ family }) => GlobalFonts.has(family))).toEqual(FONT_FILES.map(() => true));
  });

  test('draws each Chinese character, none as an empty box', () => {
    const characters = Array.from('脚踝小腿膝盖大上下部左右按摩轻柔暂停继续开始结束完成分秒');
    const missing = drawn('\u{10ffff}');
    const pictures = characters.map(drawn);
    expect(new Set(pictures).size).toBe(characters.length);
    expect(pictures).not.toContain(missing);
  });

  test('has every character that a translation uses', () => {
    const missing = drawn('\u{10ffff}');
    const characters = translated();
    expect(characters).toEqual(expect.arrayContaining(['a', '腿']));
    expect(characters.filter((character) => drawn(character) === missing)).toEqual([]);
  });

  test('is offered to a browser under the same names', () => {
    const css = fontCss((file) => `/fonts/${file}`);
    for (const { family, file } of FONT_FILES) {
      expect(css).toContain(`font-family: "${family}"; src: url("/fonts/${file}")`);
      expect(fontOf(20)).toContain(`"${family}"`);
    }
  });
});
