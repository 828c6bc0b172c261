import type { AlarmForm } from '../cue/cue';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';

/** A cue that an alarm was set for. */
export interface ArmedCue {
  readonly number: number;
  /** The alarm's id; 0 when the watch refused to set it. */
  readonly alarm: number;
  /** When the alarm rings. */
  readonly rings: Instant;
}

/** The alarms of a session. */
export interface Arming {
  /** How they bring their cues; `brief` where it is not said. */
  readonly form?: AlarmForm;
  readonly cues: readonly ArmedCue[];
  /**
   * An alarm far beyond the session's end, 0 when it was refused. Alarms are lost when the watch restarts, so as long as
   * this one is left the watch was on.
   */
  readonly guard: number;
  /** When the guard rings: that it is gone says nothing any more from then on. */
  readonly guardRings: Instant;
}

export const NOTHING_ARMED: Arming = { cues: [], guard: 0, guardRings: 0 };

/** What was armed for the cue of this number. */
export function armedUnder<Cue extends ArmedCue>(
  { cues }: { readonly cues: readonly Cue[] },
  number: number,
): Cue | undefined {
  return cues.find((cue) => cue.number === number);
}

/** An alarm that rings further than this from its second does not tell how much time has passed. */
export const IN_TIME: Millis = 10 * SECOND;

export function rangInTime({ rings }: ArmedCue, rang: Instant): boolean {
  return Math.abs(rang - rings) <= IN_TIME;
}
