import { MINUTE, SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { briefSignalFelt, loadPackage, newWatch, reach, showByCheck, signalFelt, startSession } from './app';
import { recordsOn, sessionOn } from './disk';

beforeAll(loadPackage);

function pausedAfter(ms: number): VirtualWatch {
  const watch = newWatch();
  startSession(watch);
  watch.advance(ms);
  watch.tap('Pause');
  return watch;
}

test.each([
  ['the screen goes dark and the page with it', () => undefined],
  ['the app is left', (watch: VirtualWatch) => watch.swipe('right')],
  ['the process dies', (watch: VirtualWatch) => watch.crash()],
] as const)('if %s in a pause, a service signals the pause once after three minutes', (_, go) => {
  const watch = pausedAfter(30 * SECOND);
  const before = watch.felt().length;
  go(watch);
  watch.advance(3 * MINUTE - SECOND);
  expect(watch.felt()).toHaveLength(before);
  watch.advance(60 * MINUTE);
  const felt = watch.felt().slice(before);
  expect(felt.map((each) => [each.carrier, briefSignalFelt(each)])).toEqual([['service', 'lightTouch']]);
  expect(watch.alarms()).toEqual([]);
  watch.openApp();
  watch.tap('Resume');
  watch.advance(11 * MINUTE);
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, played: 22 } }]);
});

test('a page that is kept awake in a pause signals it itself, once', () => {
  const watch = pausedAfter(30 * SECOND);
  const before = watch.felt().length;
  for (let part = 0; part < 50; part += 1) {
    watch.advance(5 * SECOND);
    watch.wake();
  }
  const felt = watch.felt().slice(before);
  expect(felt.map((each) => [each.carrier, signalFelt(each)])).toEqual([['page', 'lightTouch']]);
  expect(sessionOn(watch)?.session.phase).toBe('paused');
});

test('if nothing is felt of services, an alarm opens the page, which signals the pause once', () => {
  const watch = newWatch();
  showByCheck(watch, { service: 'failed', page: 'proven' });
  startSession(watch);
  watch.advance(30 * SECOND);
  watch.tap('Pause');
  const before = watch.felt().length;
  watch.advance(3 * MINUTE - SECOND);
  expect(watch.felt()).toHaveLength(before);
  watch.advance(4 * SECOND);
  expect([watch.screen().shows, watch.texts().includes('Paused')]).toEqual(['page/session/index', true]);
  watch.wake();
  watch.openApp();
  watch.advance(60 * MINUTE);
  const felt = watch.felt().slice(before);
  expect(felt.map((each) => [each.carrier, signalFelt(each)])).toEqual([['page', 'lightTouch']]);
  expect([sessionOn(watch)?.session.phase, watch.alarms()]).toEqual(['paused', []]);
});

test.each([
  ['goes on', (watch: VirtualWatch) => watch.tap('Resume')],
  [
    'is ended',
    (watch: VirtualWatch) => {
      reach(watch, 'End session');
      watch.tap('End');
    },
  ],
] as const)('a session that %s in time gets no signal', (_, act) => {
  const watch = pausedAfter(5 * SECOND);
  watch.advance(8 * SECOND);
  act(watch);
  expect(watch.alarms().filter(({ param }) => String(param).startsWith('pause'))).toEqual([]);
});
