import type { Preferences } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { choose, loadPackage, newWatch, press, reach, touch, see, startSession } from './app';
import { recordsOn, sessionOn } from './disk';

beforeAll(loadPackage);

const ANSWERED: Partial<Preferences> = {
  ...({ clotAnswer: 'no', injuryAnswer: 'no', pregnantAnswer: 'no' } as const),
  ...({ painAnswer: 'no', illAnswer: 'no', skinAnswer: 'no' } as const),
};

/** A watch whose person has answered the questions with no. */
function watchOfWell(device?: string, more: Parameters<typeof choose>[1] = {}): VirtualWatch {
  const watch = newWatch(device);
  choose(watch, { ...ANSWERED, ...more });
  return watch;
}

/** The middle of the drawn leg that serves as the answer: a button without a label. */
function touchLeg(watch: VirtualWatch): void {
  const leg = watch.picture().nodes.find((node) => node.kind === 'button' && node.text === '');
  if (leg?.kind !== 'button') throw new Error('no drawn leg to touch');
  watch.tapAt(Math.round(leg.x + leg.w / 2), Math.round(leg.y + leg.h / 2));
}

/** Closes the app and opens it again. */
function reopen(watch: VirtualWatch): void {
  watch.crash();
  watch.openApp();
}

const isAt = (watch: VirtualWatch, page: string): boolean => watch.screen().shows === `page/${page}/index`;

describe('before the first session', () => {
  test('six questions are asked from the start screen, and after six answers of no never again', () => {
    const watch = newWatch();
    watch.openApp();
    touch(watch, 'Questions first: 6');
    expect(watch.texts()).toContain('Talk to your doctor before you start.');
    touch(watch, 'Next');
    for (let number = 1; number <= 6; number += 1) {
      expect(see(watch, `Question ${number} of 6`)).toBe(true);
      touch(watch, 'No');
    }
    expect(see(watch, 'That was all.')).toBe(true);
    touch(watch, 'Done');
    expect(isAt(watch, 'start')).toBe(true);
    expect(see(watch, 'Questions first')).toBe(false);
  });

  test('a yes about one leg locks it: it is crossed out, left out, and recorded as withheld', () => {
    const watch = newWatch();
    watch.openApp();
    touch(watch, 'Questions first: 6');
    touch(watch, 'Next');
    for (let number = 1; number <= 3; number += 1) touch(watch, 'No');
    touch(watch, 'Yes');
    touch(watch, 'Left leg');
    expect(watch.texts()).toContain('Left leg: locked');
    touch(watch, 'Next');
    touch(watch, 'No');
    touch(watch, 'No');
    touch(watch, 'Done');
    expect(watch.texts()).toEqual(expect.arrayContaining(['Right leg only · 5 min', 'Left leg locked']));
    watch.tap('Start');
    watch.advance(340 * SECOND);
    expect(isAt(watch, 'summary')).toBe(true);
    expect(watch.texts()).toContain('Left leg: left out');
    const [record] = recordsOn(watch);
    expect(record?.extensions).toMatchObject({ withheld: 'left' });
    expect(new Set(record?.zones.map(({ leg }) => leg))).toEqual(new Set(['right']));
  });

  test('a person who taps Start at once is asked while getting comfortable, and the session is not delayed', () => {
    const watch = newWatch();
    startSession(watch);
    expect(watch.texts()).toEqual(
      expect.arrayContaining(['Left leg', 'Get comfortable', 'A blood clot in a leg, ever?', 'Pause']),
    );
    watch.tap('No');
    watch.advance(2 * SECOND);
    expect(see(watch, 'In the last weeks')).toBe(true);
    watch.advance(20 * SECOND);
    expect(watch.texts()).toContain('Ankle');
    watch.advance(620 * SECOND);
    expect(recordsOn(watch)[0]?.extensions).toMatchObject({ asked: 'no' });
    watch.tap('Done');
    watch.tap('Start');
    expect(see(watch, 'In the last weeks')).toBe(true);
  });

  test('a yes there ends the session without a record, and locks', () => {
    const watch = newWatch();
    startSession(watch);
    watch.tap('Yes');
    watch.advance(2 * SECOND);
    expect(isAt(watch, 'questions')).toBe(true);
    expect(watch.texts()).toContain('Both legs: locked');
    expect([recordsOn(watch), sessionOn(watch), watch.alarms()]).toEqual([[], undefined, []]);
    reopen(watch);
    expect(watch.texts()).toContain('Both legs are locked: no session.');
    expect(watch.texts()).not.toContain('Start');
  });
});

