/** Questions, locks and advice. */
import { STOP_KINDS } from '../../core/care/stop';
import { STOP_WORDS } from '../../core/care/words';
import type { Play, Scene } from './ways';
import { fromPreferences, open, openNew, questions, questionsRow, reach, SECOND, start, touch } from './ways';

/** The left leg is locked because it hurts. */
export const leftLocked: Play = (watch, say) => {
  questions(3)(watch, say);
  touch(watch, say('Yes'));
  touch(watch, say('Left leg'));
};

const startLocked: Play = (watch, say) => {
  leftLocked(watch, say);
  watch.crash();
  open(watch, say);
};

const hurts: Play = (watch, say) => {
  start(watch, say);
  watch.advance(40 * SECOND);
  watch.tap(say('Pause'));
  watch.tap(say('It hurts'));
  watch.advance(SECOND);
};

export const CARE_SCENES: readonly Scene[] = [
  {
    name: 'questions',
    scrolls: true,
    play: (watch, say) => {
      openNew(watch, say);
      watch.tap(questionsRow(say));
    },
  },
  { name: 'questions-ask', scrolls: true, play: questions(1) },
  {
    name: 'questions-which-leg',
    scrolls: true,
    play: (watch, say) => {
      questions(3)(watch, say);
      watch.tap(say('Yes'));
    },
  },
  { name: 'questions-locked', scrolls: true, play: leftLocked },
  { name: 'start-left-locked', scrolls: true, play: startLocked },
  {
    name: 'lock',
    scrolls: true,
    play: (watch, say) => {
      startLocked(watch, say);
      watch.tap(say('Left leg locked'));
    },
  },
  {
    name: 'lock-day',
    scrolls: true,
    play: (watch, say) => {
      startLocked(watch, say);
      watch.tap(say('Left leg locked'));
      reach(watch, say('Doctor allowed massage'));
    },
  },
  {
    name: 'question-in-a-session',
    scrolls: true,
    play: (watch, say) => {
      openNew(watch, say);
      watch.tap(say('Start'));
      watch.advance(5 * SECOND);
    },
  },
  { name: 'hurts-where', scrolls: true, play: hurts },
  {
    name: 'hurts-what',
    scrolls: true,
    play: (watch, say) => {
      hurts(watch, say);
      watch.tap(say('Left leg'));
    },
  },
  {
    name: 'hurts-chest',
    scrolls: true,
    play: (watch, say) => {
      hurts(watch, say);
      watch.tap(say('Chest or breath'));
    },
  },
  // Warmth leads to the page of a swelling.
  ...STOP_KINDS.filter((kind) => kind !== 'breath' && kind !== 'warmth').map((kind): Scene => ({
    name: `hurts-${kind}`,
    scrolls: true,
    play: (watch, say) => {
      hurts(watch, say);
      touch(watch, say('Left leg'));
      reach(watch, say(STOP_WORDS[kind]));
    },
  })),
  {
    name: 'sign-by-key',
    play: (watch, say) => {
      start(watch, say);
      reach(watch, say('Lotion mode'));
      watch.advance(315 * SECOND);
    },
  },
  {
    name: 'sign-stopped',
    scrolls: true,
    play: (watch, say) => {
      start(watch, say);
      watch.tap(say('Yes'));
      watch.advance(2 * SECOND);
    },
  },
  { name: 'veins', scrolls: true, play: fromPreferences('Veins to go around') },
];
