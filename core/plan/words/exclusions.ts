import { before, isApart, joins } from './neighbours';
import type { Token, Unit } from './tokens';
import { isFiller } from './tokens';

export type LegsToken = Token & { readonly kind: 'legs' };
export type ZonesToken = Token & { readonly kind: 'zones' };

/** Zones that are not to be done, perhaps on one leg only: "right leg: no knee". */
export interface Exclusion {
  readonly leg: LegsToken | undefined;
  readonly zones: readonly ZonesToken[];
  readonly by: Token;
}

/** The exclusion that a whole unit is, in any order of its words. */
export function exclusionIn(unit: Unit): Exclusion | undefined {
  const { tokens, endsInColon } = unit;
  const rest = tokens.filter((token) => !isFiller(token));
  const legs = rest.filter((token): token is LegsToken => token.kind === 'legs');
  const zones = rest.filter(isZone);
  const denials = rest.filter(leavesOut);
  const [[by], [leg]] = [denials, legs];
  const isWhole = rest.length === legs.length + zones.length + denials.length;
  // "No knee and ankle", or "no knee, no ankle"; "no knee, ankle" leaves open what the ankle is for.
  const isJoined = zones.slice(1).every((zone) => isJoinedToZone(unit, tokens.indexOf(zone)));
  if (!by || !isWhole || denials.length !== (isJoined ? 1 : zones.length)) return undefined;
  if (zones.length === 0 || legs.length > 1 || endsInColon) return undefined;
  return leg && leg.legs.length > 1 ? undefined : { leg, zones, by };
}

/** The zone that a word such as "no" leaves out: "no knee", unless a time follows. */
export function zoneLeftOut(unit: Unit, at: number): ZonesToken | undefined {
  const { tokens } = unit;
  const by = tokens[at];
  const zoneAt = tokens.findIndex((token, index) => index > at && !isFiller(token));
  const zone = tokens[zoneAt];
  if (!by || !leavesOut(by) || !zone || !isZone(zone) || isApart(unit, at, zoneAt)) return undefined;
  const following = tokens.findIndex((token, index) => index > zoneAt && !isFiller(token));
  const isOver = following < 0 || isApart(unit, zoneAt, following);
  return isOver && tokens[following]?.kind !== 'time' ? zone : undefined;
}

function isJoinedToZone(unit: Unit, at: number): boolean {
  return before(unit, at)?.kind === 'zones' && joins(unit, at);
}

/** Whether it names one zone. */
function isZone(token: Token): token is ZonesToken {
  return token.kind === 'zones' && token.zones.length === 1;
}

/** Whether it is a plain word for leaving out. "Not" and "except" may deny something else of a sentence. */
function leavesOut({ kind, text }: Token): boolean {
  return kind === 'off' || (kind === 'doubt' && LEAVES_OUT.test(text));
}

const LEAVES_OUT = /^(?:skip|omit|avoid|leave\s+out|don't|dont|不做|不按|别|跳过|避开)$/i;
