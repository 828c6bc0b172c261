import { ZONES } from '../../body';
import type { Result } from '../../result';
import { err, ok } from '../../result';
import { parsePlan } from '../parse-plan';
import type { PlanTextProblem } from '../paste/problem';
import type { Repair } from '../paste/repair';
import { REPAIRS } from '../paste/repair';
import { DEFAULT_PLAN, legSeconds, massageSeconds, PLAN_VERSION, planSeconds } from '../plan';
import type { Plan } from '../plan';
import type { PlanProblem } from '../problem';
import { whereIn } from '../where';
import { denialIn, kindOfUnit, legIn, otherLegIn } from './kind-of-unit';
import type { PlanPart } from './names';
import { PART_WORDS } from './names';
import { secondOccasion } from './occasions';
import { isFollowed } from './sequences';
import { Statements } from './statements';
import { topicIn } from './topics';
import type { Token, Unit } from './tokens';
import { isFiller, unitsOf } from './tokens';
import type { TimeToken, Written, WrittenLeg } from './written';

type ReadPlan = Result<
  { readonly plan: Plan; readonly repairs: readonly Repair[] },
  readonly PlanTextProblem[]
>;

/** A leg that is spoken of around the plan, perhaps as the only one. */
interface Mention {
  readonly token: Token & { readonly kind: 'legs' };
  readonly isOnly: boolean;
}

/**
 * Reads a plan in words, in any language, as `planLines` or a person writes it. Anything not mentioned is as in the
 * default plan, and text around the plan is passed over. Returns undefined if no leg is mentioned.
 */
export function readPlanWords(text: string): ReadPlan | undefined {
  const { units, repairs } = unitsOf(text);
  const statements = new Statements();
  const mentions: Mention[] = [];
  const denials = units.flatMap((unit) => readUnit(unit, statements, repairs, mentions) ?? []);
  statements.end();
  const { written } = statements;
  statements.mentioned.forEach((token) => mentions.push({ token, isOnly: false }));
  mentions.forEach(({ token, isOnly }) => {
    const [leg] = token.legs.filter((named) => !written.legs.some((known) => known.leg === named));
    if (leg !== undefined) written.unexpected('zone', token, { leg });
    else if (isOnly && written.legs.some((known) => !token.legs.includes(known.leg)))
      written.unexpected('plain', token);
  });
  const second = written.legs.length > 0 ? secondOccasion(units) : undefined;
  if (second) written.unexpected('plain', second);
  if (written.legs.length > 0) denials.forEach((denial) => written.unexpected('plain', denial));
  const [none] = written.legs.length === 0 ? written.leftOut : [];
  if (none && written.problems.length === 0) written.unexpected('plain', none.token);
  if (written.problems.length > 0) return err(written.problems);
  if (written.legs.length === 0) return undefined;
  if (statements.isAround) repairs.add('around');
  if (statements.isBroken || units.some(isDivided)) repairs.add('lineBreaks');
  return checked(written, repairs);
}

/** Returns a word that takes back something of the plan, if there is one in prose. */
function readUnit(
  unit: Unit,
  statements: Statements,
  repairs: Set<Repair>,
  mentions: Mention[],
): Token | undefined {
  const { written } = statements;
  switch (kindOfUnit(unit, written.open.length > 0, statements.isWaiting, written.legs.length > 0)) {
    case 'plan':
      statements.read(unit);
      return undefined;
    case 'totals':
      written.totals.push(...unit.tokens.filter((token): token is TimeToken => token.kind === 'time'));
      return undefined;
    case 'prose':
      if (!unit.tokens.every(isFiller)) repairs.add('around');
      return readProse(unit, written, mentions);
  }
}

/** Returns a word of prose that may be a part of the plan, or take one back. A length may only be that of the plan. */
function readProse(unit: Unit, written: Written, mentions: Mention[]): Token | undefined {
  const odd = denialIn(unit) ?? topicIn(unit.tokens);
  if (odd) return odd;
  const leg = written.legs.length > 0 ? legIn(unit) : undefined;
  const other = !leg && written.otherLeg().length > 0 ? otherLegIn(unit) : undefined;
  if (other) return other;
  if (leg) mentions.push({ token: leg, isOnly: unit.tokens.some(({ text }) => ONLY.test(text)) });
  written.totals.push(...unit.tokens.filter(isLength));
  return undefined;
}

/** A time that is not one of a clock; nobody means midnight by "0:25". */
function isLength(token: Token): token is TimeToken {
  return token.kind === 'time' && (!token.isClock || token.text.startsWith('0:'));
}

