import type { Leg } from '../../body';
import { ZONES } from '../../body';
import type { Result } from '../../result';
import { err, ok } from '../../result';
import { parsePlan } from '../parse-plan';
import type { PlacedProblem, PlanTextProblem, SyntaxProblem, Wanted } from '../paste/problem';
import type { Repair } from '../paste/repair';
import { DEFAULT_PLAN, PLAN_VERSION } from '../plan';
import type { Plan, ZonePlan } from '../plan';
import { whereIn } from '../where';
import type { PlanPart } from './names';
import { PART_WORDS } from './names';
import type { Token } from './tokens';
import { tokensOf } from './tokens';

/** What has been read of a plan in words so far. */
interface Written {
  readonly legs: { readonly leg: Leg; readonly line: number; readonly zones: ZonePlan[] }[];
  readonly parts: Map<PlanPart, unknown>;
  readonly problems: SyntaxProblem[];
  /** The legs whose zones may continue in the next line. */
  open: readonly Leg[];
  isAround: boolean;
}

/**
 * Reads a plan in words, in any language, as `planLines` or a person writes it. Anything not mentioned is as in the
 * default plan, and lines that are not part of a plan are ignored. Returns undefined if no leg is mentioned.
 */
export function readPlanWords(
  text: string,
):
  | Result<{ readonly plan: Plan; readonly repairs: readonly Repair[] }, readonly PlanTextProblem[]>
  | undefined {
  const written: Written = { legs: [], parts: new Map(), problems: [], open: [], isAround: false };
  text.split(/\r\n|[\r\n\u2028\u2029]/).forEach((line, at) => {
    readLine(written, tokensOf(line), at + 1);
  });
  if (written.problems.length > 0) return err(written.problems);
  if (written.legs.length === 0) return undefined;
  return checked(written);
}

function checked({
  legs,
  parts,
  isAround,
}: Written): Result<{ readonly plan: Plan; readonly repairs: readonly Repair[] }, readonly PlacedProblem[]> {
  const input = {
    ...DEFAULT_PLAN,
    ...(legs.every(isDownward) ? { zoneOrder: 'upperFirst' } : {}),
    ...Object.fromEntries(parts),
    version: PLAN_VERSION,
    legs: legs.map(({ leg, zones }) => ({ leg, zones })),
  };
  const plan = parsePlan(input);
  if (!plan.ok) {
    return err(
      plan.error.map((problem) => {
        const { leg, zone, field } = whereIn(input, problem.place);
        const part = field !== undefined && leg === undefined ? PART_WORDS[field as PlanPart] : undefined;
        const told = { ...(leg === undefined ? {} : { leg }), ...(zone === undefined ? {} : { zone }) };
        return { ...problem, where: { ...told, ...(part === undefined ? {} : { part }) } };
      }),
    );
  }
  const isWhole = parts.size === Object.keys(PART_WORDS).length || isOneLeg(plan.value, parts);
  const made = { around: isAround, standardParts: !isWhole };
  return ok({
    plan: plan.value,
    repairs: (['around', 'standardParts'] as const).filter((repair) => made[repair]),
  });
}

/** Zones listed from the thigh down, without an order, mean that they should be done in that order. */
function isDownward({ zones }: Written['legs'][number]): boolean {
  const places = zones.map(({ zone }) => ZONES.indexOf(zone));
  return places.length > 1 && places.every((place, at) => at === 0 || place < (places[at - 1] ?? 0));
}

/** A plan of one leg does not mention the change of legs. */
function isOneLeg({ legs }: Plan, parts: Written['parts']): boolean {
  return (
    legs.length === 1 && !parts.has('switchSeconds') && parts.size === Object.keys(PART_WORDS).length - 1
  );
}

function readLine(written: Written, said: readonly Token[], line: number): void {
  const tokens = withoutDenial(said);
  const [first] = tokens;
  if (!first) return;
  const isTimed =
    (tokens.some(({ kind }) => kind === 'zone') && tokens.some(isNumber)) ||
    (first.kind === 'legs' && tokens.some(isSame));
  if (first.kind === 'legs' && (isTimed || isColon(tokens[1]) || tokens.slice(1).every(isMark))) {
    beginLegs(written, first.legs, line);
    readZones(written, tokens.slice(1), line);
  } else if (first.kind === 'part' && tokens.slice(1).some(isValue)) {
    written.open = [];
    readPart(written, first.part, tokens, line);
  } else if (first.kind === 'zone' && isTimed && written.open.length > 0) {
    readZones(written, tokens, line);
  } else if (isTimed || (written.legs.length > 0 && isUnknownPart(tokens))) {
    written.problems.push(problemAt(first, 'part', line));
  } else written.isAround = true;
}

