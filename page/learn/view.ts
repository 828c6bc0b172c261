import type { Signal } from '../../core/cue/cue';
import { SIGNALS } from '../../core/cue/cue';
import type { Quiz } from '../../core/cue/quiz';
import { question, QUIZ_LENGTH, result } from '../../core/cue/quiz';
import type { Text } from '../../device/text/ids';
import { signalName, signalShape } from '../../device/text/signals';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import type { Rows } from '../../device/ui/rows';
import { rowsOn } from '../../device/ui/rows';
import type { Row } from '../../device/ui/stack';
import { COLORS } from '../../device/ui/theme';

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
  const rows = rowsOn<LearnAction>(frame);
  const shown = !quiz
    ? trial(state, rows, text)
    : question(quiz) !== undefined
      ? asked(quiz, rows, text)
      : score(state, quiz, rows, text);
  return rows.page(240, 8, shown);
}

/** Each cue, to be felt. */
function trial({ dark }: LearnState, rows: Rows<LearnAction>, text: Text): readonly Row<LearnAction>[] {
  const hint = text(
    dark ? 'So they come with the screen dark.' : 'With the screen dark: the same counts, only quicker.',
  );
  return [
    title(text('Learn the cues'), rows),
    rows.paragraph('hint', hint, { height: 66, color: COLORS.quiet }),
    ...signals(rows, text),
    wide('test', text('Test yourself'), 'plain', rows),
    wide('done', text('Done'), 'key', rows),
  ];
}

function asked(quiz: Quiz, rows: Rows<LearnAction>, text: Text): readonly Row<LearnAction>[] {
  const number = quiz.answers.length + 1;
  return [
    title(text('Which was it? {number} of {total}', { number, total: QUIZ_LENGTH }), rows),
    wide('again', text('Play again'), 'key', rows),
    ...signals(rows, text),
  ];
}

function score(
  { wide: isWide, dark }: LearnState,
  quiz: Quiz,
  rows: Rows<LearnAction>,
  text: Text,
): readonly Row<LearnAction>[] {
  const { right, mixedUp } = result(quiz);
  const shown = [title(text('{right} of {total} right', { right, total: QUIZ_LENGTH }), rows)];
  if (mixedUp) {
    const [first, second] = [signalName(text, mixedUp[0]), signalName(text, mixedUp[1])];
    const words = text('Mixed up: {first} and {second}', { first, second });
    shown.push(rows.paragraph('mixedUp', words, { height: 70, size: 'body', color: COLORS.warm }));
    // A service has no time for wider cues: they need a page, and so a lit screen.
    const offer = text(dark ? 'Wide cues, screen on' : 'Use wide cues');
    if (dark || !isWide) shown.push(wide('wider', offer, 'key', rows));
  }
  return [
    ...shown,
    wide('test', text('Test yourself'), 'plain', rows),
    wide('done', text('Done'), 'plain', rows),
  ];
}

function signals(rows: Rows<LearnAction>, text: Text): readonly Row<LearnAction>[] {
  return SIGNALS.map((signal) =>
    wide(`signal${signal}`, `${signalName(text, signal)}  ${signalShape(signal)}`, 'plain', rows),
  );
}

function title(words: string, rows: Rows<LearnAction>): Row<LearnAction> {
  return rows.line('title', words, { height: 44 });
}

function wide(
  action: LearnAction,
  words: string,
  look: 'plain' | 'key',
  rows: Rows<LearnAction>,
): Row<LearnAction> {
  return rows.button(action, words, { width: 320, below: 10, look });
}
