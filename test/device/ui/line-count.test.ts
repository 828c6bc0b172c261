import { balancedWidth, linesOf, widthOfLine } from '../../../device/ui/line-count';
import { lettersBy } from '../../../virtual-watch/face/letters';
import { breakText } from '../../../virtual-watch/face/line-break';
import { nodeProbe } from '../../../virtual-watch/node/picture-png';
import { LANGUAGES, readTranslations } from '../../page/translations';
import { isForToday } from '../../runs';

const { measure } = lettersBy(nodeProbe(() => undefined).brush);

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
  /** Expects that nothing is wrong with any; `wrong` tells what is. One expectation is much faster than thousands. */
  const expectEach = (wrong: (words: string, size: number, width: number) => unknown): void => {
    const found = all.flatMap((words) =>
      SIZES.flatMap((size) => WIDTHS.flatMap((width) => wrong(words, size, width) ?? [])),
    );
    expect(found).toEqual([]);
  };

  test('are never more than was thought, whether balanced or not', () => {
    expectEach((words, size, width) => {
      if (hasLongWord(words, size, width)) return undefined;
      const thought = linesOf(words, size, width);
      const balanced = balancedWidth(words, size, width);
      const isRight =
        seen(words, size, width).length <= thought &&
        balanced <= width &&
        seen(words, size, balanced).length <= thought;
      return isRight ? undefined : { words, size, width, thought, balanced };
    });
  });

  test('are about as long as each other if there are two', () => {
    expectEach((words, size, width) => {
      const lines = seen(words, size, balancedWidth(words, size, width));
      const [first = '', second = ''] = lines;
      const isMixed = /[\u4e00-\uffff]/.test(words) && /[a-z0-9]/i.test(words);
      // It may fit in one line where letters are narrower.
      const isNearlyOne = measure(words, size).width < width * 1.08;
      if (lines.length !== 2 || isMixed || isNearlyOne || hasLongWord(words, size, width)) return undefined;
      const share = measure(second, size).width / measure(first, size).width;
      return share > 0.15 ? undefined : { words, size, width, lines };
    });
  });

  test('are as wide as thought if there is one', () => {
    for (const words of all) expect(widthOfLine(words, 30)).toBeGreaterThanOrEqual(measure(words, 30).width);
  });
});
