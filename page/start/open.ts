import { newestRecord } from '../../core/record/outbox';
import { planSeconds } from '../../core/plan/plan';
import type { SessionRecord } from '../../core/record/record';
import { secondsDone } from '../../core/record/record';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { AlarmBook } from '../../device/store/alarm-book';
import { openAlarmBook } from '../../device/store/alarm-book';
import { watchAlarms } from '../../device/watch/alarms';
import { stayLit } from '../../device/watch/display';
import { beginOnDisk, chooseFirstLeg, planForToday } from '../../device/session/begin';
import { openCheck } from '../../device/check/check-run';
import type { Undo } from '../../device/watch/clock';
import { watchClock } from '../../device/watch/clock';
import { watchDisk } from '../../device/watch/disk';
import { hazardsNow } from '../../device/session/hazards';
import { isFirstPage } from '../../device/watch/launch';
import { clearNotices } from '../../device/watch/notifications';
import type { OutboxStore } from '../../device/store/outbox-store';
import { openOutbox } from '../../device/store/outbox-store';
import type { PreferencesStore } from '../../device/store/preferences-store';
import { openPreferences } from '../../device/store/preferences-store';
import { openPlan } from '../../device/store/plan-store';
import {
  CARE_PAGE,
  goInto,
  goTo,
  HAZARDS_PAGE,
  PREFERENCES_PAGE,
  SESSION_PAGE,
} from '../../device/watch/router';
import { wholeScreen } from '../../device/watch/screen';
import type { SessionStore } from '../../device/store/session-store';
import { openSessionStore } from '../../device/store/session-store';
import type { PhoneLink } from '../../device/sync/link';
import { openSync, SYNC_LOOK } from '../../device/sync/sync-run';
import { dayAgo } from '../../device/text/day';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import type { StartAction, StartState, Trouble } from './view';
import { viewStart } from './view';

/** How often the page looks whether what is in the way of cues has changed: quick settings lie above it. */
const LOOK_AGAIN: Millis = 2 * SECOND;

/** Shows what a session would be. Opening the app goes straight to a session that is not over. */
export function openStartPage(link: PhoneLink): Undo {
  const store = openSessionStore(watchDisk);
  const isFirst = isFirstPage();
  clearNotices();
  if (isFirst && store.stored) {
    goTo(SESSION_PAGE);
    return () => undefined;
  }
  const frame = wholeScreen();
  const preferences = openPreferences(watchDisk);
  const alarms = openAlarmBook(watchDisk, watchAlarms);
  const alarmsTaken = alarms.takesAnother(watchClock.now());
  let hazards = hazardsNow(preferences.values(), alarmsTaken);
  const outbox = openOutbox(watchDisk);
  const last = newestRecord(outbox.outbox());
  const lost = whatWasLost(store, outbox, preferences);
  let isFull = false;
  let begun = false;
  if (isFirst && !store.stored) cancelStrays(alarms);

  const elements = () => {
    const plan = planForToday(preferences);
    const state: StartState = {
      legs: plan.legs.map(({ leg }) => leg),
      seconds: planSeconds(plan),
      running: store.stored !== undefined,
      hazards,
      troubles: isFull ? ['storageFull', ...lost] : lost,
      sync: sync.state(),
      now: watchClock.now(),
      ...(last ? { last: lastLine(last) } : {}),
    };
    return viewStart(state, frame, text);
  };
  const act = (action: StartAction): void => {
    switch (action) {
      case 'start':
        // Until the session page is there, a second touch must not begin another session over the first.
        if (begun) return;
        begun = beginOnDisk(store, planForToday(preferences));
        if (begun) goTo(SESSION_PAGE);
        else {
          isFull = true;
          mounted.update(elements());
        }
        return;
      case 'continue':
        goTo(SESSION_PAGE);
        return;
      case 'leftFirst':
      case 'rightFirst':
        chooseFirstLeg(preferences, action === 'leftFirst' ? 'left' : 'right');
        mounted.update(elements());
        return;
      case 'hazards':
        goInto(HAZARDS_PAGE);
        return;
      case 'care':
        goInto(CARE_PAGE);
        return;
      case 'preferences':
        goInto(PREFERENCES_PAGE);
        return;
      case 'sync':
        stayLit(SYNC_LOOK);
        sync.run();
        return;
    }
  };
  const sync = openSync(link, outbox, preferences, () => {
    mounted.update(elements());
  });
  const mounted = mount(elements(), act);
  outbox.mend();
  let undoLook = watchClock.after(LOOK_AGAIN, lookAgain);
  function lookAgain(): void {
    const now = hazardsNow(preferences.values(), alarmsTaken);
    if (now.join() !== hazards.join()) {
      hazards = now;
      mounted.update(elements());
    }
    undoLook = watchClock.after(LOOK_AGAIN, lookAgain);
  }
  if (isFirst) sync.run();
  return () => {
    undoLook();
    sync.drop();
    mounted.unmount();
  };
}

/** What could not be read, the worst first; its bytes are kept in any case. */
function whatWasLost(
  store: SessionStore,
  outbox: OutboxStore,
  preferences: PreferencesStore,
): readonly Trouble[] {
  const isLost: readonly (readonly [Trouble, boolean])[] = [
    ['sessionUnreadable', store.lost],
    ['recordsUnreadable', outbox.state !== 'whole'],
    ['planUnreadable', openPlan(watchDisk).damaged],
    ['preferencesUnreadable', preferences.damaged],
  ];
  return isLost.filter(([, lost]) => lost).map(([trouble]) => trouble);
}

/** Takes back alarms that outlived their session, and those that nobody owns. A check claims its own when it is opened. */
function cancelStrays(alarms: AlarmBook): void {
  openCheck(watchDisk, alarms, watchClock);
  alarms.replace('cue', []);
  alarms.cancelStrays();
}

function lastLine(record: SessionRecord): NonNullable<StartState['last']> {
  return { when: dayAgo(record.startedAt, watchClock.now()), seconds: secondsDone(record) };
}