describe('a locked leg', () => {
  test('says why, and is unlocked only by a doctor’s word with its day', () => {
    const watch = newWatch();
    startSession(watch);
    touch(watch, 'Yes');
    watch.advance(2 * SECOND);
    reopen(watch);
    touch(watch, 'Locked. Why?');
    expect(see(watch, 'You said yes: A blood clot in a leg, ever?')).toBe(true);
    touch(watch, 'Doctor allowed massage');
    expect(watch.texts()).toEqual(expect.arrayContaining(['When did a doctor look?', 'Today']));
    expect(watch.texts()).not.toContain('Day before');
    expect(watch.texts()).not.toContain('Day after');
    touch(watch, 'On this day…');
    expect(see(watch, 'A doctor looked at this leg and said massage is fine.')).toBe(true);
    touch(watch, 'Yes, unlock');
    expect(see(watch, 'Right leg: locked')).toBe(true);
    expect(see(watch, 'Left leg: locked')).toBe(false);
    touch(watch, 'Done');
    expect(watch.texts()).toEqual(
      expect.arrayContaining(['Left leg only · 5 min', 'Right leg locked', 'Start']),
    );
  });
});

describe('the sign of the day', () => {
  test('is answered by tapping the drawn leg, for each leg, which the record calls touched', () => {
    const watch = watchOfWell();
    startSession(watch);
    expect(see(watch, 'No')).toBe(true);
    touchLeg(watch);
    watch.advance(2 * SECOND);
    expect(watch.texts()).not.toContain('No');
    watch.advance(320 * SECOND);
    expect(watch.texts()).toEqual(expect.arrayContaining(['Right leg', 'Change legs', 'Yes', 'No']));
    touchLeg(watch);
    watch.advance(330 * SECOND);
    expect(recordsOn(watch)[0]).toMatchObject({ ending: 'finished', extensions: { sign: 'left,right' } });
  });

  test('is not answered by two touches at once or by a palm; the session goes on, and the record says nothing', () => {
    const watch = watchOfWell();
    startSession(watch);
    touchLeg(watch);
    watch.advance(200);
    press(watch, 'Pause');
    watch.tap('Resume');
    watch.advance(2 * SECOND);
    touchLeg(watch);
    watch.advance(500);
    watch.palm();
    watch.wake();
    watch.advance(650 * SECOND);
    expect(recordsOn(watch)[0]?.extensions).not.toHaveProperty('sign');
  });

  test('stops the session, says what to do, and locks the leg in hand', () => {
    const watch = watchOfWell();
    startSession(watch);
    watch.tap('Yes');
    watch.advance(2 * SECOND);
    expect(isAt(watch, 'hurts')).toBe(true);
    expect(see(watch, 'Left leg: locked')).toBe(true);
    expect(watch.alarms()).toEqual([]);
    reach(watch, 'Done');
    expect(watch.texts()).toContain('Stopped: a sign');
    expect(recordsOn(watch)).toMatchObject([{ ending: 'stopped', extensions: { stop: 'sign' } }]);
    reopen(watch);
    expect(watch.texts()).toContain('Left leg locked');
  });

  test('is answered in lotion mode after a hold of a key, and by no other press', () => {
    const watch = watchOfWell('Amazfit Balance', { lotionMode: true });
    startSession(watch);
    expect(watch.texts()).toContain('Hold a key, then touch Yes or No');
    watch.press('SHORTCUT');
    watch.advance(2 * SECOND);
    watch.longPress('HOME', SECOND);
    watch.tap('No');
    watch.advance(2 * SECOND);
    expect(watch.texts()).toContain('Locked: hold a key to unlock');
    watch.advance(650 * SECOND);
    expect(recordsOn(watch)[0]).toMatchObject({ ending: 'finished', extensions: { sign: 'left' } });
  });

  test('stops in lotion mode after a hold and a yes, but not next to a palm', () => {
    const watch = watchOfWell('Amazfit Balance', { lotionMode: true });
    startSession(watch);
    watch.longPress('HOME', SECOND);
    watch.palm();
    watch.wake();
    watch.tap('Yes');
    watch.advance(2 * SECOND);
    expect(watch.screen().shows).toBe('page/session/index');
    watch.tap('Yes');
    watch.advance(2 * SECOND);
    expect(isAt(watch, 'hurts')).toBe(true);
    reach(watch, 'Done');
    expect(recordsOn(watch)).toMatchObject([{ ending: 'stopped', extensions: { stop: 'sign' } }]);
  });
});

