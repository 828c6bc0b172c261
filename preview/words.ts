/** What the preview has words for. */
import type { FaultKind } from '../virtual-watch/machine/faults';
import type { Carrier, Loss } from '../core/session/delivery';
import type { SystemMode } from '../virtual-watch/machine/body';
import type { FeltName } from './felt-name';

/** A question with its two answers. */
export interface Question {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** Words of one language; functions take what they speak of. */
export interface Words {
  /** What this language calls itself. */
  readonly self: string;
  readonly subtitle: string;
  readonly device: string;
  readonly language: string;
  readonly size: string;
  readonly fit: string;
  /** How the watch is used by hand, with its crown or without one. */
  readonly watch: (hasCrown: boolean) => string;
  readonly onScreen: string;
  readonly screenIsDark: string;
  readonly hint: (hasCrown: boolean) => string;
  readonly lastCue: string;
  readonly noCueYet: string;
  /** A length of time: `42 s` or `3:05`. */
  readonly lasting: (seconds: number) => string;
  readonly ago: (lasting: string) => string;
  readonly justNow: string;
  readonly signal: Readonly<Record<Exclude<FeltName, number>, string>>;
  readonly zone: (number: number) => string;
  readonly cueAnnounced: (name: string, pulses: number) => string;
  readonly cutOff: string;
  readonly byService: string;
  readonly time: string;
  readonly clock: string;
  readonly speed: string;
  readonly waits: string;
  readonly nextCue: string;
  readonly skipping: string;
  readonly noCueAhead: string;
  readonly sound: string;
  readonly wrist: string;
  readonly screenOff: string;
  readonly wristDown: string;
  readonly palm: string;
  readonly wake: string;
  readonly home: string;
  readonly hazards: string;
  readonly modes: Readonly<Partial<Record<SystemMode, string>>>;
  readonly notWorn: string;
  readonly batteryLow: string;
  readonly life: string;
  readonly crash: string;
  readonly reboot: string;
  readonly update: string;
  readonly clockForward: string;
  readonly clockBack: string;
  readonly tearWrite: string;
  readonly failWrite: string;
  readonly refuseAlarms: string;
  readonly slotTaken: string;
  /** As if the question whether a service may run in the background had never been answered. */
  readonly forgetConsent: string;
  readonly book: string;
  readonly bookEmpty: string;
  readonly alarms: string;
  readonly daysAhead: (days: number) => string;
  readonly guardAlarm: string;
  readonly otherAlarm: string;
  readonly notifications: string;
  readonly notificationsEmpty: string;
  readonly dismiss: (title: string) => string;
  readonly alarmsArmed: (count: number) => string;
  readonly delivered: (by: Carrier, lateSeconds: number | undefined) => string;
  readonly missed: (loss: Loss) => string;
  readonly open: string;
  readonly key: (name: string) => string;
  readonly crown: string;
  readonly timeline: string;
  readonly timelineEmpty: string;
  readonly cues: (count: number) => string;
  readonly log: string;
  readonly logEmpty: string;
  readonly errors: (count: number) => string;
  readonly fault: Readonly<Record<FaultKind, string>>;
  readonly sessionLost: Question;
  readonly loading: string;
  readonly failed: string;
}
