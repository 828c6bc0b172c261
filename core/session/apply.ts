import type { Result } from '../result';
import { err, ok } from '../result';
import type { Instant, Millis } from '../time';
import type { Course } from './course';
import { courseLength, cuesOfCourse, extend, goToStep, rewind, stretchAt, withCuesAt } from './course';
import type { Delivery } from './delivery';
import { UNKNOWN } from './delivery';
import type { SessionError, SessionEvent } from './event';
import { JOURNAL_LIMIT } from './event';
import type {
  EndedSession,
  Ending,
  PauseCause,
  PausedSession,
  RunningSession,
  Session,
  Span,
  StepLeft,
  StopCause,
} from './session';
import { canTakeBack, elapsedAt, instantOf } from './session';

/** Applies an event and adds it to the journal, or returns why the event is invalid. */
export function apply(session: Session, event: SessionEvent): Result<Session, SessionError> {
  const next = change(session, event);
  return next.ok ? ok({ ...next.value, journal: session.journal.concat(event) }) : next;
}

/** Rebuilds a session from its journal. The result is the same as when the events were applied live. */
export function replay(
  fresh: RunningSession,
  journal: readonly SessionEvent[],
): Result<Session, SessionError> {
  return journal.reduce<Result<Session, SessionError>>(
    (before, event) => (before.ok ? apply(before.value, event) : before),
    ok(fresh),
  );
}

type Live = RunningSession | PausedSession;

function change(session: Session, event: SessionEvent): Result<Session, SessionError> {
  if (event.kind === 'unplayed') return takeBack(session, event.delivery ?? UNKNOWN);
  if (session.phase === 'ended') return err('ended');
  if (event.kind === 'unproven') return ok(withDoubt(session, event));
  if (event.kind === 'booked') return bookNext(session, event.at, event.deliveries);
  if (isOptional(event) && session.journal.length >= JOURNAL_LIMIT) return err('journalFull');
  if (event.kind === 'takenOff') return ok({ ...session, timesTakenOff: session.timesTakenOff + 1 });
  if (event.kind === 'touched') return ok(withTouch(session, elapsedAt(session, event.at)));
  const elapsed = 'elapsed' in event ? bounded(session, event.elapsed) : elapsedAt(session, event.at);
  const course = rewind(session.course, elapsed, session.book);
  const live = { ...(keepsStepLeft(event) ? session : withoutStepLeft(session)), course };
  // After the finish was felt, the only thing left is to end.
  if (isOptional(event) && live.book.length === cuesOfCourse(live.course).length) return err('ended');
  switch (event.kind) {
    case 'paused':
      return live.phase === 'running' ? ok(pause(live, event.at, elapsed, 'person')) : err('alreadyPaused');
    case 'resumed':
      return live.phase === 'paused' ? ok(resume(live, event.at)) : err('notPaused');
    case 'movedOn':
      return ok(moveOn(live, event.at, elapsed));
    case 'movedBack':
      return ok(take(live, event.at, elapsed, goTo(live, elapsed, -1)));
    case 'tookBack':
      return canTakeBack(session, event.at) && session.stepLeft
        ? ok(takeStepBack(live, event.at, session.stepLeft))
        : err('nothingToTakeBack');
    case 'repeated':
      return ok(take(live, event.at, elapsed, goTo(live, elapsed, 0)));
    case 'extended':
      return ok(take(live, event.at, elapsed, extend(live.routine, live.course, elapsed)));
    case 'stopped':
      return ok(end(live, event.at, elapsed, isInterrupted(live) ? 'interrupted' : 'stopped'));
    case 'hurt':
      return ok(stop(live, event.at, elapsed, 'hurts'));
    case 'stoppedAtSign':
      return ok(stop(live, event.at, elapsed, 'sign'));
    case 'finished':
      return finish(live, event.at);
    case 'stepped':
      return ok(withClockSet(take(live, event.at, elapsed, live.course), event.by ?? 0));
    case 'interrupted':
      return live.phase === 'running'
        ? ok(pause(live, event.at, elapsed, 'interruption'))
        : err('alreadyPaused');
  }
}

/** Replaces the booking of the last cue, which the page was about to play. */
function takeBack(session: Session, delivery: Delivery): Result<Session, SessionError> {
  const last = session.book[session.book.length - 1];
  if (last?.outcome !== 'played') return err('noSuchCue');
  return ok({ ...session, book: [...session.book.slice(0, -1), delivery] });
}

function withDoubt(session: Live, { from, to }: Span): Live {
  return { ...session, unproven: session.unproven.concat({ from, to }) };
}

/** A leg is noted once, however often it is touched. */
function withTouch(session: Live, elapsed: Millis): Live {
  const { leg } = stretchAt(session.course, elapsed).activity;
  const { touched } = session;
  return touched.includes(leg) ? session : { ...session, touched: touched.concat(leg) };
}

function withClockSet(session: Live, by: Millis): Live {
  return { ...session, clockSet: session.clockSet + by };
}

function pause(session: RunningSession, at: Instant, elapsed: Millis, cause: PauseCause): PausedSession {
  const { since: _since, from: _from, ...core } = session;
  const pauses = { ...core.pauses, count: core.pauses.count + 1 };
  return { ...core, phase: 'paused', cause, pausedAt: at, elapsed, pauses };
}

