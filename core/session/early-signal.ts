import { CUE_GAP } from '../plan/routine';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';
import { cuesOfCourse } from './course';
import type { Session } from './session';
import { nextCue } from './session';

/** How long before the change of legs and the end the early signal comes. */
export const EARLY: Millis = 3 * SECOND;

/**
 * When the early signal is due: a light tick that announces the change of legs or the end. Undefined if another cue
 * comes next, or if the tick would come within the gap after a cue. It is not a cue: it is not booked, no alarm brings
 * it, and a page that is too late for it leaves it out.
 */
export function earlySignalAt(session: Session): Instant | undefined {
  const next = session.phase === 'running' ? nextCue(session) : undefined;
  if (!next || (next.cue.kind !== 'switchLeg' && next.cue.kind !== 'finish')) return undefined;
  const cues = cuesOfCourse(session.course);
  const [before, its] = [next.number - 1, next.number].map((number) => cues[number]?.at ?? -Infinity);
  const isFree = Number(its) - EARLY - Number(before) >= CUE_GAP;
  return isFree ? next.due - EARLY : undefined;
}

/** Whether the tick is due between `since` and `now`, and not so late that it would run into the cue it announces. */
export function isEarlySignalDue(session: Session, since: Instant, now: Instant): boolean {
  const at = earlySignalAt(session);
  return at !== undefined && since < at && at <= now && now - at < SECOND;
}
