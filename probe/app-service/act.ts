import { FIRST_LINE } from '../watch/first-line';
import { notify } from '@zos/notification';
import type { ServiceAct } from '../plan/parts';
import { SERVICE_ACTS } from '../plan/parts';
import { KEYS } from '../plan/report';
import { appMark } from '../watch/app-mark';
import { playList } from '../watch/motor';
import { addToNote, writeNote } from '../watch/notes';

/** How long a busy service stays, and how often it notes that it is still alive, in ms. */
const BUSY_FOR = 450;
const BUSY_STEP = 50;

/** Woken by an alarm: it plays first, and then notes that it ran. */
AppService({
  onInit(param) {
    const [name = 'lost', wanted] = String(param).split(':');
    const act = SERVICE_ACTS.find((known) => known === wanted);
    if (!act) return;
    const problem = tryTo(act);
    writeNote(name, {
      [KEYS.firstLine]: String(FIRST_LINE),
      [KEYS.app]: appMark(),
      ...(problem === '' ? {} : { [KEYS.problem]: problem }),
    });
    if (act === 'busy') stayBusy(name);
  },
});

/** Returns the first letters of the error, or an empty text. */
function tryTo(act: ServiceAct): string {
  try {
    perform(act);
    return '';
  } catch (error) {
    return `x${String(error).slice(0, 3)}`;
  }
}

function perform(act: ServiceAct): void {
  switch (act) {
    case 'whole':
    case 'busy':
      playList(3, 300, 300);
      return;
    case 'two':
      playList(2, 100, 150);
      return;
    case 'one':
      playList(1, 450, 0);
      return;
    case 'fast':
      playList(5, 50, 50);
      return;
    case 'notify':
      post({});
      return;
    case 'notify3':
      post({ vibrate: 3 });
      return;
    case 'notify5':
      post({ vibrate: 5 });
      return;
    case 'wholeNotify':
      playList(3, 300, 300);
      post({});
      return;
  }
}

function post(buzz: { readonly vibrate?: number }): void {
  notify({ title: 'Probe', content: 'A test of this watch.', actions: [], ...buzz });
}

function stayBusy(name: string): void {
  let said = 0;
  for (let now = Date.now(); now < FIRST_LINE + BUSY_FOR + BUSY_STEP; now = Date.now()) {
    const lived = now - FIRST_LINE;
    if (lived < said + BUSY_STEP) continue;
    said = lived - (lived % BUSY_STEP);
    addToNote(name, { [KEYS.busy]: String(said) });
  }
}
