import { learnChoices } from '../../device/store/preferences-store';
import { showPage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { viewCare } from './view';

/** Shows when not to massage. */
export function openCarePage(watch: Watch): Undo {
  learnChoices(watch);
  return showPage(watch, viewCare, () => {
    watch.router.goBack();
  });
}
