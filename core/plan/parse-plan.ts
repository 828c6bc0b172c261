import { isLeg, isZone, LEGS, ZONES } from '../body';
import type { Fields } from '../json';
import { isFields } from '../json';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { LegPlan, Plan, PlanShape, ZonePlan } from './plan';
import { PLAN_LIMITS, PLAN_VERSION, planSeconds, ZONE_ORDERS } from './plan';
import type { PlanProblem, PlanProblemCode } from './problem';

/**
 * Answers with the plan that `input` holds, or with everything that is wrong with it, in the order of the
 * fields. Zones come back listed from the ankle up. Never throws, whatever data `input` is.
 */
export function parsePlan(input: unknown): Result<Plan, readonly PlanProblem[]> {
  const problems: PlanProblem[] = [];
  const report: Report = (code, place, sentence) => {
    problems.push({ code, place, sentence });
  };
  const plan = readPlan(input, report);
  if (plan && problems.length === 0) checkLength(plan, report);
  return plan && problems.length === 0 ? ok(plan as Plan) : err(problems);
}

type Report = (code: PlanProblemCode, place: string, sentence: string) => void;
interface Limits {
  readonly min: number;
  readonly max: number;
}

const PLAN_FIELDS = ['version', 'prepareSeconds', 'switchSeconds', 'reminderSeconds', 'zoneOrder', 'legs'];

function readPlan(input: unknown, report: Report): PlanShape | undefined {
  if (!isFields(input)) {
    report('notAnObject', '', 'The plan is not an object: write it as { "version": 1, … }.');
    return undefined;
  }
  if (!readVersion(input['version'], report)) return undefined;
  refuseUnknown(input, PLAN_FIELDS, '', report);
  const { pauseSeconds } = PLAN_LIMITS;
  const prepareSeconds = readSeconds(input, 'prepareSeconds', '', pauseSeconds, report);
  const switchSeconds = readSeconds(input, 'switchSeconds', '', pauseSeconds, report);
  const reminderSeconds = readReminder(input, report);
  const zoneOrder = readChoice(input, 'zoneOrder', '', ZONE_ORDERS, report);
  const legs = readLegs(input, report);
  if (
    prepareSeconds === undefined ||
    switchSeconds === undefined ||
    reminderSeconds === undefined ||
    zoneOrder === undefined
  ) {
    return undefined;
  }
  return { version: PLAN_VERSION, prepareSeconds, switchSeconds, reminderSeconds, zoneOrder, legs };
}

function readVersion(version: unknown, report: Report): boolean {
  if (version === PLAN_VERSION) return true;
  if (version === undefined) {
    report('versionMissing', 'version', `The plan has no version: add "version": ${PLAN_VERSION}.`);
  } else if (typeof version === 'number' && version > PLAN_VERSION) {
    report(
      'versionFromFuture',
      'version',
      `The plan has version ${version}, this Legato reads version ${PLAN_VERSION}: update Legato to use it.`,
    );
  } else {
    report('versionUnknown', 'version', `The plan's version is not known: it must be ${PLAN_VERSION}.`);
  }
  return false;
}

function readReminder(plan: Fields, report: Report): number | 'off' | undefined {
  if (plan['reminderSeconds'] === 'off') return 'off';
  return readSeconds(plan, 'reminderSeconds', '', PLAN_LIMITS.reminderSeconds, report, ' or "off"');
}

function readLegs(plan: Fields, report: Report): readonly LegPlan[] {
  const list = readList(plan, 'legs', '', report);
  if (!list) return [];
  if (list.every(hasNoZones)) {
    report('zeroLength', 'legs', 'The plan has no zone at all: give at least one leg one zone.');
    return [];
  }
  return readUnique(list, 'legs', 'leg', 'legTwice', report, readLeg);
}

function readLeg(entry: unknown, place: string, report: Report): LegPlan | undefined {
  if (!isFields(entry)) {
    report('notAnObject', place, `${place} is not an object: write it as { "leg": …, "zones": … }.`);
    return undefined;
  }
  refuseUnknown(entry, ['leg', 'zones'], place, report);
  const leg = readChoice(entry, 'leg', place, LEGS, report);
  const list = readList(entry, 'zones', place, report);
  if (!list) return undefined;
  if (list.length === 0) {
    report('legWithoutZones', `${place}.zones`, `${place} has no zone: add one, or leave the leg out.`);
  }
  const zones = readUnique(list, `${place}.zones`, 'zone', 'zoneTwice', report, readZone);
  return leg && { leg, zones: zones.slice().sort(fromAnkleUp) };
}

