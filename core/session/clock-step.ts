import { signalOf } from '../cue/cue';
import { certain } from '../result';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';
import { apply } from './apply';
import type { Arming } from './arming';
import { armedUnder, IN_TIME } from './arming';
import { isStillTrue, UNKNOWN } from './delivery';
import type { Evidence, Fate } from './evidence';
import { fateOf, isGone, isGuarded, isWitness, markOf, withoutGaps } from './evidence';
import type { DueCue, RunningSession } from './session';
import { dueCues, instantOf, openCues } from './session';
import type { Effect, Transition } from './transition';
import { advance, inOrder } from './transition';

/**
 * A timer later than this was not delayed: the watch's clock was set forward. It is no larger than the tolerance for
 * alarms, so that a live page notices every clock change that makes an alarm ring out of time.
 */
const LATEST_TIMER: Millis = IN_TIME;

/** A clock that goes back by more than this was set. */
const TREMBLE: Millis = SECOND;

/** Whether the clock was set while a live page waited from `since` until `until`, given that it now shows `now`. */
export function clockWasSet(
  { since, until }: { readonly since: Instant; readonly until: Instant },
  now: Instant,
): boolean {
  return now > until + LATEST_TIMER || now < since - TREMBLE;
}

/**
 * Whether an apparent forward step of the clock was in fact a page that stood still: a service has run at its proper
 * time since then or, where services leave no marks, an alarm has rung long ago.
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
 * Continues after the clock was set, with `elapsed` done. Alarms that the new time skipped have rung at once, and if
 * the clock went back, alarms the session had already reached may have rung as well. What their services did is booked,
 * and the cues before them are over.
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
  const seen = { ...evidence, now: then };
  const kept = keptAlarms(arming, seen);
  const brought = due
    .map((cue, at) => broughtSince(cue, times[at + 1] ?? Infinity, arming, seen, kept))
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

/**
 * How long before the clock change a service may have run without the page having noticed. It only looks too late,
 * judged by the new time.
 */
const UNSEEN: Millis = 2 * SECOND;

/**
 * Whether the watch has kept its alarms when the clock was set. If only the guard is gone, a service that kept still has
 * taken it, so that it is not known what the others did.
 */
type Kept = 'kept' | 'lost' | 'unknown';

function keptAlarms(arming: Arming, evidence: Evidence): Kept {
  if (isGuarded(arming, evidence)) return 'kept';
  const later = arming.cues.filter(({ alarm, rings }) => alarm !== 0 && rings > evidence.now);
  return later.length > 0 && later.every((cue) => isGone(cue, evidence)) ? 'lost' : 'unknown';
}

/**
 * What a service did about a cue that the clock was set past. If it could leave no mark, as on a lit watch, its
 * behaviour is still known: it plays the newest of the skipped cues, if that one still applies.
 */
function broughtSince(cue: DueCue, next: Instant, arming: Arming, evidence: Evidence, kept: Kept): Fate {
  const armed = armedUnder(arming, cue.number);
  if (markOf(cue.number, evidence)) return fateOf(cue, arming, evidence);
  const wasTrue = (at: Instant): boolean => isStillTrue(signalOf(cue.cue), cue.due, next, at);
  // An alarm that opens the page brings nothing itself.
  const mayHaveRung = armed && arming.form !== 'page' && isGone(armed, evidence) && kept !== 'lost';
  if (!mayHaveRung || !wasTrue(evidence.now - UNSEEN)) return 'open';
  if (kept === 'unknown' || !wasTrue(evidence.now)) return UNKNOWN;
  return evidence.quiet ? { outcome: 'swallowed', by: evidence.quiet } : { outcome: 'played', by: 'alarm' };
}
