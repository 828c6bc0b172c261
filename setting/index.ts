import { gettext } from 'i18n';
import { Draft } from '../phone/atomically';
import type { PageFailure } from '../phone/page-failure';
import type { PhoneClock } from '../phone/phone-state';
import { isLeftOutNew, takeOverLeftOut } from '../phone/history/left-out';
import { readPhoneState } from '../phone/phone-state';
import { storageOf } from '../phone/settings-storage';
import { snapshotOf } from '../phone/snapshot';
import type { Storage } from '../phone/storage';
import { leftOutWord } from './history/day-words';
import { actionsOn } from './actions';
import { line } from './node';
import { settingsPage } from './page';
import type { Clipboard, Pasted } from './out/actions';
import { render } from './render';
import type { Voice } from './words';
import { say } from './words';

// The page is built as soon as it is registered, so everything it needs must be defined first.
const VOICE: Voice = { translate: gettext, offsetAt: (at) => -new Date(at).getTimezoneOffset() };

const clockNow = (): PhoneClock => ({ now: Date.now(), offsetAt: VOICE.offsetAt });

/** The last failure, kept while the page is open, in case it could not be noted in the storage. */
let failure: PageFailure | undefined;

/** The last pasted text, kept while the page is open. */
const pasted: Pasted = {};

AppSettingsPage({
  build({ settingsStorage }) {
    const storage = storageOf(settingsStorage);
    const actions = actionsOn(
      storage,
      clockNow,
      (next) => (failure = next),
      pasted,
      clipboardHere(),
      takeOver,
    );
    try {
      const state = readPhoneState(withLeftOut(snapshotOf(storage)), clockNow());
      return render(settingsPage({ ...state, failure: failure ?? state.failure }, actions, VOICE));
    } catch (error) {
      console.log('The page could not be built.', error);
      return render(
        line('warning', say(VOICE, 'The storage of the Zepp app cannot be read. Try again later.')),
      );
    }
  },
});

/** Excuses the days that watches have left out. */
function takeOver(storage: Storage): void {
  takeOverLeftOut(storage, (reason) => leftOutWord(reason, VOICE));
}

/**
 * What the page shows: the storage as it will be after the next action. A page may not write while it is built, because
 * that would build it again.
 */
function withLeftOut(seen: Storage): Storage {
  if (!isLeftOutNew(seen)) return seen;
  const draft = new Draft(seen);
  takeOver(draft);
  return draft;
}

/** The clipboard, if this phone offers one to the page. */
function clipboardHere(): Clipboard | undefined {
  if (typeof navigator === 'undefined' || typeof navigator.clipboard?.writeText !== 'function')
    return undefined;
  const { clipboard } = navigator;
  return (text) => {
    clipboard.writeText(text).catch((error: unknown) => {
      console.log('The phone did not take the text to its clipboard.', error);
    });
  };
}
