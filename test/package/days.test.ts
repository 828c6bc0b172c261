import { loadPackage, newWatch, reach, see } from './app';

beforeAll(loadPackage);

test('the last 14 days of each leg are shown by the watch alone, after the first session', () => {
  const watch = newWatch();
  watch.openApp();
  watch.advance(1_000);
  expect(see(watch, 'Last 14 days')).toBe(false);
  watch.crash();
  watch.openApp();
  reach(watch, 'Start');
  watch.advanceUntil(() => watch.screen().shows.startsWith('page/summary'), 900_000);
  watch.crash();
  watch.openApp();
  watch.advance(1_000);
  reach(watch, 'Last 14 days');
  expect(watch.screen().shows).toBe('page/days/index');
  expect(watch.texts()).toContain('Left leg');
  expect(see(watch, 'This week: done 1 of 1')).toBe(true);
  reach(watch, 'Done');
  expect(watch.screen().shows).toBe('page/start/index');
});
