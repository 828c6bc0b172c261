import type { Leg, Zone } from '../../core/body';
import type { HardQuestion } from '../../core/care/answers';
import { ANSWER_NAMES, legsLockedByAnswer } from '../../core/care/answers';
import { veinName } from '../../core/care/veins';
import type { SharedPreferences } from '../../core/link/shared-preferences';
import type { Result } from '../../core/result';
import type { PhoneClock } from '../phone-state';
import { putChosen } from '../preferences';
import type { Storage } from '../storage';
import { lockLegs } from './said';

/** The answer to a hard question; undefined if it was not answered. */
export function answerIn(preferences: SharedPreferences, question: HardQuestion): 'yes' | 'no' | undefined {
  const value = preferences[ANSWER_NAMES[question]]?.[0];
  return value === 'yes' || value === 'no' ? value : undefined;
}

/** Answers no. This lifts no lock. */
export function answerNo(storage: Storage, question: HardQuestion): Result<void, 'notStored'> {
  return putChosen(storage, ANSWER_NAMES[question], 'no');
}

/**
 * Answers yes, for one leg, or for both if none is named. The lock is stored before the answer, so that there is never
 * an answer without its lock.
 */
export function answerYes(
  storage: Storage,
  question: HardQuestion,
  leg: Leg | undefined,
  clock: PhoneClock,
  random: () => number,
): Result<void, 'notStored'> {
  const locked = lockLegs(storage, legsLockedByAnswer(question, leg), { by: 'ask', question }, clock, random);
  return locked.ok ? putChosen(storage, ANSWER_NAMES[question], 'yes') : locked;
}

/**
 * A yes that may concern one leg, before the person has named the leg: the question is open, so that the watch asks it
 * if they leave here.
 */
export function leaveOpen(storage: Storage, question: HardQuestion): Result<void, 'notStored'> {
  return putChosen(storage, ANSWER_NAMES[question], 'open');
}

/** Whether a vein bulges in a zone. */
export function hasVein(preferences: SharedPreferences, leg: Leg, zone: Zone): boolean {
  return preferences[veinName(leg, zone)]?.[0] === true;
}

export function putVein(storage: Storage, leg: Leg, zone: Zone, bulges: boolean): Result<void, 'notStored'> {
  return putChosen(storage, veinName(leg, zone), bulges);
}
