import fc from 'fast-check';
import type { Signal } from '../../../core/cue/cue';
import { SIGNALS } from '../../../core/cue/cue';
import type { Quiz } from '../../../core/cue/quiz';
import { answer, makeQuiz, question, QUIZ_LENGTH, result } from '../../../core/cue/quiz';
import { runs } from '../../runs';

const EACH = { numRuns: runs(1000, 200) };

test('a quiz asks for six different signals', () => {
  fc.assert(
    fc.property(quizzes(), ({ asked }) => {
      expect(new Set(asked).size).toBe(QUIZ_LENGTH);
      asked.forEach((signal) => {
        expect(SIGNALS).toContain(signal);
      });
    }),
    EACH,
  );
});

test('every signal can be asked for first', () => {
  const firsts = SIGNALS.map((_, place) => question(makeQuiz(() => place / SIGNALS.length)));
  expect(firsts).toEqual(SIGNALS);
});

test('every right answer counts, whatever was answered before', () => {
  fc.assert(
    fc.property(
      quizzes(),
      fc.array(fc.boolean(), { minLength: QUIZ_LENGTH, maxLength: 9 }),
      (quiz, right) => {
        const done = right.reduce((so, isRight) => answer(so, isRight ? asked(so) : other(asked(so))), quiz);
        const count = right.slice(0, QUIZ_LENGTH).filter(Boolean).length;
        expect(question(done)).toBeUndefined();
        expect(result(done).right).toBe(count);
        expect(result(done).mixedUp === undefined).toBe(count === QUIZ_LENGTH);
      },
    ),
    EACH,
  );
});

test('the pair that was mixed up most often is named, in either direction', () => {
  const quiz = { asked: [1, 2, 3, 4, 'finish', 'switchLeg'], answers: [] } as const;
  const told = [2, 2, 4, 3, 'finish', 'finish'] as const;
  expect(result(told.reduce<Quiz>(answer, quiz))).toEqual({ right: 2, mixedUp: [3, 4] });
});

test('a person who knows every cue has mixed up none', () => {
  const quiz = makeQuiz(() => 0);
  expect(result(quiz.asked.reduce<Quiz>(answer, quiz))).toEqual({ right: QUIZ_LENGTH });
});

// Helpers

function quizzes(): fc.Arbitrary<Quiz> {
  return fc
    .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
    .map((numbers) => makeQuiz(() => Number(numbers.next().value)));
}

function asked(quiz: Quiz): Signal {
  return question(quiz) ?? 'finish';
}

function other(signal: Signal): Signal {
  return signal === 'finish' ? 'switchLeg' : 'finish';
}
