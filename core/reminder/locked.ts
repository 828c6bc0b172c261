import type { Leg } from '../body';
import type { CareBook } from '../care/book';
import { lockedLegs } from '../care/locks';

/** The legs of a plan of which nobody is reminded: those that are locked, and all where it is not known which are. */
export function lockedAmong(planned: readonly Leg[], { said, mayLack }: CareBook): readonly Leg[] {
  return mayLack ? planned : lockedLegs(said);
}
