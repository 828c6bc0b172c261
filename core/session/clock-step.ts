import { signalOf } from '../cue/cue';
import { certain } from '../result';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';
import { apply } from './apply';
import type { Arming } from './arming';
import { armedUnder, IN_TIME } from './arming';
import { isStillTrue, UNKNOWN } from './delivery';
import type { Evidence, Fate } from './evidence';
import { fateOf, isGone, isWitness, markOf, withoutGaps } from './evidence';
import type { DueCue, RunningSession } from './session';
import { dueCues, instantOf, openCues } from './session';
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
 * Whether what looks like a clock set forward was a page that stood still: a service has run in its time since, or, where
 * services leave no marks, an alarm has rung long ago.
 */
export function stoodStill(session: RunningSession, arming: Arming, evidence: Evidence): boolean {
  const open = openCues(session);
  const rangLongAgo = arming.cues.some(
    (cue) => cue.rings + IN_TIME < evidence.now && isGone(cue, evidence) && isOpen(cue.number, open),
  );
  return rangLongAgo && open.some((cue) => cue.due < evidence.now && isWitness(cue, arming, evidence));
}

function isOpen(number: number, open: readonly DueCue[]): boolean {
  return open.some((cue) => cue.number === number);
}

/**
 * Goes on after the clock was set, with `elapsed` done. Alarms that the new time passed over have rung at once, and those that the
 * session had come to before a clock that went back may have rung as well: what their services have done is booked, and the
 * cues before them are over.
 */
export function afterClockStep(
  session: RunningSession,
  elapsed: Millis,
  arming: Arming,
  evidence: Evidence,
): Transition {
  const { now } = evidence;
  const then = Math.max(now, instantOf(session, elapsed));
  const due = dueCues(session, then);
  const times = openCues(session).map((cue) => cue.due);
  const brought = due
    .map((cue, at) => broughtSince(cue, times[at + 1] ?? Infinity, arming, { ...evidence, now: then }))
    .map((fate) => (typeof fate === 'object' && fate.outcome !== 'missed' ? fate : 'open'));
  const deliveries = withoutGaps(brought).map((delivery) =>
    delivery.outcome === 'missed' ? ({ outcome: 'missed', reason: 'clockSet' } as const) : delivery,
  );
  const booked = deliveries.length > 0 ? apply(session, { kind: 'booked', at: then, deliveries }) : undefined;
  const before = booked ? certain(booked, 'these cues are open') : session;
  const by = now - instantOf(session, elapsed);
  const stepped = certain(apply(before, { kind: 'stepped', at: now, elapsed, by }), 'the session runs');
  const after = advance(stepped, now, evidence);
  const own: readonly Effect[] = [{ kind: 'save' }, { kind: 'arm' }];
  return { session: after.session, effects: inOrder([...own, ...after.effects]) };
}

/** A service may have run so long before the page sees what the clock shows: it was not too late then, though it looks so now. */
const UNSEEN: Millis = 2 * SECOND;

/**
 * What a service has brought of a cue that the clock was set past. Where it could leave no mark, as on a lit watch, what it does
 * is known all the same: of the cues that the clock passed over it plays the newest, while that is still true.
 */
function broughtSince(cue: DueCue, next: Instant, arming: Arming, evidence: Evidence): Fate {
  const armed = armedUnder(arming, cue.number);
  if (markOf(cue.number, evidence)) return fateOf(cue, arming, evidence);
  const wasTrue = (at: Instant): boolean => isStillTrue(signalOf(cue.cue), cue.due, next, at);
  if (!armed || !isGone(armed, evidence) || !wasTrue(evidence.now - UNSEEN)) return 'open';
  if (!wasTrue(evidence.now)) return UNKNOWN;
  return evidence.quiet ? { outcome: 'swallowed', by: evidence.quiet } : { outcome: 'played', by: 'alarm' };
}