function isInterrupted(session: Live): boolean {
  return session.phase === 'paused' && session.cause === 'interruption';
}

function resume(session: PausedSession, at: Instant): RunningSession {
  const { pausedAt: _pausedAt, cause: _cause, elapsed, ...core } = session;
  return { ...core, phase: 'running', since: at, from: elapsed, pauses: pausesUntil(session, at) };
}

function moveOn(session: Live, at: Instant, elapsed: Millis): Live {
  const { course, book } = session;
  const moved = take(session, at, elapsed, goTo(session, elapsed, 1));
  return { ...moved, stepLeft: { at, elapsed, course, booked: book.length } };
}

/** The step continues at the second at which it was left. Cues booked since then stay in the book. */
function takeStepBack(session: Live, at: Instant, { elapsed, course, booked }: StepLeft): Live {
  const since = cuesOfCourse(session.course).slice(booked, session.book.length);
  return take(session, at, elapsed, withCuesAt(course, elapsed, booked, since));
}

/** Pausing does not stop a step that was left from being taken back. */
function keepsStepLeft({ kind }: SessionEvent): boolean {
  return kind === 'paused' || kind === 'resumed';
}

function withoutStepLeft<Phase extends Live>(session: Phase): Phase {
  const { stepLeft: _stepLeft, ...rest } = session;
  return rest as Phase;
}

function goTo(session: Live, elapsed: Millis, by: 1 | 0 | -1): Course {
  const { routine, course, book } = session;
  const step = stretchAt(course, elapsed).step + by;
  return goToStep(routine, course, elapsed, book.length, Math.max(0, step));
}

/** Puts the session on a new course; if it is running, it counts on from `elapsed` at `at`. */
function take<Phase extends Live>(session: Phase, at: Instant, elapsed: Millis, course: Course): Phase {
  return session.phase === 'running'
    ? { ...session, course, since: at, from: elapsed }
    : { ...session, course, elapsed };
}

function finish(session: Live, at: Instant): Result<Session, SessionError> {
  const length = courseLength(session.course);
  if (session.phase === 'paused' || elapsedAt(session, at) < length) return err('notOver');
  return ok(end(session, instantOf(session, length), length, 'finished'));
}

/** Ends the session by the person's decision, whatever its phase. */
function stop(session: Live, at: Instant, elapsed: Millis, cause: StopCause): EndedSession {
  return { ...end(session, at, elapsed, 'stopped'), stop: cause };
}

function end(session: Live, endedAt: Instant, elapsed: Millis, ending: Ending): EndedSession {
  const { id, routine, startedAt, clockSet, origin, journal, course, book } = session;
  const { timesTakenOff, touched, unproven } = session;
  const begun = { id, routine, startedAt, clockSet, origin };
  const core = { ...begun, journal, course, book, timesTakenOff, touched, unproven };
  const pauses = session.phase === 'paused' ? pausesUntil(session, endedAt) : session.pauses;
  return { ...core, phase: 'ended', pauses, endedAt, elapsed, ending };
}

function pausesUntil(session: PausedSession, at: Instant): PausedSession['pauses'] {
  const { count, length } = session.pauses;
  return { count, length: length + Math.max(0, at - session.pausedAt) };
}

/**
 * Books the next cues, all of which must be due. A cue that the page played, and nothing else, proves the time done
 * until then, wherever the clock is set afterwards.
 */
function bookNext(
  session: Live,
  at: Instant,
  deliveries: readonly Delivery[],
): Result<Session, SessionError> {
  const cues = cuesOfCourse(session.course);
  const book = session.book.concat(deliveries);
  const last = cues[book.length - 1];
  if (!last) return err('noSuchCue');
  if (last.at > elapsedAt(session, at)) return err('notDue');
  if (session.phase === 'paused') return ok({ ...session, book });
  const from = cues.reduce((known, cue, number) => {
    const delivery = book[number];
    const isSure = delivery?.outcome === 'played' && delivery.by === 'page';
    return isSure ? Math.max(known, cue.at) : known;
  }, session.from);
  return ok({ ...session, book, since: instantOf(session, from), from });
}

/** Clamps a claim about time done to between the time done at the last event and the end of the course. */
function bounded(session: Live, elapsed: Millis): Millis {
  const known = session.phase === 'running' ? session.from : session.elapsed;
  return Math.min(Math.max(known, elapsed), courseLength(session.course));
}

/**
 * Events from a person or a sensor, which may come any number of times. They are refused when the journal is full;
 * endings and bookkeeping always fit.
 */
function isOptional(event: SessionEvent): boolean {
  switch (event.kind) {
    case 'paused':
    case 'movedOn':
    case 'movedBack':
    case 'tookBack':
    case 'repeated':
    case 'extended':
    case 'takenOff':
    case 'touched':
      return true;
    case 'resumed':
    case 'stopped':
    case 'hurt':
    case 'stoppedAtSign':
    case 'finished':
    case 'stepped':
    case 'interrupted':
    case 'booked':
    case 'unplayed':
    case 'unproven':
      return false;
  }
}
