import type { Proof } from '../check/proof';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';
import type { ArmedCue, Arming } from './arming';
import { armedUnder, IN_TIME, rangInTime } from './arming';
import type { Delivery } from './delivery';
import { PLAYABLE_FOR, UNKNOWN } from './delivery';
import type { Mark, MarkDeed } from './mark';
import type { DueCue, Session } from './session';
import type { Wrist } from './transition';
import { mayBeHeir } from './window';

/** What the watch tells about the time since the cues were armed. */
export interface Evidence extends Wrist {
  readonly now: Instant;
  /** The ids of all alarms that the watch still holds; if `unknown`, no alarm proves anything. */
  readonly alarmsLeft: readonly number[] | 'unknown';
  /** The marks that services have left for cues of this arming. */
  readonly marks: readonly Mark[];
  /**
   * Whether services of this watch have ever been found to leave marks. If so, a cue without a mark was certainly not
   * played.
   */
  readonly leavesMarks: boolean;
  /** What a check has shown about how the alarms bring cues. */
  readonly proof: Proof;
  /** Cues whose alarms a live page saw gone before they were due, so that their services stayed silent. */
  readonly rangEarly?: readonly number[];
}

/** How long before a cue is due a live page checks whether its alarm has already rung. */
export const LOOK_AHEAD: Millis = 100;

/** How long a service that was just woken may take to leave its mark (Zepp OS docs: 600 ms for a service). */
const MARK_WITHIN: Millis = SECOND;

/**
 * What became of an overdue cue. `open`: nothing has brought it, so a page may. `pending`: an alarm may be about to
 * bring it. A mark outweighs what alarms tell, and each cue is judged by itself.
 */
export type Fate = Delivery | 'open' | 'pending';

export function fateOf(
  { number, due }: Pick<DueCue, 'number' | 'due'>,
  arming: Arming,
  evidence: Evidence,
): Fate {
  const mark = markOf(number, evidence);
  if (mark && mark.did !== 'early') return deliveryOf(mark.did, mark, due, arming, evidence);
  const armed = armedUnder(arming, number);
  const isOpen = evidence.now - due <= PLAYABLE_FOR;
  if (mark || evidence.rangEarly?.includes(number))
    return isOpen ? 'open' : { outcome: 'missed', reason: 'tooEarly' };
  if (!armed || armed.alarm === 0) return isOpen ? 'open' : withoutAlarm(number, arming);
  // An alarm that opens the page plays nothing itself.
  if (!isGone(armed, evidence) || arming.form === 'page') return isOpen ? 'open' : UNKNOWN;
  if (evidence.now - armed.rings < MARK_WITHIN) return 'pending';
  // Nobody knows since when the mode has been on.
  return evidence.quiet ? UNKNOWN : toldByAlarms(arming, evidence);
}

/** A cue the page could set no alarm for, although a service whose own alarm had rung may have. */
function withoutAlarm(number: number, { cues }: Arming): Delivery {
  return mayBeHeir(cues, number) ? UNKNOWN : { outcome: 'missed', reason: 'notArmed' };
}

/** Whether the alarm of a cue that is still to come rang too early to bring it. */
export function rangBeforeDue({ number, due }: DueCue, arming: Arming, evidence: Evidence): boolean {
  const armed = armedUnder(arming, number);
  return armed !== undefined && evidence.now < due && isGone(armed, evidence);
}

/** What alarms tell about a cue whose alarm is gone. */
function toldByAlarms(arming: Arming, evidence: Evidence): Delivery {
  return tellsByAlarms(arming, evidence) && evidence.proof !== 'failed' ? PLAYED_BY_ALARM : UNKNOWN;
}

/**
 * The fate of a cue under a live page, which knows that the watch was on. A service that runs while the screen is lit
 * cannot write a mark (docs/platform.md, B4), so a missing alarm is evidence where a mark is not possible. A page that
 * `waits` checks again when an alarm has only just gone; one that has to go on at once takes the cue as played, so that
 * nobody feels it twice.
 */
export function fateUnderPage(cue: DueCue, arming: Arming, evidence: Evidence, waits: boolean): Fate {
  const seen = { ...evidence, leavesMarks: false, quiet: undefined };
  return inThisMode(waits ? fateOf(cue, arming, seen) : fateAtOnce(cue, arming, seen), evidence);
}

/** The fate of a cue if nobody can wait for an alarm that may be bringing it: it must not be felt a second time. */
export function fateAtOnce(cue: DueCue, arming: Arming, evidence: Evidence): Fate {
  const fate = fateOf(cue, arming, evidence);
  return fate === 'pending' ? inThisMode(toldByAlarms(arming, evidence), evidence) : fate;
}

