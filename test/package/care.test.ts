import { SECOND } from '../../core/time';
import { givePlan, planOf } from './link/wrist';
import { loadPackage, newWatch, reach, see } from './app';

beforeAll(loadPackage);

test('the page When not to massage opens from the start screen, and leads back there', () => {
  const watch = newWatch();
  watch.openApp();
  expect(see(watch, 'Is one leg swollen')).toBe(true);
  reach(watch, 'When not to massage');
  expect(watch.screen().shows).toBe('page/care/index');
  for (const sign of [
    'Chest pain',
    'A vein bleeds',
    'One leg swollen',
    'A hard, sore or red vein',
    'Ask a doctor',
  ]) {
    expect([sign, see(watch, sign)]).toEqual([sign, true]);
  }
  reach(watch, 'Done');
  expect(watch.screen().shows).toBe('page/start/index');
});

test('looking at the watch at a reminder shows what it was, and a moment later what is next', () => {
  const watch = newWatch();
  watch.openApp();
  reach(watch, 'Start');
  watch.advance(50_000);
  expect(watch.texts()).toContain('Light touch');
  watch.advance(2_000);
  expect(watch.texts()).not.toContain('Light touch');
  watch.advance(20_000);
  expect(watch.texts()).toContain('Next: Calf');
});

test('with a plan that leaves no time for it, the question comes during the first zone, which keeps its planned length', () => {
  const watch = newWatch();
  givePlan(watch, planOf(60));
  watch.openApp();
  watch.tap('Start');
  expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg', 'Calf', 'A blood clot in a leg, ever?']));
  watch.tap('No');
  watch.advance(2 * SECOND);
  expect(watch.texts().join()).toContain('leg injury, cast, surgery');
  watch.advance(28 * SECOND);
  expect(watch.texts()).not.toContain('No');
  watch.advanceUntil(() => watch.screen().shows === 'page/summary/index', 36 * SECOND);
  expect(watch.texts()).toContain('Well done');
});
