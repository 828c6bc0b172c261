import { isApiLevelAtLeast, type DeviceFacts } from './device';
import { choosePackage, type WatchPackage } from './package';

/** The package that a watch installs. Throws when the watch's API level is too low. */
export function fit(packages: readonly WatchPackage[], device: DeviceFacts): WatchPackage {
  const chosen = choosePackage(packages, device);
  const { minVersion } = chosen.manifest.runtime.apiVersion;
  if (isApiLevelAtLeast(device.apiLevel, minVersion)) return chosen;
  throw new Error(`${device.name} has API ${device.apiLevel}; the package needs ${minVersion}`);
}
