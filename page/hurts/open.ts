import type { Leg } from '../../core/body';
import type { StopKind } from '../../core/care/stop';
import { isEmergency, legsLockedBy } from '../../core/care/stop';
import { emergencyNumber } from '../../core/emergency';
import { PREFERENCES_FILE } from '../../core/state/preferences';
import { MINUTE } from '../../core/time';
import { openCareStore } from '../../device/store/care-store';
import { lockLegs } from '../../device/store/lock-legs';
import { openStored } from '../../device/store/stored-file';
import { noteSession } from '../../device/store/today-store';
import { SIGN_PAGES, STOP_PAGES } from '../../device/text/care';
import type { TextId } from '../../device/text/ids';
import { makePage } from '../../device/ui/page';
import { singleTouch } from '../../device/ui/single-touch';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { savingStop } from './saving';
import type { HurtsAction, HurtsStep } from './view';
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

  const tell = (advice: TextId, locked: readonly Leg[], kind?: StopKind): HurtsStep => ({
    ...{ step: 'told', advice, isEmergency: kind !== undefined && isEmergency(kind), locked },
    ...(number === undefined ? {} : { emergencyNumber: number }),
  });
  const stopFor = (kind: StopKind, leg: Leg | undefined): HurtsStep => {
    const legs = legsLockedBy(kind, leg);
    lockLegs(watch, care, legs, { by: 'stop', kind });
    return tell(STOP_PAGES[kind], legs, kind);
  };
  // If the person stopped at a sign, the leg was locked when the session ended.
  let state: HurtsStep = stopped?.sign ? tell(SIGN_PAGES[stopped.sign], [stopped.leg]) : { step: 'where' };

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
        saving.save(true);
    }
    page.show();
    scroll.toTop();
  };
  const page = makePage(
    watch,
    (frame, text) => viewHurts({ ...state, ...saving.saved() }, frame, text),
    singleTouch(watch.clock, act),
  );
  display.stayLit(TO_READ);
  const saving = savingStop(watch, care, state.step === 'told', () => {
    page.show();
  });
  page.show();
  return () => {
    saving.stop();
    page.close();
    const kept = launch.memory().record;
    if (kept) noteSession(disk, kept.record);
  };
}
