/** Odd answers of members that a session alone does not call, each in a story that does. */
import { MINUTE, SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { TWO_ZONES_A_LEG } from '../core/plans';
import { choose, givePlan, loadPackage, newWatch, reach, see, showByCheck, watchWith } from './app';
import { recordsOn } from './disk';
import { loadPackage as loadForPairs, makePair } from './link/pair';
import { IN_STORIES, membersOf, noteCalls, ODD, rowsOf } from './odd-members';

beforeAll(loadPackage);
beforeAll(loadForPairs);

type Name = keyof typeof IN_STORIES;
type Story = (odd: (watch: VirtualWatch) => void) => void;

const STORIES: Readonly<Record<Name, Story>> = {
  'the dark look': darkLook,
  'into a page and back': intoAPageAndBack,
  'another motor': withAnotherMotor,
  'the card': onTheCard,
  'a session to its end': toTheEnd,
  'a session taken up again': takenUp,
  'a disk that takes only whole files': onAnotherDisk,
  'a square watch': onASquare,
  'cues as notifications': asNotifications,
  'the check': inTheCheck,
  'a motor without lists': withoutLists,
  'a phone nearby': withAPhone,
};

const NAMES = Object.keys(STORIES) as readonly Name[];

test.each(NAMES)('each member of its own is called in the story of %s', (name) => {
  let called: ReadonlySet<string> = new Set();
  STORIES[name]((watch) => {
    called = noteCalls(watch, IN_STORIES[name]);
  });
  expect([...called].sort()).toEqual(
    membersOf(IN_STORIES[name])
      .map((each) => each.join(' '))
      .sort(),
  );
});

describe.each(NAMES)('the story of %s ends well', (name) => {
  test.each(rowsOf(IN_STORIES[name]))('if %s', (_, module, member, way) => {
    STORIES[name]((watch) => watch.answerOddly(module, member, ODD[way]));
  });
});

/** The screen may stay as bright as it is; the cues come, and a touch brings the picture back. */
function darkLook(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch();
  odd(watch);
  choose(watch, { darkLook: true });
  watch.openApp();
  watch.tap('Start');
  watch.advance(55 * SECOND);
  expect(watch.felt().map(({ at }) => Math.floor(at / SECOND))).toEqual([20, 50]);
  expect(watch.screen().shows).toBe('page/session/index');
}

/** A page may not open, or not close: what is on the screen is one of the two, and can be used. */
function intoAPageAndBack(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch();
  odd(watch);
  watch.openApp();
  reach(watch, 'Preferences');
  watch.advance(6 * SECOND);
  if (watch.screen().shows === 'page/preferences/index') {
    reach(watch, 'Done');
    watch.advance(6 * SECOND);
  }
  expect(['page/start/index', 'page/preferences/index']).toContain(watch.screen().shows);
  expect(see(watch, 'Start') || see(watch, 'Done')).toBe(true);
}

/** A motor that cannot be started is not felt; the session is shown, and goes on. */
function withAnotherMotor(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch();
  showByCheck(watch, { service: 'proven', form: 'busy' });
  odd(watch);
  watch.openApp();
  watch.tap('Start');
  watch.advance(25 * SECOND);
  expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg', 'Pause']));
  watch.crash();
  watch.advance(30 * SECOND);
  watch.openApp();
  expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg', 'Pause']));
}

function onTheCard(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch();
  odd(watch);
  watch.addCard();
  watch.swipe('right');
  watch.tap('Open Legato');
  watch.advance(SECOND);
  expect(watch.texts()).toContain('Start');
}

/** The record is kept once, and the next start is a start; a setting that cannot be taken back ends by itself. */
function toTheEnd(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch();
  givePlan(watch, TWO_ZONES_A_LEG);
  choose(watch, { lotionMode: true });
  odd(watch);
  watch.openApp();
  watch.tap('Start');
  watch.advance(5 * MINUTE);
  expect(watch.screen().shows).toBe('page/summary/index');
  expect(watch.felt()).toHaveLength(10);
  see(watch, 'Details');
  watch.crash();
  watch.advance(MINUTE);
  watch.openApp();
  expect(watch.screen().shows).toBe('page/start/index');
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { played: 10 } }]);
}

