import type { Token, Unit } from './tokens';
import { isFiller } from './tokens';

/** The next token that is not a filler. */
export function next({ tokens }: Unit, at: number): Token | undefined {
  return tokens.slice(at + 1).find((token) => !isFiller(token));
}

/** The previous token that is not a filler, or a word such as "before". */
export function before(unit: Unit, at: number): Token | undefined {
  return unit.tokens[previous(unit, at)];
}

/** Its index; -1 if there is none. */
export function previous({ tokens }: Unit, at: number): number {
  let index = at - 1;
  for (
    let token = tokens[index];
    token && (isFiller(token) || token.kind === 'before');
    token = tokens[index]
  )
    index -= 1;
  return index;
}

/** Whether a comma or the like stands between two tokens. */
export function isApart({ tokens }: Unit, from: number, to: number): boolean {
  return tokens.slice(from + 1, to + 1).some(({ after }) => after === 'comma' || after === 'dot');
}

/** Whether a word such as "and" joins a token to the one before. */
export function joins(unit: Unit, at: number): boolean {
  const between = unit.tokens.slice(previous(unit, at) + 1, at + 1);
  const isClose = between.every(({ after }) => after === 'none' || after === 'blank');
  return isClose && between.some((token) => token.kind === 'and' || isBefore(token));
}

/** "The right leg before the left" joins them as "and" does. */
function isBefore(token: Token): boolean {
  return token.kind === 'before' && !token.isTurned;
}

/** Whether a time stands before its part, as in "15 s to change legs". */
export function leadsToPart(unit: Unit, time: Token): boolean {
  return next(unit, unit.tokens.indexOf(time))?.kind === 'part';
}

/** Whether a leg or a part follows before any zone. */
export function headAfter({ tokens }: Unit, at: number): boolean {
  const kinds = tokens.slice(at + 1).map(({ kind }) => kind);
  const first = kinds.find((kind) => /^(?:legs|otherLeg|part|zones)$/.test(kind));
  return first !== undefined && first !== 'zones';
}

/** Whether a zone or a time follows before the next leg. */
export function zoneAfter({ tokens }: Unit, at: number): boolean {
  const kinds = tokens.slice(at + 1).map(({ kind }) => kind);
  const first = kinds.find((kind) => /^(?:legs|otherLeg|part|zones|time)$/.test(kind));
  return first === 'zones' || first === 'time';
}

/** What a unit says of the place of a leg among the legs: "first the right leg", "left leg first". */
export function placeOf(unit: Unit, at: number): (Token & { readonly kind: 'place' }) | undefined {
  const { tokens } = unit;
  const isOfLegBefore = (index: number): boolean =>
    before(unit, at)?.kind === 'legs' && isApart(unit, index, at) && tokens[index]?.after !== 'comma';
  const earlier = tokens
    .slice(0, at)
    .find((token, index) => index > previous(unit, at) && isPlace(token) && !isOfLegBefore(index));
  const [later, second] = tokens.slice(at + 1);
  const place = earlier ?? (second?.after === 'blank' ? undefined : later);
  return place && isPlace(place) ? place : undefined;
}

function isPlace(token: Token): token is Token & { readonly kind: 'place' } {
  return token.kind === 'place';
}

/** Whether a word such as "none" stands close after a leg and says nothing of what follows. */
export function isOfLeg(unit: Unit, at: number): boolean {
  const following = next(unit, at);
  const isClose = unit.tokens[at]?.after !== 'comma' && unit.tokens[at]?.after !== 'dot';
  const isOver =
    !following ||
    (/^(?:legs|otherLeg|part|time|unknown)$/.test(following.kind) &&
      isApart(unit, at, unit.tokens.indexOf(following)));
  const leg = before(unit, at);
  return isClose && isOver && (leg?.kind === 'legs' || leg?.kind === 'otherLeg');
}

/** Whether a word such as "skip" stands close after a zone and says nothing of what follows. */
export function isOfZone(unit: Unit, at: number): boolean {
  const token = unit.tokens[at];
  const isSkip = token !== undefined && /^(?:skip|跳过|不做|不按)$/i.test(token.text);
  const isClose = isSkip && token.after !== 'comma' && token.after !== 'dot';
  const isOver = at === unit.tokens.length - 1 || isApart(unit, at, at + 1);
  return isClose && isOver && unit.tokens[at - 1]?.kind === 'zones';
}

/** Whether 再 and 一遍 stand around words of no weight: once more. */
export function isOnceMore({ tokens }: Unit, at: number): boolean {
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex((token) => !isFiller(token));
  const fillers = end < 0 ? rest : rest.slice(0, end);
  return tokens[at]?.text.startsWith('再') === true && fillers.some(({ text }) => /一[遍次]$/.test(text));
}

/** Whether a token is "each", or "each zone". */
export function isEach(token: Token | undefined): boolean {
  return token?.kind === 'each' || (token?.kind === 'zones' && token.isEach === true);
}

/** The word between two zones that leaves open what is between them: "ankle to knee". */
export function rangeBefore(unit: Unit, at: number): Token | undefined {
  const from = previous(unit, at);
  const isZone = unit.tokens[from]?.kind === 'zones';
  const between = unit.tokens.slice(from + 1, at);
  return isZone ? between.find(({ text }) => /^(?:to|到|至)$/i.test(text)) : undefined;
}

/** A word for a pause in a unit that means none of the pauses of a plan. */
export function pauseOfNothing({ tokens }: Unit): Token | undefined {
  const isOfPart = tokens.some(({ kind }) => kind === 'part');
  return isOfPart
    ? undefined
    : tokens.find(({ kind, text }) => kind === 'filler' && /^(?:pause|break)$/i.test(text));
}

/** Whether a reminder is named twice, as in "reminder of a light touch". */
export function namesReminderAgain(unit: Unit, at: number): boolean {
  const from = previous(unit, at);
  const isReminder = (token: Token | undefined): boolean =>
    token?.kind === 'part' && token.part === 'reminderSeconds';
  return isReminder(unit.tokens[from]) && isReminder(unit.tokens[at]) && !isApart(unit, from, at);
}
