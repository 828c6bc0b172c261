import { DELETIONS_TOLD } from '../../core/link/ledger-file';
import { watchOf } from '../../core/record/extensions';
import type { Deletions } from '../../phone/deletions';
import { deletedOf, deleteSessions, readDeletions } from '../../phone/deletions';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from './memory-storage';

const ALL = Array.from({ length: DELETIONS_TOLD + 50 }, (_, index) => dailyRecord(index));
const WATCH = watchOf(dailyRecord(0));
const idOf = ({ id }: { readonly id: string }): string => id.slice(WATCH.length + 1);

test.each([
  ['oldest first', ALL],
  ['newest first', [...ALL].reverse()],
])('of more deletions than it can hear of, a watch hears of its last sessions, deleted %s', (_, deleted) => {
  const storage = new MemoryStorage();
  deleteSessions(storage, deleted);
  expect(deletedOf(readDeletions(storage), WATCH)).toEqual(ALL.slice(50).map(idOf));
});

test('a deletion whose hour was not stored counts from the beginning of its month', () => {
  const { id, startedAt } = dailyRecord(0);
  const month = new Date(startedAt).toISOString().slice(0, 7);
  const list: Deletions = new Map([
    [id, [id, month, startedAt]],
    [`${WATCH}-9`, [`${WATCH}-9`, month]],
  ]);
  expect(deletedOf(list, WATCH)).toEqual(['9', idOf({ id })]);
});
