import type { CheckStore } from '../../device/check/check-run';
import { openCheck } from '../../device/check/check-run';
import { openAlarmBook } from '../../device/store/alarm-book';
import { makePage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { CheckAction, CheckState } from './view';
import { viewCheck } from './view';

/** Runs the trial of the alarms: the watch goes dark, and on its return the person says what they felt. */
export function openCheckPage(watch: Watch): Undo {
  const { alarms, clock, disk, display, router, system } = watch;
  const store = openCheck(disk, openAlarmBook(disk, alarms), clock, system);
  let isUnsaved = false;
  const act = (action: CheckAction): void => {
    switch (action) {
      case 'begin':
        isUnsaved = !store.begin();
        if (isUnsaved) break;
        display.reopenOnWake(true);
        display.goDark();
        break;
      case 'felt0':
      case 'felt1':
      case 'felt2':
      case 'felt3':
        store.finish(Number(action.slice(-1)));
        display.reopenOnWake(false);
        break;
      case 'done':
        display.reopenOnWake(false);
        router.goBack();
        return;
    }
    page.show();
  };
  const page = makePage(
    watch,
    (frame, text) => viewCheck(isUnsaved ? { kind: 'unsaved' } : stateOf(store), frame, text),
    act,
  );
  page.show();
  return page.close;
}

function stateOf(store: CheckStore): CheckState {
  const check = store.check();
  if (!check) return { kind: 'new' };
  if (check.phase === 'done') return { kind: 'done', check };
  if (store.isCutOff()) return { kind: 'cutOff' };
  return { kind: store.isOver() ? 'asking' : 'early' };
}
