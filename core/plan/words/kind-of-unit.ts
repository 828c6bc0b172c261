import { exclusionIn } from './exclusions';
import { hasSequence } from './sequences';
import type { Token, Unit } from './tokens';
import { isFiller } from './tokens';

/**
 * What a unit is: a part of the plan; `totals`, which tell how long the plan takes; or `prose`, which stands around the
 * plan. `isOpen` if zones may follow the lines before, `isWaiting` if something has to follow.
 */
export type KindOfUnit = 'plan' | 'totals' | 'prose';

export function kindOfUnit(unit: Unit, isOpen: boolean, isWaiting: boolean, isAfterLeg: boolean): KindOfUnit {
  const { tokens } = unit;
  if (isTotals(tokens)) return 'totals';
  const isPlan =
    isWaiting ||
    has(tokens, 'order') ||
    hasSequence(unit) ||
    (has(tokens, 'zones') && tokens.some(isNumber)) ||
    (isOpen && tellsOfZones(unit)) ||
    tellsOfLegs(unit) ||
    tellsOfExclusion(unit, isOpen, isAfterLeg) ||
    (isAfterLeg && tellsOfTime(tokens)) ||
    tellsOfPart(unit) ||
    (isAfterLeg && isUnknownPart(tokens));
  return isPlan ? 'plan' : 'prose';
}

/**
 * Whether prose takes back something of the plan, such as "not the right leg", or leaves it open, such as a line with
 * "or" alone. Returns the word that does.
 */
export function denialIn({ tokens }: Unit): Token | undefined {
  // Without a word of another kind, it can only be about the plan.
  if (!has(tokens, 'unknown') && has(tokens, 'doubt')) return tokens.find(({ kind }) => kind === 'doubt');
  const isAbout = tokens.some(({ kind }) => /^(?:legs|otherLeg|zones|part|same)$/.test(kind));
  return isAbout ? tokens.find((token) => isDenial(token) || tellsOfOrder(tokens, token)) : undefined;
}

/**
 * The leg of which prose tells, as in "Right leg as usual", which may be a part of the plan that is not understood.
 * "Left" and "right" alone are other words, too, except at the beginning.
 */
export function legIn({ tokens }: Unit): (Token & { readonly kind: 'legs' }) | undefined {
  const first = tokens.find((token) => !isFiller(token));
  return tokens.find(
    (token): token is Token & { readonly kind: 'legs' } =>
      token.kind === 'legs' && (token === first || !/^(?:left|right|both|左|右)$/i.test(token.text)),
  );
}

/** Whether prose speaks of the leg that is not named: "and the other side too, dear", "repeat, dear". */
export function otherLegIn({ tokens }: Unit): Token | undefined {
  return tokens.find(
    ({ kind, text }) =>
      kind === 'otherLeg' ||
      (kind === 'same' && !/^(?:again|once more|再一[次遍]|再来一[次遍])$/i.test(text)),
  );
}

/** A time, or an attempt to write one. */
export function isNumber({ kind }: Token): boolean {
  return kind === 'time' || kind === 'number';
}

/** Whether a word such as "before" tells which of two legs or zones comes first. */
function tellsOfOrder(tokens: readonly Token[], { kind }: Token): boolean {
  return (
    kind === 'before' && tokens.filter((token) => /^(?:legs|otherLeg|zones)$/.test(token.kind)).length > 1
  );
}

function denies(token: Token): boolean {
  return token.kind === 'doubt' && token.denies;
}

/** `In all: 10 min`, or `Left leg → Right leg · 10 min` as on the phone's page. */
function isTotals(tokens: readonly Token[]): boolean {
  if (!has(tokens, 'time') || has(tokens, 'zones') || has(tokens, 'part')) return false;
  const isSummary =
    tokens.every(({ kind }) => kind === 'legs' || kind === 'time') &&
    tokens.some(({ after }) => after === 'dot');
  return isSummary || (has(tokens, 'total') && !has(tokens, 'legs') && !has(tokens, 'number'));
}

