import type { Leg } from '../../core/body';
import { GLANCE_LENGTH } from '../../core/state/session-glance';
import { sealSlot, sequenceOf, slotStart } from '../../core/state/slots';
import { storedText } from '../../core/state/stored';
import { TODAY_STORED } from '../../core/today/noting';
import type { TodayNote } from '../../core/today/today';
import { DAYS_NOTED, NOTHING_NOTED } from '../../core/today/today';
import type { VirtualWatch } from '../../virtual-watch';
import { loadPackage, lockLegs, newWatch, putPayload, watchWith, touch } from './app';

beforeAll(loadPackage);

const SECOND = 1_000;

/** A watch with the card on it, which shows its watch face. */
const withCard = (options: Parameters<typeof watchWith>[0] = {}): VirtualWatch => {
  const watch = watchWith(options);
  watch.addCard();
  return watch;
};

const openOnce = (watch: VirtualWatch): void => {
  watch.openApp();
  watch.advance(SECOND);
  watch.swipe('right');
  watch.press('HOME');
};

const leaveToFace = (watch: VirtualWatch): void => {
  watch.crash();
  watch.wake();
};

const look = (watch: VirtualWatch): readonly string[] => {
  leaveToFace(watch);
  watch.swipe('right');
  return watch.texts();
};

const session = (watch: VirtualWatch): void => {
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 900_000);
  watch.advance(5 * SECOND);
};

const READY = ['Left leg: not yet', 'Right leg: not yet', 'Start'];
const ALL_DONE = ['Done today', 'Both legs', 'Start again'];

test('if the app was never opened, the card leads to it and claims nothing', () => {
  const watch = withCard();
  watch.swipe('right');
  expect(watch.texts()).toEqual(['Legato', 'Open Legato']);
  watch.tap('Open Legato');
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/start/index');
  expect(look(watch)).toEqual(READY);
});

test.each([{}, { cardWorld: 'own' }, { cardOrigin: 'screen' }] as const)(
  'one swipe and one tap lead from the watch face to a running session, and afterwards the card shows what is done, with %j',
  (odd) => {
    const watch = withCard(odd);
    openOnce(watch);
    expect(watch.screen().shows).toBe('watchface');
    // From here on: the swipe, and the tap.
    watch.swipe('right');
    watch.tap('Start');
    watch.advance(SECOND);
    expect(watch.screen().shows).toBe('page/session/index');
    expect(watch.texts()[0]).toBe('Left leg');
    session(watch);
    expect(look(watch)).toEqual(ALL_DONE);
  },
);

test('without the card it takes at most three steps: the app from its list, and Start', () => {
  const watch = newWatch();
  watch.openApp();
  watch.tap('Start');
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/session/index');
});

test('if the watch loses the parameter of the card, the start screen shows', () => {
  const watch = withCard({ cardParams: 'lost' });
  openOnce(watch);
  look(watch);
  watch.tap('Start');
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/start/index');
  watch.tap('Start');
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/session/index');
});

test('while a session runs, the card says how long it takes and leads back to it', () => {
  const watch = withCard();
  openOnce(watch);
  look(watch);
  watch.tap('Start');
  watch.advance(65 * SECOND);
  expect(look(watch)).toEqual(['A session is running', 'About 10 min left', 'Continue']);
  watch.tap('Continue');
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/session/index');
  watch.scroll(-10_000);
  watch.tap('Pause');
  watch.advance(SECOND);
  expect(look(watch)).toEqual(['Session not over', 'Continue']);
});

test('the next day begins at four in the morning, on the card as well', () => {
  const watch = withCard({ startAt: Date.UTC(2026, 0, 5, 20) });
  openOnce(watch);
  look(watch);
  watch.tap('Start');
  session(watch);
  const untilFour = new Date(watch.wall());
  untilFour.setDate(untilFour.getDate() + 1);
  untilFour.setHours(3, 59, 0, 0);
  leaveToFace(watch);
  watch.advance(untilFour.getTime() - watch.wall());
  expect(look(watch)).toEqual(ALL_DONE);
  watch.swipe('left');
  watch.advance(60 * SECOND);
  watch.wake();
  expect(look(watch)).toEqual(READY);
});

test.each([
  ['torn', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1)],
  ['of a later version', () => sealSlot({ sequence: 9_999, payload: '{"version":2}' })],
])('a note that is %s counts as none', (_what, change) => {
  const watch = withCard();
  openOnce(watch);
  for (const path of ['today.a', 'today.b']) {
    const bytes = watch.files().get(path);
    if (bytes) watch.putFile(path, change(bytes));
  }
  watch.reboot();
  expect(look(watch)).toEqual(['Legato', 'Open Legato']);
  watch.tap('Open Legato');
  watch.advance(SECOND);
  expect(look(watch)).toEqual(READY);
});

