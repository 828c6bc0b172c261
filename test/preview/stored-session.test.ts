import { loadPackage, theZab } from '../package/link/pair';
import { bootWatch } from '../../virtual-watch/node';
import { isSessionRunning, storedSession } from '../../preview/stored-session';

beforeAll(loadPackage);

test('a session can be read from the disk of the watch while it runs, and when it is over', () => {
  const watch = bootWatch({ zab: theZab(), device: 'Amazfit Balance' });
  expect([storedSession(watch), isSessionRunning(watch)]).toEqual([undefined, false]);
  watch.openApp();
  watch.tap('Start');
  watch.advanceToNextFelt();
  watch.advance(1_000);
  const running = storedSession(watch);
  expect(running?.session.book).toHaveLength(1);
  expect(running?.arming.cues).toHaveLength(22);
  expect(isSessionRunning(watch)).toBe(true);
  watch.advanceUntil(() => watch.screen().shows === 'page/summary/index');
  const over = storedSession(watch);
  expect(over?.session.id).toBe(running?.session.id);
  expect(over?.session.book).toHaveLength(22);
  expect(isSessionRunning(watch)).toBe(false);
});

test('damaged files show no session', () => {
  const files = new Map([['session.a', Uint8Array.from([1, 2, 3])]]);
  expect(storedSession({ files: () => files })).toBeUndefined();
});
