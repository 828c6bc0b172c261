/** Performs a session with the built package on a virtual watch with the behaviour of a reading. */
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { newestRecord } from '../../core/record/outbox';
import { makeRoutine } from '../../core/plan/routine';
import { outboxOn } from '../../preview/watch-disk';
import type { WatchPackage } from '../../virtual-watch';
import { bootWatch } from '../../virtual-watch/node';
import { accountOf, type Account } from './account';
import { take, type Course } from './course';
import { READINGS, type Reading } from './reading';
import type { Row } from './table';

const DEVICE = 'Amazfit Balance';

/** Each reading with each of its courses, in the order of the table. */
export const TRIALS: readonly { readonly reading: Reading; readonly course: Course }[] = READINGS.flatMap(
  (reading) => reading.courses.map((course) => ({ reading, course })),
);

/** A session of the default plan under a reading; throws when the app does something that no watch allows. */
export function perform(packages: readonly WatchPackage[], reading: Reading, course: Course): Account {
  const watch = bootWatch({ zab: packages, device: DEVICE, ...reading.unknowns });
  reading.prepare?.(watch);
  take(course, watch);
  return accountOf(watch, newestRecord(outboxOn(watch)), makeRoutine(DEFAULT_PLAN).cues.length);
}

/** Every row of the table; `told` is called with the number of finished ones. */
export function performAll(
  packages: readonly WatchPackage[],
  told: (done: number, all: number) => void,
): readonly Row[] {
  return TRIALS.map(({ reading, course }, index) => {
    const row = { assumption: reading.assumption, course, account: perform(packages, reading, course) };
    told(index + 1, TRIALS.length);
    return row;
  });
}
