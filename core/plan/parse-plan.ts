import { isLeg, isZone, ZONES } from '../body';
import type { Fields } from '../json';
import { isFields, isWhole } from '../json';
import type { Result } from '../result';
import { err, ok } from '../result';
import { CHOICE_FIELDS, LEG_FIELDS, PLAN_FIELDS, SECONDS_FIELDS, ZONE_FIELDS } from './fields';
import type { LegPlan, Plan, PlanShape, ZonePlan } from './plan';
import { PLAN_LIMITS, PLAN_VERSION, planSeconds } from './plan';
import type { PlanProblem, PlanProblemCode } from './problem';

/**
 * Parses a plan, or returns everything that is wrong with it, in the order of the fields. Zones are returned from the
 * ankle up. Never throws, whatever `input` is.
 */
export function parsePlan(input: unknown): Result<Plan, readonly PlanProblem[]> {
  const problems: PlanProblem[] = [];
  const report: Report = (code, place, detail) => {
    problems.push(detail === undefined ? { code, place } : { code, place, detail });
  };
  const plan = readPlan(input, report);
  if (plan && problems.length === 0) checkLength(plan, report);
  return plan && problems.length === 0 ? ok(plan as Plan) : err(problems);
}

type Report = (code: PlanProblemCode, place: string, detail?: number | string) => void;

function readPlan(input: unknown, report: Report): PlanShape | undefined {
  if (!isFields(input)) {
    report('notAnObject', '');
    return undefined;
  }
  if (!readVersion(input, report)) return undefined;
  refuseUnknown(input, PLAN_FIELDS, '', report);
  const prepareSeconds = readSeconds(input, 'prepareSeconds', '', report);
  const switchSeconds = readSeconds(input, 'switchSeconds', '', report);
  const reminderSeconds = readReminder(input, report);
  const zoneOrder = readChoice(input, 'zoneOrder', '', report);
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

function readVersion({ version, legs }: Fields, report: Report): boolean {
  if (version === PLAN_VERSION) return true;
  if (version === undefined) report('versionMissing', 'version');
  else if (isWhole(version, PLAN_VERSION + 1) && version <= LAST_VERSION && Array.isArray(legs)) {
    report('versionFromFuture', 'version', version);
  } else report('versionUnknown', 'version');
  return false;
}

/**
 * No version of Legato will ever write a higher version number, nor a plan without a list of legs, so that such input is
 * something else and an update would not help.
 */
const LAST_VERSION = 99;

function readReminder(plan: Fields, report: Report): number | 'off' | undefined {
  return plan['reminderSeconds'] === 'off' ? 'off' : readSeconds(plan, 'reminderSeconds', '', report);
}

function readLegs(plan: Fields, report: Report): readonly LegPlan[] {
  const list = readList(plan, 'legs', '', report);
  if (!list) return [];
  if (list.every(hasNoZones)) {
    report('zeroLength', 'legs');
    return [];
  }
  return readUnique(list, 'legs', 'leg', 'legTwice', report, readLeg);
}

function readLeg(entry: unknown, place: string, report: Report): LegPlan | undefined {
  if (!isFields(entry)) {
    report('notAnObject', place);
    return undefined;
  }
  refuseUnknown(entry, LEG_FIELDS, place, report);
  const leg = readChoice(entry, 'leg', place, report);
  const list = readList(entry, 'zones', place, report);
  if (!list) return undefined;
  if (list.length === 0) report('legWithoutZones', `${place}.zones`);
  const zones = readUnique(list, `${place}.zones`, 'zone', 'zoneTwice', report, readZone);
  return leg && { leg, zones: zones.slice().sort(fromAnkleUp) };
}

function readZone(entry: unknown, place: string, report: Report): ZonePlan | undefined {
  if (!isFields(entry)) {
    report('notAnObject', place);
    return undefined;
  }
  refuseUnknown(entry, ZONE_FIELDS, place, report);
  const zone = readChoice(entry, 'zone', place, report);
  const seconds = readSeconds(entry, 'seconds', place, report);
  return zone === undefined || seconds === undefined ? undefined : { zone, seconds };
}

function checkLength(plan: PlanShape, report: Report): void {
  const seconds = planSeconds(plan);
  if (seconds > PLAN_LIMITS.totalSeconds.max) report('tooLong', '', seconds);
}

/** Reads a list whose entries each name a leg or a zone, and refuses duplicates. */
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
      report(twice, `${here}.${key}`, name);
    } else if (entry) {
      entries.push(entry);
    }
    seen.push(name);
  });
  return entries;
}

function readSeconds(
  fields: Fields,
  name: keyof typeof SECONDS_FIELDS,
  parent: string,
  report: Report,
): number | undefined {
  const place = join(parent, name);
  const value = fields[name];
  const { min, max } = SECONDS_FIELDS[name];
  if (value === undefined) report('fieldMissing', place);
  else if (typeof value !== 'number' || value !== value) report('notANumber', place);
  else if (value < min || value > max) report('outOfRange', place, value);
  else if (Math.floor(value) !== value) report('notWhole', place, value);
  else return value;
  return undefined;
}

function readChoice<Name extends keyof typeof CHOICE_FIELDS>(
  fields: Fields,
  name: Name,
  parent: string,
  report: Report,
): (typeof CHOICE_FIELDS)[Name][number] | undefined {
  const value = fields[name];
  const choice = CHOICE_FIELDS[name].find((known) => known === value);
  if (choice === undefined) report(value === undefined ? 'fieldMissing' : 'notAChoice', join(parent, name));
  return choice;
}

function readList(
  fields: Fields,
  name: string,
  parent: string,
  report: Report,
): readonly unknown[] | undefined {
  const value = fields[name];
  // Copies the list without holes, so that a missing entry is refused like any other invalid one.
  if (Array.isArray(value)) return Array.from(value as readonly unknown[]);
  report(value === undefined ? 'fieldMissing' : 'notAList', join(parent, name));
  return undefined;
}

function refuseUnknown(fields: Fields, known: readonly string[], parent: string, report: Report): void {
  Object.keys(fields).forEach((name) => {
    if (!known.includes(name)) report('fieldUnknown', join(parent, name), parent);
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
