import fc from 'fast-check';
import { LEGS, ZONES } from '../../../core/body';
import type { Outbox } from '../../../core/record/outbox';
import type { PackedRecord } from '../../../core/record/packed-record';
import { packRecord, parseRecord } from '../../../core/record/packed-record';
import { PLAN_LIMITS } from '../../../core/plan/plan';
import type { Counts, CueRecord } from '../../../core/record/cue-record';
import { cueRecord, tally } from '../../../core/record/cue-record';
import type { Extensions } from '../../../core/record/extensions';
import type { SessionRecord, ZoneRecord } from '../../../core/record/record';
import { CARRIERS, LOSSES } from '../../../core/session/delivery';
import { ENDINGS } from '../../../core/session/session';
import { DEVICE_ID_ALPHABET, DEVICE_ID_LENGTH } from '../../../core/state/identity';

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** Names that only another version uses; one is also a method of every object. */
const OTHER_NAMES = ['sole', 'constructor', 'A1', 'aNameOfTwentyFourLetters'];

/** The places that the first version knew, and that the default plan has. */
const FIRST_PLACES = ['left', 'right'].flatMap((leg) =>
  ['ankle', 'calf', 'knee', 'lowerThigh', 'upperThigh'].map((zone) => ({ leg, zone })),
);

const places = LEGS.flatMap((leg) => ZONES.map((zone) => ({ leg, zone })));

/** Any record that a watch can make, or could in an earlier version, with the given id. */
export function anyRecord(id: fc.Arbitrary<string> = anyRecordId()): fc.Arbitrary<SessionRecord> {
  return fc.oneof(firstRecord(id), recordOfToday(id), recordOfAnother(id));
}

/** A record in the first format. */
export function firstRecord(id: fc.Arbitrary<string> = anyRecordId()): fc.Arbitrary<SessionRecord> {
  const planned = PLAN_LIMITS.zoneSeconds;
  const names = {
    zones: FIRST_PLACES,
    endings: ['finished', 'stopped', 'interrupted'],
    carriers: ['page', 'alarm', 'timer'],
    reasons: ['doNotDisturb', 'notArmed', 'watchOff', 'clockSet', 'overtaken', 'unknown'],
    planned,
  };
  return recordWith(1, id, names, fc.constant({}));
}

/** A record of the current version. */
export function recordOfToday(id: fc.Arbitrary<string> = anyRecordId()): fc.Arbitrary<SessionRecord> {
  const planned = PLAN_LIMITS.zoneSeconds;
  const names = { zones: places, endings: ENDINGS, carriers: CARRIERS, reasons: LOSSES, planned };
  const extensions = fc.record(
    {
      made: fc.constant('timed'),
      plan: fc.constantFrom('0', 'mmd4r7xm'),
      takenOff: fc.constantFrom('1', 'go'),
      endOffset: fc.constantFrom('1o', '-fu'),
    },
    { requiredKeys: ['made'] },
  );
  return recordWith(2, id, names, extensions);
}

/** A record of another version in the current format. */
export function recordOfAnother(id: fc.Arbitrary<string> = anyRecordId()): fc.Arbitrary<SessionRecord> {
  const others = OTHER_NAMES.flatMap((zone) => ['left', 'third'].map((leg) => ({ leg, zone })));
  const names: Names = {
    zones: [...places, ...others],
    endings: [...ENDINGS, ...OTHER_NAMES],
    carriers: [...CARRIERS, ...OTHER_NAMES],
    reasons: [...LOSSES, ...OTHER_NAMES],
    planned: { min: 0, max: 36 ** 4 - 1 },
  };
  const value = fc.string({
    unit: fc.constantFrom('a', 'Z', '0', '9', '!', '=', '(', ')', '-', '~', '#', '[', ']'),
    minLength: 1,
    maxLength: 12,
  });
  const extensions = fc.dictionary(fc.constantFrom('made', 'plan', ...OTHER_NAMES), value, {
    noNullPrototype: true,
  });
  return recordWith(2, id, names, extensions);
}

interface Names {
  readonly zones: readonly Pick<ZoneRecord, 'leg' | 'zone'>[];
  readonly endings: readonly string[];
  readonly carriers: readonly string[];
  readonly reasons: readonly string[];
  readonly planned: { readonly min: number; readonly max: number };
}

