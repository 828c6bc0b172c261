import { Battery as BatterySensor } from '@zos/sensor';
import { answerOf } from './fence';

export interface Battery {
  /** The charge, from 0 to 100. */
  percent(): number | 'unknown';
}

export const watchBattery: Battery = {
  percent() {
    const percent = answerOf(() => new BatterySensor().getCurrent());
    return typeof percent === 'number' && percent >= 0 && percent <= 100 ? percent : 'unknown';
  },
};
