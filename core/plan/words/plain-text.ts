import { withPlainSigns } from '../../wide-signs';
import type { TextPlace } from '../paste/problem';
import type { Repair } from '../paste/repair';
import { isInvisible, isOddBlank, plainSign } from '../paste/signs';
import { beginsWithHead, tellsOfPlan } from './dictionary';

/** One character of a text, with what stood there and where. */
interface Sign extends TextPlace {
  /** In lower case, as on an English keyboard. */
  readonly plain: string;
  readonly seen: string;
}

/** A text without what mails, chats and editors put into it. */
export interface PlainText {
  readonly text: string;
  readonly signs: readonly Sign[];
  readonly repairs: ReadonlySet<Repair>;
}

/**
 * Takes out invisible characters, the `>` of a mail, fences, comments, bullets, numbers of a list and emphasis. A
 * remark after `#` or `//` that could be a part of the plan stays, to be refused.
 */
export function plainTextOf(text: string): PlainText {
  const repairs = new Set<Repair>();
  let signs = signsOf(text, repairs);
  for (const { form, isMeant, keeps, repair } of TAKEN_OUT) {
    const plain = joined(signs);
    const gone = new Set<number>();
    for (const found of plain.matchAll(form)) {
      const [whole, kept = ''] = found;
      if (isMeant && !isMeant(whole, plain, found.index)) continue;
      for (let at = keeps ? kept.length : 0; at < whole.length; at += 1) gone.add(found.index + at);
      if (repair) repairs.add(repair);
    }
    signs = signs.filter((_sign, at) => !gone.has(at));
  }
  return { text: joined(signs), signs, repairs };
}

interface TakenOut {
  readonly form: RegExp;
  /** Whether a match is really meant to be taken out. */
  readonly isMeant?: (found: string, plain: string, at: number) => boolean;
  /** Whether the first group of the form stays. */
  readonly keeps?: boolean;
  readonly repair?: Repair;
}

const TAKEN_OUT: readonly TakenOut[] = [
  // The end of a line in a mail that was not decoded.
  { form: /([^=\n])=[ \t]*\n(?:[ \t]*>)*/g, keeps: true, repair: 'lineBreaks' },
  { form: /^[ \t>]*(?:`{3,}|~{3,})[ \t]*[a-z]*[ \t]*$/gm, repair: 'around' },
  { form: /^(?:[ \t]*>)+/gm, repair: 'quoting' },
  { form: /\/\*[^]*?\*\//g, repair: 'comments' },
  { form: /^[ \t]*\/\/.*$/gm, repair: 'comments' },
  { form: /^[ \t]*#+[ \t]*/gm, isMeant: isHeading, repair: 'formatting' },
  { form: /^[ \t]*#.*$/gm, isMeant: isRemark, repair: 'comments' },
  { form: /([^:\n])(?:\/\/|[ \t]#).*$/gm, isMeant: isRemark, keeps: true, repair: 'comments' },
  { form: /^[ \t]*(?:[-*•·▪◦●○■□+–—][ \t]+|[①-⑳][ \t]*)/gm },
  {
    form: /^[ \t]*(?:\(?\d{1,2}[.)](?:[ \t]+|(?=[^\d\s]))|\d{1,2}(?:、|\u20e3)[ \t]*|[一二三四五六七八九十]、)/gm,
  },
  { form: /[*_]+/g, isMeant: isEmphasis, repair: 'formatting' },
];

function isHeading(found: string, plain: string, at: number): boolean {
  const line = lineAt(plain, at + found.length);
  return beginsWithHead(line.replace(/[*_]/g, '')) && !/\d/.test(line);
}

function isRemark(found: string): boolean {
  return !tellsOfPlan(found);
}

/** Not a sign of multiplication. */
function isEmphasis(found: string, plain: string, at: number): boolean {
  return !/[\d'"]/.test(plain.charAt(at - 1)) || !/\d/.test(plain.charAt(at + found.length));
}

function lineAt(plain: string, at: number): string {
  const end = plain.indexOf('\n', at);
  return plain.slice(at, end < 0 ? plain.length : end);
}

function signsOf(text: string, repairs: Set<Repair>): readonly Sign[] {
  const signs: Sign[] = [];
  let [line, sign] = [1, 1];
  for (const seen of text.replace(/\r\n?|[\u2028\u2029]/g, '\n')) {
    if (isInvisible(seen)) {
      repairs.add('invisible');
      continue;
    }
    plainOf(seen, repairs).forEach((plain, at) =>
      signs.push({ plain, seen: at === 0 ? seen : '', line, sign }),
    );
    [line, sign] = seen === '\n' ? [line + 1, 1] : [line, sign + 1];
  }
  return signs;
}

/** A character as on an English keyboard, split into units of a string. */
function plainOf(seen: string, repairs: Set<Repair>): readonly string[] {
  if (isOddBlank(seen)) {
    repairs.add('invisible');
    return [' '];
  }
  const narrow = withPlainSigns(seen);
  const isWide = narrow !== seen;
  if (isWide && /[０-９Ａ-Ｚａ-ｚ]/.test(seen)) repairs.add('otherSigns');
  if (seen === '‘' || seen === '’') return ["'"];
  // Not the comma of a number, and not the sign that crosses out if it is doubled.
  const plain = seen === '、' || seen === '～' ? seen : isWide ? narrow : plainSign(seen);
  const lower = plain.toLowerCase();
  return (lower.length === seen.length ? lower : plain).split('');
}

function joined(signs: readonly Sign[]): string {
  return signs.map(({ plain }) => plain).join('');
}