function readZone(entry: unknown, place: string, report: Report): ZonePlan | undefined {
  if (!isFields(entry)) {
    report('notAnObject', place, `${place} is not an object: write it as { "zone": …, "seconds": … }.`);
    return undefined;
  }
  refuseUnknown(entry, ['zone', 'seconds'], place, report);
  const zone = readChoice(entry, 'zone', place, ZONES, report);
  const seconds = readSeconds(entry, 'seconds', place, PLAN_LIMITS.zoneSeconds, report);
  return zone === undefined || seconds === undefined ? undefined : { zone, seconds };
}

function checkLength(plan: PlanShape, report: Report): void {
  const seconds = planSeconds(plan);
  const { max } = PLAN_LIMITS.totalSeconds;
  if (seconds > max) {
    report('tooLong', '', `The plan takes ${seconds} s in all: shorten it to ${max} s (60 minutes) or less.`);
  }
}

/** Reads a list whose entries each name a leg or a zone, and refuses a name that comes again. */
function readUnique<Key extends 'leg' | 'zone', Entry extends Record<Key, string>>(
  list: readonly unknown[],
  place: string,
  key: Key,
  twice: PlanProblemCode,
  report: Report,
  read: (entry: unknown, place: string, report: Report) => Entry | undefined,
): readonly Entry[] {
  const seen: unknown[] = [];
  const entries: Entry[] = [];
  list.forEach((item, index) => {
    const here = `${place}[${index}]`;
    const entry = read(item, here, report);
    const name = nameOf(item, key);
    if (name !== undefined && seen.includes(name)) {
      report(twice, `${here}.${key}`, `${here} names the ${key} "${name}" again: name each ${key} once.`);
    } else if (entry) {
      entries.push(entry);
    }
    seen.push(name);
  });
  return entries;
}

function readSeconds(
  fields: Fields,
  name: string,
  parent: string,
  limits: Limits,
  report: Report,
  alternative = '',
): number | undefined {
  const place = join(parent, name);
  const value = fields[name];
  const wanted = `whole seconds from ${limits.min} to ${limits.max}${alternative}`;
  if (value === undefined) {
    report('fieldMissing', place, `${place} is missing: add it in ${wanted}.`);
  } else if (typeof value !== 'number' || value !== value) {
    report('notANumber', place, `${place} is not a number: write it in ${wanted}.`);
  } else if (value < limits.min || value > limits.max) {
    report('outOfRange', place, `${place} is ${value}: write it in ${wanted}.`);
  } else if (Math.floor(value) !== value) {
    report('notWhole', place, `${place} is ${value}: write it in ${wanted}.`);
  } else {
    return value;
  }
  return undefined;
}

function readChoice<Choice extends string>(
  fields: Fields,
  name: string,
  parent: string,
  choices: readonly Choice[],
  report: Report,
): Choice | undefined {
  const place = join(parent, name);
  const value = fields[name];
  const choice = choices.find((known) => known === value);
  if (choice !== undefined) return choice;
  const wanted = choices.map((known) => `"${known}"`).join(', ');
  if (value === undefined) report('fieldMissing', place, `${place} is missing: it must be one of ${wanted}.`);
  else report('notAChoice', place, `${place} is not known: it must be one of ${wanted}.`);
  return undefined;
}

function readList(
  fields: Fields,
  name: string,
  parent: string,
  report: Report,
): readonly unknown[] | undefined {
  const place = join(parent, name);
  const value = fields[name];
  // A copy without holes: an entry that is not there must be refused like any other that is wrong.
  if (Array.isArray(value)) return Array.from(value as readonly unknown[]);
  if (value === undefined) report('fieldMissing', place, `${place} is missing: add it as a list.`);
  else report('notAList', place, `${place} is not a list: write it in square brackets.`);
  return undefined;
}

function refuseUnknown(fields: Fields, known: readonly string[], parent: string, report: Report): void {
  Object.keys(fields).forEach((name) => {
    if (known.includes(name)) return;
    const place = join(parent, name);
    report(
      'fieldUnknown',
      place,
      `${place} is not part of a plan: remove it (known here: ${known.join(', ')}).`,
    );
  });
}

function nameOf(item: unknown, key: 'leg' | 'zone'): string | undefined {
  const name = isFields(item) ? item[key] : undefined;
  return isLeg(name) || isZone(name) ? name : undefined;
}

function hasNoZones(leg: unknown): boolean {
  const zones = isFields(leg) ? leg['zones'] : undefined;
  return Array.isArray(zones) && zones.length === 0;
}

function fromAnkleUp(a: ZonePlan, b: ZonePlan): number {
  return ZONES.indexOf(a.zone) - ZONES.indexOf(b.zone);
}

function join(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}
