import type { Leg } from '../body';
import { certain } from '../result';
import type { Instant, Millis } from '../time';
import { apply } from './apply';
import type { Arming } from './arming';
import { armedUnder } from './arming';
import { courseLength } from './course';
import type { Delivery } from './delivery';
import { UNKNOWN } from './delivery';
import type { SessionEvent } from './event';
import type { Evidence } from './evidence';
import {
  fateAtOnce,
  fateOf,
  fateUnderPage,
  hasLostAlarms,
  isGone,
  isGuarded,
  isWitness,
  markOf,
  withoutGaps,
} from './evidence';
import type { ProvenTime } from './proven-time';
import { ONE_MISSING, provenTime } from './proven-time';
import type { DueCue, RunningSession, Session, StopCause } from './session';
import { dueCues, elapsedAt, lastInstant, openCues } from './session';
import type { Effect, Transition } from './transition';
import { advance, inOrder, withDueOvertaken } from './transition';

/**
 * Takes up a stored session: books what services have done since, marks the time that nothing shows to have passed, and
 * stops a session that nothing brought on at the time known to be done. If the session still runs, advance it to `now`
 * next.
 */
export function reopen(stored: Session, arming: Arming, evidence: Evidence): Session {
  if (stored.phase !== 'running') return stored;
  const session = withClockNotBefore(withRungAhead(stored, arming, evidence), evidence.now);
  const overdue = dueCues(session, evidence.now);
  const time = provenTime(session, overdue, arming, evidence);
  const doubtful = withDoubts(session, time, evidence.now);
  // The cues are about to be armed anew.
  const fates = overdue.map((cue) => fateAtOnce(cue, arming, evidence));
  const booked = withBooked(doubtful, withoutGaps(fates), evidence.now);
  const isBroughtOn = !hasLostAlarms(stored, arming, evidence) && time.missing <= ONE_MISSING;
  if (isBroughtOn || time.until >= courseLength(session.course)) return booked;
  return certain(
    apply(booked, { kind: 'interrupted', at: evidence.now, elapsed: time.until }),
    'a running session can be interrupted',
  );
}

/**
 * Books what other carriers did while a page was alive and left a cue to them. A session with a live page is not
 * interrupted, however late an alarm is. `waits` says whether the page can wait for an alarm that may just be ringing.
 */
export function bookOthers(
  session: RunningSession,
  arming: Arming,
  evidence: Evidence,
  waits: boolean,
): RunningSession {
  const fates = dueCues(session, evidence.now).map((cue) => fateUnderPage(cue, arming, evidence, waits));
  return withBooked(session, withoutGaps(fates), evidence.now);
}

/** Whether an alarm may be about to bring one of the due cues. */
export function isPending(session: RunningSession, arming: Arming, evidence: Evidence): boolean {
  return dueCues(session, evidence.now).some((cue) => fateOf(cue, arming, evidence) === 'pending');
}

/** When the page was alive, and how far the session had come by then. */
export interface SignOfLife {
  readonly at: Instant;
  readonly elapsed: Millis;
}

/** The sign of life of a page that shows a running session at `now`. */
export function signOfLife(session: RunningSession, now: Instant): SignOfLife {
  return { at: now, elapsed: elapsedAt(session, now) };
}

/** What is on disk of a session besides the session itself. */
export interface LastWords {
  /** The cue the page was about to play when the session was saved. */
  readonly playing?: number;
  /** When the page was last known to be alive, if that was after the session's last event. */
  readonly alive?: SignOfLife;
}

/**
 * Takes up a stored session and continues it: after `reopen` it is brought to the present, and either carried by newly
 * set alarms or, if its end has passed, recorded.
 */
export function takeUp(stored: Session, arming: Arming, evidence: Evidence, words: LastWords): Transition {
  const known = withLastWords(stored, words, arming, evidence);
  const { session, effects } = advance(reopen(known, arming, evidence), evidence.now, evidence);
  const last: readonly Effect[] = session.phase === 'ended' ? [{ kind: 'record' }] : [];
  return {
    session,
    effects: inOrder([{ kind: 'save' }, ...effects.filter(notRecord), { kind: 'arm' }, ...last]),
  };
}

/**
 * Ends a stored session that must not go on because a leg of it was locked since it began. What services have brought
 * is booked, and nothing more is played. `legs` are the locked legs, for the record. `stop` is why the person had
 * stopped right before the watch was cut off, which the session itself does not know.
 */
export function endWithheld(
  stored: Session,
  arming: Arming,
  evidence: Evidence,
  words: LastWords,
  { legs, stop }: { readonly legs: readonly Leg[]; readonly stop?: StopCause | undefined },
): Transition {
  const { now } = evidence;
  const known = withLastWords(stored, words, arming, evidence);
  const reopened = reopen(known, arming, evidence);
  const booked = reopened.phase === 'running' ? withDueOvertaken(reopened, now) : reopened;
  const { session } = advance(booked, now, evidence);
  return {
    session: session.phase === 'ended' ? session : stopped(withWithheld(session, legs), now, stop),
    effects: [{ kind: 'record' }, { kind: 'arm' }],
  };
}

function withLastWords(
  stored: Session,
  { playing, alive }: LastWords,
  arming: Arming,
  evidence: Evidence,
): Session {
  return withSignOfLife(withLastPlayed(stored, playing, arming, evidence), alive);
}

