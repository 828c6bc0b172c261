import { ANSWER_NAMES, HARD_QUESTIONS } from '../../core/care/answers';
import type { Said } from '../../core/care/statement';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { CHOSEN, mergePreferences, readPreferences, takenBack } from '../preferences';
import type { Storage } from '../storage';
import { isBadAndNew, setBadAside } from '../stored-text';
import { everSaid } from './past';
import { CARE_MERGED, CARE_SAID } from './said';

/* For the side service: what it does if a lock may be lost of which no watch has heard. */

/**
 * If statements cannot be read any more, a lock that no watch has heard of may be among them, and among the choices of
 * the page an answer that was taken back. So all answers to the hard questions are taken back, once, and the watches ask
 * them again before the next session. The unreadable text is set aside afterwards, so that an interruption in between
 * only repeats this.
 */
export function askAgainIfLost(storage: Storage): Result<void, 'notStored'> {
  const lost = [CARE_MERGED, CARE_SAID, CHOSEN].filter((stored) => isBadAndNew(storage, stored));
  if (lost.length === 0) return ok(undefined);
  const asked = mergePreferences(storage, takenBack(storage));
  if (!asked.ok) return asked;
  return lost.every((stored) => setBadAside(storage, stored).ok) ? asked : err('notStored');
}

/**
 * The same if there is a yes although nothing was ever said of a leg: a yes is stored after its lock, so all statements
 * are gone. `said` is all that is known after a watch has told what it knows.
 */
export function askAgainIfGone(storage: Storage, said: readonly Said[]): Result<void, 'notStored'> {
  const preferences = readPreferences(storage);
  const hasYes = HARD_QUESTIONS.some((question) => preferences[ANSWER_NAMES[question]]?.[0] === 'yes');
  return hasYes && everSaid(storage, said).length === 0
    ? mergePreferences(storage, takenBack(storage))
    : ok(undefined);
}