function recordWith(
  version: SessionRecord['version'],
  id: fc.Arbitrary<string>,
  names: Names,
  extensions: fc.Arbitrary<Extensions>,
): fc.Arbitrary<SessionRecord> {
  const count = fc.integer({ min: 0, max: 600 });
  return fc
    .record({
      id,
      startedAt: fc.oneof(
        fc.integer({ min: 0, max: 200 * YEAR }),
        fc.integer({ min: 55 * YEAR, max: 55.3 * YEAR }).map(Math.round),
      ),
      length: fc.oneof(fc.integer({ min: 0, max: 3_600_000 }), fc.integer({ min: 0, max: 80 * YEAR })),
      utcOffset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
      ending: fc.constantFrom(...names.endings),
      zones: zoneRecords(names),
      pauses: fc.record({ count, seconds: fc.integer({ min: 0, max: (60 * YEAR) / 1000 }) }),
      cues: cueRecords(names),
      extensions,
    })
    .map(({ length, ...rest }) => ({ version, ...rest, endedAt: rest.startedAt + length }));
}

function zoneRecords({ zones, planned }: Names): fc.Arbitrary<readonly ZoneRecord[]> {
  const any = fc.record({
    plannedSeconds: fc.integer(planned),
    doneSeconds: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 549_000 })),
  });
  const likely = fc.constantFrom(
    ...[60, 90].flatMap((plannedSeconds) => [
      { plannedSeconds, doneSeconds: plannedSeconds },
      { plannedSeconds, doneSeconds: 7 },
    ]),
  );
  return fc
    .shuffledSubarray([...zones], { minLength: 1, maxLength: Math.min(zones.length, 10) })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((place) => fc.oneof(any, likely).map((two): ZoneRecord => ({ ...place, ...two }))),
      ),
    );
}

function cueRecords({ carriers, reasons }: Names): fc.Arbitrary<CueRecord> {
  const tallies = (of: readonly string[]): fc.Arbitrary<Counts> =>
    fc
      .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 })), {
        minLength: of.length,
        maxLength: of.length,
      })
      .map((counts) => tally(of, (_, place) => counts[place] ?? 0));
  return fc
    .record({
      by: tallies(carriers),
      why: tallies(reasons),
      lateShare: fc.double({ min: 0, max: 1, noNaN: true }),
      latest: fc.integer({ min: 0, max: 3_600_000 }),
    })
    .map(({ by, why, lateShare, latest }) => {
      const delivered = Object.values(by).reduce((a, b) => a + b, 0);
      const cues = cueRecord(by, why, Math.floor(delivered * lateShare), latest);
      if (!cues) throw new Error('no more are late than came');
      return cues;
    });
}

/** What became of the cues, if the page brought some and others were missed. */
export function cuesBy(
  page: number,
  missed: Partial<CueRecord['why']> = {},
  lateness: { readonly late: number; readonly latest: number } = { late: 0, latest: 0 },
): CueRecord {
  const why = { ...tally(LOSSES, () => 0), ...missed };
  const lost = Object.values(why).reduce((a, b) => a + b, 0);
  const by = { ...tally(CARRIERS, () => 0), page };
  return { due: page + lost, played: page - lateness.late, missed: lost, ...lateness, by, why };
}

/** Ids as the watch makes them: a random name of ten characters and a count. */
function anyRecordId(): fc.Arbitrary<string> {
  return fc
    .tuple(anyWatchId(), fc.integer({ min: 1, max: 999_999_999 }))
    .map(([watch, n]) => `${watch}-${n}`);
}

export function anyWatchId(): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom(...DEVICE_ID_ALPHABET.split('')),
    minLength: DEVICE_ID_LENGTH,
    maxLength: DEVICE_ID_LENGTH,
  });
}

/** Records of one watch, each with its own id. */
export function records(maxLength: number, watch = 'abcdefghjk'): fc.Arbitrary<readonly SessionRecord[]> {
  return fc
    .array(anyRecord(fc.constant('')), { maxLength })
    .map((list) => list.map((record, at) => ({ ...record, id: `${watch}-${at + 1}` })));
}

/** The record of the default plan done to the end, `number` days after a day in March 2026. */
export function dailyRecord(number: number): SessionRecord {
  const startedAt = Date.UTC(2026, 2, 5, 7, 14, 30, 250) + number * 24 * 60 * 60 * 1000;
  return {
    version: 2,
    id: `abcdefghjk-${number}`,
    startedAt,
    endedAt: startedAt + 642_150,
    utcOffset: 60,
    ending: 'finished',
    zones: FIRST_PLACES.map((place) => ({ ...place, plannedSeconds: 60, doneSeconds: 60 })),
    pauses: { count: 1, seconds: 7 },
    cues: cuesBy(22, {}, { late: 1, latest: 2_400 }),
    extensions: { made: 'timed', plan: 'mmd4r7xm' },
  };
}

export function packed(number: number): PackedRecord {
  return packRecord(dailyRecord(number));
}

/** All readable records of an outbox, newest first. */
export function recordsIn({ chunks }: Outbox): readonly SessionRecord[] {
  return chunks
    .flatMap(({ entries }) => entries)
    .flatMap(({ record }) => {
      const parsed = parseRecord(record);
      return parsed.ok ? [parsed.value] : [];
    })
    .reverse();
}
