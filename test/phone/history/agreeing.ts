import type { SessionRecord } from '../../../core/record/record';
import { isDeleted, readDeletions } from '../../../phone/deletions';
import { gistOf } from '../../../phone/history/gist';
import { openLibrary } from '../../../phone/history/library';
import { readLedger } from '../../../phone/ledger';
import { monthOf } from '../../../phone/month';
import { sessionKey } from '../../../phone/session-key';
import type { MemoryStorage } from '../memory-storage';

/** A library contains what the ledger has and what was entered, without what was deleted. */
export function agree(storage: MemoryStorage, made: ReadonlyMap<string, SessionRecord> = new Map()): void {
  const deletions = readDeletions(storage);
  const all = new Map(readLedger(storage).sessions.map((each) => [sessionKey(each), each]));
  made.forEach((each, key) => {
    if (!all.has(key) && !isDeleted(deletions, each)) all.set(key, each);
  });
  const byStart = (a: { startedAt: number; id: string }, b: typeof a): number =>
    b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1);
  const sessions = [...all.values()].sort(byStart);
  const library = openLibrary(storage);
  expect(library.count()).toBe(sessions.length);
  expect(library.months).toEqual(expect.arrayContaining([...new Set(sessions.map(monthOf))]));
  library.months.forEach((month) => {
    const own = sessions.filter((session) => monthOf(session) === month);
    expect(library.sessionsOf(month)).toEqual(own);
    expect([...openLibrary(storage).gistsOf(month)].sort(byStart)).toEqual(own.map(gistOf));
  });
}
