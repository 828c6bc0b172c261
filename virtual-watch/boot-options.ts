import type { DeviceFacts } from './machine/device';
import { fit } from './machine/fit';
import type { MachineOptions } from './machine/machine';
import { readZab, type WatchPackage } from './machine/package';
import { OUT_OF_RANGE, type RadioMaker } from './machine/radio';
import type { RealmHost } from './machine/realm';
import type { Zone } from './machine/zone';
import { DEFAULT_UNKNOWNS, type Unknowns } from './machine/unknowns';

/** 2026-01-05 08:00 UTC, a Monday. */
const DEFAULT_START = Date.UTC(2026, 0, 5, 8);
/** The app's disk quota; the limit of a real watch is not documented. */
const DEFAULT_DISK_BYTES = 4 * 1024 * 1024;

/** What to boot, and how the watch behaves where that is undocumented (`Unknowns`). */
export interface BootOptions extends Partial<Unknowns> {
  /** The built package: the bytes of the `.zab`, or the result of `readZab`. */
  readonly zab: Uint8Array | readonly WatchPackage[];
  readonly device: DeviceFacts;
  readonly host: RealmHost;
  /** Such as `en-US`. */
  readonly language?: string;
  /** Wall clock at boot, ms since 1970 UTC. */
  readonly startAt?: number;
  /** The time zone of the watch (`zoneNamed`); the host's by default. */
  readonly zone?: Zone;
  /** The seed for everything random on the watch. */
  readonly seed?: number;
  /** Whether faults are thrown by the call that caused them (the default) or only recorded. */
  readonly strict?: boolean;
  /** The phone, if there should be one nearby. Without it, the watch is out of range. */
  readonly radio?: RadioMaker;
  readonly diskBytes?: number;
}

/** The options with defaults filled in. */
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
