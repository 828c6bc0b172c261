import { ANSWER_NAMES } from '../../../core/care/answers';
import { PREFERENCES_FILE } from '../../../core/state/preferences';
import { readStored } from '../../../core/state/stored';
import { SECOND } from '../../../core/time';
import type { VirtualWatch } from '../../../virtual-watch/watch';
import { ANSWERED, choose, loadPackage, lockLegs, newWatch, reach, startSession } from '../app';
import { payloadOn } from '../disk';

beforeAll(loadPackage);

const WATCHES = ['Amazfit Balance', 'Amazfit Bip 6', 'Amazfit Bip Max'];

/** Slipping fingers touch one point again and again. */
function touchOften(watch: VirtualWatch, x: number, y: number): void {
  for (let time = 0; time < 4; time += 1) {
    watch.tapAt(x, y);
    watch.advance(150);
  }
}

/** Touches the button with this label twice, with this time in between. */
function touchTwice(watch: VirtualWatch, label: string, apart: number): void {
  const { nodes, scrollY } = watch.picture();
  const button = nodes.find((node) => node.kind === 'button' && node.text === label);
  if (button?.kind !== 'button') throw new Error(`no button "${label}"`);
  for (let time = 0; time < 2; time += 1) {
    watch.tapAt(button.x + button.w / 2, button.y + button.h / 2 - scrollY);
    watch.advance(apart);
  }
}

describe.each(WATCHES)('on the %s', (device) => {
  test.each([0, 60, 1000])(
    'no point of the page of a lock, scrolled by %d, lifts it by quick touches',
    (scrolled) => {
      const { width, height } = newWatch(device).device;
      for (let y = 20; y < height; y += 24) {
        const watch = newWatch(device);
        choose(watch, ANSWERED);
        lockLegs(watch, 'left');
        watch.openApp();
        watch.tap('Left leg locked');
        watch.scroll(scrolled);
        touchOften(watch, width / 2, y);
        watch.crash();
        watch.openApp();
        expect([y, watch.texts().includes('Left leg locked')]).toEqual([y, true]);
      }
    },
  );

  test('two quick touches answer one question only, and two apart answer two', () => {
    const answered = (apart: number): number => {
      const watch = newWatch(device);
      watch.openApp();
      reach(watch, 'Questions first: 6');
      watch.tap('Next');
      watch.advance(SECOND);
      touchTwice(watch, 'No', apart);
      const { values } = readStored(PREFERENCES_FILE, payloadOn(watch, 'preferences') ?? '').value;
      return Object.values(ANSWER_NAMES).filter((name) => values[name] === 'no').length;
    };
    expect([answered(120), answered(500)]).toEqual([1, 2]);
  });

  test.each(['Right leg', 'Chest or breath'])(
    'two quick touches of "%s" after a stop choose nothing below',
    (label) => {
      const watch = newWatch(device);
      choose(watch, ANSWERED);
      startSession(watch);
      watch.tap('Pause');
      watch.advance(SECOND);
      watch.tap('It hurts');
      watch.advance(SECOND);
      touchTwice(watch, label, 150);
      expect(watch.screen().shows).toBe('page/hurts/index');
      expect(watch.texts().includes('What is it?')).toBe(label === 'Right leg');
    },
  );
});
