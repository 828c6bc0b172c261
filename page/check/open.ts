import { verdictOf } from '../../core/check/proof';
import type { StoredPreferences } from '../../core/state/preferences';
import { changePreference } from '../../core/state/preferences';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { CheckRunner } from '../../device/check/check-run';
import { checkRunner } from '../../device/check/check-run';
import { openAlarmBook } from '../../device/store/alarm-book';
import type { CheckStore } from '../../device/store/check-store';
import { openCheckStore } from '../../device/store/check-store';
import type { StoredFile } from '../../device/store/stored-file';
import { makePage } from '../../device/ui/page';
import { openPreferences } from '../../device/store/preferences-store';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import type { CheckAction, CheckState } from './view';
import { viewCheck } from './view';

/** How long a page opened in the middle of a check stays readable before it goes dark again. */
const TO_READ: Millis = 5 * SECOND;

/** If the page's timer still fires this long after it went dark, the screen is not dark (docs/platform.md, S2). */
const STILL_LIT: Millis = 12 * SECOND;

/** How long a question and the result of the check stay lit. */
const TO_ANSWER: Millis = 60 * SECOND;

/**
 * Leads through the check of this watch: the screen goes dark, an alarm brings the page back, and the person says what
 * they felt.
 */
export function openCheckPage(watch: Watch): Undo {
  const { alarms, clock, disk, display, launch, modes, router, system, vibrator } = watch;
  const store = openCheckStore(disk, system);
  const check = checkRunner(store, openAlarmBook(disk, alarms), watch);
  const preferences = openPreferences(watch);
  let trouble: 'quiet' | 'noAlarms' | 'unsaved' | undefined;
  let undo: Undo = () => undefined;

  /** While rings are to come, turns the screen dark whenever the page is open, and asks when they are over. */
  const watchOver = (after: Millis): void => {
    undo();
    const stage = check.stage();
    if (stage.kind !== 'wait') return;
    undo = clock.after(Math.min(after, stage.left), () => {
      check.look(false);
      if (check.stage().kind === 'wait') display.goDark();
      show();
      watchOver(STILL_LIT);
    });
  };
  const show = (): void => {
    if (check.stage().kind !== 'wait') display.stayLit(TO_ANSWER);
    page.show();
  };
  const begin = (): void => {
    const begun = modes.quiet() ? 'quiet' : check.begin();
    trouble = begun === 'begun' ? undefined : begun;
    if (trouble) return;
    // Only the alarm may open the page.
    display.reopenOnWake(false);
    display.goDark();
    watchOver(STILL_LIT);
  };
  const act = (action: CheckAction): void => {
    switch (action) {
      case 'begin':
        begin();
        break;
      case 'darkLook':
        trouble = useDarkLook(preferences) ? undefined : 'unsaved';
        break;
      case 'done':
        router.goBack();
        return;
      default:
        check.answer(Number(action.slice('felt'.length)));
    }
    show();
  };
  const state = () => (trouble ? { kind: trouble } : stateOf(check, store, preferences));
  const page = makePage(watch, (frame, text) => viewCheck(state(), modes.quiet(), frame, text), act);
  // Only an alarm opens this page directly; otherwise another page leads here.
  check.look(launch.isFirstPage());
  if (check.stage().kind === 'ask') vibrator.play('lightTouch', { set: 'standard', strength: 'strong' });
  show();
  watchOver(TO_READ);
  return () => {
    undo();
    page.close();
  };
}

function stateOf(
  check: CheckRunner,
  store: CheckStore,
  preferences: StoredFile<StoredPreferences>,
): CheckState {
  const stage = check.stage();
  switch (stage.kind) {
    case 'ask':
      return { kind: 'ask', about: stage.about };
    case 'wait':
    case 'cutOff':
      return { kind: stage.kind };
    case 'none': {
      if (!store.file().checked) return { kind: 'new' };
      if (!store.known()) return { kind: 'changed' };
      return {
        kind: 'told',
        verdict: verdictOf(store.proofs()),
        isDarkLook: preferences.value().values.darkLook,
      };
    }
  }
}

/** Returns whether the choice is on disk. */
function useDarkLook(preferences: StoredFile<StoredPreferences>): boolean {
  return preferences.write(changePreference(preferences.value(), 'darkLook', true));
}
