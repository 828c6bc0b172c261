import { Wear as WearSensor } from '@zos/sensor';
import type { Fact } from '../../core/fact';
import type { Undo } from './clock';
import { answerOf, attempt } from './fence';

export interface Wear {
  /** Whether the watch is on a wrist. */
  worn(): Fact;
  /** Calls `changed` when that may have changed, if the watch reports it. */
  onChange(changed: () => void): Undo;
}

/** A value of `getStatus()`; 3 is "not sure" (Zepp OS docs, Wear). */
const NOT_WORN = 0;
const WORN = 1;
const WORN_AND_MOVING = 2;

export const watchWear: Wear = {
  worn() {
    const status = answerOf(() => new WearSensor().getStatus());
    if (status === NOT_WORN) return 'no';
    return status === WORN || status === WORN_AND_MOVING ? 'yes' : 'unknown';
  },
  onChange(changed) {
    let undo: Undo = () => undefined;
    attempt(() => {
      const sensor = new WearSensor();
      sensor.onChange(changed);
      undo = () => {
        attempt(() => {
          sensor.offChange(changed);
        });
      };
    });
    return () => {
      undo();
    };
  },
};
