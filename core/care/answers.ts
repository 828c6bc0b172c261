import type { Leg } from '../body';
import { LEGS } from '../body';
import type { Said } from './statement';

/**
 * The hard questions, which are asked once, before the first session. docs/care.md, "Ask a doctor first", explains
 * each.
 */
export const HARD_QUESTIONS = ['clot', 'injury', 'pregnant', 'pain', 'ill', 'skin'] as const;
export type HardQuestion = (typeof HARD_QUESTIONS)[number];

/** The answer to a hard question; `open` until it is answered. */
export const ANSWERS = ['open', 'no', 'yes'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Each answer is stored as a preference of its own, which watch and phone merge like any other. */
export const ANSWER_NAMES = {
  clot: 'clotAnswer',
  injury: 'injuryAnswer',
  pregnant: 'pregnantAnswer',
  pain: 'painAnswer',
  ill: 'illAnswer',
  skin: 'skinAnswer',
} as const;
export type AnswerName = (typeof ANSWER_NAMES)[HardQuestion];

export type Answers = Readonly<Record<AnswerName, Answer>>;

/** The questions not answered yet, in the order in which they are asked. */
export function openQuestions(answers: Answers): readonly HardQuestion[] {
  return HARD_QUESTIONS.filter((question) => answers[ANSWER_NAMES[question]] === 'open');
}

/**
 * Whether there is a yes although nothing was ever said of a leg. A yes is stored after its lock, and a lifted lock
 * stays on the watch with its unlock, so this lock was lost.
 */
export function lacksLock(answers: Answers, said: readonly Said[]): boolean {
  return said.length === 0 && HARD_QUESTIONS.some((question) => answers[ANSWER_NAMES[question]] === 'yes');
}

/** Whether a yes concerns one leg, so that the app asks which one. A yes to any other question concerns both legs. */
export function asksLeg(question: HardQuestion): boolean {
  return question === 'injury' || question === 'pain' || question === 'skin';
}

/** The legs that a yes locks. `leg` is the leg that the person named; if they named none, both are locked. */
export function legsLockedByAnswer(question: HardQuestion, leg: Leg | undefined): readonly Leg[] {
  return asksLeg(question) && leg !== undefined ? [leg] : LEGS;
}
