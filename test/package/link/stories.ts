import fc from 'fast-check';
import { LEDGER_FILE } from '../../../core/link/ledger-file';
import { waitingRecords } from '../../../core/record/outbox';
import type { PackedRecord } from '../../../core/record/packed-record';
import { idOf, packRecord } from '../../../core/record/packed-record';
import type { SessionRecord } from '../../../core/record/record';
import { secondsDone } from '../../../core/record/record';
import { PLAN_FILE } from '../../../core/state/plan-file';
import { PREFERENCES_FILE } from '../../../core/state/preferences';
import { readStored } from '../../../core/state/stored';
import { readDeletions } from '../../../phone/deletions';
import { monthOf } from '../../../phone/month';
import { readPlan } from '../../../phone/plan-store';
import { readPreferences } from '../../../phone/preferences';
import { LEDGER_KEY } from '../../../phone/storage-keys';
import { dateAndTime } from '../../../setting/words';
import type { VirtualWatch } from '../../../virtual-watch/node';
import { records } from '../../core/record/records';
import type { Author, Beat, Cast } from './story';
import { live, stories } from './story';
import { givePlan, planOf } from './wrist';
import {
  giveIdentity,
  keepRecords,
  ledgerOn,
  makePair,
  outboxOn,
  payloadOn,
  sessionOn,
  storageOn,
} from './pair';

const WATCH = 'abcdefghjk';

/** The sessions that are stored on the watch in order, the seed of the phone's random numbers, and what happens. */
type Told = readonly [given: readonly SessionRecord[], seed: number, story: readonly Beat[]];

export function told(): fc.Arbitrary<Told> {
  return fc.tuple(records(38, WATCH), fc.integer(), stories());
}

export function tell(...[given, seed, story]: Told): void {
  const cast: Cast = { ...makePair({ seed }) };
  giveIdentity(cast.watch, { device: WATCH, count: given.length });
  givePlan(cast.watch, planOf(5));
  const witness = watchOver(cast);
  let next = 0;
  const author: Author = {
    ...witness,
    keep(count) {
      const some = given.slice(next, next + count);
      next += some.length;
      keepRecords(cast.watch, some);
      witness.noteDone(some);
    },
  };
  for (const beat of story) {
    live(cast, beat, author);
    witness.check();
  }
  live(cast, { kind: 'keep', count: 40 }, author);
  bringHome(cast, author);
  witness.check();
  const { sessions, damaged } = ledgerOn(cast.phone);
  expect(sessions.map(packRecord).sort()).toEqual(witness.expected(sessions));
  expect(waitingRecords(outboxOn(cast.watch))).toEqual([]);
  expect(damaged).toEqual([]);
  expect(witness.errors()).toEqual([]);
  expect(differences(cast)).toEqual([]);
  expectOnPage(cast, sessions);
}

interface Witness extends Omit<Author, 'keep'> {
  noteDone(records: readonly SessionRecord[]): void;
  /** Fails if anything was missing or different at any check. */
  check(): void;
  /** The packed records that the ledger has to have, of which `sessions` are those that it has. */
  expected(sessions: readonly SessionRecord[]): readonly string[];
  errors(): readonly unknown[];
}

/** Checks that everything done is waiting on the watch or in the ledger, or that its session is not over. */
function watchOver(cast: Cast): Witness {
  /** The record of every session that ever had one, packed, as it was first seen; by id. */
  const done = new Map<string, PackedRecord>();
  /** Ids of sessions that were begun on the wrist. */
  const begun = new Set<string>();
  const deleted = new Set<string>();
  /** What was still on a watch when it was put away; it may also have reached the phone. */
  const away = new Set<string>();
  const putAway: VirtualWatch[] = [];
  /** What a lost phone had and the watch still has: it has to reach the next one. */
  const owed = new Set<string>();
  const missing: unknown[] = [];
  let seen = '';

  const look = (): void => {
    const { watch, phone } = cast;
    const entries = outboxOn(watch).chunks.flatMap((chunk) => chunk.entries);
    for (const { record } of entries) if (!done.has(idOf(record))) done.set(idOf(record), record);
    const going = sessionOn(watch)?.id;
    if (going !== undefined) begun.add(going);
    const waiting = entries.flatMap(({ state, record }) => (state === 'waiting' ? [record] : []));
    const known = [...ledgerOn(phone).sessions.map(packRecord), ...waiting];
    const still = entries.map(({ record }) => idOf(record)).filter((id) => owed.has(id));
    const ids = new Set([...known.map(idOf), ...deleted, ...away, ...still]);
    const lost = [...done.keys(), ...begun].filter((id) => !ids.has(id) && id !== going);
    const changed = known.filter((record) => done.get(idOf(record)) !== record);
    if (lost.length + changed.length > 0) missing.push({ at: watch.now(), lost, changed });
  };
  const idsInLedger = (): readonly string[] => ledgerOn(cast.phone).sessions.map(({ id }) => id);

  return {
    look() {
      const { watch, phone } = cast;
      const now = `${putAway.length} ${watch.writes()} ${phone.storageWrites()}`;
      if (now === seen) return;
      seen = now;
      look();
    },
    putAway(watch) {
      look();
      putAway.push(watch);
      const onWatch = outboxOn(watch).chunks.flatMap(({ entries }) => entries);
      onWatch
        .filter(({ state, record }) => state === 'waiting' || owed.has(idOf(record)))
        .forEach(({ record }) => away.add(idOf(record)));
      const going = sessionOn(watch)?.id;
      if (going !== undefined) away.add(going);
    },
    emptyPhone() {
      look();
      const onWatch = outboxOn(cast.watch).chunks.flatMap(({ entries }) =>
        entries.map(({ record }) => idOf(record)),
      );
      onWatch.forEach((id) => owed.add(id));
      idsInLedger()
        .filter((id) => !onWatch.includes(id))
        .forEach((id) => away.add(id));
      // If the watch was not told of a deletion, it still has the session.
      deleted.forEach((id) => away.add(id));
      deleted.clear();
    },
    whileDeleting(run) {
      const before = idsInLedger();
      run();
      const after = idsInLedger();
      before.filter((id) => !after.includes(id)).forEach((id) => deleted.add(id));
    },
    noteDone(some) {
      for (const record of some) done.set(record.id, packRecord(record));
    },
    check() {
      look();
      expect(missing).toEqual([]);
    },
    expected(sessions) {
      const arrived = new Set(sessions.map(({ id }) => id));
      const isExpected = (id: string): boolean => !deleted.has(id) && (arrived.has(id) || !away.has(id));
      expect([...begun].filter((id) => !done.has(id) && !away.has(id))).toEqual([]);
      return [...done].flatMap(([id, record]) => (isExpected(id) ? [record] : [])).sort();
    },
    errors: () => [...putAway, cast.watch].flatMap((watch) => watch.errors()),
  };
}

