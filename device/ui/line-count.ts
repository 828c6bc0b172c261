/** The maximum average width of a character in a sentence, as a multiple of the text size, for Latin and Chinese. */
const WIDTH = { latin: 0.52, chinese: 1 } as const;

/** The fraction of a line that is filled, since words are not split. */
const FILLED = 0.88;

/**
 * How many lines a text of this size probably needs in this width, rather too many than too few. Text cannot be
 * measured without a widget, and large text is laid out before there is one.
 */
export function linesOf(words: string, size: number, width: number): number {
  let long = 0;
  for (const character of words) long += character > '\u2e7f' ? WIDTH.chinese : WIDTH.latin;
  return Math.max(1, Math.ceil((long * size) / (width * FILLED)));
}
