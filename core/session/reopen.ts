import { certain } from '../result';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';
import { apply } from './apply';
import { courseLength } from './course';
import type { Delivery, MissReason } from './delivery';
import { PLAYABLE_FOR, TIMER_AFTER } from './delivery';
import type { SessionEvent } from './event';
import type { DueCue, RunningSession, Session } from './session';
import { elapsedAt, openCues } from './session';
import type { Effect, Transition, Wrist } from './transition';
import { advance, inOrder } from './transition';

/** A cue that an alarm was set for. */
export interface ArmedCue {
  readonly number: number;
  /** The alarm's id; 0 when the watch refused to set it. */
  readonly alarm: number;
  /** When the alarm rings. */
  readonly rings: Instant;
}

/** The alarms of a session. */
export interface Arming {
  readonly cues: readonly ArmedCue[];
  /**
   * An alarm far beyond the session's end, 0 when it was refused. Alarms are lost when the watch restarts, so as
   * long as this one is left the watch was on, and an alarm that is gone has rung.
   */
  readonly guard: number;
}

export const NOTHING_ARMED: Arming = { cues: [], guard: 0 };

/** What the watch tells when its app is opened again. */
export interface Evidence extends Wrist {
  readonly now: Instant;
  /** The ids of all alarms that the watch still holds. */
  readonly alarmsLeft: readonly number[];
  /** A service found that its alarm rang at the wrong time, which only a clock that was set explains. */
  readonly rangOutOfTime: boolean;
  /** A service with a timer has been running since the cues were armed. */
  readonly timerRuns: boolean;
}

/** An alarm that rings further than this from its second rings out of time; its service keeps still. */
export const IN_TIME: Millis = 10 * SECOND;

export function rangInTime({ rings }: ArmedCue, now: Instant): boolean {
  return Math.abs(now - rings) <= IN_TIME;
}

/** An alarm may ring this much after its second; until then it is not missed. */
const GRACE: Millis = 2 * SECOND;

/**
 * Takes a stored session up again: books what the alarms have done since, and stops the clock of a session that
 * nobody brought on, at what is known to be done. A session that runs on is then to be advanced to `now`.
 */
export function reopen(stored: Session, arming: Arming, evidence: Evidence): Session {
  if (stored.phase !== 'running') return stored;
  const broken = whatBroke(arming, evidence);
  const known = broken ? stored : withRungAhead(stored, arming, evidence);
  const session = withClockNotBefore(known, evidence.now);
  const overdue = openCues(session).filter(({ due }) => due <= evidence.now);
  const deliveries = withoutGaps(overdue.map((cue) => whatBecameOf(cue, arming, evidence, broken)));
  const carried = overdue.filter((_, index) => deliveries[index]?.outcome === 'delivered');
  const booked =
    deliveries.length > 0 ? stillRunning(session, { kind: 'booked', at: evidence.now, deliveries }) : session;
  const abandoned = broken !== undefined || (deliveries.length > 0 && deliveries.every(wasNotCarried));
  const done = Math.max(knownDone(session), ...carried.map(({ due }) => elapsedAt(session, due)));
  if (!abandoned || done >= courseLength(session.course)) return booked;
  return certain(
    apply(booked, { kind: 'interrupted', at: evidence.now, elapsed: done }),
    'a running session can be interrupted',
  );
}

/**
 * Takes a stored session up again and goes on with it: after `reopen` it is brought to the present, carried by
 * freshly set alarms, or recorded when its end has passed. `playing` is the cue that the page was about to play when
 * the session was saved.
 */
export function takeUp(stored: Session, arming: Arming, evidence: Evidence, playing?: number): Transition {
  const known = wasPlayed(playing, arming, evidence) ? stored : withoutLast(stored);
  const { session, effects } = advance(reopen(known, arming, evidence), evidence.now, evidence);
  const last: readonly Effect[] = session.phase === 'ended' ? [{ kind: 'record' }] : [];
  return {
    session,
    effects: inOrder([{ kind: 'save' }, ...effects.filter(notRecord), { kind: 'arm' }, ...last]),
  };
}

/**
 * A page books a cue, saves, plays it and takes its alarm back. So an alarm that is gone says that it came to that, or
 * that the alarm rang; one that is left, never was, or was lost with the watch says nothing.
 */
