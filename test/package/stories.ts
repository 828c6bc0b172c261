import fc from 'fast-check';
import type { Plan } from '../../core/plan/plan';
import { cuesOfCourse } from '../../core/session/course';
import type { Delivery, Loss } from '../../core/session/delivery';
import { lossOf } from '../../core/session/delivery';
import type { Preferences } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import { plans } from '../core/arbitraries';
import { choose, givePlan, newWatch, showByCheck, startSession } from './app';
import { lastSessionOn, recordsOn } from './disk';
import type { Beat, Cause } from './story';
import { beats, bringToEnd, causesIn } from './story';
import { watchOver } from './witness';

/** With API level 3.7, and with 4.2. */
const DEVICES = ['Amazfit Balance', 'Active 2 (Round)'] as const;

type Chosen = Pick<Preferences, 'letScreenSleep'>;

/**
 * What has to have happened for a cue to be missed for this reason. A write that fails or is cut off leaves the disk
 * behind the watch, so that the reason is told by the alarms of an older arming.
 */
const CAUSES: Readonly<Record<Loss, readonly Cause[]>> = {
  doNotDisturb: ['silence'],
  sleep: [],
  theatre: [],
  tooLate: ['step', 'tear', 'fail', 'late'],
  tooEarly: ['step', 'tear', 'fail'],
  refused: [],
  notArmed: ['refuse', 'limit', 'tear', 'fail'],
  watchOff: [],
  // A page that stood still for long cannot tell that from a clock that was set.
  clockSet: ['step', 'stall', 'tear', 'fail'],
  overtaken: ['next', 'late', 'stall', 'refuse', 'limit', 'step', 'tear', 'fail', 'reboot', 'update'],
  // A service that stays silent because its alarm is late cannot leave a mark while the screen is lit.
  unknown: ['silence', 'refuse', 'limit', 'step', 'tear', 'fail', 'reboot', 'update', 'longAway', 'late'],
};

type Story = readonly [
  device: string,
  chosen: Chosen,
  plan: Plan,
  beats: readonly Beat[],
  /** Whether a check has shown that an alarm opens a page. */
  opensPages: boolean,
];

export function stories(): fc.Arbitrary<Story> {
  const lengths = fc.oneof({ weight: 5, arbitrary: plans(300) }, { weight: 1, arbitrary: plans(1500) });
  return fc.tuple(
    fc.constantFrom(...DEVICES),
    preferences(),
    lengths,
    fc.array(beats(), { maxLength: 24 }),
    fc.boolean(),
  );
}

export function tell(...[device, chosen, plan, story, opensPages]: Story): void {
  const watch = newWatch(device);
  choose(watch, chosen);
  if (opensPages) showByCheck(watch, { page: 'proven' });
  givePlan(watch, plan);
  const witness = watchOver(watch, { ...chosen, opensPages });
  startSession(watch);
  story.forEach(witness.during);
  bringToEnd(watch, witness.during);

  const seen = witness.account();
  const causes = causesIn(story);
  const has = (...some: readonly Cause[]): boolean => some.some((cause) => causes.has(cause));
  const records = recordsOn(watch);
  expect({ ...seen.faults, records: records.map(({ id }) => id).sort() }).toEqual({
    twice: [],
    untimely: [],
    records: [...seen.sessions].sort(),
  });
  const session = lastSessionOn(watch);
  const record = records.find(({ id }) => id === session?.id);
  if (!record || !session) throw new Error('no record');

  const { due, played, late, missed } = record.cues;
  expect(played + late + missed).toBe(due);
  const done = record.zones.reduce((sum, zone) => sum + zone.doneSeconds, 0);
  if (seen.sawEveryClockStep) expect(done * SECOND).toBeLessThanOrEqual(seen.ran(record.id));
  // The app may have gone between the record and the alarms: those go at the next opening.
  if (has('tear')) witness.during({ kind: 'return' });
  expect(watch.alarms()).toEqual([]);
  // A session that ended while the disk refused writes is in its record only.
  if (has('fail') && session.phase !== 'ended') return;
  // Nor is one that the person ended: its record is stored, and its file deleted.
  if (record.ending !== 'finished' && session.phase !== 'ended') return;

  expect([session.phase, session.book.length]).toEqual(['ended', due]);
  if (record.ending === 'finished') expect(due).toBe(cuesOfCourse(session.course).length);
  expect(missesWithoutCause(session.book, causes, seen.unmarked(record.id))).toEqual([]);

  const felt = seen.felt(record.id);
  const delivered = numbersOf(session.book, ({ outcome }) => outcome === 'played');
  // Only with a disk that is behind may more be claimed than was felt.
  if (!has('fail')) expect(delivered.filter((number) => !felt.includes(number))).toEqual([]);
  // If nothing went wrong, only a cue that was due when Next was tapped may be missed.
  const isSmooth = [...causes].every((cause) => cause === 'next');
  if (isSmooth && seen.unmarked(record.id).length === 0) expect(felt).toEqual(delivered);
}

function preferences(): fc.Arbitrary<Chosen> {
  const seldom = fc.integer({ min: 0, max: 3 }).map((number) => number === 0);
  return fc.record({ letScreenSleep: seldom });
}

/** A cue that a service brought while the screen was lit may be not known: it could not leave a mark. */
function missesWithoutCause(
  book: readonly Delivery[],
  causes: ReadonlySet<Cause>,
  unmarked: readonly number[],
): readonly string[] {
  const losses = book.flatMap((delivery, number) =>
    delivery.outcome === 'played' ? [] : [{ number, loss: lossOf(delivery) ?? 'unknown' }],
  );
  const uncaused = losses.filter(({ loss }) => !CAUSES[loss].some((cause) => causes.has(cause)));
  const unexplained = uncaused.filter(({ number, loss }) => loss !== 'unknown' || !unmarked.includes(number));
  return unexplained.map(({ number, loss }) => `${String(number)}: ${loss}`);
}

function numbersOf(book: readonly Delivery[], is: (delivery: Delivery) => boolean): readonly number[] {
  return book.flatMap((delivery, number) => (is(delivery) ? [number] : []));
}
