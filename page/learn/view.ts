import type { BriefSignal, FeltSignal } from '../../core/cue/cue';
import { BRIEF_SIGNALS, SIGNALS } from '../../core/cue/cue';
import type { Quiz, QuizStage } from '../../core/lesson/quiz';
import { mixUps, QUIZ_LENGTH, rightAnswers, stageOf } from '../../core/lesson/quiz';
import type { QuietMode } from '../../core/session/delivery';
import { QUIET_NAMES } from '../../device/text/hazards';
import type { Text } from '../../device/text/ids';
import { activityName } from '../../device/text/names';
import { signalName, signalShape } from '../../device/text/signals';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { readingSize } from '../../device/ui/frame';
import { inSight, pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import type { Row } from '../../device/ui/stack';
import { COLORS } from '../../device/ui/theme';

/**
 * `signal1` and so on name a signal: it is played or, in a test, chosen as the answer. `brief…` plays one in its form
 * for a dark screen.
 */
export type LearnAction =
  `signal${FeltSignal}` | `brief${BriefSignal}` | 'test' | 'again' | 'next' | 'wider' | 'done';

export interface LearnState {
  /** The test in progress or finished; undefined while cues are only tried out. */
  readonly quiz?: Quiz;
  /** Whether the wide set is already in use. */
  readonly wide: boolean;
  /** Whether the screen may go dark, so that most cues come from a service. */
  readonly dark: boolean;
  /** Whether services play all signals that a page does. */
  readonly whole?: boolean;
  /** The mode that keeps every cue from being felt. */
  readonly quiet?: QuietMode;
}

/** The page on which a person learns to tell the cues apart, and tests whether they can. */
export function viewLearn(state: LearnState, frame: Frame, text: Text): readonly Element<LearnAction>[] {
  const page = kit(state, frame, text);
  if (!state.quiz) return page.show(lesson(state, page, text));
  const stage = stageOf(state.quiz);
  switch (stage.kind) {
    case 'asked':
      return page.show(asked(stage, page, text));
    case 'told':
      return page.show(told(stage, page, text));
    case 'over':
      return page.show(score(state, state.quiz, page, text));
  }
}

type Kit = ReturnType<typeof kit>;
type LearnRows = readonly Row<LearnAction>[];

function kit({ quiet }: LearnState, frame: Frame, text: Text) {
  const rows = rowsOfPage<LearnAction>(frame);
  const size = readingSize(frame);
  const wide = (action: LearnAction, words: string, look: 'plain' | 'key'): Row<LearnAction> =>
    rows.button(action, words, { width: 320, below: 6, size, look });
  const passage = { height: 66, width: 330 };
  return {
    isLarge: frame.isLarge === true,
    show: (shown: LearnRows) => pageOfRows(frame, frame.isLarge === true ? 240 : 265, shown),
    title: (words: string) =>
      quiet === undefined
        ? rows.line('title', words, { height: 40, size })
        : rows.line('quiet', text(QUIET_NAMES[quiet]), { height: 40, size, color: COLORS.warm }),
    words: (key: string, words: string, color: number) =>
      rows.paragraph(key, words, { ...passage, size: 'body', color }),
    line: (key: string, words: string) => rows.line(key, words, { height: 36, size, color: COLORS.quiet }),
    hint: (key: string, words: string) =>
      rows.paragraph(key, words, { ...passage, size, color: COLORS.quiet }),
    button: wide,
    signals: (signals: readonly FeltSignal[]): LearnRows =>
      signals.map((signal) => wide(`signal${signal}`, signalLine(text, signal), 'plain')),
    briefSignals: (): LearnRows =>
      BRIEF_SIGNALS.map((signal) => wide(`brief${signal}`, signalLine(text, signal), 'plain')),
  };
}

function signalLine(text: Text, signal: FeltSignal): string {
  return `${signalName(text, signal)}  ${signalShape(signal)}`;
}

/** Both languages of the watch, the one felt most often first. */
function lesson({ dark, whole = false }: LearnState, page: Kit, text: Text): LearnRows {
  const lit = [
    page.hint('groups', text('A dot is a pulse: four come as 2+2, five as 3+2.')),
    ...page.signals(SIGNALS),
  ];
  const brief = [
    page.hint('dark', text('With the screen off there are three cues only:')),
    ...page.briefSignals(),
  ];
  const both = dark ? [...brief, page.hint('lit', text('With the screen on:')), ...lit] : [...lit, ...brief];
  return [
    page.title(text('Learn the cues')),
    ...(whole ? lit : both),
    page.button('test', text('Test yourself'), 'plain'),
    page.button('done', text('Done'), 'key'),
  ];
}

function asked({ number, question }: QuizStage & { kind: 'asked' }, page: Kit, text: Text): LearnRows {
  const { during, choices } = question;
  return [
    page.title(text('Which was it? {number} of {total}', { number, total: QUIZ_LENGTH })),
    page.line(
      'during',
      during
        ? text('You are here: {step}', { step: activityName(text, during) })
        : text('It could be any cue.'),
    ),
    // In large text not all has room at once: the answers come first, and this is at the foot where it fits.
    ...(page.isLarge
      ? [...page.signals(choices), inSight(page.button('again', text('Play again'), 'key'))]
      : [page.button('again', text('Play again'), 'key'), ...page.signals(choices)]),
  ];
}

function told({ number, question, taken }: QuizStage & { kind: 'told' }, page: Kit, text: Text): LearnRows {
  const cue = signalLine(text, question.signal);
  const isRight = taken === question.signal;
  return [
    page.title(text('{number} of {total}', { number, total: QUIZ_LENGTH })),
    isRight
      ? page.words('answer', text('Correct: {cue}', { cue }), COLORS.key)
      : page.words('answer', text('It was: {cue}', { cue }), COLORS.warm),
    ...(isRight ? [] : [page.hint('taken', text('You said: {cue}', { cue: signalLine(text, taken) }))]),
    page.button('again', text('Play again'), 'plain'),
    page.button('next', text('Next'), 'key'),
  ];
}

function score({ wide, dark }: LearnState, quiz: Quiz, page: Kit, text: Text): LearnRows {
  const table = mixUps(quiz).map(({ played, taken, times }, place) =>
    page.hint(
      `mixUp${place}`,
      text('{played}: you said {taken}, {count}×', {
        ...{ played: signalName(text, played), taken: signalName(text, taken) },
        count: times,
      }),
    ),
  );
  // A service has no time for wide cues, so they need a page and a lit screen.
  const offer = text(dark ? 'Longer cues, screen on' : 'Longer, clearer cues');
  return [
    page.title(text('Right answers: {right} of {total}', { right: rightAnswers(quiz), total: QUIZ_LENGTH })),
    ...(table.length > 0 && (dark || !wide) ? [page.button('wider', offer, 'plain')] : []),
    ...table,
    // The way out is at the foot of what is in sight.
    page.button('done', text('Done'), 'key'),
    page.button('test', text('Test yourself'), 'plain'),
  ];
}
