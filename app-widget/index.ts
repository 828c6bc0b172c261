import { openFromCard, takeCardSpace } from '../device/watch/card';
import { watchClock } from '../device/watch/clock';
import { readNewest, startOfNewest } from '../device/watch/disk';
import { watchScreen } from '../device/watch/screen';
import { watchTexts } from '../device/watch/texts';
import { watchUi } from '../device/watch/ui';
import type { Card } from './open';
import { openCard } from './open';

let card: Card | undefined;

/** The shortcut card. It is updated only when it comes into view. */
AppWidget({
  build() {
    const frame = watchScreen.frame();
    const space = takeCardSpace(frame);
    const watch = {
      clock: watchClock,
      disk: { read: readNewest, start: startOfNewest },
      texts: watchTexts,
      ui: watchUi,
    };
    card = openCard(watch, frame, space, openFromCard);
    card.show();
  },
  onResume() {
    if (card) card.show();
  },
});