/** What services brought is felt, and told as far as their marks can be read; never more than was felt. */
function takenUp(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch();
  odd(watch);
  startCrashAndReopen(watch);
  watch.tap('Pause');
  watch.advance(SECOND);
  watch.tap('Resume');
  reach(watch, 'End session');
  watch.tap('End');
  watch.advance(3 * SECOND);
  expect(watch.screen().shows).toBe('page/summary/index');
  const { cues } = recordsOn(watch)[0] ?? {};
  expect((cues?.played ?? 0) + (cues?.late ?? 0)).toBeLessThanOrEqual(watch.felt().length);
}

/** If neither way of writing works, the start screen is there and says so. */
function onAnotherDisk(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch();
  watch.answerOddly('@zos/fs', 'writeSync', 'doesNothing');
  odd(watch);
  watch.openApp();
  watch.tap('Start');
  watch.advance(SECOND);
  const isRunning = watch.screen().shows === 'page/session/index';
  expect(watch.texts().some((text) => text.startsWith(isRunning ? 'Pause' : 'Storage full'))).toBe(true);
  watch.advance(24 * SECOND);
  expect(watch.felt()).toHaveLength(isRunning ? 1 : 0);
}

/** Where only notifications are felt, one that the watch refuses is not; the session goes on and ends. */
function asNotifications(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch();
  givePlan(watch, TWO_ZONES_A_LEG);
  showByCheck(watch, { service: 'failed', notification: 'proven', page: 'failed' });
  odd(watch);
  startCrashAndReopen(watch);
  expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg', 'Pause']));
  toTheSummary(watch);
}

/** The screen may stay lit: the check waits, asks, and leads back to the start. */
function inTheCheck(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch();
  odd(watch);
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, 'Check the cues');
  reach(watch, 'Begin');
  watch.advance(2 * MINUTE);
  watch.openApp();
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/check/index');
}

/** Scenes stand in for lists; without them there is less to feel, and the session ends all the same. */
function withoutLists(odd: (watch: VirtualWatch) => void): void {
  const watch = watchWith({ actionLists: 'refused' });
  givePlan(watch, TWO_ZONES_A_LEG);
  odd(watch);
  watch.openApp();
  watch.tap('Start');
  watch.advance(5 * MINUTE);
  expect(watch.screen().shows).toBe('page/summary/index');
  const { cues } = recordsOn(watch)[0] ?? {};
  expect(cues?.played).toBeLessThanOrEqual(watch.felt().length);
}

/** Whether or not the phone can be reached, a session begins at one tap and is kept. */
function withAPhone(odd: (watch: VirtualWatch) => void): void {
  const { watch } = makePair();
  givePlan(watch, TWO_ZONES_A_LEG);
  watch.addCard();
  odd(watch);
  watch.openApp();
  watch.advance(5 * SECOND);
  watch.crash();
  watch.wake();
  watch.swipe('right');
  watch.tap('Start');
  watch.advance(5 * SECOND);
  expect(watch.screen().shows).toBe('page/session/index');
  watch.advance(5 * MINUTE);
  expect(watch.screen().shows).toBe('page/summary/index');
  expect(recordsOn(watch)).toHaveLength(1);
}

/** A bar that stays lies over the name of the leg, which the drawn legs tell; nothing else is covered. */
function onASquare(odd: (watch: VirtualWatch) => void): void {
  const watch = newWatch('Amazfit Bip 6');
  odd(watch);
  watch.openApp();
  expect(watch.texts()).toContain('Start');
  watch.tap('Start');
  watch.advance(25 * SECOND);
  expect(watch.texts()).toEqual(expect.arrayContaining(['Ankle', 'Pause']));
  expect(watch.felt()).toHaveLength(1);
}

/** Starts a session, whose page dies after half a minute, and opens the app again a minute later. */
function startCrashAndReopen(watch: VirtualWatch): void {
  watch.openApp();
  watch.tap('Start');
  watch.advance(30 * SECOND);
  watch.crash();
  watch.advance(MINUTE);
  watch.openApp();
}

function toTheSummary(watch: VirtualWatch): void {
  watch.advanceUntil(() => watch.screen().shows === 'page/summary/index', 5 * MINUTE);
}