/** Repairs everything, then does what a person does: opens the app and taps `Sync now`. */
function bringHome(cast: Cast, author: Author): void {
  live(cast, { kind: 'heal' }, author);
  const isHome = (): boolean =>
    waitingRecords(outboxOn(cast.watch)).length === 0 &&
    sessionOn(cast.watch) === undefined &&
    hasMet(cast) &&
    differences(cast).length === 0;
  // A write that is still to be torn costs one attempt.
  for (let tries = 0; tries < 3; tries += 1) {
    live(cast, { kind: 'talk', by: 'sync', cut: undefined }, author);
    if (isHome()) return;
  }
}

/** Whether the watch knows the ledger of this phone: a new one lacks what no longer waits. */
function hasMet({ watch, phone }: Cast): boolean {
  return readStored(LEDGER_FILE, payloadOn(watch, 'ledger')).value.id === phone.storage().get(LEDGER_KEY);
}

/** The values that watch and phone do not both have as last changed. */
function differences({ watch, phone }: Cast): readonly string[] {
  const storage = storageOn(phone);
  const plan = readPlan(storage);
  const own = readStored(PLAN_FILE, payloadOn(watch, 'plan')).value;
  const hasPlan = plan.state !== 'ready' || own.revision === plan.revision;
  const { values } = readStored(PREFERENCES_FILE, payloadOn(watch, 'preferences')).value;
  const hasStrength = (readPreferences(storage)['strength']?.[0] ?? values.strength) === values.strength;
  return [...(hasPlan ? [] : ['plan']), ...(hasStrength ? [] : ['strength'])];
}

function expectOnPage({ phone }: Cast, sessions: readonly SessionRecord[]): void {
  // For some sessions more is shown.
  const texts = phone
    .settingsPage()
    .texts()
    .filter((text) => !TOLD_OF_SOME.includes(text));
  expect(texts).toContain(
    sessions.length === 0 && readDeletions(storageOn(phone)).size === 0
      ? 'No session has arrived yet.'
      : `On this phone: ${sessions.length}`,
  );
  const listed = newestOf(sessions);
  const at = texts.indexOf('Last sessions:') + 1;
  expect(texts.slice(at, at + 3 * listed.length)).toEqual(
    listed.flatMap(({ startedAt, utcOffset, zones }) => [
      dateAndTime(startedAt, utcOffset),
      expect.stringContaining(lengthOf(secondsDone({ zones }))) as unknown,
      'Delete',
    ]),
  );
}

const TOLD_OF_SOME = ['The watch felt no wrist for a while.', 'Not all questions were answered before it.'];

/** The newest three, as far as they are in the two newest months: today reads no more. */
function newestOf(sessions: readonly SessionRecord[]): readonly SessionRecord[] {
  const months = [...new Set(sessions.map(monthOf))].sort().reverse().slice(0, 2);
  return months
    .flatMap((month) => sessions.filter((session) => monthOf(session) === month))
    .slice(0, 3)
    .sort((a, b) => b.startedAt - a.startedAt);
}

function lengthOf(seconds: number): string {
  return seconds % 60 === 0 && seconds > 0 ? `${seconds / 60} min of ` : `${seconds % 60} s of `;
}
