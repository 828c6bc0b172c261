import type { TextPlace } from '../paste/problem';
import type { Repair } from '../paste/repair';
import type { Meaning } from './names';
import { wordAt } from './dictionary';
import { plainTextOf } from './plain-text';
import { withoutRemarks } from './remarks';
import type { Time } from './times';
import { timeAt } from './times';

/** What separates a token from the one before. A longer one stands for several. */
export type Separator = 'none' | 'blank' | 'comma' | 'dot' | 'colon';

/** A word, a time or anything else in a text, with what stood there. */
export type Token = TextPlace & {
  readonly text: string;
  readonly after: Separator;
  /** Whether the end of a line divides it. */
  readonly isDivided: boolean;
} & (
    | Meaning
    | {
        readonly kind: 'time';
        readonly seconds: number;
        readonly isInSeconds: boolean;
        readonly isClock: boolean;
      }
    /** A number without a unit, or one that is none. */
    | { readonly kind: 'number' }
    /** Any other word. */
    | { readonly kind: 'unknown' }
  );

/** A line, or a sentence of a line. */
export interface Unit {
  readonly tokens: readonly Token[];
  /** Whether a colon stands after the last token. */
  readonly endsInColon: boolean;
}

/** A token, or a sign between tokens. */
export type Piece =
  Token | { readonly kind: 'mark' | 'end' | 'quote' | 'open' | 'close'; readonly text: string };

/** Whether a word means nothing by itself. */
export function isFiller({ kind }: Token): boolean {
  return kind === 'filler' || kind === 'and' || kind === 'place';
}

/** Splits a text into units, and says what was taken out of it. */
export function unitsOf(text: string): { readonly units: readonly Unit[]; readonly repairs: Set<Repair> } {
  const plain = plainTextOf(text);
  const repairs = new Set(plain.repairs);
  const pieces: Piece[] = [];
  let marks = '';
  for (let at = 0; at < plain.text.length;) {
    const rest = plain.text.slice(at);
    const found =
      strokeAt(rest, marks, pieces) ?? toneAt(rest) ?? tokenAt(rest) ?? markAt(rest) ?? unknownAt(rest);
    const signs = plain.signs.slice(at, at + found.length);
    const seen = signs
      .map((sign) => sign.seen)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const [{ line, sign } = { line: 1, sign: 1 }] = signs;
    at += found.length;
    if ('mark' in found) {
      pieces.push({ kind: found.mark, text: rest.slice(0, found.length) });
      marks += rest.slice(0, found.length);
    } else {
      const isDivided = rest.slice(0, found.length).includes('\n');
      pieces.push({ line, sign, text: seen, after: separatorOf(marks), isDivided, ...found.is });
      marks = '';
    }
  }
  const kept = withoutRemarks(pieces, repairs);
  if (kept.some(({ kind, text: mark }) => kind === 'quote' && mark !== '|')) repairs.add('quotes');
  return { units: split(kept), repairs };
}

function separatorOf(marks: string): Separator {
  if (marks === '') return 'none';
  if (/[:=]/.test(marks)) return 'colon';
  if (/[·→]/.test(marks)) return 'dot';
  return /[,;、/|.\n]/.test(marks) ? 'comma' : 'blank';
}

type Found =
  | { readonly length: number; readonly is: Meaning | { readonly kind: 'number' | 'unknown' } | TimeKind }
  | { readonly length: number; readonly mark: 'mark' | 'end' | 'quote' | 'open' | 'close' };
type TimeKind = { readonly kind: 'time'; readonly isClock: boolean; readonly seconds: number } & Pick<
  Time,
  'isInSeconds'
>;

