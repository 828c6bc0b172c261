import type { Leg } from '../body';
import type { CareBook } from '../care/book';
import { lockedLegs } from '../care/locks';

/** The legs of a plan that nobody is reminded of: the locked ones, or all if the locks are not fully known. */
export function lockedAmong(planned: readonly Leg[], { said, mayLack }: CareBook): readonly Leg[] {
  return mayLack ? planned : lockedLegs(said);
}
