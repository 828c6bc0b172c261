/** The virtual watch in Node: devices by name, script worlds by `node:vm`. */
import deviceTable from '../devices.json';
import { readDeviceTable, type DeviceFacts } from '../machine/device';
import type { BootOptions } from '../boot-options';
import { VirtualWatch } from '../watch';
import { makeNodeHost } from './realm';

export * from '../index';
export { oneScreen } from './one-screen';
export { makeNodeHost };

/** Every available model, newest first. */
export const DEVICES: readonly DeviceFacts[] = readDeviceTable(deviceTable.devices);

/** A model by its name in the device table. */
export function deviceNamed(name: string): DeviceFacts {
  const found = DEVICES.find((device) => device.name === name);
  if (found === undefined)
    throw new Error(`no device "${name}"; there are ${DEVICES.map((each) => each.name).join(', ')}`);
  return found;
}

export interface NodeBootOptions extends Omit<BootOptions, 'device' | 'host'> {
  /** A name from the device table, such as `Amazfit Balance`. */
  readonly device: string | DeviceFacts;
}

/** Boots a watch by the name of its model. */
export function bootWatch({ device, ...options }: NodeBootOptions): VirtualWatch {
  return VirtualWatch.boot({
    ...options,
    device: typeof device === 'string' ? deviceNamed(device) : device,
    host: makeNodeHost(),
  });
}
