import { provenCount } from '../session/delivery';
import type { EndedSession, Ending, Session, Span } from '../session/session';
import { elapsedAt, isEnding, startOf } from '../session/session';
import type { Instant, Millis } from '../time';
import { MINUTE, SECOND } from '../time';
import type { CueRecord } from './cue-record';
import { cueRecordOf } from './cue-record';
import type { Extensions } from './extensions';
import { timedExtensions } from './extensions';
import { DONE_SHARE } from './done-share';

/** The versions of the record format. New records use the last one. */
export type RecordVersion = 1 | 2;

/** What was done of one zone of one leg. This version of Legato may not know their names. */
export interface ZoneRecord {
  /** A `Leg`, or the name of a leg in another version of Legato. */
  readonly leg: string;
  /** A `Zone`, or the name of a zone in another version of Legato. */
  readonly zone: string;
  readonly plannedSeconds: number;
  readonly doneSeconds: number;
}

/** What is kept of an ended session; it never changes. */
export interface SessionRecord {
  readonly version: RecordVersion;
  /** Unique across all watches; begins with the name of the watch. */
  readonly id: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** Minutes that local time was ahead of UTC at the start. */
  readonly utcOffset: number;
  /** An `Ending`, or the name of one in another version of Legato. */
  readonly ending: string;
  /** Every zone of the plan in the planned order, done or not. */
  readonly zones: readonly ZoneRecord[];
  readonly pauses: { readonly count: number; readonly seconds: number };
  readonly cues: CueRecord;
  readonly extensions: Extensions;
}

/**
 * The record of an ended session. The same session always gives the same record. Seconds done are rounded down, so that
 * a record never claims more than was done. `utcOffsetAt` returns how many minutes local time is ahead of UTC in the
 * present time zone; it is used for the end, and for the start if the session does not know its offset.
 */
export function makeRecord(session: EndedSession, utcOffsetAt: (at: Instant) => number): SessionRecord {
  const { id, origin, ending, pauses } = session;
  const startedAt = startOf(session);
  const endedAt = Math.max(startedAt, session.endedAt);
  const utcOffset = origin?.utcOffset ?? utcOffsetAt(startedAt);
  return {
    version: 2,
    id,
    startedAt,
    endedAt,
    utcOffset,
    ending,
    zones: zoneRecords(session),
    pauses: { count: pauses.count, seconds: wholeSeconds(pauses.length) },
    cues: cueRecordOf(session.book),
    extensions: timedExtensions(session, utcOffset, utcOffsetAt(endedAt), provenCount(session.book)),
  };
}

/** Seconds massaged, without pauses and changes of legs. */
export function secondsDone({ zones }: Pick<SessionRecord, 'zones'>): number {
  return zones.reduce((sum, zone) => sum + zone.doneSeconds, 0);
}

/** Seconds of massage in the plan. */
export function secondsPlanned({ zones }: Pick<SessionRecord, 'zones'>): number {
  return zones.reduce((sum, zone) => sum + zone.plannedSeconds, 0);
}

/** How a session went, as the person is told; `other`: an ending that only another version of Legato knows. */
export type Completion = Ending | 'partlyDone' | 'other';

/** A session that was skipped through with "Next" is not done, even if it reached its end. */
export function completionOf(record: Pick<SessionRecord, 'ending' | 'zones'>): Completion {
  const isShort = secondsDone(record) < secondsPlanned(record) * DONE_SHARE;
  if (record.ending === 'finished' && isShort) return 'partlyDone';
  return isEnding(record.ending) ? record.ending : 'other';
}

/** A session with less massage than this may be discarded. */
const LITTLE: Millis = MINUTE;

/** Whether so little has been done by `now` that the person may not want a record. */
export function isLittleDone(session: Session, now: Instant): boolean {
  const times = timePerZone({ ...session, elapsed: elapsedAt(session, now) });
  return [...times.values()].reduce((sum, time) => sum + time, 0) < LITTLE;
}

function zoneRecords(session: EndedSession): readonly ZoneRecord[] {
  const times = timePerZone(session);
  return session.routine.plan.legs.flatMap(({ leg, zones }) =>
    zones.map(({ zone, seconds }) => ({
      leg,
      zone,
      plannedSeconds: seconds,
      doneSeconds: wholeSeconds(times.get(`${leg}.${zone}`) ?? 0),
    })),
  );
}

/** The time done in each zone, by `leg.zone`, without unproven time. */
function timePerZone({
  course,
  elapsed,
  unproven,
}: Pick<EndedSession, 'course' | 'elapsed' | 'unproven'>): ReadonlyMap<string, Millis> {
  const times = new Map<string, Millis>();
  for (const { activity, from, to } of course) {
    // Nothing is done of the stretches to come; leaving them out saves the watch's engine work at the end of a session.
    if (activity.kind !== 'zone' || from >= elapsed) continue;
    const done: Span = { from, to: Math.min(to, elapsed) };
    const doubted = unproven.reduce((all, span) => all + overlap(span, done), 0);
    const name = `${activity.leg}.${activity.zone}`;
    times.set(name, (times.get(name) ?? 0) + done.to - from - doubted);
  }
  return times;
}

function overlap(one: Span, other: Span): Millis {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
}

function wholeSeconds(length: Millis): number {
  return Math.floor(length / SECOND);
}
