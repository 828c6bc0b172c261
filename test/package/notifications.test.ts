import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { choose, loadPackage, newWatch, startSession } from './app';

beforeAll(loadPackage);

function leftAlone(): VirtualWatch {
  const watch = newWatch();
  startSession(watch);
  watch.crash();
  return watch;
}

const titles = (watch: VirtualWatch): readonly string[] => watch.notifications().map(({ title }) => title);

test('of the cues that come without a page, the notification centre has the last one only', () => {
  const watch = leftAlone();
  for (const title of ['Ankle', 'Light touch', 'Calf', 'Light touch']) {
    watch.advanceToNextFelt();
    expect(titles(watch)).toEqual([title]);
  }
  watch.advance(700 * SECOND);
  expect([titles(watch), watch.everNotified().length]).toEqual([['Session done'], 22]);
});

test.each([
  ['while the session goes on', 100 * SECOND, 'page/session/index'],
  ['when the session is over', 700 * SECOND, 'page/summary/index'],
])('opening the app %s takes it back', (_name, away, shows) => {
  const watch = leftAlone();
  watch.advance(away);
  expect(watch.notifications()).toHaveLength(1);
  watch.openApp();
  watch.advance(2 * SECOND);
  expect(watch.screen().shows).toBe(shows);
  expect(watch.notifications()).toEqual([]);
});

test('a notification neither cuts the cue nor is felt beside it', () => {
  const watch = leftAlone();
  watch.advance(700 * SECOND);
  expect(watch.felt().filter(({ carrier, cut }) => carrier === 'system' || cut)).toEqual([]);
});

test('the session that ends on a lit page leaves none, whoever brought its cues', () => {
  const watch = newWatch();
  choose(watch, { letScreenSleep: true });
  startSession(watch);
  watch.advance(600 * SECOND);
  watch.openApp();
  for (let tries = 0; tries < 20; tries += 1) {
    watch.advance(4 * SECOND);
    watch.wake();
  }
  expect(watch.screen().shows).toBe('page/summary/index');
  expect(watch.notifications()).toEqual([]);
});
