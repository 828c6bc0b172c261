import { ZONES } from '../../body';
import type { Plan } from '../plan';
import { isApart, leadsToPart } from './neighbours';
import type { Token, Unit } from './tokens';
import { isFiller } from './tokens';

type ZoneToken = Token & { readonly kind: 'zones' };

/** Zones in the order in which they are to be done, as in "first the knee, then the ankle". */
export interface Sequence {
  readonly token: Token;
  readonly zones: readonly ZoneToken[];
  /** The index of what follows it in its unit. */
  readonly end: number;
}

/** The sequence that begins at a token, unless it is a list of zones that have times. */
export function sequenceAt(unit: Unit, at: number): Sequence | undefined {
  const { tokens, endsInColon } = unit;
  const found = tokens.slice(at).findIndex((one) => one.kind !== 'zones' && !isBetween(one));
  const end = found < 0 ? tokens.length : at + found;
  const inner = tokens.slice(at, end);
  const [token] = inner;
  if (!token || endsInColon || !SEQUENCE.test(inner.map(letterOf).join(''))) return undefined;
  const zones = inner.filter((one): one is ZoneToken => one.kind === 'zones');
  const isPlain = zones.every((one) => one.zones.length === 1);
  return isPlain && isOver(unit, at + inner.map(({ kind }) => kind).lastIndexOf('zones'), end)
    ? { token, zones, end }
    : undefined;
}

/**
 * The letters of a sequence: `f`irst, a `z`one, `t`hen, `b`efore. Without "first", only "before" tells of an order:
 * "ankle, then calf" may lead to a time for each.
 */
const SEQUENCE = /^(?:f[^z]*z[^z]*[tb]|z[^z]*b)[^z]*z(?:[^z]*[tb][^z]*z)*[^z]*$/;

function letterOf(token: Token): string {
  if (token.kind === 'zones') return 'z';
  if (token.kind === 'before') return 'b';
  if (THEN.test(token.text)) return 't';
  return token.kind === 'place' ? 'f' : '-';
}

/** Whether a unit tells in which order zones are done. */
export function hasSequence(unit: Unit): boolean {
  return unit.tokens.some((_token, at) => sequenceAt(unit, at) !== undefined);
}

/** Whether a plan does the zones in this order. */
export function isFollowed({ zones }: Sequence, { zoneOrder }: Plan): boolean {
  const places = zones.flatMap((token) => token.zones.map((zone) => ZONES.indexOf(zone)));
  const sorted = [...new Set(places)].sort((one, other) =>
    zoneOrder === 'upward' ? one - other : other - one,
  );
  return places.join() === sorted.join();
}

const THEN =
  /^(?:then|and\s+then|next|after\s+that|afterwards|followed\s+by|finally|last|lastly|second|secondly|其次|再|再做|然后|接着|接下来|后|之后|最后)$/i;

function isBetween(token: Token): boolean {
  return isFiller(token) || (token.kind === 'before' && !token.isTurned);
}

/** Whether no time for the zones follows. */
function isOver(unit: Unit, last: number, end: number): boolean {
  const following = unit.tokens[end];
  if (!following) return true;
  if (following.kind === 'time') return isApart(unit, last, end) && leadsToPart(unit, following);
  return /^(?:part|order|legs|otherLeg)$/.test(following.kind) && isApart(unit, last, end);
}