function wasPlayed(playing: number | undefined, arming: Arming, evidence: Evidence): boolean {
  if (playing === undefined) return true;
  if (whatBroke(arming, evidence)) return false;
  const armed = arming.cues.find(({ number }) => number === playing);
  return armed !== undefined && armed.alarm !== 0 && !evidence.alarmsLeft.includes(armed.alarm);
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
 * and the session counts on from there. Only the guard tells such an alarm from one that a restart has lost.
 */
function withRungAhead(session: RunningSession, arming: Arming, evidence: Evidence): RunningSession {
  const { now, alarmsLeft } = evidence;
  const open = openCues(session);
  const last = open.reduce<DueCue | undefined>((latest, cue) => {
    const alarm = arming.cues.find(({ number }) => number === cue.number)?.alarm ?? 0;
    return cue.due > now && alarm !== 0 && !alarmsLeft.includes(alarm) ? cue : latest;
  }, undefined);
  if (!last || arming.guard === 0) return session;
  const over = open.filter(({ number }) => number <= last.number);
  const then = { ...evidence, now: last.due };
  const deliveries = withoutGaps(over.map((cue) => whatBecameOf(cue, arming, then, undefined)));
  const elapsed = elapsedAt(session, last.due);
  const booked = stillRunning(session, { kind: 'booked', at: last.due, deliveries });
  return stillRunning(booked, { kind: 'stepped', at: now, elapsed });
}

/** A clock that went back before the last event would make the session wait; it counts on from where it was. */
function withClockNotBefore(session: RunningSession, now: Instant): RunningSession {
  return now < session.since
    ? stillRunning(session, { kind: 'stepped', at: now, elapsed: session.from })
    : session;
}

function whatBroke(arming: Arming, evidence: Evidence): MissReason | undefined {
  if (evidence.rangOutOfTime) return 'clockSet';
  const guardIsGone = arming.guard !== 0 && !evidence.alarmsLeft.includes(arming.guard);
  return guardIsGone ? 'watchOff' : undefined;
}

/** What was done by the last event: those before it may have been told by a clock that was set since. */
function knownDone(session: RunningSession): Millis {
  return elapsedAt(session, lastInstant(session));
}

function lastInstant({ journal, startedAt }: Session): Instant {
  const last = journal[journal.length - 1];
  return last ? last.at : startedAt;
}

const SWALLOWED: Delivery = { outcome: 'missed', reason: 'doNotDisturb' };

/** What became of an overdue cue; nothing yet, when its alarm is about to ring or the page can still play it. */
function whatBecameOf(
  { number, due }: DueCue,
  arming: Arming,
  evidence: Evidence,
  broken: MissReason | undefined,
): Delivery | undefined {
  const { now, alarmsLeft, silenced, timerRuns } = evidence;
  const armed = arming.cues.find((cue) => cue.number === number);
  if (broken) return { outcome: 'missed', reason: broken };
  if (!armed || armed.alarm === 0) {
    if (armed && timerRuns && now >= due + TIMER_AFTER) {
      return silenced ? SWALLOWED : { outcome: 'delivered', by: 'timer', late: TIMER_AFTER };
    }
    return now - due <= PLAYABLE_FOR ? undefined : { outcome: 'missed', reason: 'notArmed' };
  }
  if (alarmsLeft.includes(armed.alarm)) {
    return now <= armed.rings + GRACE ? undefined : { outcome: 'missed', reason: 'unknown' };
  }
  if (silenced) return SWALLOWED;
  return { outcome: 'delivered', by: 'alarm', late: Math.max(0, armed.rings - due) };
}

function wasNotCarried(delivery: Delivery): boolean {
  return delivery.outcome === 'missed' && delivery.reason !== 'doNotDisturb';
}

/** A book has no gaps: a cue that is not decided yet was overtaken by one that was felt since, or is still open. */
function withoutGaps(fates: readonly (Delivery | undefined)[]): readonly Delivery[] {
  const felt = fates.reduce((last, fate, index) => (fate?.outcome === 'delivered' ? index : last), -1);
  const known: Delivery[] = [];
  for (const [index, fate] of fates.entries()) {
    if (!fate && index > felt) break;
    known.push(fate ?? { outcome: 'missed', reason: 'overtaken' });
  }
  return known;
}

/** Applies an event that leaves a running session running. */
function stillRunning(session: RunningSession, event: SessionEvent): RunningSession {
  const next = apply(session, event);
  return certain(next, 'a running session takes any account of its cues and clock') as RunningSession;
}