const ONLY = /^(?:only|just|只|仅|光)$/i;

function isDivided({ tokens }: Unit): boolean {
  return tokens.some((token) => token.isDivided && token.kind !== 'filler');
}

function checked(written: Written, repairs: Set<Repair>): ReadPlan {
  const { legs, parts } = written;
  const values = [...parts].map(([part, { value }]) => [part, value] as const);
  const input = {
    ...DEFAULT_PLAN,
    ...(legs.every(isDownward) ? { zoneOrder: 'upperFirst' } : {}),
    ...Object.fromEntries(values),
    version: PLAN_VERSION,
    legs: legs.map(({ leg, zones }) => ({
      leg,
      zones: zones.map(({ zone, seconds }) => ({ zone, seconds })),
    })),
  };
  const plan = parsePlan(input);
  if (!plan.ok) return err(plan.error.map((problem) => inWords(problem, written, input)));
  const total = written.totals.find((time) => !isTotalOf(time, plan.value));
  if (total) {
    const { text, line, sign } = total;
    return err([{ code: 'otherTotal', found: text, line, sign, seconds: planSeconds(plan.value) }]);
  }
  const wrong = wrongSequence(written, plan.value);
  if (wrong) return err([wrong]);
  const isWhole = parts.size === Object.keys(PART_WORDS).length || isOneLeg(plan.value, parts);
  if (!isWhole) repairs.add('standardParts');
  return ok({ plan: plan.value, repairs: REPAIRS.filter((repair) => repairs.has(repair)) });
}

/** Zones listed from the thigh down, without an order, mean that they should be done in that order. */
function isDownward({ zones }: WrittenLeg): boolean {
  const places = zones.map(({ zone }) => ZONES.indexOf(zone));
  return places.length > 1 && places.every((place, at) => at === 0 || place < (places[at - 1] ?? 0));
}

/** The first zone of a sequence that is not in the plan, or the first sequence of another order than the plan's. */
function wrongSequence({ sequences, legs }: Written, plan: Plan): PlanTextProblem | undefined {
  const problems = sequences.flatMap((sequence): readonly PlanTextProblem[] => {
    const missing = sequence.zones.find(
      (token) => !legs.some(({ zones }) => zones.some(({ zone }) => token.zones.includes(zone))),
    );
    if (!missing && isFollowed(sequence, plan)) return [];
    const { text, line, sign } = missing ?? sequence.token;
    return [{ code: 'unexpected', wanted: missing ? 'time' : 'order', found: text, line, sign }];
  });
  return problems[0];
}

/** A plan of one leg does not mention the change of legs. */
function isOneLeg({ legs }: Plan, parts: Written['parts']): boolean {
  return (
    legs.length === 1 && !parts.has('switchSeconds') && parts.size === Object.keys(PART_WORDS).length - 1
  );
}

/** The length of the plan, of its massage or of a leg, perhaps in whole minutes. */
function isTotalOf({ seconds }: TimeToken, plan: Plan): boolean {
  const sums = [planSeconds(plan), massageSeconds(plan), ...plan.legs.map(legSeconds)];
  return sums.some((sum) => sum === seconds || (seconds % 60 === 0 && Math.abs(sum - seconds) < 60));
}

/** A problem with the time or leg that it is about. */
function inWords(problem: PlanProblem, { legs, parts }: Written, input: unknown): PlanTextProblem {
  const { leg, zone, field } = whereIn(input, problem.place);
  const [, legAt, zoneAt] = /^legs\[(\d+)\](?:\.zones\[(\d+)\])?/.exec(problem.place) ?? [];
  const written = legs[Number(legAt)];
  const part = legAt === undefined ? parts.get(field as PlanPart) : undefined;
  const time = written?.zones[Number(zoneAt)]?.time ?? part?.token;
  const name = part ? PART_WORDS[field as PlanPart] : undefined;
  const where = {
    ...(leg === undefined ? {} : { leg }),
    ...(zone === undefined ? {} : { zone }),
    ...(name === undefined ? {} : { part: name }),
  };
  if (problem.code === 'outOfRange' && time?.kind === 'time') {
    const { text, line, sign, isInSeconds } = time;
    return { code: 'wrongTime', found: text, line, sign, isInSeconds, where, place: problem.place };
  }
  if (problem.code === 'tooLong') return { code: 'tooLongInWords', seconds: Number(problem.detail) };
  return { ...problem, where, ...(written ? { line: written.token.line, sign: written.token.sign } : {}) };
}
