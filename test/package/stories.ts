import fc from 'fast-check';
import type { Plan } from '../../core/plan/plan';
import { cuesOfCourse } from '../../core/session/course';
import type { Delivery, MissReason } from '../../core/session/delivery';
import type { Preferences } from '../../core/state/preferences';
import { SECOND } from '../../core/time';
import { plans } from '../core/arbitraries';
import { choose, givePlan, newWatch, startSession } from './app';
import { lastSessionOn, recordsOn } from './disk';
import type { Beat, Cause } from './story';
import { beats, bringToEnd, causesIn } from './story';
import { watchOver } from './witness';

/** With API level 3.7, and with 4.2, which has timers for services. */
const DEVICES = ['Amazfit Balance', 'Active 2 (Round)'] as const;

type Chosen = Pick<Preferences, 'letScreenSleep' | 'timerCarrier'>;

/**
 * What has to have happened for a cue to be missed for this reason. A write that fails or is cut off leaves the disk
 * behind the watch, so that the reason is told by the alarms of an older arming.
 */
const CAUSES: Readonly<Record<MissReason, readonly Cause[]>> = {
  doNotDisturb: ['silence'],
  notArmed: ['refuse', 'limit', 'tear', 'fail'],
  watchOff: ['reboot', 'update', 'tear', 'fail'],
  clockSet: ['step', 'tear', 'fail'],
  overtaken: ['next', 'refuse', 'limit', 'step', 'tear', 'fail', 'reboot', 'update'],
  unknown: ['silence', 'refuse', 'limit', 'step', 'tear', 'fail', 'reboot', 'update', 'longAway'],
};

type Story = readonly [device: string, chosen: Chosen, plan: Plan, beats: readonly Beat[]];

export function stories(): fc.Arbitrary<Story> {
  const lengths = fc.oneof({ weight: 5, arbitrary: plans(300) }, { weight: 1, arbitrary: plans(1500) });
  return fc.tuple(fc.constantFrom(...DEVICES), preferences(), lengths, fc.array(beats(), { maxLength: 24 }));
}

export function tell(...[device, chosen, plan, story]: Story): void {
  const watch = newWatch(device);
  choose(watch, chosen);
  watch.setConsent('granted');
  givePlan(watch, plan);
  const witness = watchOver(watch, chosen);
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
  expect(watch.alarms()).toEqual([]);
  expect(watch.services()).toEqual([]);
  // A session that ended while the disk took nothing is in its record only.
  if (has('fail') && session.phase !== 'ended') return;

  expect([session.phase, session.book.length]).toEqual(['ended', due]);
  if (record.ending === 'finished') expect(due).toBe(cuesOfCourse(session.course).length);
  expect(missesWithoutCause(session.book, causes)).toEqual([]);

  const felt = seen.felt(record.id);
  const delivered = numbersOf(session.book, ({ outcome }) => outcome === 'delivered');
  // Only a sign that the watch refused, or a disk that is behind, lets more be claimed than was felt.
  const isTold = !has('fail') && !(has('silence') && has('refuse'));
  if (isTold) expect(delivered.filter((number) => !felt.includes(number))).toEqual([]);
  // A cue that was due when Next was touched is all that may be missed where nothing went wrong.
  if ([...causes].every((cause) => cause === 'next')) expect(felt).toEqual(delivered);
}

function preferences(): fc.Arbitrary<Chosen> {
  const seldom = fc.integer({ min: 0, max: 3 }).map((number) => number === 0);
  return fc.record({ letScreenSleep: seldom, timerCarrier: seldom });
}

function missesWithoutCause(book: readonly Delivery[], causes: ReadonlySet<Cause>): readonly string[] {
  return book.flatMap((delivery, number) => {
    if (delivery.outcome === 'delivered') return [];
    const isCaused = CAUSES[delivery.reason].some((cause) => causes.has(cause));
    return isCaused ? [] : [`${String(number)}: ${delivery.reason}`];
  });
}

function numbersOf(book: readonly Delivery[], is: (delivery: Delivery) => boolean): readonly number[] {
  return book.flatMap((delivery, number) => (is(delivery) ? [number] : []));
}
