import { hazardsNow } from '../../device/session/hazards';
import { openAlarmBook } from '../../device/store/alarm-book';
import { showPage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { viewHazards } from './view';

/** Shows what may keep cues from being felt. */
export function openHazardsPage(watch: Watch): Undo {
  const { alarms, clock, disk } = watch;
  const alarmsTaken = openAlarmBook(disk, alarms).takesAnother(clock.now());
  const hazards = hazardsNow(watch, alarmsTaken);
  return showPage(
    watch,
    (frame, text) => viewHazards(hazards, frame, text),
    () => {
      watch.router.goBack();
    },
  );
}
