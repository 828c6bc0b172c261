import fc from 'fast-check';
import type { SessionRecord } from '../../../core/record/record';
import { deleteSessions, undelete } from '../../../phone/deletions';
import { openLibrary } from '../../../phone/history/library';
import { putMade } from '../../../phone/history/made';
import { addWithUndo, deleteWithUndo, moveWithUndo } from '../../../phone/history/mend';
import { undoLast } from '../../../phone/history/undo';
import { makeDigests, putRecords } from '../../../phone/ledger';
import { sessionKey } from '../../../phone/session-key';
import { dailyRecord, records } from '../../core/record/records';
import { runs } from '../../runs';
import type { Mood } from '../memory-storage';
import { MemoryStorage } from '../memory-storage';
import { agree } from './agreeing';

const daily = (count: number) => Array.from({ length: count }, (_, at) => dailyRecord(at));

test('a library shows what the ledger contains, whichever side wrote it, and whatever was refused or deleted', () => {
  const moods = fc.array(fc.constantFrom<Mood>('good', 'good', 'throws', 'silent'), { maxLength: 9 });
  const story = records(12).chain((all) => {
    const batch = fc.shuffledSubarray([...all]);
    const act = fc.oneof(
      fc.record({ kind: fc.constantFrom('watch' as const, 'page' as const), batch, moods }),
      fc.record({ kind: fc.constantFrom('delete' as const, 'undo' as const), batch, moods }),
      fc.record({ kind: fc.constant('digest' as const), batch, moods }),
    );
    return fc.array(act, { maxLength: 8 });
  });
  fc.assert(
    fc.property(story, (acts) => {
      const storage = new MemoryStorage();
      const made = new Map<string, SessionRecord>();
      acts.forEach(({ kind, batch, moods: next }) => {
        storage.moods = [...next];
        if (kind === 'watch') putRecords(storage, batch);
        else if (kind === 'page') {
          if (putMade(storage, batch).ok) {
            batch.forEach((each) => made.set(sessionKey(each), made.get(sessionKey(each)) ?? each));
          }
        } else if (kind === 'delete') deleteSessions(storage, batch);
        else if (kind === 'undo') undelete(storage, batch);
        else makeDigests(storage);
        storage.moods = [];
        agree(storage, made);
      });
    }),
    { numRuns: runs(1000, 100) },
  );
});

test('whatever is added, deleted, redated and undone, a month counts what it holds', () => {
  const step = fc.record({
    what: fc.constantFrom('put', 'delete', 'undo', 'add', 'move'),
    at: fc.nat(40),
    count: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const storage = new MemoryStorage();
      putRecords(storage, daily(45).slice(10));
      steps.forEach(({ what, at, count }) => {
        const some = daily(at + count).slice(at);
        const [first] = some;
        if (what === 'put') putRecords(storage, some);
        if (what === 'delete') deleteWithUndo(storage, some);
        if (what === 'undo') undoLast(storage);
        if (what === 'add') addWithUndo(storage, some);
        if (what === 'move' && first)
          moveWithUndo(storage, first, { startedAt: first.startedAt - 40 * 86_400_000, utcOffset: 60 });
        const library = openLibrary(storage);
        const counted = library.months.map((month) => openLibrary(storage).countOf(month));
        expect(counted).toEqual(library.months.map((month) => library.sessionsOf(month).length));
      });
    }),
    { numRuns: runs(1000, 150) },
  );
});
