import type { TextPlace } from './problem';

/**
 * Invisible characters that a phone, a chat or a mail puts into a text: those that Unicode says to ignore if they cannot
 * be shown, such as signs of direction and variants of a character, and the place of an attachment. Written as they
 * stand within the brackets of a pattern.
 */
export const INVISIBLE_SIGNS = '\\p{Default_Ignorable_Code_Point}\\uFFFC';

const INVISIBLE = new RegExp(`[${INVISIBLE_SIGNS}]`, 'u');

/** White space that JSON does not accept. */
const ODD_BLANK = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u2028\u2029\u0085\v\f]/;

const BLANK = /[ \t\r\n]/;

/** Every character that a keyboard or program uses as a quotation mark. */
const QUOTES =
  /["'`\u00AB\u00B4\u00BB\u2018-\u201F\u2032-\u2036\u2039\u203A\u300C-\u300F\u301D-\u301F\uFF02\uFF07]/;

/** Characters of other keyboards that stand for one of JSON. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '、': ',',
  '；': ',',
  ';': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '．': '.',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '－': '-',
};

export function isInvisible(sign: string): boolean {
  return INVISIBLE.test(sign);
}

export function isOddBlank(sign: string): boolean {
  return ODD_BLANK.test(sign);
}

export function isBlank(sign: string): boolean {
  return BLANK.test(sign);
}

export function isQuote(sign: string): boolean {
  return QUOTES.test(sign);
}

/** The JSON character, letter or digit that a character stands for; usually the character itself. */
export function plainSign(sign: string): string {
  if (WIDE.test(sign)) return String.fromCharCode(sign.charCodeAt(0) - WIDER_BY);
  return STANDS_FOR[sign] ?? sign;
}

/** Digits and letters as wide as a Chinese character, and how much higher their codes are. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ]/;
const WIDER_BY = 0xfee0;

/** The position of a character index. Line ends of every system count once. */
export function placeAt(text: string, index: number): TextPlace {
  const lines = text.slice(0, index).split(/\r\n|\r|\n/);
  const before = lines.slice(-1).join('');
  return { line: lines.length, sign: Array.from(before).filter((sign) => !isInvisible(sign)).length + 1 };
}

/** The word or character at an index, as a message can quote it. */
export function foundAt(text: string, index: number): string {
  const word = /^[\p{L}\p{N}_]+/u.exec(text.slice(index, index + LONGEST_FOUND))?.[0];
  const sign =
    word ??
    Array.from(text.slice(index, index + 2))
      .slice(0, 1)
      .join('');
  const isSeen = /^[\p{L}\p{N}\p{P}\p{S}]/u.test(sign);
  return isSeen ? sign : `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const LONGEST_FOUND = 20;
