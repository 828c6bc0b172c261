import { gettext } from 'i18n';
import { deleteSession } from '../phone/deletions';
import { ASKING_KEY } from '../phone/keys';
import { readPhoneState } from '../phone/phone-state';
import { putPlan } from '../phone/plan-store';
import { storageOf } from '../phone/settings-storage';
import type { Storage } from '../phone/storage';
import { line } from './node';
import type { Actions } from './page';
import { settingsPage } from './page';
import { render } from './render';
import type { Voice } from './words';
import { say } from './words';

// The page is built as soon as it is registered, so what it needs comes first.
const VOICE: Voice = { translate: gettext, offsetAt: (at) => -new Date(at).getTimezoneOffset() };

AppSettingsPage({
  build({ settingsStorage }) {
    const storage = storageOf(settingsStorage);
    try {
      return render(settingsPage(readPhoneState(storage), actionsOn(storage), VOICE));
    } catch (error) {
      console.log('The page could not be built.', error);
      return render(
        line('warning', say(VOICE, 'The storage of the Zepp app cannot be read. Try again later.')),
      );
    }
  },
});

/** Every action changes the storage, and with that the Zepp app builds the page anew. */
function actionsOn(storage: Storage): Actions {
  return {
    ask: ({ id }) => storage.setItem(ASKING_KEY, id),
    keep: () => storage.removeItem(ASKING_KEY),
    remove: (session) => {
      const deleted = deleteSession(storage, session);
      if (deleted.ok) storage.removeItem(ASKING_KEY);
    },
    putPlan: (text) => {
      const put = putPlan(storage, text, Date.now());
      if (!put.ok) console.log('The plan was not taken.', put.error.code);
    },
  };
}
