import { parsePlan } from '../../../core/plan/parse-plan';
import type { Plan } from '../../../core/plan/plan';
import { certain } from '../../../core/result';
import { PLAN_FILE } from '../../../core/state/plan-file';
import { storedText } from '../../../core/state/stored';
import { SECOND } from '../../../core/time';
import type { VirtualWatch } from '../../../virtual-watch/node';
import { write } from './pair';

/** One zone of the left leg, for this many seconds. */
export function planOf(seconds: number): Plan {
  const shape = {
    version: 1,
    prepareSeconds: 0,
    switchSeconds: 0,
    reminderSeconds: 'off',
    zoneOrder: 'upward',
    legs: [{ leg: 'left', zones: [{ zone: 'calf', seconds }] }],
  };
  return certain(parsePlan(shape), 'the plan keeps to all limits');
}

/** Puts a plan where the app keeps the one that the phone sent. The app must not be running. */
export function givePlan(watch: VirtualWatch, plan: Plan): void {
  write(watch, 'plan', storedText(PLAN_FILE, { revision: 1, plan }));
}

/** Does a session of `givePlan(watch, planOf(5))` from the start screen to the summary. */
export function doSession(watch: VirtualWatch): void {
  watch.tap('Start');
  watch.advanceUntil(() => watch.screen().shows === 'page/summary/index', 20 * SECOND);
}
