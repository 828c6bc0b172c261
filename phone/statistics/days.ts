import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayOf } from '../../core/calendar/day';
import { isLegDone } from '../../core/record/done-share';
import type { Instant } from '../../core/time';
import type { LegSeconds, SessionGist } from '../history/gist';
import type { Schedule } from '../history/schedule';
import { plannedOn } from '../history/schedule';

/**
 * The state of a leg on a day. `before`: no session had been done yet, so that days did not count. `free`: nothing is
 * planned. `open`: it is planned for today and not done yet. `withheld` and `excused` count neither as done nor as planned
 * (docs/glossary.md).
 */
export type LegState = 'before' | 'free' | 'done' | 'partly' | 'open' | 'missed' | 'withheld' | 'excused';

export interface LegDay extends LegSeconds {
  readonly state: LegState;
}

/** A day for statistics. */
export interface DayStatus {
  readonly day: Day;
  readonly legs: Readonly<Record<Leg, LegDay>>;
  /** Whether a session of the day was entered or dated by hand. */
  readonly byHand: boolean;
}

/** Why a day was left out. */
export type ExcuseKind = 'withheld' | 'excused';

/** What was left out of a day. */
export interface LeftOut {
  readonly kind: ExcuseKind;
  /** The only leg that was; both if undefined. */
  readonly leg?: Leg;
}

/** What determines the state of days. */
export interface DayRules {
  readonly schedule: Schedule;
  /** The hour at which a day ends. */
  readonly dayEnd: number;
  /** The day on which a change of the schedule takes effect. */
  readonly dayOfChange: (since: Instant) => Day;
  /** The day of the first session, before which nothing counts as planned; undefined if there is no session. */
  readonly first: Day | undefined;
  readonly today: Day;
  readonly excuses: ReadonlyMap<Day, LeftOut>;
  /** Whether a leg was locked on a day. */
  readonly isLocked: (day: Day, leg: Leg) => boolean;
}

/** Both ends included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/** The state of each day of a range, from these sessions; sessions of other days are ignored. */
export function daysIn(
  { from, to }: DayRange,
  sessions: readonly SessionGist[],
  rules: DayRules,
): readonly DayStatus[] {
  const byDay = new Map<Day, SessionGist[]>();
  sessions.forEach((session) => {
    const day = dayOf(session, rules.dayEnd);
    const others = byDay.get(day);
    if (others) others.push(session);
    else byDay.set(day, [session]);
  });
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) =>
    statusOf(from + at, byDay.get(from + at) ?? [], rules),
  );
}

function statusOf(day: Day, sessions: readonly SessionGist[], rules: DayRules): DayStatus {
  const isBefore = rules.first === undefined || day < rules.first;
  const scheduled = isBefore ? undefined : plannedOn(rules.schedule, day, rules.dayOfChange);
  const of = (leg: Leg): LegDay => {
    const own = sessions.flatMap(({ legs }) => legs[leg] ?? []);
    const done = own.reduce((sum, each) => sum + each.done, 0);
    const asked = scheduled?.[leg] ?? 0;
    // If the day has a session, what it planned counts; on a free day nothing was planned.
    const planned = asked === 0 ? 0 : own.reduce((most, each) => Math.max(most, each.planned), 0) || asked;
    const isOut = rules.isLocked(day, leg) || sessions.some(({ withheld }) => withheld.includes(leg));
    const excuse = rules.excuses.get(day);
    const excused = excuse && (excuse.leg ?? leg) === leg ? excuse.kind : undefined;
    const state = isBefore ? 'before' : stateOf({ planned, done }, day, isOut, excused, rules);
    return { planned, done, state };
  };
  return {
    day,
    legs: { left: of('left'), right: of('right') },
    byHand: sessions.some(({ byHand }) => byHand),
  };
}

function stateOf(
  { planned, done }: LegSeconds,
  day: Day,
  isLocked: boolean,
  excused: ExcuseKind | undefined,
  { today }: DayRules,
): LegState {
  if (planned === 0) return 'free';
  if (isLegDone({ done, planned })) return 'done';
  if (isLocked && day <= today) return 'withheld';
  if (excused) return excused;
  if (done > 0) return 'partly';
  return day >= today ? 'open' : 'missed';
}

/** Whether a leg's day counts as planned: the day has come, and the leg was not left out for a reason. */
export function counts({ state }: LegDay): boolean {
  return state !== 'before' && state !== 'free' && state !== 'withheld' && state !== 'excused';
}

/** The legs whose state on the day is one of `states`. */
export function legsThatAre(status: DayStatus, ...states: readonly LegState[]): readonly Leg[] {
  return LEGS.filter((leg) => states.includes(status.legs[leg].state));
}
