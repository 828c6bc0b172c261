import fc from 'fast-check';
import type { Measure } from '../../../virtual-watch/face/font';
import { breakText, isCjk } from '../../../virtual-watch/face/line-break';
import { layoutText, lineHeightOf } from '../../../virtual-watch/face/text-layout';
import { textNode } from './nodes';

/** A font with Latin characters half as wide as high, and Chinese ones as wide as high. */
const widthAt = (size: number) => (text: string) =>
  Array.from(text).reduce((sum, character) => sum + size * (isCjk(character) ? 1 : 0.5), 0);
const measure: Measure = (text, size) => ({
  width: widthAt(size)(text),
  ascent: size * 0.7,
  descent: size * 0.2,
});
const widthOf = widthAt(20);

describe('breaking text into lines', () => {
  test.each([
    ['wrap', 'light touch only', 110, ['light touch', 'only']],
    ['wrap', 'light touch only', 50, ['light', 'touch', 'only']],
    ['wrap', 'first\nsecond', 500, ['first', 'second']],
    ['wrap', '从脚踝向上', 60, ['从脚踝', '向上']],
    ['wrap', '小腿，大腿', 40, ['小', '腿，', '大腿']],
    ['wrap', '按 10 分钟', 60, ['按 10', '分钟']],
    ['charWrap', 'abcdef', 30, ['abc', 'def']],
    ['none', 'light touch only', 50, ['light touch only']],
    ['ellipsis', 'light touch only', 110, ['light touc…']],
    ['ellipsis', 'light touch', 110, ['light touch']],
  ] as const)('%s breaks "%s" in %i px into %j', (style, text, room, lines) => {
    expect(breakText(text, style, room, widthOf).lines).toEqual(lines);
  });

  test('a word wider than the line is broken and reported', () => {
    expect(breakText('go metatarsophalangeal', 'wrap', 100, widthOf)).toEqual({
      lines: ['go', 'metatarsop', 'halangeal'],
      cut: false,
      wordBroken: true,
    });
  });

  test('a text that is shortened or overflows its line is cut', () => {
    expect(breakText('light touch only', 'ellipsis', 110, widthOf).cut).toBe(true);
    expect(breakText('light touch only', 'none', 110, widthOf).cut).toBe(true);
    expect(breakText('light touch only', 'wrap', 110, widthOf).cut).toBe(false);
  });

  const words = fc.array(fc.stringMatching(/^([a-z]{1,8}|[小腿大脚踝，。]{1,4})$/), { maxLength: 12 });

  test('wrapping loses no characters except the spaces at which it breaks', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('wrap', 'charWrap'),
        fc.integer({ min: 1, max: 400 }),
        (list, style, room) => {
          const text = list.join(' ');
          const lines = breakText(text, style, room, widthOf).lines;
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
    );
  });

  test('no line is wider than its box unless the text is reported as cut', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 400 }), (list, room) => {
        const { lines, cut } = breakText(list.join(' '), 'wrap', room, widthOf);
        expect(cut || lines.every((line) => widthOf(line) <= room + 0.5)).toBe(true);
      }),
    );
  });
});

describe('placing the lines', () => {
  test('a line is 116 % of the text size high in Latin and 125 % in Chinese', () => {
    expect(lineHeightOf('Ankle', 100)).toBeCloseTo(116);
    expect(lineHeightOf('脚踝', 100)).toBeCloseTo(125);
    expect(lineHeightOf('脚踝 ankle', 100)).toBeCloseTo(125);
  });

  test.each([
    ['left', 100],
    ['center', 130],
    ['right', 160],
  ] as const)('a text aligned %s begins at %i', (alignH, x) => {
    const node = textNode({ x: 100, w: 160, text: 'abcde', textSize: 40, alignH });
    expect(layoutText(node, measure).lines[0]?.x).toBeCloseTo(x);
  });

  test('lines are a line height plus the extra line space apart', () => {
    const node = textNode({ w: 60, h: 400, text: 'aa\nbb', textSize: 20, textStyle: 'wrap', lineSpace: 7 });
    const [first, second] = layoutText(node, measure).lines;
    expect((second?.baseline ?? 0) - (first?.baseline ?? 0)).toBeCloseTo(20 * 1.16 + 7);
  });

  test('lines higher than the box start at its top and are reported as cut', () => {
    const node = textNode({
      y: 50,
      w: 60,
      h: 40,
      text: 'a\nb\nc',
      textSize: 20,
      textStyle: 'wrap',
      alignV: 'bottom',
    });
    const layout = layoutText(node, measure);
    expect(layout.cut).toBe(true);
    expect(layout.lines[0]?.baseline).toBeCloseTo(50 + 20 * 0.93);
  });

  test('a box that is a pixel too low because of rounding cuts nothing', () => {
    const height = 36 * 1.16;
    expect(layoutText(textNode({ h: height - 0.9 }), measure).cut).toBe(false);
    expect(layoutText(textNode({ h: height - 1.1 }), measure).cut).toBe(true);
  });

  test('extra character space widens a line', () => {
    const plain = layoutText(textNode({ text: 'abcde' }), measure).usedWidth;
    expect(layoutText(textNode({ text: 'abcde', charSpace: 3 }), measure).usedWidth).toBeCloseTo(plain + 12);
  });
});
