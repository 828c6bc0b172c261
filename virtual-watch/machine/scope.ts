import type { DeviceFacts } from './device';
import type { Disk } from './disk';
import type { Lifetime } from './lifetime';
import type { LogLevel } from './log';
import type { WatchPackage } from './package';
import type { Dialog, PageState } from './page-state';
import type { OddAnswers } from './odd-answers';
import type { Realm } from './realm';
import type { Screen } from './screen';
import type { TimerHold } from './timer-hold';
import type { Unknowns } from './unknowns';
import type { Carrier, VibrationMotor } from './vibrator';
import type { VirtualClock } from './clock';
import type { WidgetCall } from './widgets';
import type { WorldTime } from './world-time';
import type { Alarms } from './alarms';
import type { Notifications } from './notifications';
import type { Body } from './body';
import type { Radio } from './radio';

/** The parts of the watch that outlive any app. */
export interface Hardware {
  readonly clock: VirtualClock;
  readonly screen: Screen;
  readonly motor: VibrationMotor;
  readonly disk: Disk;
  readonly alarms: Alarms;
  readonly notifications: Notifications;
  readonly body: Body;
  readonly radio: Radio;
}

/** Where to go: done once the code that asks for it has returned. A card opens a page of the app. */
export type Move =
  | { readonly kind: 'push' | 'replace'; readonly url: string; readonly params: string | undefined }
  | { readonly kind: 'open'; readonly url: string; readonly params: string | undefined }
  | { readonly kind: 'back' | 'home' | 'exit' }
  | { readonly kind: 'launch'; readonly url: string; readonly params: string | undefined };

/** How a person answered the question whether a service may run in the background. */
export type Consent = 'unasked' | 'granted' | 'refused';

/** Codes of `start` and `stop` of `@zos/app-service` (Zepp OS docs, start). */
export const SERVICE_CODES = { success: 0, status: 2, noPermission: 3, limit: 7, unknown: 255 } as const;

/** The system around an app: what it can ask for beyond the hardware. */
export interface System {
  navigate(move: Move): void;
  showToast(text: string): void;
  /** Shows a dialog in front of everything; `undefined` takes it away. */
  showDialog(dialog: Dialog | undefined): void;
  countWidgetCall(call: Omit<WidgetCall, 'at'>): void;
  print(level: LogLevel, logger: string, args: readonly unknown[]): void;
  /** Whether a finger or a key brought about what is running now. */
  isAnsweringPerson(): boolean;
  /** Whether a wake after the screen went dark opens the page again (Zepp OS docs, setWakeUpRelaunch). */
  setWakeUpRelaunch(relaunch: boolean): void;
  consent(): Consent;
  /** Asks the person; `done` once they have answered. */
  askConsent(done: (consent: Consent) => void): void;
  startService(file: string, param: string | undefined, reload: boolean): number;
  stopService(file: string): number;
  runningServices(): readonly string[];
  /** How this watch answers where nobody says what a watch does. */
  readonly unknowns: Unknowns;
  /** Which members of modules answer otherwise than they should. */
  readonly oddAnswers: OddAnswers;
}

/** What a file of the package runs in: which world, for whom, and until when. */
export interface Scope {
  readonly kind: 'app' | 'page' | 'service' | 'card';
  /** The file, without `.js`. */
  readonly by: string;
  readonly realm: Realm;
  readonly time: WorldTime;
  /** Timers, listeners and registrations end with it. */
  readonly lifetime: Lifetime;
  readonly device: DeviceFacts;
  readonly package: WatchPackage;
  readonly language: string;
  readonly hardware: Hardware;
  readonly system: System;
  /** The page or card this scope belongs to; an app or a service has none. */
  readonly page: PageState | undefined;
  /** Calls into the world from outside, unless its life is over. What it throws is booked as a fault, not passed on. */
  enter(doing: string, run: () => unknown): unknown;
  /** What may hold up its timers. */
  readonly timerHold: TimerHold;
  /** An error as the platform throws it, made for the world's own code to catch. */
  error(message: string): Error;
  /** Refuses a call that no watch takes: books it and throws it into the world. */
  misuse(message: string): never;
  /** Refuses what this watch does not have. */
  notModelled(what: string): never;
}

/** The page that something belongs to; an app or a service has none, and is refused. */
export function pageOf(scope: Scope, what: string): PageState {
  return scope.page ?? scope.misuse(`${what} is called where there is no page`);
}

export function carrierOf(scope: Scope): Carrier {
  return scope.kind === 'service' ? 'service' : 'page';
}
