import { changePreference } from '../../../core/state/preferences';
import { hereNow, learnChoices, openPreferences } from '../../../device/store/preferences-store';
import { fakeWatch } from '../fake-watch';

test('every page of a launch knows the text size, whichever page reads or changes it', () => {
  const { watch } = fakeWatch();
  const isLarge = () => watch.launch.memory().choices?.largeText;
  const store = openPreferences(watch);
  expect(isLarge()).toBe(false);
  expect(store.write(changePreference(store.value(), 'largeText', true))).toBe(true);
  expect(isLarge()).toBe(true);
  delete watch.launch.memory().choices;
  learnChoices(watch);
  expect(isLarge()).toBe(true);
});

test('a choice that the disk refuses changes nothing', () => {
  const { watch } = fakeWatch();
  const store = openPreferences({ ...watch, disk: { ...watch.disk, write: () => false } });
  expect(store.write(changePreference(store.value(), 'largeText', true))).toBe(false);
  expect(watch.launch.memory().choices?.largeText).toBe(false);
});

test('once the text size is known, nothing is read', () => {
  const { watch } = fakeWatch();
  watch.launch.memory().choices = { dayEnd: 4, largeText: true };
  learnChoices({
    ...watch,
    get disk(): typeof watch.disk {
      throw new Error('nothing is to be read');
    },
  });
  expect(watch.launch.memory().choices?.largeText).toBe(true);
});

test('the day of a page ends at the hour that was chosen, whether the launch remembers it or not', () => {
  const { watch } = fakeWatch();
  expect(hereNow(watch).dayEnd).toBe(4);
  const store = openPreferences(watch);
  store.write(changePreference(store.value(), 'dayEnd', 6));
  expect(hereNow(watch).dayEnd).toBe(6);
  delete watch.launch.memory().choices;
  expect(hereNow(watch).dayEnd).toBe(6);
});
