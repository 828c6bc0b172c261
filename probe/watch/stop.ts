import { finished } from '../plan/state';
import { cancelAll } from './alarms';
import { stopMotor } from './motor';
import { readState, saveState } from './store';
import { stopTimerService } from './timer-service';

/** Ends what is playing and what was still to come; a part in progress is over. */
export function stopEverything(): void {
  stopMotor();
  cancelAll();
  stopTimerService();
  const state = readState();
  if (state.running) saveState(finished(state));
}
