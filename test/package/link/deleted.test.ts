import type { SessionRecord } from '../../../core/record/record';
import { HOUR, MINUTE, SECOND } from '../../../core/time';
import { dailyRecord } from '../../core/record/records';
import type { Pair } from './pair';
import { giveIdentity, keepRecords, loadPackage, makePair, open, syncNow } from './pair';

beforeAll(loadPackage);

test('a session that was deleted on the phone counts no more as done on the card', () => {
  const both = makePair();
  giveIdentity(both.watch, { device: 'abcdefghjk', count: 2 });
  // The virtual watch begins at this time.
  const now = Date.UTC(2026, 0, 5, 8);
  const ago = (number: number, length: number): SessionRecord => {
    const record = dailyRecord(number);
    const startedAt = now - length;
    return { ...record, startedAt, endedAt: startedAt + 642_150, utcOffset: 0 };
  };
  keepRecords(both.watch, [ago(0, 72 * HOUR), ago(1, 30 * MINUTE)]);
  both.watch.addCard();
  open(both);
  syncNow(both);
  both.watch.advance(SECOND);
  expect(onCard(both)).toEqual(['Left leg: done', 'Right leg: done', 'Start']);
  both.phone.settingsPage().tap('Delete');
  both.phone.settingsPage().tap('Delete for good');
  both.watch.openApp();
  both.watch.advance(SECOND);
  syncNow(both);
  both.watch.advance(SECOND);
  expect(onCard(both)).toEqual(['Left leg: not yet', 'Right leg: not yet', 'Start']);
});

function onCard({ watch }: Pair): readonly string[] {
  watch.crash();
  watch.wake();
  watch.swipe('right');
  return watch.texts();
}
