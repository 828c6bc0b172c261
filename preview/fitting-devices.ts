import { isApiLevelAtLeast, type DeviceFacts } from '../virtual-watch/machine/device';
import type { WatchPackage } from '../virtual-watch/machine/package';

/** The watches on which the package can be installed. */
export function fittingDevices(
  devices: readonly DeviceFacts[],
  packages: readonly WatchPackage[],
): readonly DeviceFacts[] {
  return devices.filter((device) =>
    packages.some(
      ({ shape, width, height, manifest }) =>
        shape === device.shape &&
        width === device.width &&
        height === device.height &&
        isApiLevelAtLeast(device.apiLevel, manifest.runtime.apiVersion.minVersion),
    ),
  );
}
