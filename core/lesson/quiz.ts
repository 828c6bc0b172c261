import type { Activity, Routine } from '../plan/routine';
import { mayComeNext } from './context';
import type { FeltSignal, Language } from '../cue/cue';
import { BRIEF_SIGNALS, briefOf, SIGNALS } from '../cue/cue';

/** The number of questions in a quiz. Every second one says which step the person is in, the others do not. */
export const QUIZ_LENGTH = 16;

/** A signal to play and the possible answers. `during` is the step in which it comes, if the question says so. */
export interface Question {
  readonly signal: FeltSignal;
  readonly choices: readonly FeltSignal[];
  readonly during?: Activity;
}

/** "Which was it?": signals played one after another, and the person's answers. */
export interface Quiz {
  readonly questions: readonly Question[];
  readonly answers: readonly FeltSignal[];
  /** Whether the answer to the last question is still on the screen. */
  readonly isTold: boolean;
}

/** What to show of a quiz; `number` counts from 1. */
export type QuizStage =
  | { readonly kind: 'asked'; readonly number: number; readonly question: Question }
  | {
      readonly kind: 'told';
      readonly number: number;
      readonly question: Question;
      readonly taken: FeltSignal;
    }
  | { readonly kind: 'over' };

/** A signal that was taken for another, and how often. */
export interface MixUp {
  readonly played: FeltSignal;
  readonly taken: FeltSignal;
  readonly times: number;
}

/**
 * A quiz about the signals of a page or, with `brief`, of a dark screen. Out of context, each signal is asked equally
 * often, give or take one; in context, the question is about a signal that may come next. `random` returns numbers in
 * [0, 1).
 */
export function makeQuiz(form: Language, routine: Routine, random: () => number): Quiz {
  const signals: readonly FeltSignal[] = form === 'full' ? SIGNALS : BRIEF_SIGNALS;
  const inContext = drawn(contextsOf(form, routine), random).map(({ during, choices }): Question => {
    const signal = drawn(choices, random)[0] ?? 'lightTouch';
    return { signal, choices, during };
  });
  const outOfContext = drawn(signals, random).map((signal): Question => ({ signal, choices: signals }));
  const questions: Question[] = [];
  for (let turn = 0; questions.length < QUIZ_LENGTH; turn += 1) {
    questions.push(...[inContext, outOfContext].flatMap((deck) => deck[turn % deck.length] ?? []));
  }
  return { questions, answers: [], isTold: false };
}

/** The current stage of a quiz. */
export function stageOf({ questions, answers, isTold }: Quiz): QuizStage {
  const number = isTold ? answers.length : answers.length + 1;
  const question = questions[number - 1];
  if (!question) return { kind: 'over' };
  const taken = answers[number - 1];
  return taken === undefined
    ? { kind: 'asked', number, question }
    : { kind: 'told', number, question, taken };
}

/** The quiz with an answer to the current question; unchanged if there is none. */
export function answer(quiz: Quiz, taken: FeltSignal): Quiz {
  if (stageOf(quiz).kind !== 'asked') return quiz;
  return { ...quiz, answers: quiz.answers.concat(taken), isTold: true };
}

/** The quiz at its next question, after the answer to the last one was shown. */
export function goOn(quiz: Quiz): Quiz {
  return { ...quiz, isTold: false };
}

/** The number of right answers. */
export function rightAnswers({ questions, answers }: Quiz): number {
  return answers.filter((taken, place) => questions[place]?.signal === taken).length;
}

/** The mix-ups, most frequent first. */
export function mixUps({ questions, answers }: Quiz): readonly MixUp[] {
  const found: MixUp[] = [];
  answers.forEach((taken, place) => {
    const played = questions[place]?.signal;
    if (played === undefined || played === taken) return;
    const known = found.findIndex((mixUp) => mixUp.played === played && mixUp.taken === taken);
    if (known < 0) found.push({ played, taken, times: 1 });
    else found.splice(known, 1, { played, taken, times: Number(found[known]?.times) + 1 });
  });
  return found.sort((one, other) => other.times - one.times);
}

/** The steps in which more than one signal may come next. */
function contextsOf(
  form: Language,
  routine: Routine,
): readonly { readonly during: Activity; readonly choices: readonly FeltSignal[] }[] {
  return routine.steps
    .map(({ activity }, place) => {
      const next = mayComeNext(routine, place);
      return { during: activity, choices: form === 'full' ? next : next.map(briefOf) };
    })
    .filter(({ choices }) => choices.length > 1);
}

/** The same items in random order. */
function drawn<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const left = items.slice();
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}