function stopped(session: Session, at: Instant, stop: StopCause | undefined): Session {
  const kind = stop === undefined ? 'stopped' : STOPS[stop];
  return certain(apply(session, { kind, at }), 'what is not over can be stopped');
}

const STOPS = { hurts: 'hurt', sign: 'stoppedAtSign' } as const satisfies Readonly<Record<StopCause, string>>;

function withWithheld<Kind extends Session>(session: Kind, legs: readonly Leg[]): Kind {
  const { origin } = session;
  if (!origin || legs.length === 0) return session;
  const { withheld = [] } = origin;
  return { ...session, origin: { ...origin, withheld: withheld.concat(legs) } };
}

/**
 * Corrects the booking of the cue that the page was about to play. A page books a cue, saves, plays it and cancels its
 * alarm. So if the alarm is gone without a mark, the cue was played; a mark tells what the alarm brought; and if the
 * alarm is left, was never set, or may have been lost with the watch or rung without a mark, nothing is known. The event
 * gets the time at which the cue was booked, because the time of this check says nothing about it.
 */
function withLastPlayed(
  stored: Session,
  playing: number | undefined,
  arming: Arming,
  evidence: Evidence,
): Session {
  const last = stored.book[stored.book.length - 1];
  if (playing === undefined || last?.outcome !== 'played') return stored;
  const armed = armedUnder(arming, playing);
  const mark = markOf(playing, evidence);
  const isTold = armed !== undefined && arming.form !== 'page' && isGone(armed, evidence);
  // Once the guard has rung in its time, only a later service shows that the watch stayed on.
  const isOver = evidence.now >= arming.guardRings && !evidence.marks.some(({ number }) => number > playing);
  if (!mark && isTold && isGuarded(arming, evidence) && !isOver) return stored;
  const at = lastInstant(stored);
  const due = at - (last.late ?? 0);
  const fate = mark ? fateOf({ number: playing, due }, arming, evidence) : UNKNOWN;
  const delivery = typeof fate === 'object' ? fate : UNKNOWN;
  return certain(apply(stored, { kind: 'unplayed', at, delivery }), 'the cue was booked when it was saved');
}

function withSignOfLife(stored: Session, alive: SignOfLife | undefined): Session {
  if (stored.phase !== 'running' || !alive || alive.at <= lastInstant(stored)) return stored;
  return stillRunning(stored, { kind: 'stepped', ...alive });
}

function notRecord({ kind }: Effect): boolean {
  return kind !== 'record';
}

/**
 * A cue whose mark is dated in the future was brought before the clock was set back. It must not come again, and the
 * session continues from there.
 */
function withRungAhead(session: RunningSession, arming: Arming, evidence: Evidence): RunningSession {
  if (arming.cues.length === 0 && evidence.marks.length === 0) return session;
  const open = openCues(session);
  const last = open.reduce<DueCue | undefined>((latest, cue) => {
    return cue.due > evidence.now && wasBroughtAhead(cue, arming, evidence) ? cue : latest;
  }, undefined);
  if (!last) return session;
  const then = { ...evidence, now: last.due };
  const brought = open.filter(({ number }) => number <= last.number);
  const fates = brought
    .map((cue) => fateOf(cue, arming, then))
    .map((fate) => (typeof fate === 'object' ? fate : UNKNOWN));
  const elapsed = elapsedAt(session, last.due);
  const time = provenTime(session, brought, arming, then);
  const doubtful = withDoubts(session, doubtedUpTo(elapsed, time), last.due);
  const booked = stillRunning(doubtful, { kind: 'booked', at: last.due, deliveries: fates });
  return stillRunning(booked, { kind: 'stepped', at: evidence.now, elapsed });
}

/** What is proven of the time up to where a session continues, which may be further than anything proves. */
function doubtedUpTo(to: Millis, time: ProvenTime): ProvenTime {
  const { until, unproven } = time;
  return until < to ? { ...time, unproven: unproven.concat({ from: until, to }) } : time;
}

/**
 * A service that came too late brought nothing: the clock may have been set far ahead for a moment. An alarm that opens
 * the page brings nothing itself, and one that is gone before its time has most likely rung too early.
 */
function wasBroughtAhead(cue: DueCue, arming: Arming, evidence: Evidence): boolean {
  const mark = markOf(cue.number, evidence);
  if (mark) return mark.did !== 'early' && mark.did !== 'late';
  return arming.form !== 'page' && isWitness(cue, arming, evidence);
}

/**
 * If the clock went back before the last event, the session would have to wait; instead it continues from where it was.
 */
function withClockNotBefore(session: RunningSession, now: Instant): RunningSession {
  return now < session.since
    ? stillRunning(session, { kind: 'stepped', at: now, elapsed: session.from })
    : session;
}

function withDoubts(session: RunningSession, { unproven }: ProvenTime, at: Instant): RunningSession {
  return unproven.reduce((doubted, { from, to }) => {
    return stillRunning(doubted, { kind: 'unproven', at, from, to });
  }, session);
}

function withBooked(session: RunningSession, deliveries: readonly Delivery[], at: Instant): RunningSession {
  return deliveries.length > 0 ? stillRunning(session, { kind: 'booked', at, deliveries }) : session;
}

/** Applies an event after which a running session still runs. */
function stillRunning(session: RunningSession, event: SessionEvent): RunningSession {
  const next = apply(session, event);
  return certain(next, 'a running session takes any account of its cues and clock') as RunningSession;
}
