import type { DeviceFacts } from './machine/device';
import { fit } from './machine/fit';
import type { MachineOptions } from './machine/machine';
import { readZab, type WatchPackage } from './machine/package';
import { OUT_OF_RANGE, type RadioMaker } from './machine/radio';
import type { RealmHost } from './machine/realm';
import { DEFAULT_UNKNOWNS, type Unknowns } from './machine/unknowns';

/** 2026-01-05 08:00 UTC, a Monday. */
const DEFAULT_START = Date.UTC(2026, 0, 5, 8);
/** What the app may keep on disk; a watch's own limit is not documented. */
const DEFAULT_DISK_BYTES = 4 * 1024 * 1024;

/** What to boot, and how the watch answers where nobody says what a watch does (`Unknowns`). */
export interface BootOptions extends Partial<Unknowns> {
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
}

/** What was not said filled in. */
export function machineOptions(options: BootOptions): MachineOptions {
  const { zab, device, strict: _, ...rest } = options;
  return {
    ...DEFAULT_UNKNOWNS,
    language: 'en-US',
    startAt: DEFAULT_START,
    seed: 1,
    radio: () => OUT_OF_RANGE,
    diskBytes: DEFAULT_DISK_BYTES,
    ...rest,
    device,
    package: fit(zab instanceof Uint8Array ? readZab(zab) : zab, device),
  };
}
