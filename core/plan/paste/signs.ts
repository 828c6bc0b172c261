import type { TextPlace } from './problem';

/** Signs that a phone, a chat or a mail puts between others and nobody sees. */
const INVISIBLE = /[\uFEFF\u200B-\u200F\u202A-\u202E\u2060-\u2064\u00AD\u061C\u180E]/;

/** Blanks that are no blank to JSON. */
const ODD_BLANK = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\u2028\u2029\u0085\v\f]/;

const BLANK = /[ \t\r\n]/;

/** Every sign that a keyboard or a program sets as a quotation mark. */
const QUOTES =
  /["'`\u00AB\u00B4\u00BB\u2018-\u201F\u2032-\u2036\u2039\u203A\u300C-\u300F\u301D-\u301F\uFF02\uFF07]/;

/** Signs of other keyboards that stand for one of JSON. */
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

/** The sign of JSON, or the digit, that a sign stands for: itself for most. */
export function plainSign(sign: string): string {
  const code = sign.charCodeAt(0);
  const isWideDigit = code >= 0xff10 && code <= 0xff19;
  return isWideDigit ? String(code - 0xff10) : (STANDS_FOR[sign] ?? sign);
}

/** Where the sign at an index stands. Line ends of every system count once. */
export function placeAt(text: string, index: number): TextPlace {
  const lines = text.slice(0, index).split(/\r\n|\r|\n/);
  const before = lines.slice(-1).join('');
  return { line: lines.length, sign: Array.from(before).filter((sign) => !isInvisible(sign)).length + 1 };
}

/** The word or sign that stands at an index, as one can tell it in a sentence. */
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
