import { SECOND } from '../../core/time';
import { loadPackage, newWatch, reach, startSession } from './app';
import { recordsOn } from './disk';

beforeAll(loadPackage);

test('a quiet mode turned on while the start screen is open shows within two seconds, and disappears as fast', () => {
  const watch = newWatch();
  watch.openApp();
  watch.advance(700);
  watch.setMode({ DND: true });
  watch.advance(2 * SECOND);
  expect(watch.texts().join()).toContain('Do not disturb is on.');
  watch.setMode({ DND: false });
  watch.advance(2 * SECOND);
  expect(watch.texts().join()).not.toContain('Do not disturb is on.');
});

test('one turned on during a session shows at the first cue that cannot be felt', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(25 * SECOND);
  watch.setMode({ DND: true });
  watch.advance(20 * SECOND);
  expect(watch.texts().join()).not.toContain('Do not disturb: cue lost?');
  watch.advance(5_100);
  expect(watch.texts()).toContain('Do not disturb: cue lost?');
});

test('a watch that is taken off shows within two seconds, until it is put on, and is in the record', () => {
  const watch = newWatch();
  startSession(watch);
  watch.advance(25_300);
  watch.setWorn(false);
  watch.advance(2 * SECOND);
  expect(watch.texts()).toContain('Watch not worn?');
  watch.setWear('unsure');
  watch.advance(SECOND);
  expect(watch.texts()).not.toContain('Watch not worn?');
  watch.setWorn(true);
  reach(watch, 'End session');
  watch.tap('End');
  watch.advance(SECOND);
  expect(recordsOn(watch)).toMatchObject([{ extensions: { takenOff: '1' } }]);
});
