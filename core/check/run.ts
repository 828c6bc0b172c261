import type { Instant, Millis } from '../time';
import { MINUTE, SECOND } from '../time';
import type { Answers, Heard, RingKind } from './proof';
import { RINGS } from './proof';

/** A check whose alarms were set and are still to ring, or have rung. */
export interface Ringing {
  readonly startedAt: Instant;
  /** An alarm far beyond the end: alarms are lost when the watch restarts, so as long as it is left, one that is gone has rung. */
  readonly guard: number;
  /** The alarm of each ring, 0 for one that the watch refused. */
  readonly alarms: readonly number[];
  /** When the page was on the screen. */
  readonly looks: readonly Instant[];
  /** Whether the alarm of the last ring has opened the page. */
  readonly opened: boolean;
}

/** A check that is over: of each ring what is known of it, or that the person has to say. */
export interface Asking {
  readonly startedAt: Instant;
  readonly rings: readonly (Heard | 'ask')[];
}

export type CheckRun = ({ readonly phase: 'ringing' } & Ringing) | ({ readonly phase: 'asking' } & Asking);

/** From one ring to the next, and from the start to the first: the page has gone from a dark screen by then. */
const RING_GAP: Millis = 20 * SECOND;

/** A ring may be so late before nobody waits for it any more. */
const LATE_BY: Millis = 5 * SECOND;

/** Later nobody remembers what was felt. */
const REMEMBERED: Millis = 10 * MINUTE;

/** When each ring is due, whole seconds. */
export function ringTimes(startedAt: Instant): readonly Instant[] {
  const second = Math.ceil(startedAt / SECOND) * SECOND;
  return RINGS.map((_, place) => second + (place + 1) * RING_GAP);
}

/** When all rings are over. */
export function overAt(startedAt: Instant): Instant {
  return Math.max(...ringTimes(startedAt)) + LATE_BY;
}

/** Whether nobody can tell any more what rang, or what was felt. */
export function isCutOff(run: CheckRun, now: Instant, left: readonly number[] | 'unknown'): boolean {
  const isRemembered = now >= run.startedAt && now <= overAt(run.startedAt) + REMEMBERED;
  if (!isRemembered) return true;
  return run.phase === 'ringing' && run.guard !== 0 && left !== 'unknown' && !left.includes(run.guard);
}

/**
 * What is known of the rings of a check that is over. `left` has the alarms that have not rung; in a quiet mode nobody feels
 * anything, which is not the carrier's fault.
 */
export function asking(run: Ringing, left: readonly number[] | 'unknown', isQuiet: boolean): Asking {
  const times = ringTimes(run.startedAt);
  const rings = RINGS.map((kind, place) => {
    if (isQuiet) return 'spoiled';
    return heardOf(kind, run, Number(times[place]), Number(run.alarms[place]), left);
  });
  return { startedAt: run.startedAt, rings };
}

function heardOf(
  kind: RingKind,
  { guard, looks, opened }: Ringing,
  due: Instant,
  alarm: number,
  left: readonly number[] | 'unknown',
): Heard | 'ask' {
  // A watch that takes no alarm at all brings nothing by alarm; of one that takes some, this ring tells nothing.
  if (alarm === 0) return guard === 0 ? 'silent' : 'spoiled';
  // The screen was lit, or the page was open.
  if (looks.some((at) => at > due - RING_GAP && at < due + LATE_BY)) return 'spoiled';
  if (kind === 'page') return opened ? 1 : 'silent';
  return left !== 'unknown' && left.includes(alarm) ? 'silent' : 'ask';
}

/** The ring that the person is to be asked about next; none when all is known. */
export function nextQuestion({ rings }: Asking): RingKind | undefined {
  return RINGS[rings.indexOf('ask')];
}

/** The check with the answer to its next question. */
export function answered(run: Asking, felt: number): Asking {
  const asked = run.rings.indexOf('ask');
  return { ...run, rings: run.rings.map((heard, place) => (place === asked ? felt : heard)) };
}

/** What was answered and found out; a question that was not answered shows nothing. */
export function answersOf({ rings }: Asking): Answers {
  const heard = (kind: RingKind): Heard => {
    const known = rings[RINGS.indexOf(kind)];
    return known === undefined || known === 'ask' ? 'spoiled' : known;
  };
  return {
    full: heard('full'),
    busy: heard('busy'),
    notification: heard('notification'),
    page: heard('page'),
  };
}
