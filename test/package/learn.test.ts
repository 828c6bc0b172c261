import { BRIEF_SIGNALS, SIGNALS } from '../../core/cue/cue';
import type { FeltSignal } from '../../core/cue/cue';
import type { CueSet } from '../../core/cue/pattern';
import { patternOf } from '../../core/cue/pattern';
import { DEFAULT_PREFERENCES } from '../../core/state/preferences';
import type { Preferences } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import { signalName } from '../../device/text/signals';
import { isFeltAs } from '../../preview/felt-name';
import type { VirtualWatch } from '../../virtual-watch/node';
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

const nameOf = (signal: FeltSignal): string => signalName(english, signal);

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

test.each([false, true])(
  'the lesson has the three cues of a dark screen, letScreenSleep %s',
  (letScreenSleep) => {
    const watch = learning({ letScreenSleep });
    expect(see(watch, 'With the screen off there are three cues only:')).toBe(true);
    const labels = watch.texts();
    // If the screen may go dark they come first, and the tick of a light touch is among them.
    expect(labels.some((label) => label.startsWith('Light touch'))).toBe(true);
    for (const signal of ['moveUp', 'legDone'] as const) {
      const before = watch.felt().length;
      watch.scroll(-10_000);
      reach(watch, signalName(english, signal));
      watch.advance(SECOND);
      expect(watch.felt().slice(before).map(briefSignalFelt)).toEqual([signal]);
    }
  },
);

test('the lesson says how four and five pulses are grouped', () => {
  expect(see(learning(), 'A dot is a pulse: four come as 2+2, five as 3+2.')).toBe(true);
});

test('wider cues need a lit screen, and that is offered with them', () => {
  const watch = learning({ letScreenSleep: true });
  const asked = takeTest(watch, (felt) => (felt === 'lightTouch' ? 'lightTouch' : undefined));
  expect(new Set(asked)).toEqual(new Set(BRIEF_SIGNALS));
  reach(watch, 'Longer cues, screen on');
  reach(watch, 'Ankle');
  watch.advance(SECOND);
  expect(lastFelt(watch, 'wide')).toBe(1);
  reach(watch, 'Done');
  expect(see(watch, 'Let screen sleep: off')).toBe(true);
});

/** What was felt last, by the patterns of a set. */
function lastFelt(watch: VirtualWatch, set: CueSet = 'standard'): FeltSignal {
  const felt = watch.felt().at(-1);
  const found = [...SIGNALS, ...BRIEF_SIGNALS].find(
    (signal) => felt !== undefined && isFeltAs(felt, patternOf(signal, set)),
  );
  if (found === undefined) throw new Error('nothing that is known was played');
  return found;
}

/** The choices of a question, in order. */
function choicesOf(watch: VirtualWatch): readonly FeltSignal[] {
  return [...SIGNALS, ...BRIEF_SIGNALS].filter((signal) => {
    watch.scroll(-10_000);
    return see(watch, `${nameOf(signal)}  `);
  });
}

/**
 * Answers all questions of the test with what `taken` makes of the felt signal; if that is undefined, or not a choice,
 * with a wrong answer. Returns the questions.
 */
function takeTest(
  watch: VirtualWatch,
  taken: (felt: FeltSignal) => FeltSignal | undefined = (felt) => felt,
): readonly FeltSignal[] {
  const asked: FeltSignal[] = [];
  reach(watch, 'Test yourself');
  while (see(watch, 'Which was it?')) {
    expect(see(watch, `Which was it? ${String(asked.length + 1)} of 16`)).toBe(true);
    const signal = lastFelt(watch);
    asked.push(signal);
    watch.advance(SECOND);
    const wanted = taken(signal);
    const choices = wanted === signal ? [signal] : choicesOf(watch);
    const said = choices.find((each) => each === wanted) ?? choices.find((each) => each !== signal);
    if (said === undefined) throw new Error('nothing to choose from');
    watch.scroll(-10_000);
    reach(watch, `${nameOf(said)}  `);
    expect(see(watch, `${said === signal ? 'Correct' : 'It was'}: ${nameOf(signal)}`)).toBe(true);
    if (said !== signal) expect(see(watch, `You said: ${nameOf(said)}`)).toBe(true);
    reach(watch, 'Next');
  }
  return asked;
}

test('a person who knows all cues gets sixteen of sixteen, and is offered nothing', () => {
  const watch = learning();
  expect(new Set(takeTest(watch))).toEqual(new Set(SIGNALS));
  expect(see(watch, 'Right answers: 16 of 16')).toBe(true);
  expect(see(watch, 'you said')).toBe(false);
  expect(see(watch, 'Longer, clearer cues')).toBe(false);
});

test('a person who mixes up cues is told the score and which, and the wider ones are used from then on', () => {
  const watch = learning();
  const asked = takeTest(watch, (felt) => (felt === 5 ? 4 : felt));
  const wrong = asked.filter((signal) => signal === 5).length;
  expect(see(watch, `Right answers: ${String(16 - wrong)} of 16`)).toBe(true);
  expect(see(watch, 'Upper thigh: you said')).toBe(true);
  reach(watch, 'Longer, clearer cues');
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

test('a cue of the test can be felt once more, before the answer and after it', () => {
  const watch = learning();
  reach(watch, 'Test yourself');
  watch.advance(5 * SECOND);
  const asked = lastFelt(watch);
  reach(watch, 'Play again');
  watch.advance(5 * SECOND);
  expect(watch.felt()).toHaveLength(2);
  expect(lastFelt(watch)).toBe(asked);
  expect(see(watch, 'Which was it? 1 of 16')).toBe(true);
  reach(watch, `${nameOf(asked)}  `);
  reach(watch, 'Play again');
  watch.advance(5 * SECOND);
  expect(watch.felt()).toHaveLength(3);
  expect(lastFelt(watch)).toBe(asked);
});

test('half of the questions say where the person is, and the others that it could be any cue', () => {
  const watch = learning();
  reach(watch, 'Test yourself');
  expect(see(watch, 'You are here: ')).toBe(true);
  reach(watch, 'Light touch  ');
  reach(watch, 'Next');
  expect(see(watch, 'It could be any cue.')).toBe(true);
});

test('a page that is left stays silent', () => {
  const watch = learning();
  reach(watch, nameOf('finish'));
  watch.advance(100);
  watch.swipe('right');
  watch.advance(10 * SECOND);
  expect(watch.felt()).toMatchObject([{ cut: true }]);
});
