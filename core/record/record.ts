import type { Leg, Zone } from '../body';
import type { Plan } from '../plan/plan';
import type { Course } from '../session/course';
import type { Carrier, DeliveryBook, DeliveryTotals, MissReason } from '../session/delivery';
import { CARRIERS, MISS_REASONS, totals } from '../session/delivery';
import type { EndedSession, Ending } from '../session/session';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';

/** The version of the record format that this code writes. */
export const RECORD_VERSION = 1;

/** What was done of one zone of one leg. */
export interface ZoneRecord {
  readonly leg: Leg;
  readonly zone: Zone;
  readonly plannedSeconds: number;
  readonly doneSeconds: number;
}

/** What became of the cues: `by` adds up to what was played or late, `why` to what was missed. */
export interface CueRecord extends DeliveryTotals {
  readonly by: Readonly<Record<Carrier, number>>;
  readonly why: Readonly<Record<MissReason, number>>;
}

/** What is kept of an ended session; it never changes. */
export interface SessionRecord {
  readonly version: typeof RECORD_VERSION;
  /** Never used twice, on any watch. */
  readonly id: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** Minutes that local time was ahead of UTC at the start, by the time zone that the watch has when this is made. */
  readonly utcOffset: number;
  readonly ending: Ending;
  /** Every zone of the plan in the order planned, done or not. */
  readonly zones: readonly ZoneRecord[];
  readonly pauses: { readonly count: number; readonly seconds: number };
  readonly cues: CueRecord;
}

/**
 * The record of an ended session. The same session always gives the same record. Seconds done are rounded down,
 * so that a record never claims more than was done.
 */
export function makeRecord(session: EndedSession, utcOffset: number): SessionRecord {
  const { id, startedAt, endedAt, ending, pauses } = session;
  return {
    version: RECORD_VERSION,
    id,
    startedAt,
    endedAt: Math.max(startedAt, endedAt),
    utcOffset,
    ending,
    zones: zoneRecords(session.routine.plan, session.course, session.elapsed),
    pauses: { count: pauses.count, seconds: wholeSeconds(pauses.length) },
    cues: cueRecord(session.book),
  };
}

/** Seconds massaged, pauses and changes of legs left out. */
export function secondsDone({ zones }: Pick<SessionRecord, 'zones'>): number {
  return zones.reduce((sum, zone) => sum + zone.doneSeconds, 0);
}

/** Seconds of massage that the plan had. */
export function secondsPlanned({ zones }: Pick<SessionRecord, 'zones'>): number {
  return zones.reduce((sum, zone) => sum + zone.plannedSeconds, 0);
}

/** How a session went, as a person is told of it. */
export type Completion = Ending | 'partlyDone';

/** The share of what was planned from which on a session that went to its end counts as done. */
const DONE_SHARE = 0.9;

/** What was gone through by "Next" is not done, even if it came to its end. */
export function completionOf(record: Pick<SessionRecord, 'ending' | 'zones'>): Completion {
  const isShort = secondsDone(record) < secondsPlanned(record) * DONE_SHARE;
  return record.ending === 'finished' && isShort ? 'partlyDone' : record.ending;
}

/** A number for each name. */
export function tally<Name extends string>(
  names: readonly Name[],
  countOf: (name: Name, place: number) => number,
): Readonly<Record<Name, number>> {
  return names.reduce<Record<Name, number>>(
    (counts, name, place) => ({ ...counts, [name]: countOf(name, place) }),
    {} as Record<Name, number>, // filled name by name
  );
}

function cueRecord(book: DeliveryBook): CueRecord {
  const words = book.map((delivery) => (delivery.outcome === 'delivered' ? delivery.by : delivery.reason));
  const countOf = (word: Carrier | MissReason): number => words.filter((each) => each === word).length;
  return { ...totals(book), by: tally(CARRIERS, countOf), why: tally(MISS_REASONS, countOf) };
}

function zoneRecords(plan: Plan, course: Course, elapsed: Millis): readonly ZoneRecord[] {
  return plan.legs.reduce<readonly ZoneRecord[]>(
    (records, { leg, zones }) =>
      records.concat(
        zones.map(({ zone, seconds }) => ({
          leg,
          zone,
          plannedSeconds: seconds,
          doneSeconds: wholeSeconds(timeIn(leg, zone, course, elapsed)),
        })),
      ),
    [],
  );
}

function timeIn(leg: Leg, zone: Zone, course: Course, elapsed: Millis): Millis {
  return course.reduce((sum, { activity, from, to }) => {
    const here = activity.kind === 'zone' && activity.leg === leg && activity.zone === zone;
    return here ? sum + Math.max(0, Math.min(to, elapsed) - from) : sum;
  }, 0);
}

function wholeSeconds(length: Millis): number {
  return Math.floor(length / SECOND);
}
