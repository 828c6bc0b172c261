import type { Instant } from '../time';
import type { ArmedCue, Arming } from './arming';
import { armedUnder } from './arming';
import type { Delivery, MissReason } from './delivery';
import { PLAYABLE_FOR, TIMER_AFTER } from './delivery';
import type { DueCue, Session } from './session';
import type { Wrist } from './transition';

/** What the watch tells when its app is opened again. */
export interface Evidence extends Wrist {
  readonly now: Instant;
  /**
   * The ids of all alarms that the watch still holds. One that was not armed is a sign from a service: its alarm rang
   * out of time, if the guard was taken as well; else its vibration was swallowed. `unknown` where the watch does not
   * tell: then no alarm proves anything.
   */
  readonly alarmsLeft: readonly number[] | 'unknown';
  /** A service with a timer has been running since the cues were armed. */
  readonly timerRuns: boolean;
}

export type Proof = 'watchOn' | 'watchOff' | 'clockSet' | 'nothing';

/**
 * What the alarms that are left prove of the time since they were set. Without a guard, or after its time, nothing is
 * proved by an alarm that is gone, unless it is gone too early.
 */
export function whatIsProved({ book }: Session, arming: Arming, evidence: Evidence): Proof {
  const { guard, guardRings, cues } = arming;
  const { now, alarmsLeft } = evidence;
  if (alarmsLeft === 'unknown') return 'nothing';
  if (isLeft(guard, evidence)) return 'watchOn';
  const guardIsDue = guard !== 0 && now >= guardRings;
  if (!guardIsDue && signsLeft(arming, evidence) > 0) return 'clockSet';
  const isLost = cues.some((cue) => cue.number >= book.length && cue.rings > now && isGone(cue, evidence));
  return isLost || (guard !== 0 && !guardIsDue) ? 'watchOff' : 'nothing';
}

/** How many signs services have left. A page that did not come to note what it armed cannot tell signs from that. */
export function signsLeft({ cues, guard }: Arming, { alarmsLeft }: Evidence): number {
  if (alarmsLeft === 'unknown' || cues.length === 0) return 0;
  return alarmsLeft.filter((id) => id !== guard && cues.every(({ alarm }) => alarm !== id)).length;
}

export function isLeft(alarm: number, { alarmsLeft }: Evidence): boolean {
  return alarmsLeft !== 'unknown' && alarmsLeft.includes(alarm);
}

/** Whether the cue's alarm has rung, was taken back, or was lost. */
export function isGone({ alarm }: ArmedCue, evidence: Evidence): boolean {
  return alarm !== 0 && evidence.alarmsLeft !== 'unknown' && !isLeft(alarm, evidence);
}

/** What became of an overdue cue, and whether something brought the session on with it. */
export interface Fate {
  readonly delivery: Delivery;
  readonly carried: boolean;
}

/**
 * What became of overdue cues; nothing yet of one that an alarm or the page can still bring. A service leaves a sign for
 * each cue that was swallowed, but not for which: so they were all swallowed, or none, or nobody knows.
 */
export function fatesOf(
  cues: readonly DueCue[],
  arming: Arming,
  evidence: Evidence,
  proof: Proof,
): readonly (Fate | undefined)[] {
  const brought = cues.map((cue) => broughtBy(cue, armedUnder(arming, cue.number), evidence, proof));
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
  proof: Proof,
): Delivery | undefined {
  const { now, timerRuns, silenced } = evidence;
  if (!armed || (armed.alarm !== 0 && !isGone(armed, evidence))) return undefined;
  const late = Math.max(0, armed.rings - due);
  if (timerRuns && now >= due + TIMER_AFTER && (armed.alarm === 0 || late > TIMER_AFTER)) {
    // Without alarms a timer has no way to leave a sign, and what was so at the time is not known now.
    const isKnown = proof === 'watchOn' || !silenced;
    return isKnown ? { outcome: 'delivered', by: 'timer', late: TIMER_AFTER } : UNKNOWN;
  }
  return armed.alarm !== 0 && proof === 'watchOn' ? { outcome: 'delivered', by: 'alarm', late } : undefined;
}

const UNKNOWN: Delivery = { outcome: 'missed', reason: 'unknown' };

/** Why nobody has brought a cue; nothing while the page can still play it, or an alarm that is late. */
function whyNotBrought(
  { due }: DueCue,
  armed: ArmedCue | undefined,
  evidence: Evidence,
): MissReason | undefined {
  const isArmed = armed !== undefined && armed.alarm !== 0;
  const mayCome = evidence.now - due <= PLAYABLE_FOR && !(isArmed && isGone(armed, evidence));
  if (mayCome) return undefined;
  return isArmed ? 'unknown' : 'notArmed';
}

/** A book has no gaps: a cue that is not decided yet was overtaken by one that was carried since, or is still open. */
export function withoutGaps(fates: readonly (Fate | undefined)[]): readonly Delivery[] {
  const carried = fates.reduce((last, fate, index) => (fate?.carried ? index : last), -1);
  const known: Delivery[] = [];
  for (const [index, fate] of fates.entries()) {
    if (!fate && index > carried) break;
    known.push(fate ? fate.delivery : { outcome: 'missed', reason: 'overtaken' });
  }
  return known;
}
