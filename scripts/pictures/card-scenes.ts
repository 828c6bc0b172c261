/** The shortcut card next to the watch face. */
import type { VirtualWatch } from '../../virtual-watch';
import { leftLocked } from './care-scenes';
import type { Play, Scene } from './ways';
import { ALL_THE_WAY, finishedSession, firstZone, open, reach, SECOND, touch } from './ways';

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

/** A reminder is set. */
const reminded: Play = (watch, say) => {
  open(watch, say);
  watch.advance(SECOND);
  reach(watch, say('Preferences'));
  watch.scroll(-ALL_THE_WAY);
  reach(watch, say('Reminders'));
  reach(watch, say('Add a reminder'));
};

/** All questions are answered, and the left leg is locked. */
const oneLocked: Play = (watch, say) => {
  leftLocked(watch, say);
  for (const label of ['Next', 'No', 'No']) touch(watch, say(label));
  watch.tap(say('Done'));
};

export const CARD_SCENES: readonly Scene[] = [
  { name: 'card-never-opened', play: cardAfter(nothing) },
  { name: 'card', play: cardAfter(open) },
  { name: 'card-with-a-reminder', play: cardAfter(reminded) },
  { name: 'card-with-a-locked-leg', play: cardAfter(oneLocked) },
  { name: 'card-after-a-session', play: cardAfter(finishedSession) },
  { name: 'card-in-a-session', play: cardAfter(firstZone) },
];
