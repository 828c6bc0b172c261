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
import { watchRouter } from './router';
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
 * The watch as pages know it: one facade for each thing of it. It is built once where a page opens and passed down, so
 * that nothing below asks for another and a test can hand over one of its own.
 *
 * A service imports the facades it needs by themselves: each costs it bytes, and its world has few.
 */
export interface Watch {
  readonly alarms: Alarms;
  readonly battery: Battery;
  readonly bluetooth: Bluetooth;
  readonly clock: Clock;
  readonly disk: Disk;
  readonly display: Display;
  /** How times and dates are written, as the watch is set now. */
  readonly formats: () => Formats;
  readonly input: Input;
  readonly launch: Launch;
  readonly modes: Modes;
  readonly notifications: Notifications;
  /** A number from 0 up to 1, as `Math.random` gives. */
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

/** The watch that this runs on, for a page that opens. Its motor belongs to that page. */
export function openWatch(): Watch {
  memoryAt(watchClock.now());
  return {
    alarms: watchAlarms,
    battery: watchBattery,
    bluetooth: watchBluetooth,
    clock: watchClock,
    disk: watchDisk,
    display: watchDisplay,
    formats: watchFormats,
    input: watchInput,
    launch: watchLaunch,
    modes: watchModes,
    notifications: watchNotifications,
    random: Math.random,
    router: watchRouter,
    screen: watchScreen,
    scroll: watchScroll,
    system: watchSystem,
    texts: watchTexts,
    ui: watchUi,
    vibrator: pageVibrator(watchClock),
    wear: watchWear,
  };
}
