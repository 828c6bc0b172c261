/** The shortcut card next to the watch face. */
import type { VirtualWatch } from '../../virtual-watch';
import type { Play, Scene } from './ways';
import { finishedSession, firstZone, open, SECOND } from './ways';

/** Goes to the watch face from anywhere. */
const face = (watch: VirtualWatch): void => {
  watch.crash();
  watch.wake();
};

/** The list of cards, after some other actions. */
const cardAfter =
  (before: Play): Play =>
  (watch, say) => {
    watch.addCard();
    before(watch, say);
    watch.advance(3 * SECOND);
    face(watch);
    watch.swipe('right');
  };

const nothing: Play = () => undefined;

export const CARD_SCENES: readonly Scene[] = [
  { name: 'card-never-opened', play: cardAfter(nothing) },
  { name: 'card', play: cardAfter(open) },
  { name: 'card-after-a-session', play: cardAfter(finishedSession) },
  { name: 'card-in-a-session', play: cardAfter(firstZone) },
];
