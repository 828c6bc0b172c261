import type { Cancel, Clock } from './clock';
import type { Kernel } from './kernel';
import type { WatchPackage } from './package';
import type { RealmHost } from './realm';

/**
 * The watch's end of the Bluetooth link to the Zepp app. Messages are bytes, as `@zos/ble` sends them: a 16-byte header
 * and a payload. Whoever models the phone implements this; the watch starts with nobody there.
 */
export interface Radio {
  /** Whether the phone is within range and connected, as `connectStatus` of `@zos/ble` tells. */
  isConnected(): boolean;
  /** Sends a message; `false` when it could not be handed over. */
  send(bytes: Uint8Array): boolean;
  /** Calls with each message from the phone. */
  onMessage(listener: (bytes: Uint8Array) => void): Cancel;
  /** Calls when the phone comes into range or leaves it. */
  onConnection(listener: (isConnected: boolean) => void): Cancel;
}

/**
 * A watch whose phone is in another place. What `send` returns then is not documented; on `false` ZML would throw out of
 * its own `onDestroy` at every exit.
 */
export const OUT_OF_RANGE: Radio = {
  isConnected: () => false,
  send: () => true,
  onMessage: () => () => undefined,
  onConnection: () => () => undefined,
};

/** What a model of the phone shares with the watch: one clock, one way into script worlds, one package. */
export interface Vicinity {
  readonly clock: Clock;
  /** Enters the worlds of the phone, so that promise jobs and faults there are dealt with as on the watch. */
  readonly kernel: Kernel;
  readonly host: RealmHost;
  /** The package on the watch now; its `phoneFiles` are the phone's. */
  package(): WatchPackage;
  /** In [0, 1), from the seed of the watch. */
  random(): number;
}

/** Makes the watch's end of the link, for a watch that is being booted. */
export type RadioMaker = (vicinity: Vicinity) => Radio;
