import { gettext } from 'i18n';
import { DraftStorage } from '../phone/atomically';
import type { PageFailure } from '../phone/page-failure';
import type { Clipboard } from '../phone/phone';
import { openPhone } from '../phone/open-phone';
import { isLeftOutNew, takeOverLeftOut } from '../phone/history/left-out';
import type { PhoneState } from '../phone/phone-state';
import { readPhoneState } from '../phone/phone-state';
import { snapshotOf } from '../phone/snapshot';
import type { Storage } from '../phone/storage';
import type { ViewInMemory } from '../phone/view-in-memory';
import { rememberingView } from '../phone/view-in-memory';
import { leftOutWord } from './history/day-words';
import { actionsOn } from './actions';
import { line } from './node';
import { settingsPage } from './page';
import type { Pasted } from './out/actions';
import { render } from './render';
import type { Voice } from './words';
import { say } from './words';

// The page is built as soon as it is registered, so everything it needs must be defined first.

/** The last failure, kept while the page is open, in case it could not be noted in the storage. */
let failure: PageFailure | undefined;

/** The last pasted texts, kept while the page is open. */
const pasted: Pasted = {};

/** What is open and typed, while the storage does not take it. */
const memory: ViewInMemory = {};

AppSettingsPage({
  build({ settingsStorage }) {
    const opened = openPhone(settingsStorage, clipboardHere());
    const phone = { ...opened, storage: rememberingView(opened.storage, memory) };
    const clock = phone.clock();
    const voice: Voice = { translate: gettext, offsetAt: clock.offsetAt };
    const takeOver = (storage: Storage): void =>
      takeOverLeftOut(storage, (reason) => leftOutWord(reason, voice));
    const actions = actionsOn(phone, (next) => (failure = next), pasted, takeOver);
    try {
      const state = readPhoneState(withLeftOut(snapshotOf(phone.storage), takeOver), clock);
      return render(settingsPage(withMemory(state), actions, voice));
    } catch (error) {
      console.log('The page could not be built.', error);
      return render(
        line('warning', say(voice, 'The storage of the Zepp app cannot be read. Try again later.')),
      );
    }
  },
});

/** What the page shows besides what is stored. */
function withMemory(state: PhoneState): PhoneState {
  return {
    ...state,
    failure: failure ?? state.failure,
    refusedText: pasted.plan ?? state.refusedText,
    isUnsaved: memory.text !== undefined || pasted.plan !== undefined,
  };
}

/**
 * What the page shows: the storage as it will be after the next action. A page may not write while it is built, because
 * that would build it again.
 */
function withLeftOut(seen: Storage, takeOver: (storage: Storage) => void): Storage {
  if (!isLeftOutNew(seen)) return seen;
  const draft = new DraftStorage(seen);
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
