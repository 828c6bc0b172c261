import type { Signal } from '../../core/cue/cue';
import { SIGNALS } from '../../core/cue/cue';
import type { Quiz } from '../../core/cue/quiz';
import { question, QUIZ_LENGTH, result } from '../../core/cue/quiz';
import type { Text } from '../../device/text/ids';
import { signalName, signalShape } from '../../device/text/signals';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { units } from '../../device/ui/frame';
import { button, line, paragraph } from '../../device/ui/parts';
import type { Row } from '../../device/ui/stack';
import { stack } from '../../device/ui/stack';
import { COLORS, SIZES, TARGET } from '../../device/ui/theme';

/** `signal1` and so on name a signal: it is played, or in a test it is the answer. */
export type LearnAction = `signal${Signal}` | 'test' | 'again' | 'wider' | 'done';

export interface LearnState {
  /** The test that is going on or over; none while cues are only felt. */
  readonly quiz?: Quiz;
  /** Whether the set that differs more is in use already. */
  readonly wide: boolean;
  /** Whether cues come with the screen dark, as a service plays them. */
  readonly dark: boolean;
}

/** The page on which a person learns to tell the cues apart, and finds out whether they can. */
export function viewLearn(state: LearnState, frame: Frame, text: Text): readonly Element<LearnAction>[] {
  const { quiz } = state;
  const page = kit(frame);
  if (!quiz)
    return page.show([
      page.title(text('Learn the cues')),
      page.hint(
        text(
          state.dark
            ? 'So they come with the screen dark.'
            : 'With the screen dark: the same counts, only quicker.',
        ),
      ),
      ...signals(page, text),
      page.button('test', text('Test yourself'), 'plain'),
      page.button('done', text('Done'), 'key'),
    ]);
  if (question(quiz) !== undefined) {
    const words = text('Which was it? {number} of {total}', {
      number: quiz.answers.length + 1,
      total: QUIZ_LENGTH,
    });
    return page.show([
      page.title(words),
      page.button('again', text('Play again'), 'key'),
      ...signals(page, text),
    ]);
  }
  return page.show(score(state, quiz, page, text));
}

type Kit = ReturnType<typeof kit>;

function kit(frame: Frame) {
  const u = (length: number): number => units(frame, length);
  return {
    show: (rows: readonly Row<LearnAction>[]) => stack(frame, u(240), u(8), rows),
    title: (words: string): Row<LearnAction> => ({
      height: u(44),
      make: (box) => [line('title', box, words, u(SIZES.small))],
    }),
    words: (key: string, words: string): Row<LearnAction> => ({
      height: u(70),
      make: (box) => [paragraph(key, box, words, u(SIZES.body), COLORS.warm)],
    }),
    hint: (words: string): Row<LearnAction> => ({
      height: u(66),
      make: (box) => [paragraph('hint', box, words, u(SIZES.small), COLORS.quiet)],
    }),
    button: (action: LearnAction, words: string, look: 'plain' | 'key'): Row<LearnAction> => ({
      height: u(TARGET + 10),
      width: u(320),
      make: (box) => [button(action, { ...box, h: u(TARGET) }, words, u(SIZES.small), look)],
    }),
  };
}

function signals(page: Kit, text: Text): readonly Row<LearnAction>[] {
  return SIGNALS.map((signal) =>
    page.button(`signal${signal}`, `${signalName(text, signal)}  ${signalShape(signal)}`, 'plain'),
  );
}

function score({ wide, dark }: LearnState, quiz: Quiz, page: Kit, text: Text): readonly Row<LearnAction>[] {
  const { right, mixedUp } = result(quiz);
  const rows = [page.title(text('{right} of {total} right', { right, total: QUIZ_LENGTH }))];
  if (mixedUp) {
    const [first, second] = [signalName(text, mixedUp[0]), signalName(text, mixedUp[1])];
    rows.push(page.words('mixedUp', text('Mixed up: {first} and {second}', { first, second })));
    // A service has no time for wider cues: they need a page, and so a lit screen.
    const offer = text(dark ? 'Wide cues, screen on' : 'Use wide cues');
    if (dark || !wide) rows.push(page.button('wider', offer, 'key'));
  }
  return [
    ...rows,
    page.button('test', text('Test yourself'), 'plain'),
    page.button('done', text('Done'), 'plain'),
  ];
}
