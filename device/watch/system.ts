import { getDeviceInfo } from '@zos/device';
import { getSystemInfo } from '@zos/settings';
import { answerOf, fieldsOf } from './fence';

/** What this watch is. */
export interface System {
  /** Its name, as its maker writes it; empty where the watch does not tell. */
  model(): string;
  /** The version of its system; empty where the watch does not tell. */
  osVersion(): string;
  /** How many keys it has; 0 where the watch does not tell. */
  keyNumber(): number;
}

export const watchSystem: System = {
  model: () => wordOf(fieldsOf(answerOf(getDeviceInfo))['deviceName']),
  osVersion: () => wordOf(fieldsOf(answerOf(getSystemInfo))['osVersion']),
  keyNumber() {
    const keys = fieldsOf(answerOf(getDeviceInfo))['keyNumber'];
    return typeof keys === 'number' && keys > 0 ? keys : 0;
  },
};

function wordOf(told: unknown): string {
  return typeof told === 'string' ? told : '';
}
