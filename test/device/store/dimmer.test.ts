import { openDimmer } from '../../../device/store/dimmer';
import type { Brightness } from '../../../device/watch/display';
import { fakeWatch } from '../fake-watch';

const FILE = 'brightness';

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

test('a page that dies with a dimmed screen leaves the brightness on disk, and the next one restores it', () => {
  const { watch, disk } = fakeWatch();
  openDimmer(watch.disk, watch.display).dim();
  expect(watch.display.brightness()).toEqual({ level: 1, auto: false });
  const next = openDimmer(watch.disk, watch.display);
  next.restore();
  expect(watch.display.brightness()).toEqual({ level: 60, auto: true });
  expect(disk.files.has(FILE)).toBe(false);
});

test('dimming twice keeps the original brightness', () => {
  const { watch } = fakeWatch();
  const dimmer = openDimmer(watch.disk, watch.display);
  dimmer.dim();
  dimmer.dim();
  dimmer.restore();
  expect(watch.display.brightness()).toEqual({ level: 60, auto: true });
});

test('a watch that does not report its brightness is not dimmed', () => {
  const { watch, disk, done } = fakeWatch();
  const mute = { ...watch.display, brightness: () => undefined };
  const dimmer = openDimmer(watch.disk, mute);
  dimmer.dim();
  dimmer.restore();
  expect([disk.files.size, done]).toEqual([0, []]);
});

test.each(['', '1', '1 6', '1 60 aut', '1 101 auto', '2 60 auto', '1 60 auto and more to come'])(
  'a truncated or damaged file restores nothing, and is removed: %j',
  (text) => {
    const { watch, disk } = fakeWatch();
    const set: Brightness[] = [];
    disk.files.set(FILE, bytesOf(text));
    openDimmer(watch.disk, { ...watch.display, setBrightness: (to) => set.push(to) }).restore();
    expect([set, disk.files.has(FILE)]).toEqual([[], false]);
  },
);
