import { openAlarmBook } from '../../device/store/alarm-book';
import { watchAlarms } from '../../device/watch/alarms';
import { goDark, reopenOnWake } from '../../device/watch/display';
import { openCheck } from '../../device/check/check-run';
import type { CheckStore } from '../../device/check/check-run';
import type { Undo } from '../../device/watch/clock';
import { watchClock } from '../../device/watch/clock';
import { watchDisk } from '../../device/watch/disk';
import { goBack } from '../../device/watch/router';
import { wholeScreen } from '../../device/watch/screen';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import type { CheckAction, CheckState } from './view';
import { viewCheck } from './view';

/** Runs the trial of the alarms: the watch goes dark, and on its return the person says what they felt. */
export function openCheckPage(): Undo {
  const store = openCheck(watchDisk, openAlarmBook(watchDisk, watchAlarms), watchClock);
  const frame = wholeScreen();
  const act = (action: CheckAction): void => {
    switch (action) {
      case 'begin':
        if (!store.begin()) {
          mounted.update(viewCheck({ kind: 'unsaved' }, frame, text));
          return;
        }
        reopenOnWake(true);
        goDark();
        break;
      case 'felt0':
      case 'felt1':
      case 'felt2':
      case 'felt3':
        store.finish(Number(action.slice(-1)));
        reopenOnWake(false);
        break;
      case 'done':
        reopenOnWake(false);
        goBack();
        return;
    }
    mounted.update(viewCheck(stateOf(store), frame, text));
  };
  const mounted = mount(viewCheck(stateOf(store), frame, text), act);
  return () => {
    mounted.unmount();
  };
}

function stateOf(store: CheckStore): CheckState {
  const check = store.check();
  if (!check) return { kind: 'new' };
  if (check.phase === 'done') return { kind: 'done', check };
  if (store.isCutOff()) return { kind: 'cutOff' };
  return { kind: store.isOver() ? 'asking' : 'early' };
}
