import type { Leg, Zone } from '../../core/body';
import type { HardQuestion } from '../../core/care/answers';
import type { CountryChoice } from '../../core/emergency';
import type { Phone } from '../../phone/phone';
import { answerNo, answerYes, leaveOpen, putVein } from '../../phone/care/choices';
import type { UnlockProblem } from '../../phone/care/said';
import { liftLock, lockLegs } from '../../phone/care/said';
import { putCountry } from '../../phone/preferences';
import type { Attempt } from '../attempt';
import { viewOn } from '../attempt';
import { typedDay } from '../typed';

/**
 * What a person can say about their legs. Typed text and the open question are kept in the view, under the names of
 * `CARE_FIELDS`.
 */
export interface CareActions {
  /** Answers yes to a hard question, for one leg or for both. */
  readonly yes: (question: HardQuestion, leg: Leg | undefined) => void;
  /** A yes that may concern one leg: asks which, and leaves the question open until the leg is named. */
  readonly askWhich: (question: HardQuestion) => void;
  readonly no: (question: HardQuestion) => void;
  /** Locks legs because of a girth or at the person's wish. */
  readonly lock: (legs: readonly Leg[], by: 'girth' | 'hand') => void;
  /** Lifts a lock after a doctor's visit, on the day that was typed. */
  readonly lift: (lockId: string) => void;
  readonly vein: (leg: Leg, zone: Zone, bulges: boolean) => void;
  readonly country: (country: CountryChoice) => void;
}

export const CARE_FIELDS = {
  /** The question being answered, followed by `which` while the leg is asked for. */
  asked: 'care.asked',
  /** The id of the lock about to be lifted. */
  lifting: 'care.lifting',
  doctorOn: 'care.doctorOn',
  /** What is about to be locked: `hand` or `girth`, and the leg. */
  locking: 'care.locking',
} as const;

/** Why a lock was not lifted; shown in the section. */
export const CARE_PROBLEMS = ['noDate', 'inFuture', 'beforeSign', 'noLock'] as const satisfies readonly (
  UnlockProblem | 'noDate'
)[];
export type CareProblem = (typeof CARE_PROBLEMS)[number];

export function careActionsOn({ storage, clock, random }: Phone, attempt: Attempt): CareActions {
  const { typed, show, told } = viewOn(storage);
  const shut = { [CARE_FIELDS.asked]: '', [CARE_FIELDS.locking]: '' };
  const past = (isDone: () => boolean): void => attempt('pastNotChanged', isDone);
  return {
    yes: (question, leg) => past(() => answerYes(storage, question, leg, clock(), random).ok && show(shut)),
    askWhich: (question) =>
      past(() => leaveOpen(storage, question).ok && show({ [CARE_FIELDS.asked]: `${question} which` })),
    no: (question) => past(() => answerNo(storage, question).ok && show(shut)),
    lock: (legs, by) => past(() => lockLegs(storage, legs, { by }, clock(), random).ok && show(shut)),
    lift: (lockId) =>
      past(() => {
        const day = typedDay(typed(CARE_FIELDS.doctorOn));
        if (day === undefined) return show({ problem: 'care.noDate' });
        const lifted = liftLock(storage, lockId, day, clock(), random);
        return told('care', lifted, { [CARE_FIELDS.lifting]: '', [CARE_FIELDS.doctorOn]: '' });
      }),
    vein: (leg, zone, bulges) => past(() => putVein(storage, leg, zone, bulges).ok),
    country: (country) => past(() => putCountry(storage, country).ok),
  };
}
