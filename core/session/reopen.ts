import { certain } from '../result';
import type { Instant, Millis } from '../time';
import { apply } from './apply';
import type { Arming } from './arming';
import { armedUnder } from './arming';
import { courseLength } from './course';
import type { Delivery } from './delivery';
import type { SessionEvent } from './event';
import type { Evidence, Fate } from './evidence';
import { fatesOf, isGone, whatIsProved, withoutGaps } from './evidence';
import type { DueCue, RunningSession, Session } from './session';
import { dueCues, elapsedAt, openCues } from './session';
import type { Effect, Transition } from './transition';
import { advance, inOrder } from './transition';

/**
 * Takes a stored session up again: books what the alarms have done since, and stops the clock of a session that
 * nobody brought on, at what is known to be done. A session that runs on is then to be advanced to `now`.
 */
export function reopen(stored: Session, arming: Arming, evidence: Evidence): Session {
  if (stored.phase !== 'running') return stored;
  const proof = whatIsProved(stored, arming, evidence);
  const broken = proof === 'watchOff' || proof === 'clockSet' ? proof : undefined;
  const known = proof === 'watchOn' ? withRungAhead(stored, arming, evidence) : stored;
  const session = withClockNotBefore(known, evidence.now);
  const overdue = dueCues(session, evidence.now);
  const fates = broken
    ? overdue.map((): Fate => ({ delivery: { outcome: 'missed', reason: broken }, carried: false }))
    : fatesOf(overdue, arming, evidence, proof);
  const deliveries = withoutGaps(fates);
  const booked = withBooked(session, deliveries, evidence.now);
  const isCarried = deliveries.length === 0 || fates.some((fate) => fate?.carried);
  const elapsed = knownDone(session);
  if ((!broken && isCarried) || elapsed >= courseLength(session.course)) return booked;
  return certain(
    apply(booked, { kind: 'interrupted', at: evidence.now, elapsed }),
    'a running session can be interrupted',
  );
}

/**
 * Books what other carriers have done while a page lived and left a cue to them. That the page is there shows that the
 * watch was on, and a session that has a page is not cut off, however late an alarm is.
 */
export function bookOthers(session: RunningSession, arming: Arming, evidence: Evidence): RunningSession {
  const overdue = dueCues(session, evidence.now);
  return withBooked(session, withoutGaps(fatesOf(overdue, arming, evidence, 'watchOn')), evidence.now);
}

/**
 * Takes a stored session up again and goes on with it: after `reopen` it is brought to the present, carried by
 * freshly set alarms, or recorded when its end has passed. `playing` is the cue that the page was about to play when
 * the session was saved.
 */
export function takeUp(stored: Session, arming: Arming, evidence: Evidence, playing?: number): Transition {
  const known = wasPlayed(stored, playing, arming, evidence) ? stored : withoutLast(stored);
  const { session, effects } = advance(reopen(known, arming, evidence), evidence.now, evidence);
  const last: readonly Effect[] = session.phase === 'ended' ? [{ kind: 'record' }] : [];
  return {
    session,
    effects: inOrder([{ kind: 'save' }, ...effects.filter(notRecord), { kind: 'arm' }, ...last]),
  };
}

/**
 * A page books a cue, saves, plays it and takes its alarm back. So an alarm that is gone says that it came to that, or
 * that the alarm rang; one that is left, never was, or may have been lost with the watch says nothing.
 */
function wasPlayed(
  stored: Session,
  playing: number | undefined,
  arming: Arming,
  evidence: Evidence,
): boolean {
  if (playing === undefined) return true;
  const armed = armedUnder(arming, playing);
  return (
    armed !== undefined && isGone(armed, evidence) && whatIsProved(stored, arming, evidence) === 'watchOn'
  );
}

/** The event is told of the moment that the cue was booked: that the session is looked at now says nothing of it. */
function withoutLast(session: Session): Session {
  const at = lastInstant(session);
  return certain(apply(session, { kind: 'unplayed', at }), 'the cue was booked when it was saved');
}

function notRecord({ kind }: Effect): boolean {
  return kind !== 'record';
}

/**
 * An alarm that is gone before its time rang before the clock was set back: its cue was felt and is not to come again,
 * and the session counts on from there. The watch must have been on, for a restart loses alarms as well.
 */
function withRungAhead(session: RunningSession, arming: Arming, evidence: Evidence): RunningSession {
  const open = openCues(session);
  const last = open.reduce<DueCue | undefined>((latest, cue) => {
    const armed = armedUnder(arming, cue.number);
    return cue.due > evidence.now && armed && isGone(armed, evidence) ? cue : latest;
  }, undefined);
  if (!last) return session;
  const over = open.filter(({ number }) => number <= last.number);
  const then = { ...evidence, now: last.due };
  const deliveries = withoutGaps(fatesOf(over, arming, then, 'watchOn'));
  const elapsed = elapsedAt(session, last.due);
  const booked = stillRunning(session, { kind: 'booked', at: last.due, deliveries });
  return stillRunning(booked, { kind: 'stepped', at: evidence.now, elapsed });
}

/** A clock that went back before the last event would make the session wait; it counts on from where it was. */
function withClockNotBefore(session: RunningSession, now: Instant): RunningSession {
  return now < session.since
    ? stillRunning(session, { kind: 'stepped', at: now, elapsed: session.from })
    : session;
}

/** What was done by the last event: those before it may have been told by a clock that was set since. */
function knownDone(session: RunningSession): Millis {
  return elapsedAt(session, lastInstant(session));
}

function lastInstant({ journal, startedAt }: Session): Instant {
  const last = journal[journal.length - 1];
  return last ? last.at : startedAt;
}

function withBooked(session: RunningSession, deliveries: readonly Delivery[], at: Instant): RunningSession {
  return deliveries.length > 0 ? stillRunning(session, { kind: 'booked', at, deliveries }) : session;
}

/** Applies an event that leaves a running session running. */
function stillRunning(session: RunningSession, event: SessionEvent): RunningSession {
  const next = apply(session, event);
  return certain(next, 'a running session takes any account of its cues and clock') as RunningSession;
}
