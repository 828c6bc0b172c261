import type { DeviceFacts } from './machine/device';
import { fit } from './machine/fit';
import type { MachineOptions } from './machine/machine';
import { readZab, type WatchPackage } from './machine/package';
import { OUT_OF_RANGE, type RadioMaker } from './machine/radio';
import type { RealmHost } from './machine/realm';
import type { Outlasting, ServiceEnd } from './machine/unknowns';

/** 2026-01-05 08:00 UTC, a Monday. */
const DEFAULT_START = Date.UTC(2026, 0, 5, 8);
/** What the app may keep on disk; a watch's own limit is not documented. */
const DEFAULT_DISK_BYTES = 4 * 1024 * 1024;
export interface BootOptions {
  /** The built package, as bytes of the `.zab` or as `readZab` has read it. */
  readonly zab: Uint8Array | readonly WatchPackage[];
  readonly device: DeviceFacts;
  readonly host: RealmHost;
  /** As `en-US`. */
  readonly language?: string;
  /** Wall clock at boot, ms since 1970 UTC. */
  readonly startAt?: number;
  /** For everything random on the watch. */
  readonly seed?: number;
  /** Faults are thrown out of whatever moved the watch (the default), or only kept. */
  readonly strict?: boolean;
  /** The phone, if it is to be near. Without one it is in another place. */
  readonly radio?: RadioMaker;
  readonly diskBytes?: number;
  readonly runsAppForService?: boolean;
  /** When a woken service ends; `atLimit`, after 600 ms, is the default. */
  readonly serviceEnds?: ServiceEnd;
  /** Which vibrations of a service go on when it has ended; `scenes` is the default. */
  readonly outlastsService?: Outlasting;
}

/** What was not said filled in. */
export function machineOptions(options: BootOptions): MachineOptions {
  const { zab, device, host } = options;
  return {
    device,
    host,
    package: fit(zab instanceof Uint8Array ? readZab(zab) : zab, device),
    language: options.language ?? 'en-US',
    startAt: options.startAt ?? DEFAULT_START,
    seed: options.seed ?? 1,
    radio: options.radio ?? (() => OUT_OF_RANGE),
    diskBytes: options.diskBytes ?? DEFAULT_DISK_BYTES,
    runsAppForService: options.runsAppForService ?? true,
    serviceEnds: options.serviceEnds ?? 'atLimit',
    outlastsService: options.outlastsService ?? 'scenes',
  };
}
