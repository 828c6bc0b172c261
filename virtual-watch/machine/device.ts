import type { ScreenShape } from '../face/picture';

/** The published facts about a watch model (Zepp OS docs, Device Basic Information). */
export interface DeviceFacts {
  readonly name: string;
  /** Such as `4.2`. */
  readonly apiLevel: string;
  readonly osVersion: string;
  readonly deviceSource: number;
  readonly shape: ScreenShape;
  /** 0 on a round screen. */
  readonly cornerRadius: number;
  readonly width: number;
  readonly height: number;
  readonly keys: KeyCount;
}

export const KEY_COUNTS = [1, 2, 3, 4, 5] as const;
export type KeyCount = (typeof KEY_COUNTS)[number];

export const KEYS = ['HOME', 'SHORTCUT', 'UP', 'DOWN', 'SELECT', 'BACK'] as const;
export type Key = (typeof KEYS)[number];

/**
 * The keys of a watch by their number. One, two and four are documented (Zepp OS docs, Physical buttons, and Definition
 * of the keyType field: only the watch with four has no crown). Three and five are not described: three is assumed to
 * be the two of a crown watch and a BACK key, five the four and a crown.
 */
const KEY_SETS: Readonly<Record<KeyCount, readonly Key[]>> = {
  1: ['HOME'],
  2: ['HOME', 'SHORTCUT'],
  3: ['HOME', 'SHORTCUT', 'BACK'],
  4: ['UP', 'DOWN', 'SELECT', 'BACK'],
  5: ['HOME', 'UP', 'DOWN', 'SELECT', 'BACK'],
};

export function keysOf(device: DeviceFacts): readonly Key[] {
  return KEY_SETS[device.keys];
}

/** The crown is the HOME key. */
export function hasCrown(device: DeviceFacts): boolean {
  return keysOf(device).includes('HOME');
}

/** The value of `getDeviceInfo().keyType`: mode, number of keys, crown or not (Zepp OS docs, keyType field). */
export function keyTypeOf(device: DeviceFacts): string {
  const mode = device.keys >= 4 ? 'sport' : 'normal';
  return `${mode}_${device.keys}${hasCrown(device) ? 1 : 0}`;
}

/** Compares API levels such as `3.6` and `4.0`. */
export function isApiLevelAtLeast(level: string, wanted: string): boolean {
  const [major = 0, minor = 0] = level.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** A row of the device table, `devices.json`. */
export interface DeviceRow {
  readonly name: string;
  readonly apiLevel: string | null;
  readonly osVersion: string;
  readonly deviceSources: readonly number[];
  readonly shape: string;
  readonly cornerRadius: number | null;
  readonly width: number;
  readonly height: number;
  readonly keys: number | null;
}

/** The models of a device table that can run a package: those with an API level and a known screen shape. */
export function readDeviceTable(rows: readonly DeviceRow[]): readonly DeviceFacts[] {
  return rows.flatMap((row) => {
    const shape = row.shape;
    const keys = KEY_COUNTS.find((count) => count === row.keys);
    const deviceSource = row.deviceSources[0];
    if (row.apiLevel === null || keys === undefined || deviceSource === undefined) return [];
    if (shape !== 'round' && shape !== 'square') return [];
    const { name, apiLevel, osVersion, width, height, cornerRadius } = row;
    return [
      {
        name,
        apiLevel,
        osVersion,
        deviceSource,
        shape,
        cornerRadius: cornerRadius ?? 0,
        width,
        height,
        keys,
      },
    ];
  });
}
