import { BRIEF_SIGNALS, SIGNALS } from '../../../core/cue/cue';
import type { Pattern } from '../../../core/cue/pattern';
import { patternOf } from '../../../core/cue/pattern';
import { SECOND } from '../../../core/time';
import { pageVibrator, playFromService } from '../../../device/watch/vibrator';

type Call = readonly [ms: number, what: string, argument?: unknown];

/** What the motor was told, with the time of each. */
let mockTold: Call[] = [];
let mockNow = 0;
/** The kind of motor: without lists, as before API 3.6; refusing lists; or accepting only one form of mode. */
let mockMotor: {
  lists: boolean;
  refuses: boolean;
  starts: boolean;
  takesMode: 'either' | 'number' | 'object';
};

jest.mock(
  '@zos/sensor',
  () => ({
    Vibrator: class {
      get getType() {
        const types = { GENTLE_SHORT: 1, URGENT: 2, CONTINUOUS: 3, PAUSE: 4 };
        return mockMotor.lists ? () => types : undefined;
      }
      setMode(mode: unknown): void {
        const shape = typeof mode === 'object' ? 'object' : 'number';
        if (![shape, 'either'].includes(mockMotor.takesMode)) throw new TypeError('no such mode');
        mockTold.push([mockNow, 'setMode', shape === 'object' ? (mode as { mode: unknown }).mode : mode]);
      }
      start(option?: unknown): void {
        if (option !== undefined && mockMotor.refuses) throw new TypeError('no lists');
        if (!mockMotor.starts) throw new Error('no motor');
        mockTold.push(option === undefined ? [mockNow, 'start'] : [mockNow, 'start', option]);
      }
      stop(): void {
        mockTold.push([mockNow, 'stop']);
      }
    },
    VIBRATOR_SCENE_NOTIFICATION: 'notification',
    VIBRATOR_SCENE_DURATION: 'duration',
    VIBRATOR_SCENE_DURATION_LONG: 'duration long',
  }),
  { virtual: true },
);

beforeEach(() => {
  mockTold = [];
  mockNow = 0;
  mockMotor = { lists: true, refuses: false, starts: true, takesMode: 'either' };
});

const STANDARD = { set: 'standard', strength: 'normal' } as const;

test('a list has the pulses and rests of its pattern, in turn', () => {
  pageVibrator(timersOf().clock).play(4, STANDARD);
  const [on, gap, between] = [
    { type: 2, duration: 300 },
    { type: 4, duration: 200 },
    { type: 4, duration: 500 },
  ];
  expect(mockTold.map(([, ...call]) => call)).toEqual([
    ['stop'],
    ['start', [on, gap, on, between, on, gap, on]],
  ]);
});

test.each([
  ['full', [300, 200, 300, 500, 300, 200, 300]],
  ['brief', [100, 150, 100]],
] as const)('a service in its %s form stops what is playing and starts one list', (form, durations) => {
  expect(playFromService(4, form, 'normal')).toBe(form);
  expect(mockTold.map(([, what]) => what)).toEqual(['stop', 'start']);
  const list = mockTold[1]?.[2] as readonly { readonly duration: number }[];
  expect(list.map(({ duration }) => duration)).toEqual(durations);
});

describe.each([
  ['has no lists', { lists: false }],
  ['refuses lists', { refuses: true }],
] as const)('where a motor %s', (_, motor) => {
  beforeEach(() => {
    mockMotor = { ...mockMotor, ...motor };
  });

  test.each(SIGNALS)('a service starts for %s one scene that ends by itself, or none', (signal) => {
    const told = playFromService(signal, 'full', 'normal');
    expect(told).toBe(signal === 'lightTouch' ? 'refused' : 'scene');
    const isZone = typeof signal === 'number';
    expect(scenes()).toEqual(told === 'scene' ? [isZone ? 'notification' : 'duration'] : []);
  });

  test.each([...SIGNALS, ...BRIEF_SIGNALS])('a page plays %s by scenes that it stops in time', (signal) => {
    const timers = timersOf();
    pageVibrator(timers.clock).play(signal, STANDARD);
    timers.run(10 * SECOND);
    expect(playedPattern()).toEqual(patternOf(signal, 'standard'));
  });
});

test.each(['number', 'object'] as const)(
  'a mode is set whichever form the motor accepts: %s',
  (takesMode) => {
    mockMotor = { ...mockMotor, lists: false, takesMode };
    playFromService('finish', 'brief', 'normal');
    expect(mockTold.map(([, ...call]) => call).slice(-3)).toEqual([
      ['stop'],
      ['setMode', 'duration'],
      ['start'],
    ]);
  },
);

test.each([
  [{}, true, 'full'],
  [{ lists: false }, true, 'scene'],
  [{ refuses: true }, true, 'scene'],
  [{ starts: false }, false, 'refused'],
  [{ lists: false, starts: false }, false, 'refused'],
] as const)('a motor that is %j is reported as such', (motor, isPlayed, did) => {
  mockMotor = { ...mockMotor, ...motor };
  expect(pageVibrator(timersOf().clock).play('finish', STANDARD)).toBe(isPlayed);
  expect(playFromService('finish', 'full', 'normal')).toBe(did);
});

test('a signal that is stopped, or followed by another, starts no further scene', () => {
  mockMotor.lists = false;
  const timers = timersOf();
  const haptics = pageVibrator(timers.clock);
  haptics.play('finish', STANDARD);
  timers.run(100);
  haptics.play('lightTouch', STANDARD);
  timers.run(10 * SECOND);
  haptics.play(5, STANDARD);
  haptics.stop();
  timers.run(20 * SECOND);
  expect(scenes()).toEqual(['duration long', 'duration', 'duration']);
  expect(mockTold[mockTold.length - 1]?.[1]).toBe('stop');
});

/** Which scenes were started. */
function scenes(): readonly unknown[] {
  return mockTold.flatMap(([, what], place) => {
    const before = mockTold[place - 1];
    return what === 'start' && before?.[1] === 'setMode' ? [before[2]] : [];
  });
}

/** From each start to its stop, and from there to the next start. */
function playedPattern(): Pattern {
  const starts = mockTold.filter(([, what]) => what === 'start').map(([ms]) => ms);
  const times = starts.flatMap((start) => {
    const stop = mockTold.find(([ms, what]) => what === 'stop' && ms > start);
    return [start, stop?.[0] ?? NaN];
  });
  return times.slice(1).map((ms, place) => ms - (times[place] ?? NaN));
}

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
