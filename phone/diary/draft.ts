import type { Leg } from '../../core/body';
import { LEGS } from '../../core/body';
import type { Day } from '../../core/calendar/day';
import { dayFrom, dayText } from '../../core/calendar/day';
import type { Evening, HowAnswered, Ratings } from './evening';
import { COMPLAINTS, HOW_ANSWERED, ratingsIn } from './evening';

/** The answers given so far this evening. They are kept in the page's view until they are saved. */
export interface EveningDraft {
  readonly day: Day;
  readonly how: HowAnswered;
  /** For both legs together, or for the left leg and then the right one. */
  readonly ratings: readonly number[];
}

/** The next question: a complaint of one leg or of both. */
export interface Question {
  readonly legs: readonly Leg[];
  readonly complaint: (typeof COMPLAINTS)[number];
  readonly number: number;
  readonly of: number;
}

export function nextQuestion({ how, ratings }: EveningDraft): Question | undefined {
  const isEach = how === 'each';
  const of = COMPLAINTS.length * (isEach ? LEGS.length : 1);
  const complaint = COMPLAINTS[ratings.length % COMPLAINTS.length];
  if (ratings.length >= of || complaint === undefined) return undefined;
  const legs = isEach ? LEGS.slice(Math.floor(ratings.length / COMPLAINTS.length)).slice(0, 1) : LEGS;
  return { legs, complaint, number: ratings.length + 1, of };
}

/** The answers, once complete. */
export function answersIn(draft: EveningDraft): Extract<Evening, { readonly state: 'answered' }> | undefined {
  if (nextQuestion(draft)) return undefined;
  const { how, ratings } = draft;
  const left: Ratings = ratings.slice(0, COMPLAINTS.length);
  const right: Ratings = how === 'alike' ? left : ratings.slice(COMPLAINTS.length, 2 * COMPLAINTS.length);
  return { state: 'answered', how, legs: { left, right } };
}

export function draftText({ day, how, ratings }: EveningDraft): string {
  return [dayText(day), how, ...ratings].join(' ');
}

/** Undefined if the text is not a draft. */
export function draftIn(text: string): EveningDraft | undefined {
  const [first = '', word, ...rest] = text.split(' ');
  const day = dayFrom(first);
  const how = HOW_ANSWERED.find((known) => known === word);
  const ratings = ratingsIn(rest);
  return day === undefined || !how || !ratings ? undefined : { day, how, ratings };
}
