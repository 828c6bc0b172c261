import { fortnightBegins, fortnightOf } from '../../core/record/week';
import { hereNow } from '../../device/store/preferences-store';
import { openOutbox } from '../../device/store/outbox-store';
import { showPage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { viewDays } from './view';

/** Shows the last days of each leg from the watch's own records, without asking the phone. */
export function openDaysPage(watch: Watch): Undo {
  const here = hereNow(watch);
  const store = openOutbox(watch.disk);
  const days = fortnightOf(store.since(fortnightBegins(here.now)), here);
  // An unreadable record may belong to one of these days.
  const isWhole = store.state === 'whole';
  return showPage(
    watch,
    (frame, text) => viewDays({ days, isWhole }, frame, text),
    () => {
      watch.router.goBack();
    },
  );
}
