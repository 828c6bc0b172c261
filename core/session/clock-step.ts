import { certain } from '../result';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';
import { apply } from './apply';
import type { Arming } from './arming';
import { armedUnder, IN_TIME, rangInTime } from './arming';
import type { Delivery } from './delivery';
import type { Evidence } from './evidence';
import { isGone, isLeft } from './evidence';
import type { RunningSession } from './session';
import { dueCues, openCues } from './session';
import type { Effect, Transition } from './transition';
import { advance, inOrder } from './transition';

/**
 * A timer that is late by more than this was not late: the watch's clock was set forward. It is no more than what makes
 * an alarm ring out of time, so that a living page knows of each such alarm.
 */
const LATEST_TIMER: Millis = IN_TIME;

/** A clock that goes back by more than this was set. */
const TREMBLE: Millis = SECOND;

/** Whether the clock was set while a living page waited from `since` until `until`: it shows `now`. */
export function clockWasSet(
  { since, until }: { readonly since: Instant; readonly until: Instant },
  now: Instant,
): boolean {
  return now > until + LATEST_TIMER || now < since - TREMBLE;
}

/**
 * Whether what looks like a clock set forward was a page that stood still: an alarm has rung long ago, and the guard is
 * there to show that none rang out of time.
 */
export function stoodStill(session: RunningSession, arming: Arming, evidence: Evidence): boolean {
  const numbers = openCues(session).map(({ number }) => number);
  const rangLongAgo = arming.cues.some(
    (cue) => numbers.includes(cue.number) && cue.rings + IN_TIME < evidence.now && isGone(cue, evidence),
  );
  return rangLongAgo && isLeft(arming.guard, evidence);
}

/**
 * Goes on after the clock was set, with `elapsed` done. Alarms that the new time passed over have rung at once; the
 * cue of one that still seemed in time was brought, so it and the ones before it are over.
 */
export function afterClockStep(
  session: RunningSession,
  elapsed: Millis,
  arming: Arming,
  evidence: Evidence,
): Transition {
  const { now, silenced } = evidence;
  const passed = dueCues(session, now);
  const brought = passed.map(({ number, due }): Delivery | undefined => {
    const armed = armedUnder(arming, number);
    if (!armed || !isGone(armed, evidence) || !rangInTime(armed, now)) return undefined;
    if (silenced) return { outcome: 'missed', reason: 'doNotDisturb' };
    return { outcome: 'delivered', by: 'alarm', late: Math.max(0, armed.rings - due) };
  });
  const over = brought.reduce((count, delivery, index) => (delivery ? index + 1 : count), 0);
  const deliveries = brought
    .slice(0, over)
    .map((delivery) => delivery ?? ({ outcome: 'missed', reason: 'clockSet' } as const));
  const booked = over > 0 ? apply(session, { kind: 'booked', at: now, deliveries }) : undefined;
  const before = booked ? certain(booked, 'these cues are open') : session;
  const stepped = certain(apply(before, { kind: 'stepped', at: now, elapsed }), 'the session runs');
  const next = advance(stepped, now, evidence);
  const own: readonly Effect[] = [{ kind: 'save' }, { kind: 'arm' }];
  return { session: next.session, effects: inOrder([...own, ...next.effects]) };
}
