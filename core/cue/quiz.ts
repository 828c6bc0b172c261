import type { Signal } from './cue';
import { SIGNALS } from './cue';

/** How many signals a quiz asks for. */
export const QUIZ_LENGTH = 6;

/** "Which was it?": signals played one after another, and what the person took them for. */
export interface Quiz {
  readonly asked: readonly Signal[];
  readonly answers: readonly Signal[];
}

export interface QuizResult {
  readonly right: number;
  /** The pair mixed up most often, the one that was played first; none when all were right. */
  readonly mixedUp?: readonly [played: Signal, taken: Signal];
}

/** A quiz of `QUIZ_LENGTH` different signals in random order; `random` answers from 0 to below 1. */
export function makeQuiz(random: () => number): Quiz {
  const left: Signal[] = SIGNALS.slice();
  const asked: Signal[] = [];
  while (asked.length < QUIZ_LENGTH) {
    asked.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return { asked, answers: [] };
}

/** The signal to play and to ask for now; none when the quiz is over. */
export function question(quiz: Quiz): Signal | undefined {
  return quiz.asked[quiz.answers.length];
}

/** The quiz with one more answer; one that is over takes none. */
export function answer(quiz: Quiz, taken: Signal): Quiz {
  return question(quiz) === undefined ? quiz : { ...quiz, answers: quiz.answers.concat(taken) };
}

/** The score so far. */
export function result({ asked, answers }: Quiz): QuizResult {
  const wrong = answers
    .map((taken, index): readonly [Signal | undefined, Signal] => [asked[index], taken])
    .filter((pair): pair is readonly [Signal, Signal] => pair[0] !== undefined && pair[0] !== pair[1]);
  const right = answers.length - wrong.length;
  const times = (pair: readonly [Signal, Signal]): number =>
    wrong.filter((other) => other.includes(pair[0]) && other.includes(pair[1])).length;
  const worst = wrong.reduce<readonly [Signal, Signal] | undefined>(
    (most, pair) => (!most || times(pair) > times(most) ? pair : most),
    undefined,
  );
  return worst ? { right, mixedUp: worst } : { right };
}
