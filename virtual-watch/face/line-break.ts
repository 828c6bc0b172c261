/** Breaks text into lines as a watch does: between words, between Chinese characters, or anywhere. */
import type { TextStyle } from './picture';

/** The width of a piece of text in pixels. */
export type WidthOf = (text: string) => number;

export interface BrokenText {
  readonly lines: readonly string[];
  /** Whether some of the text is missing from the lines, or is too wide for them. */
  readonly cut: boolean;
  /** Whether a word had to be broken because it is wider than a line. */
  readonly wordBroken: boolean;
}

/** Half a pixel of tolerance, since widths are fractions and boxes whole pixels. */
const SLACK = 0.5;

const CJK = /[\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const CLOSING = /[，。、！？：；）」』”’》…·,.!?:;)]/;
const OPENING = /[（「『“‘《(]/;

/** Whether the text contains a Chinese character, or full-width punctuation. */
export function isCjk(text: string): boolean {
  return CJK.test(text);
}

/** Breaks `text` into lines at most `room` pixels wide. A line feed always starts a new line. */
export function breakText(text: string, style: TextStyle, room: number, widthOf: WidthOf): BrokenText {
  const parts = text.split('\n').map((paragraph) => breakParagraph(paragraph, style, room, widthOf));
  return {
    lines: parts.flatMap((part) => part.lines),
    cut: parts.some((part) => part.cut),
    wordBroken: parts.some((part) => part.wordBroken),
  };
}

function breakParagraph(text: string, style: TextStyle, room: number, widthOf: WidthOf): BrokenText {
  switch (style) {
    case 'none':
      return { lines: [text], cut: widthOf(text) > room + SLACK, wordBroken: false };
    case 'ellipsis':
      return shorten(text, room, widthOf);
    case 'wrap':
      return fill(wordsOf(text), room, widthOf);
    case 'charWrap':
      return fill(Array.from(text), room, widthOf);
  }
}

function shorten(text: string, room: number, widthOf: WidthOf): BrokenText {
  if (widthOf(text) <= room + SLACK) return { lines: [text], cut: false, wordBroken: false };
  const characters = Array.from(text);
  while (characters.length > 0 && widthOf(`${characters.join('').trimEnd()}…`) > room + SLACK)
    characters.pop();
  return { lines: [`${characters.join('').trimEnd()}…`], cut: true, wordBroken: false };
}

/**
 * Splits a text into pieces that stay together. A piece includes the spaces that follow it, which may extend past the
 * end of a line.
 */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let previous = '';
  for (const character of Array.from(text)) {
    const last = words.length - 1;
    if (previous === '' || breaksBetween(previous, character)) words.push(character);
    else words[last] = `${words[last] ?? ''}${character}`;
    previous = character;
  }
  return words;
}

function breaksBetween(before: string, after: string): boolean {
  if (after === ' ') return false;
  if (before === ' ') return true;
  if (CLOSING.test(after) || OPENING.test(before)) return false;
  return isCjk(before) || isCjk(after);
}

function fill(pieces: readonly string[], room: number, widthOf: WidthOf): BrokenText {
  const lines: string[] = [];
  let line = '';
  let wordBroken = false;
  const fits = (text: string): boolean => widthOf(text.trimEnd()) <= room + SLACK;
  for (const piece of pieces) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = piece;
    while (!fits(line) && Array.from(line).length > 1) {
      wordBroken = true;
      const head = longestHead(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line.trimEnd());
  return { lines, cut: lines.some((each) => !fits(each)), wordBroken };
}

/** The longest prefix that fits, but at least one character, to guarantee progress. */
function longestHead(text: string, fits: (text: string) => boolean): string {
  const characters = Array.from(text);
  let head = characters[0] ?? '';
  for (const character of characters.slice(1)) {
    if (!fits(head + character)) break;
    head += character;
  }
  return head;
}