/** A line such as `knee`, `knee, left leg`, `knee: gentle` or `1:00` goes on with the zones of a leg. */
function tellsOfZones({ tokens, endsInColon }: Unit): boolean {
  const rest = tokens.filter((token) => !isFiller(token) && token.kind !== 'each');
  const [first] = rest;
  if (first?.kind !== 'zones') return rest.every(isNumber) && rest.some(hasUnit);
  const isOnly = rest.every(({ kind }) => /^(?:zones|off|legs|otherLeg)$/.test(kind));
  return isOnly || isColonAfter(tokens, first, endsInColon);
}

/** Whether it is a time, or a number that looks like one. */
function hasUnit({ kind, text }: Token): boolean {
  return kind === 'time' || /:|min|分/.test(text);
}

/** "Right leg: no knee", or "no knee" while zones may follow. */
function tellsOfExclusion(unit: Unit, isOpen: boolean, isAfterLeg: boolean): boolean {
  const exclusion = exclusionIn(unit);
  return exclusion !== undefined && (exclusion.leg ? isAfterLeg : isOpen);
}

function tellsOfLegs({ tokens, endsInColon }: Unit): boolean {
  const isBare = tokens.every(
    (token) => /^(?:legs|otherLeg|same|each|before)$/.test(token.kind) || isFiller(token),
  );
  const legs = tokens.filter(({ kind }) => kind === 'legs' || kind === 'otherLeg');
  if (legs.length === 0) return isBare && has(tokens, 'same');
  if (isBare || isLeftOut(tokens) || (has(tokens, 'same') && !has(tokens, 'unknown'))) return true;
  // "Here is the plan for the left leg:" leads to it, "your left leg needs this:" tells of it.
  return legs.some((leg) => isColonAfter(tokens, leg, endsInColon));
}

/** "2 min left leg", with no other word, after a leg: a time that belongs to nothing. */
function tellsOfTime(tokens: readonly Token[]): boolean {
  const isOnly = tokens.every(
    (token) => token.kind === 'legs' || token.kind === 'otherLeg' || isNumber(token) || isFiller(token),
  );
  return isOnly && has(tokens, 'legs') && tokens.some(isNumber);
}

/** "Left leg none", with no other word, or with a reason: "Left leg none, it still hurts". */
function isLeftOut(tokens: readonly Token[]): boolean {
  const [leg, word, ...others] = tokens.filter((token) => !isFiller(token));
  const isLeg = leg?.kind === 'legs' || leg?.kind === 'otherLeg';
  if (!isLeg || word === undefined || !isDenial(word)) return false;
  const [first] = tokens.slice(tokens.indexOf(word) + 1);
  return others.length === 0 || (first?.after === 'comma' && others.every(({ kind }) => kind === 'unknown'));
}

/** Whether a word says that something is not to be done. */
function isDenial(token: Token): boolean {
  return token.kind === 'off' || denies(token);
}

function tellsOfPart({ tokens, endsInColon }: Unit): boolean {
  const part = tokens.find(({ kind }) => kind === 'part');
  if (!part) return false;
  const isBare = tokens.every((token) => /^(?:part|off|each)$/.test(token.kind) || isFiller(token));
  return isBare || tokens.some(isNumber) || isColonAfter(tokens, part, endsInColon);
}

/** A line such as `Remindr: 0:30` is a misspelt part of the plan, not surrounding text. */
function isUnknownPart(tokens: readonly Token[]): boolean {
  const value = tokens[tokens.length - 1];
  const isValue = value?.kind === 'time' || value?.kind === 'off';
  return isValue && value.after === 'colon' && tokens.slice(0, -1).every(({ after }) => after !== 'colon');
}

function isColonAfter(tokens: readonly Token[], token: Token, endsInColon: boolean): boolean {
  const rest = tokens.slice(tokens.indexOf(token) + 1);
  const next = rest.findIndex((one) => one.after === 'colon' || !isFiller(one));
  return next < 0 ? endsInColon : rest[next]?.after === 'colon';
}

function has(tokens: readonly Token[], wanted: Token['kind']): boolean {
  return tokens.some(({ kind }) => kind === wanted);
}
