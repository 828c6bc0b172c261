import { getDeviceInfo } from '@zos/device';
import { getSystemInfo } from '@zos/settings';
import type { Facts } from '../plan/report';
import { listEmptyFolder, writeText } from './files';

const TEN_BYTES = '0123456789';

/** What the watch reports about itself, and how its disk responds. */
export function askFacts(): Facts {
  const { osVersion, minAPI } = getSystemInfo();
  return {
    model: String(getDeviceInfo().deviceName),
    system: osVersion,
    apiLevel: minAPI,
    written: `${String(writeText('ten', TEN_BYTES))}of${TEN_BYTES.length}`,
    emptyFolder: listEmptyFolder(),
  };
}

/** Whether services have timers: from API level 4.0 on. */
export function hasServiceTimers(): boolean {
  return parseInt(getSystemInfo().minAPI, 10) >= 4;
}