/** "No reminders" means the same as "reminders: no". */
function withoutDenial(tokens: readonly Token[]): readonly Token[] {
  const [denial, part, ...rest] = tokens.filter(({ kind }) => kind !== 'mark' && kind !== 'filler');
  return denial?.kind === 'off' && part?.kind === 'part' && rest.length === 0 ? [part, denial] : tokens;
}

function isSame({ kind }: Token): boolean {
  return kind === 'same';
}

/** A time, or an attempt to write one. */
function isNumber({ kind, text }: Token): boolean {
  return kind === 'time' || (kind === 'unknown' && /^\p{N}/u.test(text));
}

function isColon(token: Token | undefined): boolean {
  return token?.kind === 'mark' && token.isColon;
}

function isMark({ kind }: Token): boolean {
  return kind === 'mark';
}

function isValue({ kind }: Token): boolean {
  return kind === 'time' || kind === 'off' || kind === 'order' || kind === 'unknown';
}

/** A line such as `Remindr: 0:30` is a misspelt part of the plan, not surrounding text. */
function isUnknownPart(tokens: readonly Token[]): boolean {
  const colon = tokens.findIndex(isColon);
  const value = tokens[colon + 1];
  return (
    colon > 0 &&
    tokens.length === colon + 2 &&
    value !== undefined &&
    value.kind !== 'unknown' &&
    isValue(value)
  );
}

function beginLegs(written: Written, legs: readonly Leg[], line: number): void {
  written.open = legs;
  legs.forEach((leg) => written.legs.push({ leg, line, zones: [] }));
}

/** `ankle 1:00, calf 1:30`: each zone is followed by its time. */
function readZones(written: Written, tokens: readonly Token[], line: number): void {
  const words = tokens.filter(({ kind }) => kind !== 'mark' && kind !== 'filler');
  const [same] = words;
  const before = written.legs[written.legs.length - 1 - written.open.length];
  if (same?.kind === 'same' && words.length === 1 && before) {
    written.legs.slice(-written.open.length).forEach(({ zones }) => zones.push(...before.zones));
    return;
  }
  for (let at = 0; at < words.length; at += 2) {
    const [name, time] = [words[at], words[at + 1]];
    if (name?.kind !== 'zone') {
      if (name) written.problems.push(problemAt(name, 'zone', line));
      return;
    }
    if (time?.kind !== 'time') {
      written.problems.push(problemAt(time ?? name, 'time', line));
      return;
    }
    const zone = { zone: name.zone, seconds: time.seconds };
    written.legs.slice(-written.open.length).forEach(({ zones }) => zones.push(zone));
  }
}

function readPart(written: Written, part: PlanPart, tokens: readonly Token[], line: number): void {
  const [, ...values] = tokens.filter(({ kind }) => kind !== 'mark' && kind !== 'filler');
  const [value, more] = values;
  const [name] = tokens;
  if (!name) return;
  if (written.parts.has(part)) {
    written.problems.push({ code: 'keyTwice', name: name.text, line, sign: name.sign });
    return;
  }
  const read = value && valueOf(part, value);
  if (read === undefined || more) {
    const wanted = part === 'zoneOrder' ? 'order' : 'time';
    written.problems.push(problemAt((read === undefined ? value : more) ?? name, wanted, line));
    return;
  }
  written.parts.set(part, read);
}

function valueOf(part: PlanPart, token: Token): unknown {
  if (part === 'zoneOrder') return token.kind === 'order' ? token.order : undefined;
  if (token.kind === 'time') return token.seconds;
  if (token.kind !== 'off') return undefined;
  return part === 'reminderSeconds' ? 'off' : 0;
}

function problemAt({ text, sign }: Token, wanted: Wanted, line: number): SyntaxProblem {
  return { code: 'unexpected', wanted, found: text.trim(), line, sign };
}
