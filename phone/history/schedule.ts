import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { EVERY_DAY, weekdayOf } from '../../core/calendar/day';
import { isFields, isWhole } from '../../core/json';
import type { PlanShape } from '../../core/plan/plan';
import { DEFAULT_PLAN, legSeconds } from '../../core/plan/plan';
import type { Result } from '../../core/result';
import { ok } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import type { Instant } from '../../core/time';
import { isInstant } from '../../core/time';
import type { StoredPlan } from '../plan-store';
import { SCHEDULE_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import { readValue, writeValue } from '../stored-text';

/** What is planned from a moment on. */
export interface ScheduleEntry {
  /** 0 for what was planned before the first change. */
  readonly since: Instant;
  /** The planned days of the week, from 1 for Monday to 7 for Sunday, in order. */
  readonly days: readonly number[];
  /** Seconds of massage on such a day; 0 for a leg that is not massaged. */
  readonly legs: Readonly<Record<Leg, number>>;
}

/**
 * What was planned when, oldest first, so that today's change does not affect last week. However often something is
 * changed on one of the person's days, it takes one entry, so no entry has to be dropped to limit their number.
 */
export type Schedule = readonly ScheduleEntry[];

/** The seconds of massage of each leg in a plan. */
function secondsByLeg({ legs }: Pick<PlanShape, 'legs'>): Readonly<Record<Leg, number>> {
  const of = (leg: Leg): number =>
    legs.filter((each) => each.leg === leg).reduce((sum, each) => sum + legSeconds(each), 0);
  return { left: of('left'), right: of('right') };
}

/**
 * Combines the stored entries with the present plan, which counts since it was made, as its revision tells. So when the
 * plan changes, only the previous one has to be stored (`keepScheduleOf`).
 */
function scheduleWith(notes: Schedule, plan: StoredPlan, now: Instant = Infinity): Schedule {
  return until(now, allWith(notes, plan));
}

/**
 * A change that is later than now was made while the phone's clock was ahead, or was imported from such a phone. It
 * counts, and so does every later one.
 */
function until(now: Instant, entries: Schedule): Schedule {
  return entries.every(({ since }) => since <= now)
    ? entries
    : entries.map((entry) => ({ ...entry, since: Math.min(entry.since, now) }));
}

function allWith(notes: Schedule, plan: StoredPlan, dayOf?: DayOfChange): Schedule {
  const before = notes.length > 0 ? notes : BEFORE_ANY;
  const last = lastOf(before);
  if (plan.state !== 'ready') return before;
  const legs = secondsByLeg(plan.plan);
  if (isSameLength(legs, last.legs)) return before;
  const entry = { ...last, since: Math.max(plan.since ?? plan.revision, last.since + 1), legs };
  return withEntry(before, entry, dayOf);
}

/** The schedule from the stored entries and the plan. Writes nothing. */
export function readSchedule(storage: Storage, plan: StoredPlan, now?: Instant): Schedule {
  return scheduleWith(readValue(storage, SCHEDULE).value, plan, now);
}

/** The person's day of a change. */
export type DayOfChange = (since: Instant) => Day;

/** Stores what `plan` has planned before another replaces it. Without `dayOf`, it takes an entry of its own. */
export function keepScheduleOf(
  storage: Storage,
  plan: StoredPlan,
  now: Instant,
  dayOf?: DayOfChange,
): Result<void, 'notStored'> {
  const notes = readValue(storage, SCHEDULE).value;
  const all = allWith(notes, plan, dayOf);
  const isKnown = all === notes || all === BEFORE_ANY;
  return isKnown ? ok(undefined) : writeValue(storage, SCHEDULE, until(now, all));
}

/** Changes the planned days of the week from `now` on. */
export function putDays(
  storage: Storage,
  plan: StoredPlan,
  days: readonly number[],
  now: Instant,
  dayOf: DayOfChange,
): Result<void, 'notStored'> {
  const all = until(now, allWith(readValue(storage, SCHEDULE).value, plan, dayOf));
  const last = lastOf(all);
  const entry = { ...last, since: Math.max(now, last.since + 1), days };
  return writeValue(storage, SCHEDULE, withEntry(all, entry, dayOf));
}

/** The days of the week planned now. */
export function daysOf(schedule: Schedule): readonly number[] {
  return lastOf(schedule).days;
}

/** What is planned now, and since when. */
export function lastOf(schedule: Schedule): ScheduleEntry {
  return schedule[schedule.length - 1] ?? FIRST;
}

/**
 * The seconds planned for each leg on a day, by the last entry whose day (`dayOfChange`) has come. A change counts from
 * the day on which it was made.
 */
export function plannedOn(
  schedule: Schedule,
  day: Day,
  dayOfChange: (since: Instant) => Day,
): Readonly<Record<Leg, number>> {
  let entry = FIRST;
  for (const next of schedule) if (next.since === 0 || dayOfChange(next.since) <= day) entry = next;
  return entry.days.includes(weekdayOf(day)) ? entry.legs : NOTHING;
}

const NOTHING: Readonly<Record<Leg, number>> = { left: 0, right: 0 };

/** The standard plan every day. */
const FIRST: ScheduleEntry = { since: 0, days: EVERY_DAY, legs: secondsByLeg(DEFAULT_PLAN) };

const BEFORE_ANY: Schedule = [FIRST];

/** A day has what its last change planned, so that one replaces an earlier change of the same day. */
function withEntry(entries: Schedule, entry: ScheduleEntry, dayOf?: DayOfChange): Schedule {
  const last = lastOf(entries);
  if (!dayOf || last.since === 0 || dayOf(last.since) !== dayOf(entry.since)) return [...entries, entry];
  // Other days of the week do not make the plan any newer (`isByOlderPlan`).
  const since = isSameLength(last.legs, entry.legs) ? last.since : entry.since;
  return [...entries.slice(0, -1), { ...entry, since }];
}

function isSameLength(one: ScheduleEntry['legs'], other: ScheduleEntry['legs']): boolean {
  return LEGS.every((leg) => one[leg] === other[leg]);
}

export const SCHEDULE: Stored<Schedule> = {
  name: SCHEDULE_KEY,
  version: 1,
  initial: [],
  write: (entries) => ({
    version: 1,
    entries: entries.map(({ since, days, legs }) => [since, days.join(''), legs.left, legs.right]),
  }),
  read(json) {
    const list: unknown = isFields(json) ? json['entries'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const entries = list.flatMap((item) => entryOf(item) ?? []).sort((a, b) => a.since - b.since);
    return { value: entries, problem: entries.length === list.length ? undefined : 'damaged' };
  },
};

function entryOf(item: unknown): ScheduleEntry | undefined {
  const [since, days, left, right] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  if (!isInstant(since) || !isWhole(left) || !isWhole(right)) return undefined;
  if (typeof days !== 'string' || !/^1?2?3?4?5?6?7?$/.test(days)) return undefined;
  return { since, days: days.split('').map(Number), legs: { left, right } };
}
