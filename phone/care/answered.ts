import type { HardQuestion } from '../../core/care/answers';
import { HARD_QUESTIONS } from '../../core/care/answers';
import { whyOf } from '../../core/care/why';
import type { Instant } from '../../core/time';
import type { PhoneState } from '../phone-state';
import { answerIn } from './choices';
import { allLocks } from './days';

/** An answer, and when it was given, which only the lock of a yes tells. */
export interface Answered {
  readonly question: HardQuestion;
  readonly answer: 'yes' | 'no';
  readonly at: Instant | undefined;
}

export function answersOf({
  preferences,
  everSaid,
}: Pick<PhoneState, 'preferences' | 'everSaid'>): readonly Answered[] {
  const locks = allLocks(everSaid);
  return HARD_QUESTIONS.flatMap((question) => {
    const answer = answerIn(preferences, question);
    if (answer === undefined) return [];
    const lock = locks.find((each) => each.lock.why === whyOf({ by: 'ask', question }))?.lock;
    return [{ question, answer, at: answer === 'yes' ? lock?.at : undefined }];
  });
}
