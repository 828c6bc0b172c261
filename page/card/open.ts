import { OFFERS_FILE } from '../../core/state/offers-file';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { openStored } from '../../device/store/stored-file';
import { makePage } from '../../device/ui/page';
import type { Undo } from '../../device/watch/clock';
import type { Watch } from '../../device/watch/watch';
import { CARD_PICTURES, viewCardLesson } from './view';

/** How long the page stays lit without a touch. */
const TO_READ: Millis = 60 * SECOND;

/** Shows how the card is put next to the watch face. It is offered once, and not to somebody who has seen it. */
export function openCardPage(watch: Watch): Undo {
  const { disk, display, router, scroll } = watch;
  const offers = openStored(disk, OFFERS_FILE);
  const { made } = offers.value();
  if (!made.includes('card')) offers.write({ ...offers.value(), made: ['card', ...made] });
  let step = 0;
  const page = makePage(
    watch,
    (frame, text) => viewCardLesson(CARD_PICTURES[step] ?? 'card-start', frame, text),
    (action) => {
      display.stayLit(TO_READ);
      if (action === 'done') {
        router.goBack();
        return;
      }
      step += 1;
      page.show();
      scroll.toTop();
    },
  );
  display.stayLit(TO_READ);
  page.show();
  return () => {
    page.close();
  };
}
