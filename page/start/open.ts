import { planSeconds } from '../../core/plan/plan';
import type { SessionRecord } from '../../core/record';
import { secondsDone } from '../../core/record';
import { beginOnDisk, chooseFirstLeg, planForToday } from '../../device/begin';
import type { Undo } from '../../device/clock';
import { watchClock } from '../../device/clock';
import { watchDisk } from '../../device/disk';
import { openPreferences } from '../../device/preferences-store';
import { lastRecord } from '../../device/records';
import { goTo, SESSION_PAGE } from '../../device/route';
import { wholeScreen } from '../../device/screen-frame';
import { openSessionStore } from '../../device/session-store';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import { dayAgo } from './day-ago';
import type { StartAction, StartState } from './view';
import { viewStart } from './view';

/** Shows what a session would be, or goes straight to the one that is not over. */
export function openStartPage(): Undo {
  const store = openSessionStore(watchDisk);
  if (store.stored) {
    goTo(SESSION_PAGE);
    return () => undefined;
  }
  const frame = wholeScreen();
  const preferences = openPreferences(watchDisk);
  const last = lastRecord(watchDisk);

  const state = (): StartState => {
    const plan = planForToday(preferences);
    return {
      legs: plan.legs.map(({ leg }) => leg),
      seconds: planSeconds(plan),
      ...(last ? { last: lastLine(last) } : {}),
    };
  };
  const act = (action: StartAction): void => {
    switch (action) {
      case 'start':
        if (beginOnDisk(store, planForToday(preferences))) goTo(SESSION_PAGE);
        return;
      case 'leftFirst':
      case 'rightFirst':
        chooseFirstLeg(preferences, action === 'leftFirst' ? 'left' : 'right');
        mounted.update(viewStart(state(), frame, text));
        return;
    }
  };
  const mounted = mount(viewStart(state(), frame, text), act);
  return () => {
    mounted.unmount();
  };
}

function lastLine(record: SessionRecord): NonNullable<StartState['last']> {
  return { when: dayAgo(record.startedAt, watchClock.now()), seconds: secondsDone(record) };
}
