import { getDeviceInfo } from '@zos/device';
import { getSystemInfo } from '@zos/settings';
import { answerOf, fieldsOf } from './fence';

/** Information about this watch. */
export interface System {
  /** The model name, as the manufacturer writes it; empty if the watch does not tell. */
  model(): string;
  /** The version of its system; empty if the watch does not tell. */
  osVersion(): string;
  /** The number of keys; 0 if the watch does not tell. */
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
