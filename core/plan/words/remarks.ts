import type { Repair } from '../paste/repair';
import { timeAt } from './times';
import { topicAmong } from './topics';
import type { Piece, Token } from './tokens';

/** Leaves out what stands in parentheses if nothing of it can belong to a plan, or if it only says a time once more. */
export function withoutRemarks(pieces: readonly Piece[], repairs: Set<Repair>): readonly Piece[] {
  const kept: Piece[] = [];
  let end = 0;
  pieces.forEach((piece, at) => {
    if (at < end) return;
    const length = piece.kind === 'open' ? pieces.slice(at).findIndex(({ kind }) => kind === 'close') : -1;
    const inner = length < 0 ? [] : pieces.slice(at + 1, at + length);
    const remark = remarkOf(inner, kept);
    if (remark === inner) {
      kept.push(piece);
      return;
    }
    if (remark.length === 0) repairs.add('comments');
    kept.push(...remark);
    end = at + length + 1;
  });
  return kept;
}

const OF_NO_WEIGHT = /^(?:unknown|filler|and|mark|quote|place)$/;

/** What has to be read of a remark: nothing, all of it, or all of it with its numbers to be refused. */
function remarkOf(inner: readonly Piece[], earlier: readonly Piece[]): readonly Piece[] {
  if (inner.length === 0) return inner;
  const time = timeBefore(earlier);
  const heavy = inner.filter(({ kind }) => !OF_NO_WEIGHT.test(kind));
  if (isTotalOfLeg(heavy, earlier))
    return heavy.flatMap((piece) => [{ ...piece, kind: 'total' }, piece] as Piece[]);
  if (topicAmong(inner.filter(isToken))) return inner;
  if (!time) return heavy.length === 0 ? [] : inner;
  if (heavy.length > 0 && heavy.every(isLightTouch) && isAfterZone(earlier)) return [];
  const rest = heavy.filter(({ kind }) => kind !== 'time' && kind !== 'number');
  if (!rest.every((piece) => isPartOf(piece, earlier))) return inner;
  const repeats = (piece: Piece): boolean => piece.kind === 'time' && piece.seconds === time.seconds;
  const isOther = heavy.some((piece) => !rest.includes(piece) && !repeats(piece)) || isNumberInWords(inner);
  if (!isOther) return [];
  return inner.map((piece) =>
    isToken(piece) && !repeats(piece) && /^(?:time|number|unknown)$/.test(piece.kind)
      ? { ...piece, kind: 'doubt', denies: true }
      : piece,
  );
}

/** Whether it is a length that stands directly after a leg, such as "Left leg (5 min): …": what its zones take in all. */
function isTotalOfLeg(heavy: readonly Piece[], earlier: readonly Piece[]): boolean {
  const [only, ...more] = heavy;
  const head = [...earlier].reverse().find(({ kind }) => kind !== 'filler' && kind !== 'mark');
  return only?.kind === 'time' && more.length === 0 && head?.kind === 'legs';
}

/** Words that tell how to do a zone, or what a reminder is about. */
function isLightTouch({ kind, text }: Piece): boolean {
  return kind === 'part' && /^(?:light\s+touch|轻触|轻一点)$/i.test(text);
}

/** Whether the last time stands directly after a zone. */
function isAfterZone(earlier: readonly Piece[]): boolean {
  const words = earlier.filter(isToken);
  return words[words.length - 2]?.kind === 'zones';
}

/** The time that stands directly before a remark. */
function timeBefore(earlier: readonly Piece[]): (Token & { readonly kind: 'time' }) | undefined {
  const last = [...earlier].reverse().find(({ kind }) => kind !== 'mark' && kind !== 'quote');
  return last?.kind === 'time' ? last : undefined;
}

/** Whether it names the part of the plan again to which the time before belongs. */
function isPartOf(piece: Piece, earlier: readonly Piece[]): boolean {
  const head = [...earlier].reverse().find(({ kind }) => /^(?:part|zones|legs|otherLeg)$/.test(kind));
  return piece.kind === 'part' && head?.kind === 'part' && head.part === piece.part;
}

/** Whether its words are a number without a unit, such as "thirty" or 三十. */
function isNumberInWords(inner: readonly Piece[]): boolean {
  const words = inner.filter(({ kind }) => kind === 'unknown').map(({ text }) => text.toLowerCase());
  return words.length > 0 && words.every((word) => timeAt(`${word} s`) ?? timeAt(`${word}秒`));
}

function isToken(piece: Piece): piece is Token {
  return 'line' in piece;
}
