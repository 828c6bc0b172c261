import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A model of the public device table, `virtual-watch/devices.json`. */
export interface Device {
  readonly name: string;
  /** `null` for watches with the first Zepp OS, which cannot run third-party apps. */
  readonly apiLevel: string | null;
  readonly osVersion: string;
  /** The numbers of a model, one for each market. */
  readonly deviceSources: readonly number[];
  readonly shape: 'round' | 'square' | 'band';
  readonly width: number;
  readonly height: number;
  readonly previewSize: readonly [number, number];
}

/** A year, in ms: during this time zpm must not download a device table of its own. */
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export function readDevices(): readonly Device[] {
  const file = join(__dirname, '..', '..', 'virtual-watch', 'devices.json');
  const table = JSON.parse(readFileSync(file, 'utf8')) as { readonly devices: readonly Device[] };
  return table.devices;
}

/**
 * The devices in the form in which zpm 3.4 looks for them at `<home>/.zepp/.zeus_devices`. It decides by shape, size
 * and API level; fields that the public table does not have (chip, product number, icon size) get neutral values.
 */
export function zeusDeviceTable(devices: readonly Device[], now: number): string {
  const rows = devices.flatMap((device) =>
    device.apiLevel === null
      ? []
      : device.deviceSources.map((source) => row(device, device.apiLevel, source)),
  );
  return JSON.stringify({ devices: rows, devices_beta: [], expiredTime: now + YEAR_MS, version: '1.0.0' });
}

function row(device: Device, apiLevel: string | null, deviceSource: number): object {
  return {
    productName: device.name,
    deviceSource,
    value: {
      code: device.name,
      productId: deviceSource,
      productVersion: 1,
      shape: device.shape,
      chip: { manufacturer: 'unknown' },
      screen: {
        size: `${device.width}*${device.height}`,
        previewSize: device.previewSize.join('*'),
        iconSize: '248*248',
      },
      os: { version: device.osVersion, apiLevel },
      pixelDensity: 'm',
    },
  };
}
