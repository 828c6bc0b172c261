import type { Cancel, Clock } from './clock';
import type { Kernel } from './kernel';
import type { WatchPackage } from './package';
import type { RealmHost } from './realm';

/**
 * The watch's end of the Bluetooth link to the Zepp app. Messages are bytes, as `@zos/ble` sends them: a 16-byte header
 * and a payload. A model of the phone implements this; by default there is no phone.
 */
export interface Radio {
  /** Whether the phone is in range and connected, as `connectStatus` of `@zos/ble` reports. */
  isConnected(): boolean;
  /** Sends a message; returns `false` if it could not be handed over. */
  send(bytes: Uint8Array): boolean;
  /** Calls `listener` with each message from the phone. */
  onMessage(listener: (bytes: Uint8Array) => void): Cancel;
  /** Calls `listener` when the phone comes into range or leaves it. */
  onConnection(listener: (isConnected: boolean) => void): Cancel;
}

/**
 * A watch whose phone is out of range. What `send` returns then is not documented; on `false`, ZML would throw from its
 * own `onDestroy` at every exit.
 */
export const OUT_OF_RANGE: Radio = {
  isConnected: () => false,
  send: () => true,
  onMessage: () => () => undefined,
  onConnection: () => () => undefined,
};

/** What a model of the phone shares with the watch: the clock, the kernel, and the package. */
export interface Vicinity {
  readonly clock: Clock;
  /** Used to enter the phone's worlds, so that promise jobs and faults are handled as on the watch. */
  readonly kernel: Kernel;
  readonly host: RealmHost;
  /** The package now on the watch; its `phoneFiles` are the phone's. */
  package(): WatchPackage;
  /** In [0, 1), from the seed of the watch. */
  random(): number;
}

/** Creates the watch's end of the link for a watch that is being booted. */
export type RadioMaker = (vicinity: Vicinity) => Radio;
