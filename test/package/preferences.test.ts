import type { VirtualWatch } from '../../virtual-watch';
import { loadPackage, newWatch, reach, see } from './app';

beforeAll(loadPackage);

test('a choice that the disk refuses is not shown as chosen, and is reported', () => {
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

test('large text takes effect at once, on every page, and in the next launch', () => {
  const sizes = (watch: VirtualWatch): readonly number[] =>
    watch.picture().nodes.flatMap((node) => ('textSize' in node && node.text !== '' ? [node.textSize] : []));
  const smallest = (watch: VirtualWatch): number => Math.min(...sizes(watch));
  const watch = newWatch();
  watch.openApp();
  expect(smallest(watch)).toBe(24);
  reach(watch, 'Preferences');
  reach(watch, 'Large text: off');
  const large = Math.ceil(24 * 1.3);
  expect(see(watch, 'Large text: on')).toBe(true);
  expect(smallest(watch)).toBe(large);
  watch.scroll(10_000);
  watch.tap('Done');
  expect(smallest(watch)).toBe(large);
  reach(watch, 'When not to massage');
  expect(smallest(watch)).toBe(large);
  watch.crash();
  watch.openApp();
  expect(smallest(watch)).toBe(large);
  watch.tap('Start');
  watch.advance(30_000);
  // The rows below are the smallest, and a zone is as large as ever.
  expect(smallest(watch)).toBe(Math.ceil(34 * 1.3));
  expect(sizes(watch)).toContain(48);
});
