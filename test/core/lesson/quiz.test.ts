import fc from 'fast-check';
import { mayComeNext } from '../../../core/lesson/context';
import type { FeltSignal, Language } from '../../../core/cue/cue';
import { BRIEF_SIGNALS, briefOf, SIGNALS } from '../../../core/cue/cue';
import type { Quiz } from '../../../core/lesson/quiz';
import {
  answer,
  goOn,
  makeQuiz,
  mixUps,
  QUIZ_LENGTH,
  rightAnswers,
  stageOf,
} from '../../../core/lesson/quiz';
import { parsePlan } from '../../../core/plan/parse-plan';
import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/plan/routine';
import { runs } from '../../runs';
import { TWO_ZONES_A_LEG } from '../plans';

const EACH = { numRuns: runs(1000, 200) };
const ROUTINE = makeRoutine(TWO_ZONES_A_LEG);
const FORMS: readonly Language[] = ['full', 'brief'];

describe.each(FORMS)('a quiz about the %s signals', (form) => {
  const all: readonly FeltSignal[] = form === 'full' ? SIGNALS : BRIEF_SIGNALS;

  law('has sixteen questions, and the right answer is among the choices', (quiz) => {
    expect(quiz.questions).toHaveLength(QUIZ_LENGTH);
    expect(QUIZ_LENGTH).toBe(16);
    quiz.questions.forEach(({ signal, choices }) => {
      expect(choices).toContain(signal);
    });
  });

  law('names the step in half of them, and offers the signals that may come next there', (quiz) => {
    const inContext = quiz.questions.filter(({ during }) => during !== undefined);
    expect(inContext).toHaveLength(QUIZ_LENGTH / 2);
    inContext.forEach(({ during, choices }) => {
      const place = ROUTINE.steps.findIndex(({ activity }) => activity === during);
      const next = mayComeNext(ROUTINE, place);
      expect(choices).toEqual(form === 'full' ? next : next.map(briefOf));
      expect(choices.length).toBeGreaterThan(1);
    });
  });

  law('asks for each signal equally often in the other half, with all signals as choices', (quiz) => {
    const outOfContext = quiz.questions.filter(({ during }) => during === undefined);
    expect(outOfContext).toHaveLength(QUIZ_LENGTH / 2);
    const counts = all.map((signal) => outOfContext.filter((each) => each.signal === signal).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    outOfContext.forEach(({ choices }) => {
      expect(choices).toEqual(all);
    });
  });

  function law(name: string, holds: (quiz: Quiz) => void): void {
    test(name, () => {
      fc.assert(fc.property(quizzes(form), holds), EACH);
    });
  }
});

test('if no step has more than one possible signal, no question names a step', () => {
  const plan = certain(parsePlan({ ...TWO_ZONES_A_LEG, reminderSeconds: 'off' }), 'legal');
  const { questions } = makeQuiz('full', makeRoutine(plan), () => 0);
  expect(questions).toHaveLength(QUIZ_LENGTH);
  expect(questions.every(({ during }) => during === undefined)).toBe(true);
});

test('every signal can be asked for first', () => {
  const firsts = SIGNALS.map((_, place) => makeQuiz('full', ROUTINE, () => place / SIGNALS.length));
  expect(firsts.map(({ questions }) => questions.find(({ during }) => !during)?.signal)).toEqual(SIGNALS);
});

test('a question is asked, then its answer is shown, and after the last one the quiz is over', () => {
  fc.assert(
    fc.property(quizzes('full'), (quiz) => {
      let so = quiz;
      quiz.questions.forEach((question, place) => {
        expect(stageOf(so)).toEqual({ kind: 'asked', number: place + 1, question });
        so = answer(so, question.signal);
        expect(stageOf(so)).toEqual({
          ...{ kind: 'told', number: place + 1 },
          ...{ question, taken: question.signal },
        });
        so = goOn(so);
      });
      expect(stageOf(so)).toEqual({ kind: 'over' });
      expect(rightAnswers(so)).toBe(QUIZ_LENGTH);
      expect(mixUps(so)).toEqual([]);
    }),
    EACH,
  );
});

test('an answer counts once: neither an answered question nor a finished quiz accepts another', () => {
  const quiz = makeQuiz('full', ROUTINE, () => 0);
  const told = answer(quiz, 'finish');
  expect(answer(told, 'switchLeg')).toBe(told);
  const over = quiz.questions.reduce((so) => goOn(answer(so, 'finish')), quiz);
  expect(answer(over, 'finish')).toBe(over);
});

test('confusions are counted, the most frequent first', () => {
  const taken = [2, 3, 3, 'finish', 4, 'switchLeg'] as const;
  const quiz: Quiz = {
    questions: ([1, 4, 4, 'switchLeg', 3, 'switchLeg'] as const).map((signal) => ({
      signal,
      choices: SIGNALS,
    })),
    answers: [],
    isTold: false,
  };
  const over = taken.reduce<Quiz>((so, each) => goOn(answer(so, each)), quiz);
  expect(rightAnswers(over)).toBe(1);
  expect(mixUps(over)).toEqual([
    { played: 4, taken: 3, times: 2 },
    { played: 1, taken: 2, times: 1 },
    { played: 'switchLeg', taken: 'finish', times: 1 },
    { played: 3, taken: 4, times: 1 },
  ]);
});

// Helpers

function quizzes(form: Language): fc.Arbitrary<Quiz> {
  return fc
    .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
    .map((numbers) => makeQuiz(form, ROUTINE, () => Number(numbers.next().value)));
}