/** A stroke in place of the zones of a leg: `Left leg: -`. */
function strokeAt(rest: string, marks: string, pieces: readonly Piece[]): Found | undefined {
  const stroke = /:[ \t]*$/.test(marks) ? /^-+(?=[ \t]*(?:[,;，；。]|$|\n))/.exec(rest)?.[0] : undefined;
  const last = [...pieces].reverse().find(({ kind }) => kind !== 'mark');
  const isForLeg = last?.kind === 'legs' || last?.kind === 'otherLeg';
  return stroke !== undefined && isForLeg ? { length: stroke.length, is: { kind: 'off' } } : undefined;
}

/** A wave at the end of a clause, where it is no more than a tone of voice; `~~` crosses out. */
function toneAt(rest: string): Found | undefined {
  const wave = /^(?:[～〜]+|~(?!~)|~{3,})(?=[ \t]*(?:$|\n|[,;!?)，、。！？]|\.(?:\s|$)))/.exec(rest)?.[0];
  return wave === undefined ? undefined : { length: wave.length, mark: 'mark' };
}

function tokenAt(rest: string): Found | undefined {
  const time = timeAt(rest);
  if (time) {
    const { length, seconds, isInSeconds } = time;
    if (seconds === undefined) return { length, is: { kind: 'number' } };
    const isClock = /^\d{1,2}:\d\d$/.test(rest.slice(0, length));
    return { length, is: { kind: 'time', seconds, isInSeconds, isClock } };
  }
  const number = /^\d[a-z0-9]*(?:[.,:/]\d+)*/.exec(rest)?.[0];
  if (number !== undefined) return { length: number.length, is: { kind: 'number' } };
  const initial = /^[lr](?=[ \t]*[:=])/.exec(rest)?.[0];
  if (initial !== undefined) {
    return { length: 1, is: { kind: 'legs', legs: [initial === 'l' ? 'left' : 'right'] } };
  }
  const word = wordAt(rest);
  return word && { length: word.length, is: word.meaning };
}

function markAt(rest: string): Found | undefined {
  const end = /^(?:[.!?…]+(?=\s|$|["'”’)])|[。！？]|\n)/.exec(rest)?.[0];
  if (end !== undefined) return { length: end.length, mark: 'end' };
  const arrow = /^(?:-+>|=+>|→|>>)/.exec(rest)?.[0];
  if (arrow !== undefined) return { length: arrow.length, mark: 'mark' };
  const picture = /^(?:[\uD83C-\uD83E][\uDC00-\uDFFF]|[\u2600-\u27BF]|\uFE0F)+/.exec(rest)?.[0];
  if (picture !== undefined) return { length: picture.length, mark: 'mark' };
  const sign = rest.charAt(0);
  if (/["'`“”„‟‚‛«»‹›「」『』〝〞]/.test(sign)) return { length: 1, mark: 'quote' };
  if (sign === '(' || sign === ')') return { length: 1, mark: sign === '(' ? 'open' : 'close' };
  return /[\s,.:=;、\-–—/|!?·…[\]{}]/.test(sign) ? { length: 1, mark: 'mark' } : undefined;
}

/** A word that is not known. Chinese words are not divided, so that each character is looked at. */
function unknownAt(rest: string): Found {
  const word = /^(?:[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[\p{L}\p{N}])+(?:'[a-z]+)*)/u.exec(rest)?.[0];
  return { length: word?.length ?? (/^[\uD800-\uDBFF]/.test(rest) ? 2 : 1), is: { kind: 'unknown' } };
}

function split(pieces: readonly Piece[]): readonly Unit[] {
  const units: Unit[] = [];
  let [tokens, endsInColon]: [Token[], boolean] = [[], false];
  const end = (): void => {
    if (tokens.length > 0) units.push({ tokens, endsInColon });
    [tokens, endsInColon] = [[], false];
  };
  pieces.forEach((piece) => {
    if (piece.kind === 'end') end();
    else if ('line' in piece) {
      tokens.push(piece);
      endsInColon = false;
    } else if (/[:=]/.test(piece.text)) endsInColon = true;
  });
  end();
  return units;
}
