import { Wear as WearSensor } from '@zos/sensor';
import type { Fact } from '../../core/fact';
import { answerOf } from './fence';

export interface Wear {
  /** Whether the watch is on a wrist. */
  worn(): Fact;
}

/** `getStatus()` of a watch by number; 3 is "not sure" (Zepp OS docs, Wear). */
const NOT_WORN = 0;
const WORN = 1;
const WORN_AND_MOVING = 2;

export const watchWear: Wear = {
  worn() {
    const status = answerOf(() => new WearSensor().getStatus());
    if (status === NOT_WORN) return 'no';
    return status === WORN || status === WORN_AND_MOVING ? 'yes' : 'unknown';
  },
};
