import { isFiller } from './kind-of-unit';
import type { Token, Unit } from './tokens';

/** The next token that is not a filler. */
export function next({ tokens }: Unit, at: number): Token | undefined {
  return tokens.slice(at + 1).find((token) => !isFiller(token));
}

/** The previous token that is not a filler. */
export function before(unit: Unit, at: number): Token | undefined {
  return unit.tokens[previous(unit, at)];
}

/** Its index; -1 if there is none. */
export function previous({ tokens }: Unit, at: number): number {
  let index = at - 1;
  for (let token = tokens[index]; token && isFiller(token); token = tokens[index]) index -= 1;
  return index;
}

/** Whether a word such as "and" joins a token to the one before. */
export function joins(unit: Unit, at: number): boolean {
  const between = unit.tokens.slice(previous(unit, at) + 1, at + 1);
  const isClose = between.every(({ after }) => after === 'none' || after === 'blank');
  return isClose && between.some(({ kind }) => kind === 'and');
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
