import { PREFERENCES_FILE } from '../../core/state/preferences';
import { darkFacts, hazardsNow } from '../../device/session/hazards';
import { openAlarmBook } from '../../device/store/alarm-book';
import { openCheckStore } from '../../device/store/check-store';
import { openStored } from '../../device/store/stored-file';
import { showPage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { viewHazards } from './view';

/** Shows what may keep cues from being felt. */
export function openHazardsPage(watch: Watch): Undo {
  const { alarms, disk, system } = watch;
  const book = openAlarmBook(disk, alarms);
  const dark = darkFacts(watch, book, openCheckStore(disk, system), openStored(disk, PREFERENCES_FILE));
  const hazards = hazardsNow(watch, dark);
  return showPage(
    watch,
    (frame, text) => viewHazards(hazards, frame, text),
    () => {
      watch.router.goBack();
    },
  );
}
