import { darkFacts, hazardsNow } from '../../device/session/hazards';
import { openAlarmBook } from '../../device/store/alarm-book';
import { openCheckStore } from '../../device/store/check-store';
import { showPage } from '../../device/ui/page';
import { openPreferences } from '../../device/store/preferences-store';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { viewHazards } from './view';

/** Shows what may keep cues from being felt. */
export function openHazardsPage(watch: Watch): Undo {
  const { alarms, disk, system } = watch;
  const book = openAlarmBook(disk, alarms);
  const dark = darkFacts(watch, book, openCheckStore(disk, system), openPreferences(watch));
  const hazards = hazardsNow(watch, dark);
  return showPage(
    watch,
    (frame, text) => viewHazards(hazards, frame, text),
    () => {
      watch.router.goBack();
    },
  );
}
