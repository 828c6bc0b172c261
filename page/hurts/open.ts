import type { Leg } from '../../core/body';
import type { StopKind } from '../../core/care/stop';
import { legsLockedBy } from '../../core/care/stop';
import { emergencyNumber } from '../../core/emergency';
import { PREFERENCES_FILE } from '../../core/state/preferences';
import { MINUTE } from '../../core/time';
import { isRecorded } from '../../device/session/keep-record';
import { openCareStore } from '../../device/store/care-store';
import { lockLegs } from '../../device/store/lock-legs';
import { openSessionStore } from '../../device/store/session-store';
import { openStored } from '../../device/store/stored-file';
import { noteSession } from '../../device/store/today-store';
import { SIGN_PAGES, STOP_PAGES } from '../../device/text/care';
import type { TextId } from '../../device/text/ids';
import { makePage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { HurtsAction, HurtsState } from './view';
import { viewHurts } from './view';

/** How long the page stays lit without a touch: long enough to press on a vein and read on. */
const TO_READ = 5 * MINUTE;

/** Asks what is wrong when the person has stopped, says what to do now, and locks the leg concerned. */
export function openHurtsPage(watch: Watch): Undo {
  const { disk, display, launch, router, scroll } = watch;
  const { country } = openStored(disk, PREFERENCES_FILE).value().values;
  const number = emergencyNumber(country);
  const care = openCareStore(disk, launch.memory());
  const { stopped } = launch.memory();
  launch.memory().stopped = undefined;

  const tell = (
    advice: TextId,
    locked: readonly Leg[],
    isEmergency: boolean,
    isLockKept: boolean,
  ): HurtsState => ({
    ...{ step: 'told', advice, isEmergency, locked, isLockKept },
    isRecorded: isRecordKept(watch),
    ...(number === undefined ? {} : { emergencyNumber: number }),
  });
  const stopFor = (kind: StopKind, leg: Leg | undefined): HurtsState => {
    const legs = legsLockedBy(kind, leg);
    const isKept = lockLegs(watch, care, legs, { by: 'stop', kind });
    // If the lock is not on disk, the next launch asks again.
    launch.memory().hasSaidWhy = !(isKept && care.clearStop());
    return tell(STOP_PAGES[kind], legs, kind === 'breath' || kind === 'bleeding', isKept);
  };
  // If the person stopped at a sign, the leg was locked when the session ended.
  let state: HurtsState = stopped?.sign
    ? tell(
        SIGN_PAGES[stopped.sign],
        [stopped.leg],
        false,
        stopped.isLockKept ?? care.locked().includes(stopped.leg),
      )
    : { step: 'where' };

  const act = (action: HurtsAction): void => {
    display.stayLit(TO_READ);
    switch (action) {
      case 'left':
      case 'right':
        state = { step: 'what', leg: action };
        break;
      case 'done':
        router.goTo('summary');
        return;
      default:
        state = stopFor(action, state.step === 'what' ? state.leg : undefined);
    }
    page.show();
    scroll.toTop();
  };
  const page = makePage(watch, (frame, text) => viewHurts(state, frame, text), act);
  display.stayLit(TO_READ);
  page.show();
  return () => {
    page.close();
    const kept = launch.memory().record;
    if (kept) noteSession(disk, kept.record);
  };
}

/** Whether the end of the stopped session is on disk: until its record is, the session file exists. */
function isRecordKept({ disk, launch }: Watch): boolean {
  const stored = openSessionStore(disk, launch.memory()).value();
  return !stored || isRecorded(disk, stored.session);
}
