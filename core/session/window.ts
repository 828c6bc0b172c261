import type { Millis } from '../time';
import { SECOND } from '../time';
import type { ArmedCue } from './arming';

/** The least time before a cue at which a service can still set its alarm. */
const TIME_TO_SET: Millis = 2 * SECOND;

/**
 * The cue whose alarm the service of cue `number` must set. A watch may take fewer alarms than a session has cues. The
 * page sets as many as it can; each service, whose own alarm has made room by ringing, sets one more: that of the next
 * cue that has none and that no earlier service takes care of. They need no communication, because all of them read the
 * same sheet. Undefined if no cue is left.
 */
export function heirOf<Cue extends ArmedCue>(cues: readonly Cue[], number: number): Cue | undefined {
  return heirs(cues).find(({ of }) => of === number)?.heir;
}

/** Whether a service may have set the alarm of this cue. */
export function mayBeHeir(cues: readonly ArmedCue[], number: number): boolean {
  return heirs(cues).some(({ heir }) => heir.number === number);
}

interface Heir<Cue> {
  /** The number of the cue whose service sets the alarm. */
  readonly of: number;
  /** The cue that the alarm is for. */
  readonly heir: Cue;
}

/**
 * Pairs the cues with those waiting for an alarm, both in order. A waiting cue that is too soon for one service is too
 * soon for all later ones.
 */
function heirs<Cue extends ArmedCue>(cues: readonly Cue[]): readonly Heir<Cue>[] {
  const waiting = cues.filter(({ alarm }) => alarm === 0);
  const found: Heir<Cue>[] = [];
  const set: number[] = [];
  let at = 0;
  for (const { number, alarm, rings } of cues) {
    if (alarm === 0 && !set.includes(number)) continue;
    while (at < waiting.length && (waiting[at]?.rings ?? 0) < rings + TIME_TO_SET) at += 1;
    const heir = waiting[at];
    if (!heir) break;
    found.push({ of: number, heir });
    set.push(heir.number);
    at += 1;
  }
  return found;
}
