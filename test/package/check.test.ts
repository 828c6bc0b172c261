import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { loadPackage, newWatch, reach, see } from './app';

beforeAll(loadPackage);

function begun(arrange: (watch: VirtualWatch) => void = () => undefined): VirtualWatch {
  const watch = newWatch();
  watch.openApp();
  arrange(watch);
  reach(watch, 'Preferences');
  reach(watch, 'Check on this watch');
  expect(see(watch, 'it buzzes three times')).toBe(true);
  reach(watch, 'Begin');
  return watch;
}

test('the watch goes dark, three alarms ring, and the result is kept with model and system', () => {
  const watch = begun();
  expect(watch.screen().lit).toBe(false);
  watch.advance(60 * SECOND);
  expect(watch.felt().map(({ by }) => by)).toEqual(new Array(3).fill('app-service/cue'));
  watch.wake();
  expect(watch.screen().shows).toBe('page/check/index');
  expect(watch.texts()).toContain('How many of the three did you feel?');
  watch.tap('2');
  expect(watch.texts()).toEqual(
    expect.arrayContaining(['Felt 2, rang 3 of 3', `Amazfit Balance · OS ${watch.device.osVersion}`]),
  );
  expect(watch.screenHold().wakesToApp).toBe(false);
  reach(watch, 'Done');
  watch.press('HOME');
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, 'Check on this watch');
  expect(watch.texts()).toContain('Felt 2, rang 3 of 3');
});

test('alarms that were refused and cues that were swallowed are told apart', () => {
  const refused = begun((watch) => watch.limitAlarms(2)); // one of them is the guard
  refused.advance(60 * SECOND);
  refused.wake();
  refused.tap('1');
  expect(refused.texts()).toContain('Felt 1, rang 1 of 1');
  const swallowed = begun((watch) => watch.setMode({ DND: true }));
  swallowed.advance(60 * SECOND);
  expect(swallowed.felt()).toEqual([]);
  swallowed.wake();
  swallowed.tap('0');
  expect(swallowed.texts()).toContain('Felt 0, rang 3 of 3');
});

test('alarms that never rang, as in a watch that was off, are counted', () => {
  const watch = begun();
  watch.advance(25 * SECOND);
  watch.delayAlarms(3600 * SECOND);
  watch.advance(60 * SECOND);
  watch.wake();
  watch.tap('1');
  expect(watch.texts()).toContain('Felt 1, rang 1 of 3');
});

test('whoever comes back too early is told to wait, and the alarms ring all the same', () => {
  const watch = begun();
  watch.advance(12 * SECOND);
  watch.wake();
  expect(watch.texts()).toContain('Wait for a minute, then open Legato again.');
  reach(watch, 'Back');
  watch.press('HOME');
  watch.advance(5 * SECOND);
  watch.openApp();
  watch.press('HOME');
  watch.advance(60 * SECOND);
  expect(watch.felt()).toHaveLength(3);
});

test('it can be made again', () => {
  const watch = begun();
  watch.advance(60 * SECOND);
  watch.wake();
  watch.tap('3');
  reach(watch, 'Begin');
  expect(watch.alarms()).toHaveLength(4);
  watch.advance(60 * SECOND);
  watch.wake();
  expect(watch.texts()).toContain('How many of the three did you feel?');
});

const CUT_OFF = 'The check was cut off: the watch restarted, or a session began.';

/** Goes to the check again, however the watch was left. */
function comeBack(watch: VirtualWatch): void {
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, 'Check on this watch');
}

test.each([5, 30, 70])('alarms that a restart after %i s took away have not rung', (second) => {
  const watch = begun();
  watch.advance(second * SECOND);
  watch.reboot();
  watch.advance(60 * SECOND);
  comeBack(watch);
  expect(watch.texts()).toContain(CUT_OFF);
  expect(watch.texts()).not.toContain('How many of the three did you feel?');
  reach(watch, 'Begin');
  watch.advance(60 * SECOND);
  watch.wake();
  watch.tap('3');
  expect(watch.texts()).toContain('Felt 3, rang 3 of 3');
});

test('alarms that a session took back have not rung', () => {
  const watch = begun();
  watch.advance(25 * SECOND);
  watch.wake();
  reach(watch, 'Back');
  watch.openApp();
  reach(watch, 'Start');
  watch.advance(60 * SECOND);
  watch.tap('End session');
  watch.tap('End');
  watch.advance(5 * SECOND);
  watch.tap('Done');
  comeBack(watch);
  expect(watch.texts()).toContain(CUT_OFF);
});

test('a check that is answered leaves no alarm behind', () => {
  const watch = begun();
  watch.advance(60 * SECOND);
  watch.wake();
  watch.tap('3');
  expect(watch.alarms()).toEqual([]);
});

test('a watch that takes no alarm at all is told so', () => {
  const watch = begun((each) => each.limitAlarms(0));
  watch.advance(60 * SECOND);
  watch.wake();
  watch.tap('0');
  expect(watch.texts()).toContain('Felt 0, rang 0 of 0');
});

test('a check that the disk does not take is not begun, and says so', () => {
  const watch = newWatch();
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, 'Check on this watch');
  watch.failWrites(2);
  reach(watch, 'Begin');
  expect(watch.texts()).toContain('Could not save');
  expect(watch.alarms()).toEqual([]);
  reach(watch, 'Begin');
  expect(watch.alarms()).toHaveLength(4);
});
