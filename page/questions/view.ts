import type { Leg } from '../../core/body';
import { EXPECTATION } from '../../core/care/texts';
import type { Answer, Answers, HardQuestion } from '../../core/care/answers';
import { ANSWER_NAMES, HARD_QUESTIONS } from '../../core/care/answers';
import { lockedWords } from '../../core/care/words';
import { inOneLine, QUESTIONS } from '../../device/text/care';
import type { Text, TextId } from '../../device/text/ids';
import type { Element } from '../../device/ui/element';
import type { Frame } from '../../device/ui/frame';
import { pageOfRows, rowsOfPage } from '../../device/ui/page-of-rows';
import type { Row } from '../../device/ui/stack';
import { COLORS } from '../../device/ui/theme';

export type QuestionsAction =
  'begin' | 'yes' | 'no' | Leg | 'both' | 'next' | 'why' | 'learn' | 'done' | `again.${HardQuestion}`;

/**
 * What Legato does; a question; which leg a yes concerns; that the leg is locked; that all are answered; or all
 * answers, to be changed.
 */
export type QuestionsState =
  | { readonly step: 'what' }
  | { readonly step: 'ask'; readonly question: HardQuestion; readonly number: number; readonly total: number }
  | { readonly step: 'which'; readonly question: HardQuestion }
  | { readonly step: 'locked'; readonly legs: readonly Leg[] }
  | { readonly step: 'over' }
  | { readonly step: 'all'; readonly answers: Answers }
  | { readonly step: 'unsaved' };

/** The questions before the first session, one at a time, with two large answers. */
export function viewQuestions(
  state: QuestionsState,
  frame: Frame,
  text: Text,
): readonly Element<QuestionsAction>[] {
  const rows = rowsOfPage<QuestionsAction>(frame);
  const title = (words: string) => rows.line('title', words, { height: 44, size: 'body' });
  const passage = (words: TextId, height: number, color: number = COLORS.text, width = 370) =>
    rows.paragraph(words, inOneLine(text(words)), { height, width, size: 'body', color });
  const key = (action: QuestionsAction, words: TextId, look: 'plain' | 'key' = 'plain') =>
    rows.button(action, text(words), { width: 300, height: 80, below: 8, size: 'label', look });
  const shown = (): readonly Row<QuestionsAction>[] => {
    switch (state.step) {
      case 'what':
        return [
          // These are narrow, so that a round screen has room for what the app is for above the button.
          passage('Talk to your doctor before you start.', 70, COLORS.warm, 290),
          passage('Six questions come next.', 36, COLORS.text, 330),
          passage(
            'Legato times a massage of the legs and says by touch when to move on, so that eyes and hands stay on the leg.',
            166,
          ),
          key('begin', 'Next', 'key'),
          passage(EXPECTATION, 104, COLORS.quiet),
          key('done', 'Skip'),
        ];
      case 'ask':
        return [
          title(text('Question {number} of {total}', { number: state.number, total: state.total })),
          passage(QUESTIONS[state.question], 108),
          rows.buttons(
            [
              ['yes', text('Yes')],
              ['no', text('No')],
            ],
            { width: 340, height: 84, below: 10, size: 'title' },
          ),
        ];
      case 'which':
        return [
          title(text('Which leg?')),
          key('left', 'Left leg'),
          key('right', 'Right leg'),
          key('both', 'Both legs'),
        ];
      case 'locked':
        return [
          rows.line('title', text(lockedWords(state.legs)), {
            height: 48,
            size: 'label',
            color: COLORS.warm,
          }),
          passage(
            'Do not massage this leg. It is locked until a doctor has looked at it and said that massage is fine.',
            134,
          ),
          key('next', 'Next', 'key'),
          key('why', 'Locked. Why?'),
        ];
      case 'over':
        return [
          passage('That was all. Answers can be changed in the preferences.', 110),
          key('done', 'Done', 'key'),
          key('learn', 'How it works'),
        ];
      case 'all':
        return [
          title(text('Your answers')),
          ...HARD_QUESTIONS.flatMap((question) =>
            answered(question, state.answers[ANSWER_NAMES[question]], frame, text),
          ),
          key('done', 'Done', 'key'),
        ];
      case 'unsaved':
        return [passage('Could not save', 60, COLORS.warm), key('done', 'Done', 'key')];
    }
  };
  return pageOfRows(frame, 260, shown());
}

/** A question with its answer below, which can be touched to change it. */
function answered(
  question: HardQuestion,
  answer: Answer,
  frame: Frame,
  text: Text,
): readonly Row<QuestionsAction>[] {
  const rows = rowsOfPage<QuestionsAction>(frame);
  const words = answer === 'open' ? '–' : text(answer === 'yes' ? 'Yes' : 'No');
  return [
    rows.together([
      rows.paragraph(question, inOneLine(text(QUESTIONS[question])), { height: 92, width: 370 }),
      rows.gap(6),
      rows.button(`again.${question}`, words, {
        ...{ width: 320, below: 14, size: 'label', look: answer === 'yes' ? 'chosen' : 'plain' },
      }),
    ]),
  ];
}
