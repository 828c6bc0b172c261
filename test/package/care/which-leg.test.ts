import { SECOND } from '../../../core/time';
import type { VirtualWatch } from '../../../virtual-watch/watch';
import { ANSWERED, choose, loadPackage, newWatch, reach, see, startSession } from '../app';

beforeAll(loadPackage);

const AGAIN = 'Your answers are unreadable. Please answer again.';

/** A watch on which a yes was said, and not yet of which leg. */
const WAYS: readonly (readonly [string, () => VirtualWatch])[] = [
  [
    'in the preferences',
    () => {
      const watch = newWatch();
      choose(watch, ANSWERED);
      watch.openApp();
      reach(watch, 'Preferences');
      reach(watch, 'Your answers');
      expect(see(watch, 'Pain in one leg alone')).toBe(true);
      watch.tap('No');
      watch.advance(SECOND);
      watch.tap('Yes');
      return watch;
    },
  ],
  [
    'while getting comfortable',
    () => {
      const watch = newWatch();
      startSession(watch);
      watch.tap('No');
      watch.advance(2 * SECOND);
      watch.tap('Yes');
      watch.advance(2 * SECOND);
      return watch;
    },
  ],
];

describe.each(WAYS)('a yes %s, without saying of which leg', (_, said) => {
  test.each(['crash', 'swipe'])('lets no session begin after a %s, until all is answered again', (left) => {
    const watch = said();
    expect(watch.texts()).toContain('Which leg?');
    if (left === 'swipe') watch.swipe('right');
    watch.crash();
    watch.openApp();
    expect(watch.texts()).toContain(AGAIN);
    expect(watch.texts()).not.toContain('Start');
  });

  test('locks the leg that is named, and the other one can be massaged', () => {
    const watch = said();
    watch.advance(SECOND);
    reach(watch, 'Left leg');
    watch.crash();
    watch.openApp();
    expect(watch.texts()).not.toContain(AGAIN);
    expect(watch.texts()).toEqual(expect.arrayContaining(['Left leg locked', 'Start']));
  });
});
