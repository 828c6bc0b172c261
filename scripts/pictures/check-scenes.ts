/** The screens of the check of a watch, and those that refer to it. */
import type { Play, Scene } from './ways';
import { fromPreferences, reach, SECOND } from './ways';

/** The check of the watch, up to its first question. */
const checked: Play = (watch, say) => {
  fromPreferences('Check the cues')(watch, say);
  reach(watch, say('Begin'));
  watch.advance(85 * SECOND);
};

/** The whole check, with the same answer each time. */
const checkedWith =
  (pulses: string, buzz: string): Play =>
  (watch, say) => {
    checked(watch, say);
    reach(watch, pulses);
    reach(watch, pulses);
    reach(watch, say(buzz));
  };

/** A check in which nothing was felt. */
const checkedInVain: Play = (watch, say) => {
  fromPreferences('Check the cues')(watch, say);
  reach(watch, say('Begin'));
  watch.delayAlarms(3600 * SECOND);
  watch.advance(90 * SECOND);
  watch.openApp();
};

export const CHECK_SCENES: readonly Scene[] = [
  { name: 'check', scrolls: true, play: fromPreferences('Check the cues') },
  {
    name: 'check-wait',
    scrolls: true,
    play: (watch, say) => {
      fromPreferences('Check the cues')(watch, say);
      reach(watch, say('Begin'));
      watch.advance(30 * SECOND);
      watch.openApp();
    },
  },
  { name: 'check-question', scrolls: true, play: checked },
  {
    name: 'check-question-yes-or-no',
    scrolls: true,
    play: (watch, say) => {
      checked(watch, say);
      reach(watch, '2');
      reach(watch, '2');
    },
  },
  { name: 'check-whole', scrolls: true, play: checkedWith('3', 'Yes') },
  { name: 'check-less', scrolls: true, play: checkedWith('1', 'No') },
  { name: 'check-lights', scrolls: true, play: checkedWith('0', 'No') },
  { name: 'check-none', scrolls: true, play: checkedInVain },
  {
    name: 'check-quiet',
    scrolls: true,
    play: (watch, say) => {
      fromPreferences('Check the cues')(watch, say);
      watch.setMode({ DND: true });
      reach(watch, say('Begin'));
    },
  },
  {
    name: 'check-cut-off',
    scrolls: true,
    play: (watch, say) => {
      fromPreferences('Check the cues')(watch, say);
      reach(watch, say('Begin'));
      watch.reboot();
      fromPreferences('Check the cues')(watch, say);
    },
  },
  {
    name: 'start-no-cue-in-the-dark',
    scrolls: true,
    play: (watch, say) => {
      checkedInVain(watch, say);
      reach(watch, say('Done'));
    },
  },
];
