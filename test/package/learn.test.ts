import { SIGNALS } from '../../core/cue/cue';
import type { Signal } from '../../core/cue/cue';
import type { CueSet } from '../../core/cue/pattern';
import { DEFAULT_PREFERENCES } from '../../core/state/preferences';
import type { Preferences } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import { signalName } from '../../device/text/signals';
import type { Felt, VirtualWatch } from '../../virtual-watch/node';
import { textIn } from '../page/translations';
import { briefSignalFelt, choose, loadPackage, newWatch, reach, see, signalFelt } from './app';

const english = textIn('en-US');

beforeAll(loadPackage);

function learning(chosen: Partial<Preferences> = {}): VirtualWatch {
  const watch = newWatch();
  choose(watch, { ...DEFAULT_PREFERENCES, ...chosen });
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, 'Learn the cues');
  expect(watch.screen().shows).toBe('page/learn/index');
  return watch;
}

const nameOf = (signal: Signal): string => signalName(english, signal);

describe.each(['standard', 'wide'] as const)('with the %s cues', (cueSet) => {
  test.each([
    ['gentle', 'GENTLE_SHORT'],
    ['normal', 'URGENT'],
    ['strong', 'CONTINUOUS'],
  ] as const)('each button plays its cue, %s', (strength, type) => {
    const watch = learning({ cueSet, strength });
    for (const signal of SIGNALS) {
      const before = watch.felt().length;
      reach(watch, nameOf(signal));
      watch.advance(8 * SECOND);
      const felt = watch.felt().slice(before);
      expect(felt.map((each) => signalFelt(each, cueSet))).toEqual([signal]);
      expect(new Set(felt.flatMap(({ pulses }) => pulses.map((pulse) => pulse.type)))).toEqual(
        new Set([type]),
      );
      watch.scroll(-10_000);
    }
  });
});

test('where the screen may sleep, each button plays its cue as it comes then, and that is said', () => {
  const watch = learning({ letScreenSleep: true, cueSet: 'wide' });
  expect(see(watch, 'So they come with the screen dark.')).toBe(true);
  for (const signal of SIGNALS) {
    const before = watch.felt().length;
    watch.scroll(-10_000);
    reach(watch, nameOf(signal));
    watch.advance(SECOND);
    expect(watch.felt().slice(before).map(briefSignalFelt)).toEqual([signal]);
  }
});

test('where the screen stays on, it is said how cues differ in the dark', () => {
  expect(see(learning(), 'With the screen dark: the same counts, only quicker.')).toBe(true);
});

test('wider cues need a lit screen, and that is offered with them', () => {
  const watch = learning({ letScreenSleep: true });
  takeTest(watch, (felt) => (felt === 'finish' ? 'switchLeg' : 'finish'), briefSignalFelt);
  reach(watch, 'Wide cues, screen on');
  reach(watch, 'Ankle');
  watch.advance(SECOND);
  expect(lastFelt(watch, 'wide')).toBe(1);
  reach(watch, 'Done');
  expect(see(watch, 'Let screen go dark: off')).toBe(true);
});

/** What was felt last, by the patterns of a set. */
function lastFelt(watch: VirtualWatch, set: CueSet): Signal {
  const felt = watch.felt().at(-1);
  if (!felt) throw new Error('nothing was played');
  return signalFelt(felt, set);
}

/** Answers the test of six: with what was felt, or with what `taken` makes of it. */
function takeTest(
  watch: VirtualWatch,
  taken: (felt: Signal) => Signal = (felt) => felt,
  signalOf: (felt: Felt) => Signal = (felt) => signalFelt(felt),
): readonly Signal[] {
  const asked: Signal[] = [];
  reach(watch, 'Test yourself');
  while (see(watch, 'Which was it?')) {
    expect(see(watch, `Which was it? ${String(asked.length + 1)} of 6`)).toBe(true);
    const felt = watch.felt().at(-1);
    if (!felt) throw new Error('nothing was played');
    const signal = signalOf(felt);
    asked.push(signal);
    watch.advance(SECOND);
    reach(watch, nameOf(taken(signal)));
  }
  return asked;
}

test('a person who knows all cues gets six of six, and is offered nothing', () => {
  const watch = learning();
  expect(new Set(takeTest(watch)).size).toBe(6);
  expect(see(watch, '6 of 6 right')).toBe(true);
  expect(see(watch, 'Mixed up')).toBe(false);
  expect(see(watch, 'Use wide cues')).toBe(false);
});

test('a person who mixes up cues is told the score and which, and the wider ones are used from then on', () => {
  const watch = learning();
  const asked = takeTest(watch, (felt) => (felt === 'finish' ? 'switchLeg' : 'finish'));
  const right = 0;
  expect(see(watch, `${String(right)} of 6 right`)).toBe(true);
  expect(see(watch, 'Mixed up:')).toBe(true);
  const line = watch.texts().find((text) => text.startsWith('Mixed up:')) ?? '';
  expect(asked.some((signal) => line.includes(nameOf(signal)))).toBe(true);
  reach(watch, 'Use wide cues');
  reach(watch, 'Ankle');
  watch.advance(8 * SECOND);
  expect(lastFelt(watch, 'wide')).toBe(1);
  reach(watch, 'Done');
  expect(see(watch, 'Cues: wide')).toBe(true);
  reach(watch, 'Done');
  const before = watch.felt().length;
  reach(watch, 'Start');
  watch.advance(90 * SECOND);
  expect(
    watch
      .felt()
      .slice(before)
      .map((felt) => signalFelt(felt, 'wide')),
  ).toEqual([1, 'lightTouch', 2]);
});

test('a cue of the test can be felt once more', () => {
  const watch = learning();
  reach(watch, 'Test yourself');
  watch.advance(5 * SECOND);
  reach(watch, 'Play again');
  watch.advance(5 * SECOND);
  const [first, second] = watch.felt().map((felt) => signalFelt(felt));
  expect(second).toBe(first);
  expect(see(watch, 'Which was it? 1 of 6')).toBe(true);
});

test('a page that is left keeps still', () => {
  const watch = learning();
  reach(watch, nameOf('finish'));
  watch.advance(100);
  watch.swipe('right');
  watch.advance(10 * SECOND);
  expect(watch.felt()).toMatchObject([{ cut: true }]);
});
