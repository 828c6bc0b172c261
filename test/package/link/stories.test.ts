import fc from 'fast-check';
import { waitingRecords } from '../../../core/outbox/outbox';
import type { PackedRecord } from '../../../core/packed-record';
import { idOf, packRecord } from '../../../core/packed-record';
import type { SessionRecord } from '../../../core/record';
import { secondsDone } from '../../../core/record';
import { dateAndTime } from '../../../setting/words';
import { records } from '../../core/records';
import { runs } from '../../runs';
import type { Beat } from './story';
import { leavesTraces, live, stories } from './story';
import type { Pair } from './pair';
import { givePlan, planOf } from './wrist';
import { giveIdentity, keepRecords, ledgerOn, loadPackage, makePair, outboxOn, sessionOn } from './pair';

beforeAll(loadPackage);

const WATCH = 'abcdefghjk';

/** Two thousand stories take minutes. */
const LONG_MS = 15 * 60_000;

test(
  'whatever happens to watch, phone and link, nothing is ever missing, and in the end each session is there once',
  () => {
    const story = fc.tuple(records(38, WATCH), fc.integer(), stories());
    fc.assert(
      fc.property(story, (told) => {
        tell(...told);
      }),
      { numRuns: runs(120, 30) },
    );
  },
  LONG_MS,
);

function tell(given: readonly SessionRecord[], seed: number, story: readonly Beat[]): void {
  const both = makePair({ seed });
  giveIdentity(both.watch, { device: WATCH, count: given.length });
  givePlan(both.watch, planOf(5));
  const witness: Witness = { done: new Map(), begun: new Set() };
  let next = 0;
  const keep = (count: number): void => {
    const some = given.slice(next, next + count);
    next += some.length;
    keepRecords(both.watch, some);
    for (const record of some) witness.done.set(record.id, packRecord(record));
  };
  for (const beat of story) {
    live(both, beat, keep);
    if (leavesTraces(beat)) look(both, witness);
  }
  live(both, { kind: 'keep', count: 40 }, keep);
  bringHome(both);
  look(both, witness);
  const { sessions, damaged } = ledgerOn(both.phone);
  expect(sessions.map(packRecord).sort()).toEqual([...witness.done.values()].sort());
  expect([...witness.begun].filter((id) => !witness.done.has(id))).toEqual([]);
  expect(waitingRecords(outboxOn(both.watch))).toEqual([]);
  expect(damaged).toEqual([]);
  expect(both.watch.errors()).toEqual([]);
  expectOnPage(both, sessions);
}

interface Witness {
  /** The record of every session that ever had one, packed, as it was first seen; by id. */
  readonly done: Map<string, PackedRecord>;
  /** Ids of sessions that were begun on the wrist. */
  readonly begun: Set<string>;
}

/** Whatever was done is waiting on the watch or in the ledger, or its session is not over; and nothing else is. */
function look({ watch, phone }: Pair, { done, begun }: Witness): void {
  const entries = outboxOn(watch).chunks.flatMap((chunk) => chunk.entries);
  for (const { record } of entries) if (!done.has(idOf(record))) done.set(idOf(record), record);
  const going = sessionOn(watch)?.id;
  if (going !== undefined) begun.add(going);
  const waiting = entries.flatMap(({ state, record }) => (state === 'waiting' ? [record] : []));
  const known = [...ledgerOn(phone).sessions.map(packRecord), ...waiting];
  const ids = new Set(known.map(idOf));
  const lost = [...done.keys(), ...begun].filter((id) => !ids.has(id) && id !== going);
  expect({ lost, changed: known.filter((record) => done.get(idOf(record)) !== record) }).toEqual({
    lost: [],
    changed: [],
  });
}

/** Makes everything good, and does what a person does then: opens the app and taps `Sync now`. */
function bringHome(both: Pair): void {
  live(both, { kind: 'heal' }, () => undefined);
  const isHome = (): boolean =>
    waitingRecords(outboxOn(both.watch)).length === 0 && sessionOn(both.watch) === undefined;
  // A write that is still to be torn costs a try.
  for (let tries = 0; tries < 3; tries += 1) {
    live(both, { kind: 'talk', by: 'sync', cut: undefined }, () => undefined);
    if (isHome()) return;
  }
}

function expectOnPage({ phone }: Pair, sessions: readonly SessionRecord[]): void {
  const texts = phone.settingsPage().texts();
  expect(texts).toContain(
    sessions.length === 0 ? 'No session has arrived yet.' : `On this phone: ${sessions.length}`,
  );
  const listed = sessions.slice(0, 10);
  const at = texts.indexOf('Sessions') + 2;
  expect(texts.slice(at, at + 3 * listed.length)).toEqual(
    listed.flatMap(({ startedAt, utcOffset, ...record }) => [
      dateAndTime(startedAt, utcOffset),
      expect.stringContaining(lengthOf(secondsDone({ startedAt, utcOffset, ...record }))) as unknown,
      'Delete',
    ]),
  );
}

function lengthOf(seconds: number): string {
  return seconds % 60 === 0 && seconds > 0 ? `${seconds / 60} min · ` : `${seconds % 60} s · `;
}
