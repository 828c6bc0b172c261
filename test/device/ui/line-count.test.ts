import { balancedWidth, linesOf, widthOfLine } from '../../../device/ui/line-count';
import { measureWith } from '../../../virtual-watch/face/font';
import { breakText } from '../../../virtual-watch/face/line-break';
import { nodeProbe } from '../../../virtual-watch/node/picture-png';
import { LANGUAGES, readTranslations } from '../../page/translations';
import { isForToday } from '../../runs';

const measure = measureWith(nodeProbe(() => undefined).brush);

/** One of the widths each day, all in a long run. */
const WIDTHS = [190, 230, 270, 300, 340, 370].filter((_, at, all) => isForToday(at, all.length));
const SIZES = [24, 26, 31, 34, 39];

/** How a watch breaks a text. */
const seen = (words: string, size: number, width: number): readonly string[] =>
  breakText(words, 'wrap', width, (text) => measure(text, size).width).lines;

/** Such a word is broken somewhere. */
const hasLongWord = (words: string, size: number, width: number): boolean =>
  /[ -~]/.test(words) && words.split(' ').some((word) => measure(word, size).width > width);

describe.each(LANGUAGES)('the lines of a text in %s', (language) => {
  const all = [...readTranslations(language).values()].filter(
    (words) => words !== '' && !/[{\n]/.test(words),
  );
  const each = (check: (words: string, size: number, width: number) => void): void => {
    for (const words of all) for (const size of SIZES) for (const width of WIDTHS) check(words, size, width);
  };

  test('are never more than was thought, whether balanced or not', () => {
    each((words, size, width) => {
      if (hasLongWord(words, size, width)) return;
      const thought = linesOf(words, size, width);
      const said = `${words} at ${size} in ${width}`;
      expect([said, seen(words, size, width).length <= thought]).toEqual([said, true]);
      const balanced = balancedWidth(words, size, width);
      expect(balanced).toBeLessThanOrEqual(width);
      expect([said, seen(words, size, balanced).length <= thought]).toEqual([said, true]);
    });
  });

  test('are about as long as each other if there are two', () => {
    each((words, size, width) => {
      const lines = seen(words, size, balancedWidth(words, size, width));
      const [first = '', second = ''] = lines;
      const isMixed = /[\u4e00-\uffff]/.test(words) && /[a-z0-9]/i.test(words);
      // It may fit in one line where letters are narrower.
      const isNearlyOne = measure(words, size).width < width * 1.08;
      if (lines.length !== 2 || isMixed || isNearlyOne || hasLongWord(words, size, width)) return;
      const share = measure(second, size).width / measure(first, size).width;
      expect([words, size, width, lines, share > 0.15]).toEqual([words, size, width, lines, true]);
    });
  });

  test('are as wide as thought if there is one', () => {
    for (const words of all) expect(widthOfLine(words, 30)).toBeGreaterThanOrEqual(measure(words, 30).width);
  });
});
