import type { Leg } from '../body';
import { LEGS } from '../body';

/** What a person is asked once, before the first session. What each asks is in docs/care.md, "Ask a doctor first". */
export const HARD_QUESTIONS = ['clot', 'injury', 'pregnant', 'pain', 'ill', 'skin'] as const;
export type HardQuestion = (typeof HARD_QUESTIONS)[number];

/** What was answered; `open` as long as nothing was. */
export const ANSWERS = ['open', 'no', 'yes'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Answers are preferences: each by a name of its own, which watch and phone merge like any other. */
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

/** The questions that were not answered yet, in the order in which they are asked. */
export function openQuestions(answers: Answers): readonly HardQuestion[] {
  return HARD_QUESTIONS.filter((question) => answers[ANSWER_NAMES[question]] === 'open');
}

/** Whether a yes to a question is about one leg, so that the person is asked which; any other yes is about both. */
export function asksLeg(question: HardQuestion): boolean {
  return question === 'injury' || question === 'pain' || question === 'skin';
}

/** The legs that a yes locks. `leg` is the one that the person named; both where they named none. */
export function legsLockedByAnswer(question: HardQuestion, leg: Leg | undefined): readonly Leg[] {
  return asksLeg(question) && leg !== undefined ? [leg] : LEGS;
}