test('a note counts as none if its newest slot is empty, as after a write that was cut off', () => {
  const watch = withCard();
  openOnce(watch);
  look(watch);
  watch.tap('Start');
  session(watch);
  watch.reboot();
  expect(look(watch)).toEqual(ALL_DONE);
  const slots = ['today.a', 'today.b'].sort((one, other) => sequence(watch, one) - sequence(watch, other));
  watch.putFile(slots[1] ?? '', new Uint8Array());
  watch.reboot();
  expect(look(watch)).toEqual(['Legato', 'Open Legato']);
});

const sequence = (watch: VirtualWatch, path: string): number =>
  sequenceOf(watch.files().get(path) ?? new Uint8Array());

test('the card costs at most 12 calls to draw, and none when nothing has changed', () => {
  const watch = withCard();
  openOnce(watch);
  look(watch);
  watch.tap('Start');
  session(watch);
  look(watch);
  watch.reboot();
  const before = watch.widgetCalls().length;
  watch.updateApp();
  const drawn = watch.widgetCalls().length - before;
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThanOrEqual(12);
  watch.swipe('right');
  expect(watch.widgetCalls().length - before).toBe(drawn);
});

/** Whatever a note of the last days can hold at most: each number as long as it gets. */
const longestNote = (watch: VirtualWatch): TodayNote => {
  const today = Math.floor(watch.wall() / 86_400_000);
  const most = { done: 86_400, planned: 86_400 };
  const days = Array.from({ length: DAYS_NOTED }, (_, index) => ({
    ...{ day: today - DAYS_NOTED - 1 + index, legs: { left: most, right: most }, doneAt: 1_690 },
  }));
  const last = 'k3f9xw2pqa-123456 1767600000000';
  return { ...NOTHING_NOTED, isKnown: true, isLarge: true, dayEnd: 12, reminds: true, days, last };
};

test('with a reminder and fifteen long days as well, it costs at most 12 calls, and asks for less than 2 KB', () => {
  const watch = withCard();
  openOnce(watch);
  look(watch);
  watch.tap('Start');
  session(watch);
  watch.crash();
  putPayload(watch, 'today', storedText(TODAY_STORED, longestNote(watch)));
  watch.reboot();
  expect(look(watch)).toEqual(['Left leg: not yet', 'Right leg: not yet', 'Start', 'Later']);
  watch.reboot();
  const before = watch.widgetCalls().length;
  watch.updateApp();
  expect(watch.widgetCalls().length - before).toBeLessThanOrEqual(12);
  // The beginning of each slot of both files, and the newest slot of the note.
  const [ofNote, ofSession] = [slotStart(0), slotStart(GLANCE_LENGTH)];
  const sizes = [...watch.files()].map(([path, bytes]) => {
    if (path.startsWith('session.')) return Math.min(bytes.length, ofSession);
    return path.startsWith('today.') ? Math.min(bytes.length, ofNote) : 0;
  });
  const note = Math.max(
    ...[...watch.files()].map(([path, { length }]) => (path.startsWith('today.') ? length : 0)),
  );
  expect(sizes.reduce((sum, size) => sum + size, note)).toBeLessThan(2_048);
});

const locked = (...legs: readonly Leg[]): VirtualWatch => {
  const watch = withCard();
  lockLegs(watch, ...legs);
  openOnce(watch);
  look(watch);
  return watch;
};

test('a locked leg is shown as such and left out', () => {
  const watch = locked('left');
  expect(watch.texts()).toEqual(['Left leg: locked', 'Right leg: not yet', 'Start']);
  watch.tap('Start');
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/session/index');
  expect(watch.texts()[0]).toBe('Right leg');
});

test('if both legs are locked, no session begins, and a tap says why', () => {
  const watch = locked('left', 'right');
  expect(watch.texts()).toEqual(['Left leg: locked', 'Right leg: locked', 'Locked. Why?']);
  watch.tap('Locked. Why?');
  watch.advance(SECOND);
  expect(watch.screen().shows).toBe('page/lock/index');
  expect(watch.files().has('session.a')).toBe(false);
});

test('a lock made in the app shows on the card at once', () => {
  const watch = withCard();
  watch.openApp();
  watch.advance(SECOND);
  watch.tap('Questions first: 6');
  touch(watch, 'Next');
  for (let number = 1; number <= 3; number += 1) touch(watch, 'No');
  touch(watch, 'Yes');
  touch(watch, 'Left leg');
  expect(look(watch)).toEqual(['Left leg: locked', 'Right leg: not yet', 'Start']);
});
