import fc from 'fast-check';
import { LEGS, ZONES } from '../../../core/body';
import type { Outbox } from '../../../core/record/outbox';
import type { PackedRecord } from '../../../core/record/packed-record';
import { packRecord, parseRecord } from '../../../core/record/packed-record';
import { PLAN_LIMITS } from '../../../core/plan/plan';
import type { CueRecord, SessionRecord, ZoneRecord } from '../../../core/record/record';
import { tally } from '../../../core/record/record';
import { CARRIERS, MISS_REASONS } from '../../../core/session/delivery';
import { ENDINGS } from '../../../core/session/session';
import { DEVICE_ID_ALPHABET, DEVICE_ID_LENGTH } from '../../../core/state/identity';

const YEAR = 365 * 24 * 60 * 60 * 1000;

const places = LEGS.flatMap((leg) => ZONES.map((zone) => ({ leg, zone })));

function zoneRecords(): fc.Arbitrary<readonly ZoneRecord[]> {
  const seconds = fc.record({
    plannedSeconds: fc.integer(PLAN_LIMITS.zoneSeconds),
    doneSeconds: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 549_000 })),
  });
  return fc
    .shuffledSubarray(places, { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(...chosen.map((place) => seconds.map((two): ZoneRecord => ({ ...place, ...two })))),
    );
}

/** Any record that a watch can make, with the id it is given. */
export function anyRecord(id: fc.Arbitrary<string> = anyRecordId()): fc.Arbitrary<SessionRecord> {
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
      ending: fc.constantFrom(...ENDINGS),
      zones: zoneRecords(),
      pauses: fc.record({ count, seconds: fc.integer({ min: 0, max: (60 * YEAR) / 1000 }) }),
      cues: cueRecords(),
    })
    .map(({ length, ...rest }) => ({ version: 1 as const, ...rest, endedAt: rest.startedAt + length }));
}

function cueRecords(): fc.Arbitrary<CueRecord> {
  const tallies = <Name extends string>(names: readonly Name[]) =>
    fc
      .array(fc.integer({ min: 0, max: 200 }), { minLength: names.length, maxLength: names.length })
      .map((counts) => tally(names, (_, place) => counts[place] ?? 0));
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  return fc
    .record({
      by: tallies(CARRIERS),
      why: tallies(MISS_REASONS),
      lateShare: fc.double({ min: 0, max: 1, noNaN: true }),
      latest: fc.integer({ min: 0, max: 3_600_000 }),
    })
    .map(({ by, why, lateShare, latest }) => {
      const [delivered, missed] = [sum(by), sum(why)];
      const late = Math.floor(delivered * lateShare);
      return { due: delivered + missed, played: delivered - late, late, missed, latest, by, why };
    });
}

/** What became of the cues when the page brought these and these were missed. */
export function cuesBy(
  page: number,
  missed: Partial<CueRecord['why']> = {},
  lateness: { readonly late: number; readonly latest: number } = { late: 0, latest: 0 },
): CueRecord {
  const why = { ...tally(MISS_REASONS, () => 0), ...missed };
  const lost = Object.values(why).reduce((a, b) => a + b, 0);
  const by = { ...tally(CARRIERS, () => 0), page };
  return { due: page + lost, played: page - lateness.late, missed: lost, ...lateness, by, why };
}

/** Ids as the watch makes them: a random name of ten characters and a count. */
export function anyRecordId(): fc.Arbitrary<string> {
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
    version: 1,
    id: `abcdefghjk-${number}`,
    startedAt,
    endedAt: startedAt + 642_150,
    utcOffset: 60,
    ending: 'finished',
    zones: places.map((place) => ({ ...place, plannedSeconds: 60, doneSeconds: 60 })),
    pauses: { count: 1, seconds: 7 },
    cues: cuesBy(22, {}, { late: 1, latest: 2_400 }),
  };
}

export function packed(number: number): PackedRecord {
  return packRecord(dailyRecord(number));
}

/** All that can be read of an outbox, newest first. */
export function recordsIn({ chunks }: Outbox): readonly SessionRecord[] {
  return chunks
    .flatMap(({ entries }) => entries)
    .flatMap(({ record }) => {
      const parsed = parseRecord(record);
      return parsed.ok ? [parsed.value] : [];
    })
    .reverse();
}
