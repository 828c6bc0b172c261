import fc from 'fast-check';
import type { Delivery } from '../../core/session/delivery';
import type { Preferences } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import { plans } from '../core/arbitraries';
import { runs } from '../runs';
import { choose, givePlan, loadPackage, newWatch, startSession } from './app';
import { lastSessionOn, recordsOn } from './disk';
import type { Beat } from './story';
import { beats, bringToEnd } from './story';
import { watchOver } from './witness';

/** 2,000 stories on two slow cores. */
const LONG = 30 * 60 * SECOND;

/** With API level 3.7, and with 4.2, which has timers for services. */
const DEVICES = ['Amazfit Balance', 'Active 2 (Round)'] as const;

beforeAll(loadPackage);

/** What happened that leaves the watch without a word of what was felt, or brings it where no law can hold it. */
const ROUGH: readonly Beat['kind'][] = ['crash', 'reboot', 'refuse', 'step', 'tear'];

test(
  'whatever happens to the watch, no cue comes twice, every due cue is accounted for, and one record is kept',
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DEVICES),
        preferences(),
        plans(300),
        fc.array(beats(), { maxLength: 24 }),
        (device, chosen, plan, story) => {
          const watch = newWatch(device);
          choose(watch, chosen);
          watch.setConsent('granted');
          givePlan(watch, plan);
          const witness = watchOver(watch, chosen.letScreenSleep);
          startSession(watch);
          story.forEach(witness.during);
          bringToEnd(watch, witness.during);

          const seen = witness.account();
          expect({ ...seen.faults, records: recordsOn(watch).map(({ id }) => id) }).toEqual({
            twice: [],
            untimely: [],
            records: seen.sessions,
          });
          const record = recordsOn(watch)[0];
          const book = lastSessionOn(watch)?.book;
          if (!record || !book) throw new Error('no record');
          const { due, played, late, missed } = record.cues;
          expect([played + late + missed, book.length]).toEqual([due, due]);

          const delivered = numbersOf(book, ({ outcome }) => outcome === 'delivered');
          expect(delivered.filter((number) => !seen.felt.includes(number))).toEqual([]);
          if (!story.some(({ kind }) => ROUGH.includes(kind))) expect(seen.felt).toEqual(delivered);

          const done = record.zones.reduce((sum, zone) => sum + zone.doneSeconds, 0);
          if (seen.sawEveryClockStep) expect(done * SECOND).toBeLessThanOrEqual(seen.ran);
          expect(watch.alarms()).toEqual([]);
          expect(watch.services()).toEqual([]);
        },
      ),
      { numRuns: runs(300, 40) },
    );
  },
  LONG,
);

function preferences(): fc.Arbitrary<Pick<Preferences, 'letScreenSleep' | 'timerCarrier'>> {
  const seldom = fc.integer({ min: 0, max: 3 }).map((number) => number === 0);
  return fc.record({ letScreenSleep: seldom, timerCarrier: seldom });
}

function numbersOf(book: readonly Delivery[], is: (delivery: Delivery) => boolean): readonly number[] {
  return book.flatMap((delivery, number) => (is(delivery) ? [number] : []));
}
