import type { Picture } from './face/picture';
import type { Alarm } from './machine/alarms';
import { keysOf, type DeviceFacts, type Key } from './machine/device';
import type { Fault } from './machine/faults';
import type { Glass } from './machine/glass';
import type { LogLine } from './machine/log';
import type { Machine } from './machine/machine';
import type { Notification } from './machine/notifications';
import type { WatchPackage } from './machine/package';
import type { Consent } from './machine/scope';
import type { Brightness } from './machine/screen';
import type { ServiceRun } from './machine/service-runner';
import type { Felt, Unfelt } from './machine/vibrator';
import type { WidgetCall } from './machine/widgets';

/** The state of the screen and what it shows. */
export interface ScreenView {
  readonly lit: boolean;
  /** A page's path, `watchface`, `app list`, or `off` when the watch has no power. */
  readonly shows: string;
}

/** What keeps the screen on, so that a test can check that it is released. */
export interface ScreenHold {
  readonly brightMs: number;
  readonly dropWristPaused: boolean;
  readonly palmPaused: boolean;
  readonly wakesToApp: boolean;
}

export type { Brightness } from './machine/screen';

/** What can be seen, felt and known of a watch without touching it. Lists are snapshots. */
export class ObservedWatch {
  readonly device: DeviceFacts;
  protected readonly machine: Machine;
  protected readonly glass: Glass;

  protected constructor(machine: Machine, glass: Glass) {
    this.device = machine.options.device;
    this.machine = machine;
    this.glass = glass;
  }

  /** ms since the watch was booted. */
  now(): number {
    return this.machine.clock.now();
  }

  /** The time of day, ms since 1970 UTC. */
  wall(): number {
    return this.machine.clock.wall();
  }

  screen(): ScreenView {
    const { isOn, app, hardware } = this.machine;
    return { lit: hardware.screen.lit, shows: isOn ? app.shows : 'off' };
  }

  screenHold(): ScreenHold {
    const { screen } = this.machine.hardware;
    return {
      brightMs: screen.brightMs,
      dropWristPaused: screen.isPaused('dropWrist'),
      palmPaused: screen.isPaused('palm'),
      wakesToApp: this.machine.app.wantsRelaunch,
    };
  }

  brightness(): Brightness {
    return this.machine.hardware.screen.brightness;
  }

  /**
   * The visible texts in reading order; none when the screen is dark. A line feed between two words is told as a space.
   */
  texts(): readonly string[] {
    return this.glass.texts().map(({ text }) => text.replace(/([!-~·…”])\n(?=[!-~“])/g, '$1 '));
  }

  picture(): Picture {
    return this.glass.picture();
  }

  /** The bytes of an image of the package (a TGA file), by the path used in a picture. */
  asset(src: string): Uint8Array | undefined {
    return this.machine.package.asset(src);
  }

  /** Everything felt on the wrist, in order. */
  felt(): readonly Felt[] {
    return [...this.machine.hardware.motor.felt()];
  }

  /** Vibrations that could not be felt, with the reason. */
  unfelt(): readonly Unfelt[] {
    return [...this.machine.hardware.motor.unfelt()];
  }

  /** Calls `listener` when something begins to be felt. Returns a function that unsubscribes. */
  onFelt(listener: (felt: Felt) => void): () => void {
    return this.machine.hardware.motor.onFelt(listener);
  }

  alarms(): readonly Alarm[] {
    return this.machine.hardware.alarms.all();
  }

  /** Notifications in the notification centre. */
  notifications(): readonly Notification[] {
    return this.machine.hardware.notifications.shown();
  }

  /** All notifications so far, including removed ones. */
  everNotified(): readonly Notification[] {
    return [...this.machine.hardware.notifications.everPosted()];
  }

  /** The runs of services woken by an alarm or a notification. */
  serviceRuns(): readonly ServiceRun[] {
    return [...this.machine.services.runs()];
  }

  /** The continuous services that are running. */
  services(): readonly string[] {
    return this.machine.services.running();
  }

  consent(): Consent {
    return this.machine.consent;
  }

  widgetCalls(): readonly WidgetCall[] {
    return [...this.machine.widgetCalls];
  }

  logs(): readonly LogLine[] {
    return [...this.machine.logs];
  }

  /** All faults except ZML's own. */
  errors(): readonly Fault[] {
    return [...this.machine.kernel.faults.all()];
  }

  /** Faults of ZML itself, on the watch and on the phone: errors and rejections that no app can catch. */
  zmlFaults(): readonly Fault[] {
    return [...this.machine.kernel.faults.library()];
  }

  /** The app's files, by path. */
  files(): ReadonlyMap<string, Uint8Array> {
    const { disk } = this.machine.hardware;
    return new Map(disk.list().map((path) => [path, Uint8Array.from(disk.read(path) ?? [])]));
  }

  /** The number of writes to files so far. */
  writes(): number {
    return this.machine.hardware.disk.writes;
  }

  /** Writes bytes into a file from outside, for example to damage it. */
  putFile(path: string, bytes: Uint8Array): void {
    this.machine.hardware.disk.put(path, bytes);
  }

  keys(): readonly Key[] {
    return keysOf(this.device);
  }

  get hasCrown(): boolean {
    return this.machine.hasCrown;
  }

  get package(): WatchPackage {
    return this.machine.package;
  }

  get language(): string {
    return this.machine.options.language;
  }
}
