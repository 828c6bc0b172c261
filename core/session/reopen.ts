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
  /** When the guard rings: that it is gone says nothing any more from then on. */
  readonly guardRings: Instant;
}

export const NOTHING_ARMED: Arming = { cues: [], guard: 0, guardRings: 0 };

/** What the watch tells when its app is opened again. */
export interface Evidence extends Wrist {
  readonly now: Instant;
  /**
   * The ids of all alarms that the watch still holds. One that was not armed is a sign from a service: its alarm rang
   * out of time, if the guard was taken as well; else its vibration was swallowed.
   */
  readonly alarmsLeft: readonly number[];
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
  const proof = whatIsProved(stored, arming, evidence);
  const broken = proof === 'watchOff' || proof === 'clockSet' ? proof : undefined;
  const known = proof === 'watchOn' ? withRungAhead(stored, arming, evidence) : stored;
  const session = withClockNotBefore(known, evidence.now);
  const overdue = openCues(session).filter(({ due }) => due <= evidence.now);
  const fates = broken
    ? overdue.map((): Fate => ({ delivery: { outcome: 'missed', reason: broken }, carried: false }))
    : fatesOf(overdue, arming, evidence, proof === 'watchOn');
  const deliveries = withoutGaps(fates);
  const booked =
    deliveries.length > 0 ? stillRunning(session, { kind: 'booked', at: evidence.now, deliveries }) : session;
  const isCarried = deliveries.length === 0 || fates.some((fate) => fate?.carried);
  const elapsed = knownDone(session);
  if ((!broken && isCarried) || elapsed >= courseLength(session.course)) return booked;
  return certain(
    apply(booked, { kind: 'interrupted', at: evidence.now, elapsed }),
    'a running session can be interrupted',
  );
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
  const deliveries = withoutGaps(fatesOf(over, arming, then, true));
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

/**
 * What the alarms that are left prove of the time since they were set. Without a guard, or after its time, nothing is
 * proved by an alarm that is gone, unless it is gone too early.
 */
function whatIsProved(
  { book }: Session,
  arming: Arming,
  evidence: Evidence,
): 'watchOn' | 'watchOff' | 'clockSet' | 'nothing' {
  const { guard, guardRings, cues } = arming;
  const { now, alarmsLeft } = evidence;
  if (alarmsLeft.includes(guard)) return 'watchOn';
  const guardIsDue = guard !== 0 && now >= guardRings;
  if (!guardIsDue && signsLeft(arming, evidence) > 0) return 'clockSet';
  const isLost = cues.some((cue) => cue.number >= book.length && cue.rings > now && isGone(cue, evidence));
  return isLost || (guard !== 0 && !guardIsDue) ? 'watchOff' : 'nothing';
}

/** How many signs services have left. A page that did not come to note what it armed cannot tell signs from that. */
export function signsLeft({ cues, guard }: Arming, { alarmsLeft }: Evidence): number {
  if (cues.length === 0) return 0;
  return alarmsLeft.filter((id) => id !== guard && cues.every(({ alarm }) => alarm !== id)).length;
}

/** What was done by the last event: those before it may have been told by a clock that was set since. */
function knownDone(session: RunningSession): Millis {
  return elapsedAt(session, lastInstant(session));
}

function lastInstant({ journal, startedAt }: Session): Instant {
  const last = journal[journal.length - 1];
  return last ? last.at : startedAt;
}

/** What became of an overdue cue, and whether something brought the session on with it. */
interface Fate {
  readonly delivery: Delivery;
  readonly carried: boolean;
}

/**
 * What became of overdue cues; nothing yet of one whose alarm is about to ring or that the page can still play. A
 * service leaves a sign for each cue that was swallowed, but not for which: so they were all swallowed, or none, or
 * nobody knows.
 */
function fatesOf(
  cues: readonly DueCue[],
  arming: Arming,
  evidence: Evidence,
  watchWasOn: boolean,
): readonly (Fate | undefined)[] {
  const brought = cues.map((cue) => broughtBy(cue, armedUnder(arming, cue.number), evidence, watchWasOn));
  const signs = signsLeft(arming, evidence);
  const areAllSwallowed = signs >= brought.filter((delivery) => delivery).length;
  const swallowed: Delivery = { outcome: 'missed', reason: areAllSwallowed ? 'doNotDisturb' : 'unknown' };
  return cues.map((cue, index) => {
    const delivery = brought[index];
    if (delivery) return { delivery: signs > 0 ? swallowed : delivery, carried: true };
    const reason = whyNotBrought(cue, armedUnder(arming, cue.number), evidence);
    return reason && { delivery: { outcome: 'missed', reason }, carried: false };
  });
}

/** Who has brought an overdue cue to the wrist; a timer that runs is quicker than an alarm. */
function broughtBy(
  { due }: DueCue,
  armed: ArmedCue | undefined,
  evidence: Evidence,
  watchWasOn: boolean,
): Delivery | undefined {
  const { now, timerRuns, silenced } = evidence;
  if (!armed || isLeft(armed, evidence)) return undefined;
  const late = Math.max(0, armed.rings - due);
  if (timerRuns && now >= due + TIMER_AFTER && (armed.alarm === 0 || late > TIMER_AFTER)) {
    // Without alarms a timer has no way to leave a sign, and what was so at the time is not known now.
    const isKnown = watchWasOn || !silenced;
    return isKnown ? { outcome: 'delivered', by: 'timer', late: TIMER_AFTER } : UNKNOWN;
  }
  return armed.alarm !== 0 && watchWasOn ? { outcome: 'delivered', by: 'alarm', late } : undefined;
}

const UNKNOWN: Delivery = { outcome: 'missed', reason: 'unknown' };

/** Why nobody has brought a cue; nothing while that may still happen. */
function whyNotBrought(
  { due }: DueCue,
  armed: ArmedCue | undefined,
  evidence: Evidence,
): MissReason | undefined {
  const { now } = evidence;
  if (!armed || armed.alarm === 0) return now - due <= PLAYABLE_FOR ? undefined : 'notArmed';
  return isLeft(armed, evidence) && now <= armed.rings + GRACE ? undefined : 'unknown';
}

/** What was armed for the cue of this number. */
export function armedUnder<Cue extends ArmedCue>(
  { cues }: { readonly cues: readonly Cue[] },
  number: number,
): Cue | undefined {
  return cues.find((cue) => cue.number === number);
}

function isLeft({ alarm }: ArmedCue, { alarmsLeft }: Evidence): boolean {
  return alarmsLeft.includes(alarm);
}

/** Whether the cue's alarm has rung, was taken back, or was lost. */
export function isGone(cue: ArmedCue, evidence: Evidence): boolean {
  return cue.alarm !== 0 && !isLeft(cue, evidence);
}

/** A book has no gaps: a cue that is not decided yet was overtaken by one that was carried since, or is still open. */
function withoutGaps(fates: readonly (Fate | undefined)[]): readonly Delivery[] {
  const carried = fates.reduce((last, fate, index) => (fate?.carried ? index : last), -1);
  const known: Delivery[] = [];
  for (const [index, fate] of fates.entries()) {
    if (!fate && index > carried) break;
    known.push(fate ? fate.delivery : { outcome: 'missed', reason: 'overtaken' });
  }
  return known;
}

/** Applies an event that leaves a running session running. */
function stillRunning(session: RunningSession, event: SessionEvent): RunningSession {
  const next = apply(session, event);
  return certain(next, 'a running session takes any account of its cues and clock') as RunningSession;
}
