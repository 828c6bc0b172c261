import { planSeconds } from '../../core/plan/plan';
import type { SessionRecord } from '../../core/record';
import { secondsDone } from '../../core/record';
import { watchAlarms } from '../../device/alarms';
import { stayLit } from '../../device/awake';
import { beginOnDisk, chooseFirstLeg, planForToday } from '../../device/begin';
import { openCheck } from '../../device/check-run';
import type { Undo } from '../../device/clock';
import { watchClock } from '../../device/clock';
import { watchDisk } from '../../device/disk';
import { hazardsNow } from '../../device/hazards';
import { isFirstPage } from '../../device/launch';
import type { PreferencesStore } from '../../device/preferences-store';
import { openPreferences } from '../../device/preferences-store';
import { openPlan } from '../../device/plan-store';
import { hasUnreadableRecords, lastRecord } from '../../device/records';
import { goInto, goTo, HAZARDS_PAGE, PREFERENCES_PAGE, SESSION_PAGE } from '../../device/route';
import { wholeScreen } from '../../device/screen-frame';
import type { SessionStore } from '../../device/session-store';
import { openSessionStore } from '../../device/session-store';
import type { PhoneLink } from '../../device/link';
import { openSync, SYNC_LOOK } from '../../device/sync-run';
import { dayAgo } from '../../device/text/day';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import type { StartAction, StartState } from './view';
import { viewStart } from './view';

/** Shows what a session would be. Opening the app goes straight to a session that is not over. */
export function openStartPage(link: PhoneLink): Undo {
  const store = openSessionStore(watchDisk);
  const isFirst = isFirstPage();
  if (isFirst && store.stored) {
    goTo(SESSION_PAGE);
    return () => undefined;
  }
  const frame = wholeScreen();
  const preferences = openPreferences(watchDisk);
  const hazards = hazardsNow(preferences.values());
  const last = lastRecord(watchDisk);
  let trouble = whatWasLost(store, preferences);
  if (isFirst && !store.stored) cancelStrays();

  const elements = () => {
    const plan = planForToday(preferences);
    const state: StartState = {
      legs: plan.legs.map(({ leg }) => leg),
      seconds: planSeconds(plan),
      running: store.stored !== undefined,
      hazards,
      sync: sync.state(),
      now: watchClock.now(),
      ...(last ? { last: lastLine(last) } : {}),
      ...(trouble ? { trouble } : {}),
    };
    return viewStart(state, frame, text);
  };
  const act = (action: StartAction): void => {
    switch (action) {
      case 'start':
        if (beginOnDisk(store, planForToday(preferences))) goTo(SESSION_PAGE);
        else {
          trouble = 'storageFull';
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
      case 'preferences':
        goInto(PREFERENCES_PAGE);
        return;
      case 'sync':
        stayLit(SYNC_LOOK);
        sync.run();
        return;
    }
  };
  const sync = openSync(link, preferences, () => {
    mounted.update(elements());
  });
  const mounted = mount(elements(), act);
  if (isFirst) sync.run();
  return () => {
    sync.drop();
    mounted.unmount();
  };
}

/** The worst of what could not be read; its bytes are kept in any case. */
function whatWasLost(store: SessionStore, preferences: PreferencesStore): StartState['trouble'] {
  if (store.problems.some(isLoss) && !store.stored) return 'sessionUnreadable';
  if (hasUnreadableRecords(watchDisk)) return 'recordsUnreadable';
  if (openPlan(watchDisk).damaged) return 'planUnreadable';
  return preferences.damaged ? 'preferencesUnreadable' : undefined;
}

/** Takes back alarms that outlived their session; those of a check are wanted. */
function cancelStrays(): void {
  const check = openCheck(watchDisk, watchAlarms, watchClock).check();
  const wanted = check?.phase === 'running' ? check.alarms : [];
  watchAlarms.left().forEach((id) => {
    if (!wanted.includes(id)) watchAlarms.cancel(id);
  });
}

/** A slot that a write was cut off in is no loss as long as the other one is whole; one with bad contents is. */
function isLoss(problem: SessionStore['problems'][number]): boolean {
  return problem !== 'empty';
}

function lastLine(record: SessionRecord): NonNullable<StartState['last']> {
  return { when: dayAgo(record.startedAt, watchClock.now()), seconds: secondsDone(record) };
}
