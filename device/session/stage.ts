import type { Arming } from '../../core/session/arming';
import type { Evidence } from '../../core/session/evidence';
import type { EndedSession, Session } from '../../core/session/session';
import type { Wrist } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import type { Instant, Millis } from '../../core/time';
import type { CueCarrier } from './carrier';
import type { DeadMan } from './dead-man';
import type { Clock } from '../watch/clock';
import type { Haptics, Touch } from '../watch/vibrator';

/** What a conductor has at hand. */
export interface Stage {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly touch: Touch;
  readonly wrist: () => Wrist;
  /** What alarms and services tell about the cues due by `until`; called when a cue is due. */
  readonly evidence: (until: Instant) => Evidence;
  /** What is armed now. An alarm whose cue is not on disk is unknown to services and brings nothing. */
  readonly arming: () => Arming;
  readonly carriers: readonly CueCarrier[];
  /** Present only where alarms are known to open the page. */
  readonly deadMan?: DeadMan;
  /** Saves the session, with the cue that is about to be played. */
  readonly save: (session: Session, playing?: number) => void;
  /** Whether everything last saved is on disk. */
  readonly isSaved: () => boolean;
  /** Keeps the record of an ended session. */
  readonly record: (session: EndedSession) => void;
  /**
   * Shows the session. `saved` is false while its last change is not on disk; `bare` is the number of cues with no
   * carrier but the page; `isOff` says that the watch is not on the wrist.
   */
  readonly show: (session: SessionView, saved: boolean, bare: number, isOff: boolean) => void;
  /** Whether the watch reports that it is not on the wrist. */
  readonly isOff: () => boolean;
  /** Whether an alarm has reminded of the present pause. */
  readonly hasReminded: () => boolean;
  /** Whether the early signal is on: a light tick shortly before the change of legs and the end. */
  readonly signalsEarly: boolean;
  /** Whether the motor may have been asleep until now, as on a page opened by an alarm. */
  readonly motorMaySleep: boolean;
  /** How long the page leaves a due cue to other carriers before playing it. */
  readonly patience: Millis;
}