/** An alarm that has rung just now rang in the mode that is on. */
function inThisMode(fate: Fate, { quiet }: Evidence): Fate {
  return fate === PLAYED_BY_ALARM && quiet ? { outcome: 'swallowed', by: quiet } : fate;
}

/** It is not known when the alarm rang, so the delay is not known either. */
const PLAYED_BY_ALARM: Delivery = { outcome: 'played', by: 'alarm' };

function deliveryOf(
  did: Exclude<MarkDeed, 'early'>,
  { began, quiet }: Mark,
  due: Instant,
  { guard }: Arming,
  evidence: Evidence,
): Delivery {
  const { now, proof } = evidence;
  switch (did) {
    case 'full':
    case 'brief':
    case 'busy':
    case 'scene':
    case 'notification':
      // A cue that is known not to be felt does not count as played.
      if (proof === 'failed') return UNKNOWN;
      if (quiet) return { outcome: 'swallowed', by: quiet };
      return {
        outcome: 'played',
        by: 'alarm',
        // A mark dated in the future gives no measurement: the clock was set back since.
        ...(began > now + IN_TIME ? {} : { late: Math.max(0, began - due) }),
        ...(proof === 'proven' ? { proven: true } : {}),
      };
    case 'posting':
      // As where no mark can be left: the watch was on, and a service that is refused a notification can say so.
      if (proof === 'failed' || !isLeft(guard, evidence)) return UNKNOWN;
      return quiet ? { outcome: 'swallowed', by: quiet } : PLAYED_BY_ALARM;
    case 'refused':
      return { outcome: 'missed', reason: 'refused' };
    case 'late':
      return { outcome: 'missed', reason: 'tooLate' };
  }
}

export function markOf(number: number, { marks }: Pick<Evidence, 'marks'>): Mark | undefined {
  return marks.find((mark) => mark.number === number);
}

/** Whether the cue's alarm has rung, was cancelled, or was lost. */
export function isGone({ alarm }: ArmedCue, evidence: Evidence): boolean {
  return alarm !== 0 && evidence.alarmsLeft !== 'unknown' && !isLeft(alarm, evidence);
}

function isLeft(alarm: number, { alarmsLeft }: Evidence): boolean {
  return alarmsLeft !== 'unknown' && alarmsLeft.includes(alarm);
}

/**
 * Whether a missing alarm counts as one that rang: on a watch whose services have never been found to leave marks, or
 * where alarms wake no service, as long as the guard shows that the watch was on.
 */
function tellsByAlarms({ guard, form }: Arming, evidence: Evidence): boolean {
  return (!evidence.leavesMarks || form === 'page') && isLeft(guard, evidence);
}

/** Whether the watch has kept its alarms, and no service that kept still has cancelled the guard for want of a mark. */
export function isGuarded({ guard, guardRings }: Arming, evidence: Evidence): boolean {
  return isLeft(guard, evidence) || (guard !== 0 && guardRings <= evidence.now);
}

/**
 * Whether an overdue cue shows that the session has reached its time: its service ran in time or, where no marks are
 * left, its alarm is gone.
 */
export function isWitness({ number }: DueCue, arming: Arming, evidence: Evidence): boolean {
  const mark = markOf(number, evidence);
  const armed = armedUnder(arming, number);
  if (!armed) return false;
  return mark ? rangInTime(armed, mark.began) : isGone(armed, evidence) && tellsByAlarms(arming, evidence);
}

/**
 * Whether the watch has lost its alarms since they were set, as it does on a restart and may do when its clock is set:
 * none of those that should ring later is left, including the guard.
 */
export function hasLostAlarms({ book }: Session, arming: Arming, evidence: Evidence): boolean {
  const { guard, guardRings, cues } = arming;
  const { now, alarmsLeft } = evidence;
  if (alarmsLeft === 'unknown') return false;
  const later = cues
    .filter(({ number, alarm, rings }) => number >= book.length && alarm !== 0 && rings > now)
    .map(({ alarm }) => alarm)
    .concat(guard !== 0 && guardRings > now ? guard : []);
  return later.length > 0 && later.every((id) => !alarmsLeft.includes(id));
}

/**
 * The leading overdue cues up to the last one that is decided. A book has no gaps: an undecided cue before a decided
 * one was overtaken by it, since an older cue is never played after a newer one.
 */
export function withoutGaps(fates: readonly Fate[]): readonly Delivery[] {
  const last = fates.reduce((found, fate, index) => (typeof fate === 'object' ? index : found), -1);
  return fates
    .slice(0, last + 1)
    .map((fate) => (typeof fate === 'object' ? fate : { outcome: 'missed', reason: 'overtaken' }));
}
