import fc from 'fast-check';
import { LEGS } from '../../../core/body';
import { lockedLegs, newsFor } from '../../../core/care/locks';
import type { Said, Statement } from '../../../core/care/statement';
import { pack } from '../../../core/care/statement';
import { keepSaidOf, readSaid, say } from '../../../phone/care/said';
import { importNow, previewImport } from '../../../phone/out/import';
import { readPhoneState } from '../../../phone/phone-state';
import { putRecords } from '../../../phone/ledger';
import { dailyRecord } from '../../core/record/records';
import { ENGLISH, OpenedPage } from '../../setting/opened';
import { MemoryStorage } from '../memory-storage';

const HOUR = 3_600_000;
const FIRST = Math.floor(dailyRecord(0).startedAt / (24 * HOUR));
const at = (day: number): number => ((FIRST + day) * 24 + 6) * HOUR;
const clock = { now: at(40), offsetAt: () => 60 };

/** Few ids, so that a backup often has the same lock as the phone, or one that differs under the same id. */
const statement: fc.Arbitrary<Statement> = fc
  .record({ id: fc.nat(4), leg: fc.constantFrom(...LEGS), day: fc.nat(20), isLock: fc.boolean() })
  .map(({ id, leg, day, isLock }) =>
    isLock
      ? { kind: 'lock', id: `a-${String(id)}`, leg, why: 'hand', at: at(day) }
      : { kind: 'unlock', id: `b-${String(id)}`, lifts: `a-${String(id)}`, doctorOn: FIRST, at: at(day) },
  );
const statements: fc.Arbitrary<readonly Said[]> = fc
  .array(statement, { maxLength: 8 })
  .map((each) => each.map(pack));

function bringIn(storage: MemoryStorage, said: readonly Said[]): void {
  const preview = previewImport(
    storage,
    JSON.stringify({ legato: 'backup', version: 1, sessions: [], said }),
  );
  if (!preview.ok) throw new Error(preview.error);
  expect(importNow(storage, preview.value).ok).toBe(true);
}

test('after any imports every leg that was locked is locked, for each lock by itself, also one that a watch tells of later', () => {
  fc.assert(
    fc.property(statements, statements, fc.array(statements, { maxLength: 3 }), (page, watch, backups) => {
      const storage = new MemoryStorage();
      say(storage, page);
      const before = lockedLegs(readSaid(storage));
      const own = readSaid(storage);
      backups.forEach((backup) => bringIn(storage, backup));
      expect(lockedLegs(readSaid(storage))).toEqual(expect.arrayContaining([...before]));
      // Whatever a watch knows stays as it is there: no unlock of a backup reaches it.
      const sent = newsFor(watch, keepSaidOf(storage, watch, clock.now).said);
      const alone = lockedLegs([...own, ...watch]);
      expect(lockedLegs(readSaid(storage))).toEqual(expect.arrayContaining([...alone]));
      expect(sent.filter((each) => each.includes(' unlock ') && !own.includes(each))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('a lock that was lifted before the backup', () => {
  const lock: Statement = { kind: 'lock', id: 'a-1', leg: 'left', why: 'hand', at: at(5) };
  const lift: Statement = { kind: 'unlock', id: 'b-1', lifts: 'a-1', doctorOn: FIRST + 11, at: at(12) };
  const said = [pack(lock), pack(lift)];
  const records = Array.from({ length: 20 }, (_, day) => dailyRecord(day)).filter(
    (_, day) => day < 5 || day > 12,
  );
  const pageOn = (storage: MemoryStorage): OpenedPage =>
    new OpenedPage(storage, () => at(20), { ...ENGLISH, offsetAt: () => 60 });
  const field = (page: OpenedPage, view: Readonly<Record<string, string>>): string => {
    page.view({ open: 'out', ...view });
    const found = page.nodes().find((node) => node.kind === 'field' && node.rows === 8);
    return found?.kind === 'field' ? found.value : '';
  };
  const counts = (page: OpenedPage): readonly string[] =>
    field(page, { out: 'report' })
      .split('\n')
      .filter((line) => /Days done of|Withheld:|lifted/.test(line));

  function restored(): readonly [old: OpenedPage, restored: OpenedPage] {
    const storage = new MemoryStorage();
    putRecords(storage, records);
    say(storage, said);
    const [old, other] = [pageOn(storage), pageOn(new MemoryStorage())];
    const backup = field(old, { out: 'json' });
    other.view({ open: 'out' });
    other.type('Paste a backup', backup);
    expect(other.texts()).toContain('Lifted locks, for the record only: 1');
    expect(other.texts().join()).not.toContain('A backup lifts no lock');
    other.press('Bring it in');
    return [old, other];
  }

  test('tells the same of the past on the other phone, in the report and in its own backup', () => {
    const [old, other] = restored();
    expect(counts(old)).toContain('  Withheld: 8 · Excused: 0');
    expect(counts(other)).toEqual(counts(old));
    expect(field(other, { out: 'json' })).toContain(JSON.stringify(said));
    expect(lockedLegs(readSaid(other.storage))).toEqual([]);
  });

  test('does not come twice, and goes with an undo', () => {
    const [old, other] = restored();
    const backup = field(old, { out: 'json' });
    const again = previewImport(other.storage, backup);
    expect(again.ok && again.value.lifted).toEqual([]);
    other.press('Undo');
    expect(readPhoneState(other.storage, clock).everSaid).toEqual([]);
  });

  test('holds as soon as a watch tells of it', () => {
    const [, { storage }] = restored();
    keepSaidOf(storage, [pack(lock)], clock.now);
    const state = readPhoneState(storage, clock);
    expect(lockedLegs(state.said)).toEqual(['left']);
    expect(state.everSaid).toEqual([pack(lock)]);
  });

  test('is not lifted here if it holds here, and the preview says so', () => {
    const page = pageOn(new MemoryStorage());
    say(page.storage, [pack(lock)]);
    page.view({ open: 'out' });
    page.type('Paste a backup', JSON.stringify({ legato: 'backup', version: 1, sessions: [], said }));
    expect(page.texts().join()).toContain('A backup lifts no lock');
    expect(page.texts().join()).not.toContain('Lifted locks');
    page.press('Bring it in');
    expect(lockedLegs(readSaid(page.storage))).toEqual(['left']);
    expect(readPhoneState(page.storage, clock).everSaid).toEqual([pack(lock)]);
  });
});
