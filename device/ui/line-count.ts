import { isChinese } from './chinese';

/** The widths of characters as multiples of the text size, as the fonts of the virtual watch have them. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  [" ijlJ.,:;!·'", 0.28],
  ['fIrt/()-•', 0.4],
  ['csvxyzkFLS', 0.53],
  ['aeTYZ0123456789+×', 0.57],
  ['wDGHNOQU', 0.78],
  ['mMW—…', 1],
];
const USUAL = 0.62;
const CHINESE = 1;

/** The widths that were looked up, by character code, since a page lays out hundreds of characters before it appears. */
const known: number[] = [];

function widthAt(words: string, at: number): number {
  const code = words.charCodeAt(at);
  if (code >= FIRST_CHINESE) return CHINESE;
  const width = known[code];
  if (width !== undefined) return width;
  return (known[code] = WIDTHS.find(([characters]) => characters.includes(words.charAt(at)))?.[1] ?? USUAL);
}

const FIRST_CHINESE = 0x2e80;
/** Punctuation that stays with the character before it. */
const CLOSING = '、。！，：；？';

/**
 * The widths of the pieces that are not broken: a word, or a Chinese character with the punctuation after it. A space is
 * a piece of its own, with a negative width.
 */
function piecesOf(words: string): readonly number[] {
  const pieces: number[] = [];
  let isOpen = false;
  for (let at = 0; at < words.length; at += 1) {
    const width = widthAt(words, at);
    const isAlone = width === CHINESE && isChinese(words.charAt(at));
    const isSpace = words.charCodeAt(at) === SPACE;
    const stays = isAlone ? CLOSING.includes(words.charAt(at)) && at > 0 : isOpen;
    if (stays && !isSpace && (pieces[pieces.length - 1] ?? 0) > 0) {
      pieces[pieces.length - 1] = (pieces[pieces.length - 1] ?? 0) + width;
    } else pieces.push(isSpace ? -width : width);
    isOpen = !isAlone && !isSpace;
  }
  return pieces;
}

const SPACE = 0x20;

/** How many lines pieces of these widths need; a space at the end of a line takes no room, a long word is broken. */
function linesIn(pieces: readonly number[], room: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of pieces) {
    const width = Math.abs(piece);
    if (piece > 0 && used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    if (width > room) lines += Math.floor(width / room);
    used += width;
  }
  return lines;
}

/**
 * How many lines a text of this size probably needs in this width, rather too many than too few. Text cannot be
 * measured without a widget, and pages are laid out before there is one.
 */
export function linesOf(words: string, size: number, width: number): number {
  return linesIn(piecesOf(words), width / size);
}

/** The height of a line in any script, as a multiple of its text size; the design guide of the platform has 1.25. */
export const LINE_HEIGHT = 1.27;

/** How wide a line of text probably is, in the unit of its size. */
export function widthOfLine(words: string, size: number): number {
  return Math.ceil(relativeWidth(words) * size * SLACK);
}

/** How wide a line of text is thought to be, as a multiple of its size. */
export function relativeWidth(words: string): number {
  return piecesOf(words).reduce((sum, width) => sum + Math.abs(width), 0);
}

/** By how much the fonts of a watch may be wider. */
const SLACK = 1.04;

/**
 * The least width, at most `width`, in which a text has as few lines: then no word stands alone in the last. A text that
 * may fit in one line keeps its width (in Chinese that is known, as all characters are alike), and so does one that
 * would need more than `most` lines, since it may need less.
 */
export function balancedWidth(words: string, size: number, width: number, most = Infinity): number {
  // No character is wider than its text size.
  if (words.length * size <= width) return width;
  const pieces = piecesOf(words);
  const lines = linesIn(pieces, width / size);
  const slack = isChinese(words) ? 1 : SLACK;
  const mayNeedOne = linesIn(pieces, (width * slack) / size) === 1;
  if (mayNeedOne || lines > most || pieces.some((piece) => piece * size > width)) return width;
  let [narrow, wide] = [width / 2, width];
  while (wide - narrow > size / 4) {
    const middle = (narrow + wide) / 2;
    if (linesIn(pieces, middle / size) > lines) narrow = middle;
    else wide = middle;
  }
  return Math.min(width, Math.ceil(wide * SLACK));
}
