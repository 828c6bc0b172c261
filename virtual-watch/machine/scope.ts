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

/** Where to go once the code that asks for it has returned. A card opens a page of the app. */
export type Move =
  | { readonly kind: 'push' | 'replace'; readonly url: string; readonly params: string | undefined }
  | { readonly kind: 'open'; readonly url: string; readonly params: string | undefined }
  | { readonly kind: 'back' | 'home' | 'exit' }
  | { readonly kind: 'launch'; readonly url: string; readonly params: string | undefined };

/** The person's answer to whether a service may run in the background. */
export type Consent = 'unasked' | 'granted' | 'refused';

/** Codes of `start` and `stop` of `@zos/app-service` (Zepp OS docs, start). */
export const SERVICE_CODES = { success: 0, status: 2, noPermission: 3, limit: 7, unknown: 255 } as const;

/** The system around an app: what it can ask for besides the hardware. */
export interface System {
  navigate(move: Move): void;
  showToast(text: string): void;
  /** Shows a dialog in front of everything; `undefined` removes it. */
  showDialog(dialog: Dialog | undefined): void;
  countWidgetCall(call: Omit<WidgetCall, 'at'>): void;
  print(level: LogLevel, logger: string, args: readonly unknown[]): void;
  /** Whether the running code was triggered by a touch or key. */
  isAnsweringPerson(): boolean;
  /** Whether waking the screen after it went dark opens the page again (Zepp OS docs, setWakeUpRelaunch). */
  setWakeUpRelaunch(relaunch: boolean): void;
  consent(): Consent;
  /** Asks the person; `done` is called once they have answered. */
  askConsent(done: (consent: Consent) => void): void;
  startService(file: string, param: string | undefined, reload: boolean): number;
  stopService(file: string): number;
  runningServices(): readonly string[];
  /** How this watch behaves where that is undocumented. */
  readonly unknowns: Unknowns;
  /** Which module members deviate from their documentation. */
  readonly oddAnswers: OddAnswers;
}

/** The environment of a file of the package: its world, its owner, and its lifetime. */
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
  /** The page or card this scope belongs to; undefined for an app or a service. */
  readonly page: PageState | undefined;
  /** Calls into the world, unless its lifetime has ended. Exceptions are recorded as faults and not passed on. */
  enter(doing: string, run: () => unknown): unknown;
  /** What may delay its timers. */
  readonly timerHold: TimerHold;
  /** An error as the platform throws it, created so that the world's own code can catch it. */
  error(message: string): Error;
  /** Refuses a call that no watch accepts: records it and throws it into the world. */
  misuse(message: string): never;
  /** Refuses what this watch does not have. */
  notModelled(what: string): never;
}

/** The page of a scope; refused for an app or a service, which have none. */
export function pageOf(scope: Scope, what: string): PageState {
  return scope.page ?? scope.misuse(`${what} is called where there is no page`);
}

export function carrierOf(scope: Scope): Carrier {
  return scope.kind === 'service' ? 'service' : 'page';
}
