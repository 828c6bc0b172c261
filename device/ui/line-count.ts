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

/** Text that is not broken: a word, a space, or a Chinese character with the punctuation after it. */
const PIECES =
  /[\u2e80-\uffff][\u3001\u3002\uff01-\uff1f]*|[^ \u2e80-\uffff]+[\u3001\u3002\uff01-\uff1f]*| /g;

function widthOf(piece: string): number {
  let width = 0;
  for (const character of piece) {
    if (character > '\u2e7f') width += CHINESE;
    else width += WIDTHS.find(([characters]) => characters.includes(character))?.[1] ?? USUAL;
  }
  return width;
}

/** How many lines pieces of these widths need; a space at the end of a line takes no room, a long word is broken. */
function linesIn(pieces: readonly Piece[], room: number): number {
  let [lines, used] = [1, 0];
  for (const { isSpace, width } of pieces) {
    if (!isSpace && used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    if (width > room) lines += Math.floor(width / room);
    used += width;
  }
  return lines;
}

interface Piece {
  readonly isSpace: boolean;
  readonly width: number;
}

function piecesOf(words: string): readonly Piece[] {
  return (words.match(PIECES) ?? []).map((piece) => ({ isSpace: piece === ' ', width: widthOf(piece) }));
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
  return Math.ceil(piecesOf(words).reduce((sum, { width }) => sum + width, 0) * size * SLACK);
}

/** By how much the fonts of a watch may be wider. */
const SLACK = 1.04;

/**
 * The least width, at most `width`, in which a text has as few lines: then no word stands alone in the last. A text that
 * may fit in one line keeps its width (in Chinese that is known, as all characters are alike), and so does one that
 * would need more than `most` lines, since it may need less.
 */
export function balancedWidth(words: string, size: number, width: number, most = Infinity): number {
  const pieces = piecesOf(words);
  const lines = linesIn(pieces, width / size);
  const slack = words > '\u2e7f' ? 1 : SLACK;
  const mayNeedOne = linesIn(pieces, (width * slack) / size) === 1;
  if (mayNeedOne || lines > most || pieces.some((piece) => piece.width * size > width)) return width;
  let [narrow, wide] = [width / 2, width];
  while (wide - narrow > size / 4) {
    const middle = (narrow + wide) / 2;
    if (linesIn(pieces, middle / size) > lines) narrow = middle;
    else wide = middle;
  }
  return Math.min(width, Math.ceil(wide * SLACK));
}
