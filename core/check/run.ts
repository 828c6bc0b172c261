import type { Instant, Millis } from '../time';
import { MINUTE, SECOND } from '../time';
import type { Answers, Heard, RingKind } from './proof';
import { RINGS } from './proof';

/** A check whose alarms are set; they are still to ring or have rung. */
export interface Ringing {
  readonly startedAt: Instant;
  /**
   * An alarm far beyond the end. Alarms are lost when the watch restarts, so while this one is left, an alarm that is
   * gone has rung.
   */
  readonly guard: number;
  /** The alarm id of each ring; 0 if the watch refused to set it. */
  readonly alarms: readonly number[];
  /** When the page was on the screen. */
  readonly looks: readonly Instant[];
  /** Whether the alarm of the last ring has opened the page. */
  readonly opened: boolean;
}

/** A check that is over: the result of each ring, or a note that the person has to be asked. */
export interface Asking {
  readonly startedAt: Instant;
  readonly rings: readonly (Heard | 'ask')[];
}

export type CheckRun = ({ readonly phase: 'ringing' } & Ringing) | ({ readonly phase: 'asking' } & Asking);

/**
 * The time from the start to the first ring, and between rings. It is long enough for the page to be gone from a dark
 * screen.
 */
const RING_GAP: Millis = 20 * SECOND;

/** A ring later than this is no longer waited for. */
const LATE_BY: Millis = 5 * SECOND;

/** After this long, a person no longer remembers what they felt. */
const REMEMBERED: Millis = 10 * MINUTE;

/** When each ring is due, in whole seconds. */
export function ringTimes(startedAt: Instant): readonly Instant[] {
  const second = Math.ceil(startedAt / SECOND) * SECOND;
  return RINGS.map((_, place) => second + (place + 1) * RING_GAP);
}

/** When all rings are over. */
export function overAt(startedAt: Instant): Instant {
  return Math.max(...ringTimes(startedAt)) + LATE_BY;
}

/** Whether it is too late to tell what rang or what was felt. */
export function isCutOff(run: CheckRun, now: Instant, left: readonly number[] | 'unknown'): boolean {
  const isRemembered = now >= run.startedAt && now <= overAt(run.startedAt) + REMEMBERED;
  if (!isRemembered) return true;
  return run.phase === 'ringing' && run.guard !== 0 && left !== 'unknown' && !left.includes(run.guard);
}

/**
 * What is known about the rings of a check that is over. `left` lists the alarms that have not rung, `quiet` the rings
 * that came in a quiet mode: nothing is felt then, which says nothing about the carrier.
 */
export function asking(
  run: Ringing,
  left: readonly number[] | 'unknown',
  quiet: readonly RingKind[],
): Asking {
  const times = ringTimes(run.startedAt);
  const rings = RINGS.map((kind, place) => {
    if (quiet.includes(kind)) return 'spoiled';
    return heardOf(kind, run, Number(times[place]), Number(run.alarms[place]), left);
  });
  return { startedAt: run.startedAt, rings };
}

function heardOf(
  kind: RingKind,
  { looks, opened }: Ringing,
  due: Instant,
  alarm: number,
  left: readonly number[] | 'unknown',
): Heard | 'ask' {
  // A watch that takes no alarm now may take one later, so that this ring shows nothing.
  if (alarm === 0) return 'spoiled';
  // The screen was lit or the page was open.
  if (looks.some((at) => at > due - RING_GAP && at < due + LATE_BY)) return 'spoiled';
  if (kind === 'page') return opened ? 1 : 'silent';
  return left !== 'unknown' && left.includes(alarm) ? 'silent' : 'ask';
}

/** The next ring to ask the person about; undefined when all results are known. */
export function nextQuestion({ rings }: Asking): RingKind | undefined {
  return RINGS[rings.indexOf('ask')];
}

/** The check with an answer to its next question. */
export function answered(run: Asking, felt: number): Asking {
  const asked = run.rings.indexOf('ask');
  return { ...run, rings: run.rings.map((heard, place) => (place === asked ? felt : heard)) };
}

/** The results of all rings. An unanswered question shows nothing. */
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
