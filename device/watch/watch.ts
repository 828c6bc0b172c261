import type { Alarms } from './alarms';
import { watchAlarms } from './alarms';
import type { Battery } from './battery';
import { watchBattery } from './battery';
import type { Bluetooth } from './bluetooth';
import { watchBluetooth } from './bluetooth';
import type { Clock } from './clock';
import { watchClock } from './clock';
import type { Disk } from './disk';
import { watchDisk } from './disk';
import type { Display } from './display';
import { watchDisplay } from './display';
import type { Formats } from './formats';
import { watchFormats } from './formats';
import type { Input } from './input';
import { watchInput } from './input';
import type { Launch } from './launch';
import { memoryAt, watchLaunch } from './launch';
import type { Modes } from './modes';
import { watchModes } from './modes';
import type { Notifications } from './notifications';
import { watchNotifications } from './notifications';
import type { Router } from './router';
import { pageRouter } from './router';
import type { Screen } from './screen';
import { watchScreen } from './screen';
import type { Scroll } from './scroll';
import { watchScroll } from './scroll';
import type { System } from './system';
import { watchSystem } from './system';
import type { TextSource } from './texts';
import { watchTexts } from './texts';
import type { Ui } from './ui';
import { watchUi } from './ui';
import type { Haptics } from './vibrator';
import { pageVibrator } from './vibrator';
import type { Wear } from './wear';
import { watchWear } from './wear';

/**
 * The watch as pages use it: one facade for each part. It is created once where a page opens and passed down, so that
 * nothing else accesses the platform and a test can pass its own.
 *
 * A service imports only the facades it needs, since each adds to its size.
 */
export interface Watch {
  readonly alarms: Alarms;
  readonly battery: Battery;
  readonly bluetooth: Bluetooth;
  readonly clock: Clock;
  readonly disk: Disk;
  readonly display: Display;
  /** How times and dates are written, by the watch's present settings. */
  readonly formats: () => Formats;
  readonly input: Input;
  readonly launch: Launch;
  readonly modes: Modes;
  readonly notifications: Notifications;
  /** A number in [0, 1), like `Math.random`. */
  readonly random: () => number;
  readonly router: Router;
  readonly screen: Screen;
  readonly scroll: Scroll;
  readonly system: System;
  readonly texts: TextSource;
  readonly ui: Ui;
  readonly vibrator: Haptics;
  readonly wear: Wear;
}

/** For a page that plays no cues and hears no keys, which then need not load that code. */
export type CalmWatch = Omit<Watch, 'input' | 'vibrator'>;

/** The watch that this code runs on, for a page that opens. Its motor belongs to that page. */
export function openWatch(): Watch {
  return { ...openCalmWatch(), input: watchInput, vibrator: pageVibrator(watchClock) };
}

/** The same without motor and keys. */
export function openCalmWatch(): CalmWatch {
  memoryAt(watchClock.now());
  return {
    alarms: watchAlarms,
    battery: watchBattery,
    bluetooth: watchBluetooth,
    clock: watchClock,
    disk: watchDisk,
    display: watchDisplay,
    formats: watchFormats,
    launch: watchLaunch,
    modes: watchModes,
    notifications: watchNotifications,
    random: Math.random,
    router: pageRouter(watchClock, watchLaunch),
    screen: watchScreen,
    scroll: watchScroll,
    system: watchSystem,
    texts: watchTexts,
    ui: watchUi,
    wear: watchWear,
  };
}
