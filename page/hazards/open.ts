import { openAlarmBook } from '../../device/store/alarm-book';
import { watchAlarms } from '../../device/watch/alarms';
import type { Undo } from '../../device/watch/clock';
import { watchClock } from '../../device/watch/clock';
import { watchDisk } from '../../device/watch/disk';
import { hazardsNow } from '../../device/session/hazards';
import { openPreferences } from '../../device/store/preferences-store';
import { goBack } from '../../device/watch/router';
import { wholeScreen } from '../../device/watch/screen';
import { text } from '../../device/text/text';
import { mount } from '../../device/ui/mount';
import { viewHazards } from './view';

/** Shows what may keep cues from being felt. */
export function openHazardsPage(): Undo {
  const alarmsTaken = openAlarmBook(watchDisk, watchAlarms).takesAnother(watchClock.now());
  const hazards = hazardsNow(openPreferences(watchDisk).values(), alarmsTaken);
  const mounted = mount(viewHazards(hazards, wholeScreen(), text), goBack);
  return () => {
    mounted.unmount();
  };
}
