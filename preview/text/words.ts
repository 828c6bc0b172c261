/** The texts that each language of the preview must provide. */
import type { FaultKind } from '../../virtual-watch/machine/faults';
import type { Carrier, Loss } from '../../core/session/delivery';
import type { BuildProgress } from '../build-progress';
import type { FeltName } from '../felt-name';

/** A question with its two answers. */
export interface Question {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** The modes of the watch that affect cues or battery. */
export const SHOWN_MODES = ['DND', 'sleep', 'theater', 'powerSaving'] as const;
export type ShownMode = (typeof SHOWN_MODES)[number];

/** The preview's own controls. */
const TIPS = [
  ...(['device', 'language', 'size', 'sound', 'speed', 'nextCue', 'tryIt', 'open'] as const),
  ...(['screenOff', 'wristDown', 'palm', 'wake', 'home'] as const),
  ...SHOWN_MODES,
  ...(['notWorn', 'batteryLow'] as const),
  ...([
    'crash',
    'reboot',
    'update',
    'clockForward',
    'clockBack',
    'tearWrite',
    'failWrite',
    'refuseAlarms',
  ] as const),
] as const;
export type Tips = Readonly<Record<(typeof TIPS)[number], string>>;

/** The texts of one language; functions take the values to insert. */
export interface Words {
  /** The language's name for itself. */
  readonly self: string;
  readonly subtitle: string;
  /** The title of the browser tab. */
  readonly title: string;
  /** What this is, for first-time visitors. */
  readonly intro: string;
  /** Starts a session and goes to its first cue. */
  readonly tryIt: string;
  /** The label of the app's button that starts a session. */
  readonly startOnWatch: string;
  /** A tooltip for each control. */
  readonly tips: Tips;
  readonly whatEachDoes: string;
  readonly device: string;
  readonly language: string;
  readonly size: string;
  readonly fit: string;
  /** How to operate the watch, with or without a crown. */
  readonly watch: (hasCrown: boolean) => string;
  readonly onScreen: string;
  readonly screenIsDark: string;
  readonly hint: (hasCrown: boolean) => string;
  readonly lastCue: string;
  readonly noCueYet: string;
  /** A duration: `42 s` or `3:05`. */
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
  /** The next cue was due but was not played. */
  readonly cueLost: (why: string) => string;
  /** What is played next, and in how long. */
  readonly awaited: (name: string, lasting: string) => string;
  readonly sound: string;
  readonly wrist: string;
  readonly screenOff: string;
  readonly wristDown: string;
  readonly palm: string;
  readonly wake: string;
  readonly home: string;
  readonly hazards: string;
  readonly modes: Readonly<Record<ShownMode, string>>;
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
  readonly book: string;
  readonly bookEmpty: string;
  readonly alarms: string;
  readonly daysAhead: (days: number) => string;
  readonly guardAlarm: string;
  /** Alarms that bring no cue, by purpose. */
  readonly alarmFor: Readonly<Record<'pause' | 'check' | 'reminder' | 'page' | 'other', string>>;
  /** How many more lines there are. */
  readonly more: (count: number) => string;
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
  /** The current build step, and how long it has run. */
  readonly building: (step: BuildProgress['step']) => string;
  readonly buildingSince: (lasting: string) => string;
  readonly failed: string;
}