describe('stop, it hurts', () => {
  const silent = (watch: VirtualWatch): void => {
    const before = watch.felt().length;
    watch.advance(900 * SECOND);
    expect([watch.felt().length - before, watch.alarms()]).toEqual([0, []]);
  };

  test('from the paused screen: the watch is silent, asks where and what, says what to do, records and locks', () => {
    const watch = watchOfWell();
    startSession(watch);
    watch.advance(50 * SECOND);
    watch.tap('Pause');
    touch(watch, 'It hurts');
    watch.advance(SECOND);
    expect(watch.texts()).toContain('Where does it hurt?');
    touch(watch, 'Right leg');
    touch(watch, 'New swelling');
    expect(see(watch, 'Get medical help today.')).toBe(true);
    expect(see(watch, 'Right leg: locked')).toBe(true);
    touch(watch, 'Done');
    expect(watch.texts()).toContain('Stopped: it hurt');
    expect(watch.texts()).not.toContain('Well done');
    expect(recordsOn(watch)).toMatchObject([{ ending: 'stopped', extensions: { stop: 'hurts' } }]);
    silent(watch);
  });

  test('from the rows below, within a minute of the start, with chest pain: never discarded, and both legs locked', () => {
    const watch = watchOfWell();
    startSession(watch);
    watch.advance(30 * SECOND);
    touch(watch, 'It hurts');
    watch.advance(SECOND);
    touch(watch, 'Chest or breath');
    expect(see(watch, 'call the emergency number now')).toBe(true);
    expect(see(watch, 'Both legs: locked')).toBe(true);
    expect(recordsOn(watch)).toHaveLength(1);
    reopen(watch);
    expect(watch.texts()).toContain('Both legs are locked: no session.');
  });

  test.each([
    ['Amazfit Balance', 'SHORTCUT', 'Lower key: it hurts'],
    ['Amazfit Falcon', 'UP', 'UP: it hurts'],
  ] as const)('by a key in lotion mode on %s', (device, key, hint) => {
    const watch = watchOfWell(device, { lotionMode: true });
    startSession(watch);
    watch.advance(50 * SECOND);
    watch.press(device === 'Amazfit Falcon' ? 'SELECT' : 'HOME');
    expect(watch.texts()).toContain(hint);
    watch.press(key);
    watch.advance(SECOND);
    expect(isAt(watch, 'hurts')).toBe(true);
    silent(watch);
  });
});

test('marked veins are shown at their zone', () => {
  const watch = watchOfWell();
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, 'Veins to go around');
  reach(watch, 'Calf');
  expect(see(watch, '• Calf')).toBe(true);
  reopen(watch);
  watch.tap('Start');
  watch.advance(95 * SECOND);
  expect(watch.texts()).toEqual(expect.arrayContaining(['Calf', 'Around it, never on it']));
});

test('answers can be changed in the preferences, and a no lifts no lock', () => {
  const watch = newWatch();
  startSession(watch);
  watch.tap('Yes');
  watch.advance(2 * SECOND);
  reopen(watch);
  reach(watch, 'Preferences');
  reach(watch, 'Your answers');
  expect(see(watch, 'Question 1 of 5')).toBe(true);
});

test('from the start screen to the first cue there is one tap, with the questions answered or not', () => {
  for (const watch of [newWatch(), watchOfWell()]) {
    watch.openApp();
    watch.tap('Start');
    watch.advance(21 * SECOND);
    expect(watch.felt()).toHaveLength(1);
  }
});
