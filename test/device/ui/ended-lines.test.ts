import { endedLines } from '../../../device/ui/ended-lines';
import { linesOf } from '../../../device/ui/line-count';
import { lettersBy } from '../../../virtual-watch/face/letters';
import { breakText } from '../../../virtual-watch/face/line-break';
import { nodeProbe } from '../../../virtual-watch/node/picture-png';
import { LANGUAGES, readTranslations } from '../../page/translations';

const { measure } = lettersBy(nodeProbe(() => undefined).brush);

/** Words that a reader stumbled over when a line ended in them. */
const WHOLE = [
  '立即',
  '发烫',
  '发红',
  '滑动',
  '齿轮',
  '患病',
  '石膏',
  '开始',
  '抽痛',
  '按摩',
  '静脉',
  '急救',
];

const TEXTS = LANGUAGES.flatMap((language) =>
  [...readTranslations(language).values()].filter((words) => !/[{\n]/.test(words)),
);
const SIZES = [24, 26, 30];
const WIDTHS = [240, 300, 340, 370];

interface Ended {
  readonly ended: string;
  readonly words: string;
  readonly size: number;
  readonly width: number;
}

/** Every text at every size in every width, as several tests look at it. */
const ALL: readonly Ended[] = TEXTS.flatMap((words) =>
  SIZES.flatMap((size) =>
    WIDTHS.map((width) => ({ ended: endedLines(words, size, width, Infinity), words, size, width })),
  ),
);

/** Expects that nothing is wrong with any of them; `wrong` tells what is. One expectation is a hundred times as fast as thousands. */
const expectEach = (wrong: (each: Ended) => unknown): void => {
  expect(ALL.flatMap((each) => wrong(each) ?? [])).toEqual([]);
};

const isTooLong = (words: string, size: number, width: number): boolean =>
  /[a-z]/.test(words) && words.split(' ').some((word) => measure(word, size).width > width);

describe('a text that is broken into lines', () => {
  test('has the same words, each line of them in the width', () => {
    expectEach(({ ended, words, size, width }) => {
      if (ended.replace(/\s/g, '') !== words.replace(/\s/g, '')) return { ended, words };
      if (isTooLong(words, size, width) || !ended.includes('\n')) return undefined;
      const seen = breakText(ended, 'wrap', width, (text) => measure(text, size).width).lines;
      return seen.length === ended.split('\n').length ? undefined : { ended, seen };
    });
  });

  test('has no line that ends within a Chinese word or begins with punctuation', () => {
    expectEach(({ ended }) => {
      const isWrong = [...ended.matchAll(/(.)\n(.)/g)].some(
        ([, before = '', after = '']) =>
          WHOLE.includes(`${before}${after}`) || '，。、？！：'.includes(after),
      );
      return isWrong ? ended : undefined;
    });
  });

  test('has no line that ends in a negation, or between a word and its "not"', () => {
    expectEach(({ ended }) => {
      const isTorn =
        /\b(not( to)?|never|no)\n|\b(do|does|could|may)\nnot\b|([不勿未没]|不[要能会用]|没有)\n/i.test(ended);
      return isTorn ? ended : undefined;
    });
    expect(endedLines('Sharp pain: do not massage this leg.', 30, 300, 9)).toBe(
      'Sharp pain:\ndo not massage\nthis leg.',
    );
    expect(endedLines('发红或发暗：不要按摩。', 30, 180, 9)).toBe('发红或发暗：\n不要按摩。');
  });

  test('has lines of about the same length, so that none is left over', () => {
    const ended = endedLines('这条腿比另一条更粗吗？', 26, 270, Infinity);
    expect(ended.split('\n').map(({ length }) => length)).toEqual([5, 6]);
    expect(endedLines('A stray swipe does not close a session.', 24, 370, 2)).toBe(
      'A stray swipe\ndoes not close a session.',
    );
  });

  test('has no word alone in its last line that could have another beside it', () => {
    expectEach(({ ended, size, width }) => {
      const lines = ended.split('\n');
      const [before = '', last = ''] = lines.slice(-2);
      if (lines.length < 2 || last.includes(' ') || !/[a-z]/.test(last) || !before.includes(' '))
        return undefined;
      const lengths = lines.map((line) => measure(line, size).width);
      const longer = `${before.slice(before.lastIndexOf(' ') + 1)} ${last}`;
      // A word that would leave its negation behind stays with it.
      if (/\b(not|never|no) \S+$/i.test(before)) return undefined;
      const hasRoom = measure(longer, size).width < width * 0.9;
      const isShort = (lengths[lengths.length - 1] ?? 0) < 0.3 * Math.max(...lengths);
      return isShort && hasRoom ? ended : undefined;
    });
  });

  test('stays as it is if it fits in one line, or needs more lines than there is room for', () => {
    const long = '静脉出血：躺下，抬高腿部，用力按住，拨打急救电话。';
    expect(endedLines('静脉出血', 24, 300, 2)).toBe('静脉出血');
    expect(endedLines(long, 24, 240, linesOf(long, 24, 240) - 1)).toBe(long);
    expect(endedLines('A vein bleeds', 24, 300, 9)).toBe('A vein bleeds');
  });
});
