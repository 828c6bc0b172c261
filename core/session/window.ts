import type { Millis } from '../time';
import { SECOND } from '../time';
import type { ArmedCue } from './arming';

/** A service needs so long to set an alarm that still has to ring. */
const TIME_TO_SET: Millis = 2 * SECOND;

/**
 * A watch may take fewer alarms than a session has cues. The page sets as many as it can; each service, whose own alarm has made
 * room by ringing, sets the alarm of one more cue: of the next that has none and that no service before it has set one for.
 * They agree on that without a word, because all of them read the same sheet. Nothing when no cue is left for this one.
 */
export function heirOf<Cue extends ArmedCue>(cues: readonly Cue[], number: number): Cue | undefined {
  return heirs(cues).find(({ of }) => of === number)?.heir;
}

/** Whether a service may have been there to set the alarm of this cue. */
export function mayBeHeir(cues: readonly ArmedCue[], number: number): boolean {
  return heirs(cues).some(({ heir }) => heir.number === number);
}

interface Heir<Cue> {
  /** The number of the cue whose service sets the alarm. */
  readonly of: number;
  /** The cue that it is for. */
  readonly heir: Cue;
}

/** Goes through the cues in their order, and beside it through those that wait: one that comes too soon for a service does so for all later ones. */
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
