import { changePreference } from '../../../core/state/preferences';
import { learnTextSize, openPreferences } from '../../../device/store/preferences-store';
import { fakeWatch } from '../fake-watch';

test('every page of a launch knows about large text, whichever page reads or changes it', () => {
  const { watch } = fakeWatch();
  const memory = watch.launch.memory();
  const store = openPreferences(watch);
  expect(memory.isLarge).toBe(false);
  expect(store.write(changePreference(store.value(), 'largeText', true))).toBe(true);
  expect(memory.isLarge).toBe(true);
  delete memory.isLarge;
  learnTextSize(watch);
  expect(memory.isLarge).toBe(true);
});

test('a choice that the disk refuses changes nothing', () => {
  const { watch } = fakeWatch();
  const store = openPreferences({ ...watch, disk: { ...watch.disk, write: () => false } });
  expect(store.write(changePreference(store.value(), 'largeText', true))).toBe(false);
  expect(watch.launch.memory().isLarge).toBe(false);
});

test('once the text size is known, nothing is read', () => {
  const { watch } = fakeWatch();
  watch.launch.memory().isLarge = true;
  learnTextSize({
    ...watch,
    get disk(): typeof watch.disk {
      throw new Error('nothing is to be read');
    },
  });
  expect(watch.launch.memory().isLarge).toBe(true);
});
