import type { Leg } from '../body';
import type { Cue } from '../cue/cue';
import type { Routine } from '../plan/routine';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';
import type { Course } from './course';
import { courseLength, cuesOfCourse, plannedCourse } from './course';
import type { DeliveryBook } from './delivery';
import type { SessionEvent } from './event';

/**
 * How a session can end: its routine was completed, the person stopped it, or it was never taken up after an
 * interruption.
 */
export const ENDINGS = ['finished', 'stopped', 'interrupted'] as const;
export type Ending = (typeof ENDINGS)[number];

export function isEnding(value: unknown): value is Ending {
  return (ENDINGS as readonly unknown[]).includes(value);
}

/**
 * Why a person stopped, if they said that something is wrong: it hurts, or the sign they were asked about is present.
 */
export const STOP_CAUSES = ['hurts', 'sign'] as const;
export type StopCause = (typeof STOP_CAUSES)[number];

/** What is known about the watch when a session begins, for its record. */
export interface Origin {
  /** The revision of the plan; 0 for the built-in plan. */
  readonly planRevision: number;
  /** Minutes by which local time is ahead of UTC. */
  readonly utcOffset: number;
  /** The legs of the plan that were left out because they are locked, or were locked before the session was over. */
  readonly withheld?: readonly Leg[];
  /** Whether some of the hard questions had not been answered. */
  readonly isUnasked?: boolean;
}

/** A part of a course, in elapsed time. */
export interface Span {
  readonly from: Millis;
  readonly to: Millis;
}

interface SessionCore {
  readonly id: string;
  readonly routine: Routine;
  /** By the clock at that moment, whatever it was set to since. */
  readonly startedAt: Instant;
  /** How far a live page saw the clock set since then, negative for back. */
  readonly clockSet: Millis;
  /** Unknown for a session begun by an older version of Legato. */
  readonly origin: Origin | undefined;
  /** All events in order. A session is its start and its journal folded. */
  readonly journal: readonly SessionEvent[];
  readonly course: Course;
  readonly book: DeliveryBook;
  readonly pauses: { readonly count: number; readonly length: Millis };
  /** How often a page saw the watch taken off while the session ran. */
  readonly timesTakenOff: number;
  /** The legs whose sign was shown and answered. A touch cannot tell whether the person looked. */
  readonly touched: readonly Leg[];
  /** Spans of the course for which nothing shows that their time has passed. */
  readonly unproven: readonly Span[];
  /** The step the person left last, as long as that can be taken back. */
  readonly stepLeft?: StepLeft;
}

/** The state of a session when a step was left before its end. */
export interface StepLeft {
  readonly at: Instant;
  readonly elapsed: Millis;
  readonly course: Course;
  /** How many cues were booked. */
  readonly booked: number;
}

/** How long leaving a step early can be taken back as a mistake. */
const TAKES_BACK_FOR: Millis = 6 * SECOND;

export function canTakeBack({ stepLeft }: Session, now: Instant): boolean {
  return stepLeft !== undefined && now >= stepLeft.at && now - stepLeft.at <= TAKES_BACK_FOR;
}

export interface RunningSession extends SessionCore {
  readonly phase: 'running';
  /** The moment at which `from` had been done. */
  readonly since: Instant;
  readonly from: Millis;
}

export type PauseCause = 'person' | 'interruption';

export interface PausedSession extends SessionCore {
  readonly phase: 'paused';
  /** Whether the person paused it, or the watch cut it off. */
  readonly cause: PauseCause;
  readonly pausedAt: Instant;
  readonly elapsed: Millis;
}

export interface EndedSession extends SessionCore {
  readonly phase: 'ended';
  readonly endedAt: Instant;
  readonly elapsed: Millis;
  readonly ending: Ending;
  readonly stop?: StopCause;
}

/** A routine being done. */
export type Session = RunningSession | PausedSession | EndedSession;

/** Starts a session at `now`. `id` must never have been used before. */
export function startSession(id: string, routine: Routine, now: Instant, origin?: Origin): RunningSession {
  return {
    phase: 'running',
    id,
    routine,
    startedAt: now,
    clockSet: 0,
    origin,
    journal: [],
    course: plannedCourse(routine),
    book: [],
    pauses: { count: 0, length: 0 },
    timesTakenOff: 0,
    touched: [],
    unproven: [],
    since: now,
    from: 0,
  };
}

/**
 * When the session began, corrected by the clock changes seen since. A watch that has been off for long may show a date
 * years in the past until it meets its phone, which is likely to happen within a session, and a record with that date
 * would be hard to find. Only a live page is trusted with this, because its timers tell how much time has passed;
 * without one, nobody knows which clock was wrong.
 */
export function startOf({ startedAt, clockSet }: Session): Instant {
  return Math.max(0, startedAt + clockSet);
}

/**
 * The time done at `now`, without pauses: never negative, never less than at the last event, never more than the length
 * of the course, whatever the clock says.
 */
export function elapsedAt(session: Session, now: Instant): Millis {
  if (session.phase !== 'running') return session.elapsed;
  const passed = Math.max(0, now - session.since);
  return Math.min(session.from + passed, courseLength(session.course));
}

/** When the last event of a session happened. */
export function lastInstant({ journal, startedAt }: Session): Instant {
  const last = journal[journal.length - 1];
  return last ? last.at : startedAt;
}

/** The instant at which a running session will have done `at`. */
export function instantOf(session: RunningSession, at: Millis): Instant {
  return session.since + at - session.from;
}

/** A cue of a session with its number and the instant at which it is due without further intervention. */
export interface DueCue {
  readonly number: number;
  readonly cue: Cue;
  readonly due: Instant;
}

/** The cues of a running session that are not booked yet, soonest first. */
export function openCues(session: RunningSession): readonly DueCue[] {
  const booked = session.book.length;
  return cuesOfCourse(session.course)
    .slice(booked)
    .map((timed, index) => ({
      ...{ number: booked + index, cue: timed.cue },
      due: instantOf(session, timed.at),
    }));
}

/** The first open cue; undefined once the finish is booked. */
export function nextCue(session: RunningSession): DueCue | undefined {
  return dueCue(session, session.book.length);
}

/** The open cues that are due at `now`, soonest first. */
export function dueCues(session: RunningSession, now: Instant): readonly DueCue[] {
  const due: DueCue[] = [];
  let next = nextCue(session);
  while (next && next.due <= now) {
    due.push(next);
    next = dueCue(session, next.number + 1);
  }
  return due;
}

function dueCue(session: RunningSession, number: number): DueCue | undefined {
  const timed = cuesOfCourse(session.course)[number];
  return timed && { number, cue: timed.cue, due: instantOf(session, timed.at) };
}
