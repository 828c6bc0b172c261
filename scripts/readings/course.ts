/** What happens during a session under a behaviour of the watch: to its page, and to the watch. */
import { MINUTE, SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';

/** The names in the table, in its order. */
export const COURSES = {
  lit: 'the page stays',
  dark: 'the page dies at 0:30 and the screen is dark',
  paused: 'paused at 0:30 for 20 min, the page dead',
  setBack: 'as dark, and the clock is put back by 2 min at 3:00',
  setForward: 'as dark, and the clock is put forward by 2 min at 3:00',
  key: 'HOME is pressed at 0:30',
  updated: 'an update comes when the session is done and not on the phone yet',
} as const;
export type Course = keyof typeof COURSES;

/** The default plan takes 10 min 35 s, and alarms may be a minute late. */
const LONG_ENOUGH = 13 * MINUTE;
const TO_SETTLE = 5 * SECOND;
const GONE_AT = 30 * SECOND;

/** Starts a session, lets the course happen, and finally opens the app, as a person does who comes to look. */
export function take(course: Course, watch: VirtualWatch): void {
  watch.openApp();
  watch.tap('Start');
  meanwhile(course, watch);
  if (isSummary(watch)) return;
  watch.openApp();
  watch.advance(TO_SETTLE);
}

function isSummary(watch: VirtualWatch): boolean {
  return watch.screen().shows === 'page/summary/index';
}

function meanwhile(course: Course, watch: VirtualWatch): void {
  switch (course) {
    case 'lit':
      watch.advanceUntil(isSummary, LONG_ENOUGH);
      return;
    case 'dark':
      loseThePage(watch);
      watch.advance(LONG_ENOUGH);
      return;
    case 'paused':
      watch.advance(GONE_AT);
      watch.tap('Pause');
      watch.crash();
      watch.screenOff();
      watch.advance(20 * MINUTE);
      watch.openApp();
      watch.tap('Resume');
      watch.advance(LONG_ENOUGH);
      return;
    case 'setBack':
    case 'setForward':
      loseThePage(watch);
      watch.advance(3 * MINUTE - GONE_AT);
      watch.stepClock(course === 'setBack' ? -2 * MINUTE : 2 * MINUTE);
      watch.advance(LONG_ENOUGH);
      return;
    case 'key':
      watch.advance(GONE_AT);
      watch.press('HOME');
      watch.advance(LONG_ENOUGH);
      return;
    case 'updated':
      watch.advance(LONG_ENOUGH);
      watch.updateApp();
      return;
  }
}

function loseThePage(watch: VirtualWatch): void {
  watch.advance(GONE_AT);
  watch.crash();
  watch.screenOff();
}
