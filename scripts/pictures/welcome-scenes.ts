/** How it works, step by step, and the questions and locks that follow it. */
import { CARE_SCENES } from './care-scenes';
import type { Play, Scene } from './ways';
import { openNew, reach, SECOND } from './ways';

/** The introduction after this many touches. */
const welcome =
  (steps: number): Play =>
  (watch, say) => {
    openNew(watch, say);
    reach(watch, say('How it works'));
    for (let step = 0; step < steps; step += 1) reach(watch, say('Next'));
    watch.advance(SECOND);
  };

/** The lesson of the card, read again after the introduction was seen once, after this many touches. */
const cardLesson =
  (steps: number): Play =>
  (watch, say) => {
    welcome(0)(watch, say);
    reach(watch, say('Skip'));
    reach(watch, say('How it works'));
    reach(watch, say('Quick start'));
    for (let step = 0; step < steps; step += 1) reach(watch, say('Next'));
    watch.advance(SECOND);
  };

export const WELCOME_SCENES: readonly Scene[] = [
  { name: 'welcome', scrolls: true, play: welcome(0) },
  { name: 'welcome-sit', scrolls: true, play: welcome(1) },
  { name: 'welcome-feel', scrolls: true, play: welcome(2) },
  { name: 'welcome-lotion', scrolls: true, play: welcome(3) },
  { name: 'card-lesson', scrolls: true, play: cardLesson(0) },
  { name: 'card-lesson-add', scrolls: true, play: cardLesson(1) },
  { name: 'card-lesson-start', scrolls: true, play: cardLesson(2) },
  ...CARE_SCENES,
];
