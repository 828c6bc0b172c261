import type { Leg } from '../body';
import type { Cue } from '../cue/cue';
import type { Routine } from '../plan/routine';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';
import type { Course } from './course';
import { courseLength, cuesOfCourse, plannedCourse } from './course';
import type { DeliveryBook } from './delivery';
import type { SessionEvent } from './event';

/** How a session can end: at its routine's end, by the person's decision, or never taken up after an interruption. */
export const ENDINGS = ['finished', 'stopped', 'interrupted'] as const;
export type Ending = (typeof ENDINGS)[number];

export function isEnding(value: unknown): value is Ending {
  return (ENDINGS as readonly unknown[]).includes(value);
}

/** Why a person stopped, where they said that something is wrong: it hurts, or a sign that they were asked about is there. */
export const STOP_CAUSES = ['hurts', 'sign'] as const;
export type StopCause = (typeof STOP_CAUSES)[number];

/** What is known of the watch when a session begins, for its record. */
export interface Origin {
  /** The revision of the plan; 0 for the one that the watch came with. */
  readonly planRevision: number;
  /** Minutes that local time is ahead of UTC. */
  readonly utcOffset: number;
  /** The legs of the plan that were left out because they are locked, or were locked before the session was over. */
  readonly withheld?: readonly Leg[];
  /** Whether some of the hard questions had not been answered. */
  readonly isUnasked?: boolean;
}

/** A part of a course, by the time done. */
export interface Span {
  readonly from: Millis;
  readonly to: Millis;
}

interface SessionCore {
  readonly id: string;
  readonly routine: Routine;
  /** By the clock of that moment, whatever it was set to since. */
  readonly startedAt: Instant;
  /** How far a living page saw the clock set since then, back where negative. */
  readonly clockSet: Millis;
  /** Not known of a session that an older Legato has begun. */
  readonly origin: Origin | undefined;
  /** All that happened, in order; a session is its start and its journal folded. */
  readonly journal: readonly SessionEvent[];
  readonly course: Course;
  readonly book: DeliveryBook;
  readonly pauses: { readonly count: number; readonly length: Millis };
  /** How often a page saw that the watch was taken off while the session ran. */
  readonly timesTakenOff: number;
  /** The legs of which the person answered the sign that they were shown; a touch cannot tell whether they looked. */
  readonly touched: readonly Leg[];
  /** Spans of the course of which nothing shows that their time has passed. */
  readonly unproven: readonly Span[];
  /** The step that the person left last, as long as that may be taken back. */
  readonly stepLeft?: StepLeft;
}

/** A session as it was when a step was left before its end. */
export interface StepLeft {
  readonly at: Instant;
  readonly elapsed: Millis;
  readonly course: Course;
  /** How many cues were booked. */
  readonly booked: number;
}

/** Leaving a step early is taken for a mistake that may be taken back for so long. */
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

/** A session that begins at `now`. `id` must never have been used before. */
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
 * When the session began, by the clock as it was put right since. A watch that has been off for long may show a date of
 * years ago until it meets its phone, which is likely within a session: a record of that date would be found nowhere. Only a
 * living page is believed, for its timers tell how much time has passed; where none was, nobody knows which clock was wrong.
 */
export function startOf({ startedAt, clockSet }: Session): Instant {
  return Math.max(0, startedAt + clockSet);
}

/**
 * The time done at `now`, pauses left out: never negative, never less than was done at the last event, never
 * more than the course is long, whatever the clock says.
 */
export function elapsedAt(session: Session, now: Instant): Millis {
  if (session.phase !== 'running') return session.elapsed;
  const passed = Math.max(0, now - session.since);
  return Math.min(session.from + passed, courseLength(session.course));
}

/** The instant at which a running session will have done `at`. */
export function instantOf(session: RunningSession, at: Millis): Instant {
  return session.since + at - session.from;
}

/** A cue of a session with its number and the instant it is due if nobody interferes. */
export interface DueCue {
  readonly number: number;
  readonly cue: Cue;
  readonly due: Instant;
}

/** The cues of a running session that nothing is booked for yet, soonest first. */
export function openCues(session: RunningSession): readonly DueCue[] {
  const booked = session.book.length;
  return cuesOfCourse(session.course)
    .slice(booked)
    .map((timed, index) => ({
      ...{ number: booked + index, cue: timed.cue },
      due: instantOf(session, timed.at),
    }));
}

/** The first of the open cues; none when the finish is booked. */
export function nextCue(session: RunningSession): DueCue | undefined {
  return dueCue(session, session.book.length);
}

/** Those of the open cues that are due at `now`, soonest first. */
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
