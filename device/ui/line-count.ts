/** How wide a character is at most on the average of a sentence, in parts of the text size: Latin, and Chinese. */
const WIDTH = { latin: 0.52, chinese: 1 } as const;

/** The part of a line that words fill, since they are not parted. */
const FILLED = 0.88;

/**
 * How many lines a text of this size is likely to need in this width, rather more than fewer. Nobody measures text without a
 * widget, and large text is laid out before there is one.
 */
export function linesOf(words: string, size: number, width: number): number {
  let long = 0;
  for (const character of words) long += character > '\u2e7f' ? WIDTH.chinese : WIDTH.latin;
  return Math.max(1, Math.ceil((long * size) / (width * FILLED)));
}
