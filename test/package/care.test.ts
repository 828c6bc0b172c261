import { loadPackage, newWatch, reach, see } from './app';

beforeAll(loadPackage);

test('when not to massage is told in full from the start screen, and leads back there', () => {
  const watch = newWatch();
  watch.openApp();
  expect(see(watch, '1 leg swollen, hot, red, darker?')).toBe(true);
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

test('whoever looks up at a reminder reads what it was, and a moment later what is next', () => {
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
