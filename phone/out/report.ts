/** The width of plain text for printing. A Chinese character is as wide as two Latin ones. */
export const REPORT_WIDTH = 72;
export const REPORT_LINES = 40;

/** The width of a text, in columns. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (isWide(sign) ? 2 : 1), 0);
}

/** Whether a character is wide in a terminal font: East Asian characters and their punctuation, and emoji. */
function isWide(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xffef && code !== 0xfeff) ||
    code >= 0x1f000
  );
}

/** The indent of every line after the first. */
const INDENT = '    ';

/**
 * A word or a wide character, with the signs that may not be parted from it: opening ones before it, closing ones after
 * it, which must not begin a line, and a percent sign after a space.
 */
const PIECES =
  /[（【《〈「『“‘([{]*(?:[\u2e80-\uffef\u{1f000}-\u{10ffff}]|[^\s\u2e80-\uffef\u{1f000}-\u{10ffff}]+(?: %)?)[，。、：；！？）】》〉」』％”’),.;:!?%\]}]*|\s+/gu;

/** Breaks a text into lines of `REPORT_WIDTH`, indented after the first, between words or after a wide character. */
export function wrapped(text: string): readonly string[] {
  const pieces = text.match(PIECES) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces.flatMap(chopped)) {
    if (widthOf(line + piece) <= REPORT_WIDTH) {
      line += piece;
      continue;
    }
    lines.push(line.trimEnd());
    line = `${INDENT}${piece.trim()}`;
  }
  return [...lines, line.trimEnd()];
}

/** Splits a long word into pieces between which a line may be broken. */
function chopped(piece: string): readonly string[] {
  const signs = Array.from(piece);
  const size = REPORT_WIDTH / 4;
  if (signs.length <= size) return [piece];
  return Array.from({ length: Math.ceil(signs.length / size) }, (_, at) =>
    signs.slice(at * size, (at + 1) * size).join(''),
  );
}

/**
 * A report of one page: `head` and `foot` in full, and as much of `middle` as fits; `more` is shown in place of the
 * rest.
 */
export function onePage(
  head: readonly string[],
  middle: readonly string[],
  foot: readonly string[],
  more: string,
): string {
  const [first, last] = [head.flatMap(wrapped), foot.flatMap(wrapped)];
  const room = REPORT_LINES - first.length - last.length;
  const lines = middle.flatMap(wrapped);
  const shown =
    lines.length <= room ? lines : [...lines.slice(0, Math.max(0, room - 1)), ...wrapped(more).slice(0, 1)];
  return `${[...first, ...shown, ...last].slice(0, REPORT_LINES).join('\n')}\n`;
}
