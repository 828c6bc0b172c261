import { loadPackage, newWatch, reach, see } from './app';

beforeAll(loadPackage);

test('a choice that the disk does not take is not shown as chosen, and is told', () => {
  const watch = newWatch();
  watch.openApp();
  reach(watch, 'Preferences');
  watch.failWrites(1);
  reach(watch, 'Lotion mode: off');
  expect(watch.texts()).toContain('Could not save');
  expect(see(watch, 'Lotion mode: on')).toBe(false);
  reach(watch, 'Could not save');
  expect(see(watch, 'Lotion mode: on')).toBe(true);
  watch.crash();
  watch.openApp();
  reach(watch, 'Preferences');
  expect(see(watch, 'Lotion mode: on')).toBe(true);
});
