import { finished } from '../plan/state';
import { cancelAll } from './alarms';
import { stopMotor } from './motor';
import { readState, saveState } from './store';
import { stopTimerService } from './timer-service';

/** Ends what plays and what would still come; a part that is going on is over. */
export function stopEverything(): void {
  stopMotor();
  cancelAll();
  stopTimerService();
  const state = readState();
  if (state.running) saveState(finished(state));
}
