import { isInvisible, isOddBlank, plainSign } from '../paste/signs';
import type { Meaning } from './names';
import { WORDS } from './names';

/** A token of a line; `sign` counts visible characters from 1. */
export type Token = { readonly sign: number; readonly text: string } & (
  | Meaning
  | { readonly kind: 'time'; readonly seconds: number }
  /** A separator; `isColon` if it separates a name from its value. */
  | { readonly kind: 'mark'; readonly isColon: boolean }
  /** Anything else: an unknown word, or a number that may be seconds or minutes. */
  | { readonly kind: 'unknown' }
);

/** Splits a line into tokens. Skips white space and what a mail or a list puts at the start of a line. */
export function tokensOf(line: string): readonly Token[] {
  const signs = Array.from(line).filter((sign) => !isInvisible(sign));
  const plain = signs.map((sign) => (isOddBlank(sign) ? ' ' : plainSign(sign).toLowerCase())).join('');
  const tokens: Token[] = [];
  let at = plain.length - plain.replace(LEAD, '').length;
  while (at < plain.length) {
    const rest = plain.slice(at);
    const token = timeIn(rest) ?? wordIn(rest) ?? markIn(rest) ?? unknownIn(rest);
    const text = signs.slice(at, at + token.length).join('');
    if (token.is.kind !== 'mark' || text.trim() !== '') tokens.push({ sign: at + 1, text, ...token.is });
    at += token.length;
  }
  return tokens;
}

/** `> ` or a list marker. */
const LEAD = /^[\s>]*(?:[-*•·–]\s+|\d{1,2}[.)]\s+)?/;

interface Found {
  readonly length: number;
  readonly is:
    | Meaning
    | { readonly kind: 'time'; readonly seconds: number }
    | { readonly kind: 'mark'; readonly isColon: boolean }
    | { readonly kind: 'unknown' };
}

const MINUTES = '(?:minutes?|mins?|m|分钟|分)\\.?';
const SECONDS = '(?:seconds?|secs?|s|秒钟?)\\.?';
const END = '(?![a-z0-9])';

/** The ways to write a time, with the groups that hold minutes and seconds. */
const TIMES: readonly (readonly [form: RegExp, minutes: number, seconds: number])[] = [
  [new RegExp(`^(\\d{1,3}):(\\d\\d)(?:\\s*${MINUTES})?${END}(?!:)`), 1, 2],
  [new RegExp(`^(\\d{1,3})\\s*['′’]\\s*(\\d{1,2})\\s*["″”]`), 1, 2],
  [new RegExp(`^(\\d{1,3})\\s*${MINUTES}\\s*(\\d{1,2})\\s*(?:${SECONDS})?${END}`), 1, 2],
  [new RegExp(`^(\\d{1,3}(?:[.,][05])?)\\s*${MINUTES}${END}`), 1, 0],
  [new RegExp(`^(\\d{1,4})\\s*${SECONDS}${END}`), 0, 1],
];

function timeIn(rest: string): Found | undefined {
  for (const [form, minutesAt, secondsAt] of TIMES) {
    const found = form.exec(rest);
    const [minutes, seconds] = [minutesAt, secondsAt].map((at) =>
      at === 0 ? 0 : Number(found?.[at]?.replace(',', '.') ?? 0),
    );
    if (!found || minutes === undefined || seconds === undefined) continue;
    if (minutesAt > 0 && seconds > 59) return undefined;
    return { length: found[0].length, is: { kind: 'time', seconds: minutes * 60 + seconds } };
  }
  return undefined;
}

function wordIn(rest: string): Found | undefined {
  const found = WORDS.find(
    ([word]) => rest.startsWith(word) && !/^[a-z]/.test(/[a-z]$/.test(word) ? rest.slice(word.length) : ''),
  );
  return found && { length: found[0].length, is: found[1] };
}

function markIn(rest: string): Found | undefined {
  const length = /^[\s,.:=()\-–—/+&|!]+/.exec(rest)?.[0].length;
  return length === undefined
    ? undefined
    : { length, is: { kind: 'mark', isColon: /[:=]/.test(rest.slice(0, length)) } };
}

function unknownIn(rest: string): Found {
  return { length: /^[\p{L}\p{N}]+/u.exec(rest)?.[0].length ?? 1, is: { kind: 'unknown' } };
}
