import type { Signal } from '../../../core/cue/cue';
import { SIGNALS } from '../../../core/cue/cue';
import { SECOND } from '../../../core/time';
import { pageHaptics, playFromService } from '../../../device/watch/vibrator';

/** What a motor without pattern lists was told, with the time of each. */
const mockTold: (readonly [ms: number, what: unknown])[] = [];
let mockNow = 0;

/** A motor of a system before lists of pulses: it has no `getType`. */
jest.mock(
  '@zos/sensor',
  () => ({
    Vibrator: class {
      start(option: unknown): void {
        mockTold.push([mockNow, option]);
      }
      stop(): void {
        // Only what is started counts here.
      }
    },
    VIBRATOR_SCENE_NOTIFICATION: 'notification',
    VIBRATOR_SCENE_STRONG_REMINDER: 'strong reminder',
    VIBRATOR_SCENE_SHORT_STRONG: 'short strong',
    VIBRATOR_SCENE_DURATION: 'duration',
    VIBRATOR_SCENE_DURATION_LONG: 'duration long',
  }),
  { virtual: true },
);

beforeEach(() => {
  mockTold.length = 0;
  mockNow = 0;
});

const scenes = (): readonly unknown[] =>
  mockTold.map(([, what]) => (what as { readonly mode: unknown }).mode);

test('where a motor takes no lists, a service starts one scene that ends by itself, and any zone is the same', () => {
  SIGNALS.forEach((signal) => {
    playFromService(signal, 'normal');
  });
  expect(scenes()).toEqual([
    ...new Array<string>(5).fill('duration'),
    'short strong',
    'notification',
    'strong reminder',
  ]);
});

const PAGE_SCENES: readonly (readonly [Signal, readonly string[]])[] = [
  [1, ['duration']],
  [2, ['short strong', 'short strong']],
  [5, new Array<string>(5).fill('short strong')],
  ['lightTouch', ['short strong']],
  ['switchLeg', ['duration', 'duration']],
  ['finish', ['duration long', 'duration long', 'duration long']],
];

test.each(PAGE_SCENES)(
  'where a motor takes no lists, a page plays %s as scenes one after another',
  (signal, what) => {
    const timers = timersOf();
    pageHaptics(timers.clock).play(signal, { set: 'standard', strength: 'normal' });
    timers.run(10 * SECOND);
    expect(scenes()).toEqual(what);
    const times = mockTold.map(([ms]) => ms);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  },
);

test('what is stopped, or followed by another signal, starts no further scene', () => {
  const timers = timersOf();
  const haptics = pageHaptics(timers.clock);
  haptics.play('finish', { set: 'standard', strength: 'normal' });
  timers.run(100);
  haptics.play('lightTouch', { set: 'standard', strength: 'normal' });
  timers.run(10 * SECOND);
  haptics.play(5, { set: 'standard', strength: 'normal' });
  haptics.stop();
  timers.run(20 * SECOND);
  expect(scenes()).toEqual(['duration long', 'short strong', 'short strong']);
});

/** A clock that goes on when it is told to. */
function timersOf() {
  const waiting: { readonly at: number; readonly then: () => void }[] = [];
  return {
    clock: {
      now: () => mockNow,
      after(delay: number, then: () => void) {
        const timer = { at: mockNow + delay, then };
        waiting.push(timer);
        return () => {
          const place = waiting.indexOf(timer);
          if (place >= 0) waiting.splice(place, 1);
        };
      },
    },
    run(until: number): void {
      for (;;) {
        const next = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting.splice(waiting.indexOf(next), 1);
        mockNow = next.at;
        next.then();
      }
      mockNow = until;
    },
  };
}
