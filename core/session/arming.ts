import type { AlarmForm } from '../cue/cue';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';

/** A cue for which an alarm was set. */
export interface ArmedCue {
  readonly number: number;
  /** The alarm's id; 0 if the watch refused to set it. */
  readonly alarm: number;
  /** When the alarm rings. */
  readonly rings: Instant;
}

/** The alarms of a session. */
export interface Arming {
  /** How the alarms bring their cues; `brief` if absent. */
  readonly form?: AlarmForm;
  readonly cues: readonly ArmedCue[];
  /**
   * An alarm far beyond the session's end; 0 if the watch refused it. Alarms are lost when the watch restarts, so while
   * this one is left, the watch was not off.
   */
  readonly guard: number;
  /** When the guard rings. From then on, its absence says nothing. */
  readonly guardRings: Instant;
}

export const NOTHING_ARMED: Arming = { cues: [], guard: 0, guardRings: 0 };

/** What was armed for the cue with this number. */
export function armedUnder<Cue extends ArmedCue>(
  { cues }: { readonly cues: readonly Cue[] },
  number: number,
): Cue | undefined {
  return cues.find((cue) => cue.number === number);
}

/** An alarm that rings further than this from its due second does not tell how much time has passed. */
export const IN_TIME: Millis = 10 * SECOND;

export function rangInTime({ rings }: ArmedCue, rang: Instant): boolean {
  return Math.abs(rang - rings) <= IN_TIME;
}
