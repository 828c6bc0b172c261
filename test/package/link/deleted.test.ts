import type { SessionRecord } from '../../../core/record/record';
import { HOUR, MINUTE, SECOND } from '../../../core/time';
import { dailyRecord } from '../../core/record/records';
import type { Pair } from './pair';
import { allTexts, giveIdentity, keepRecords, loadPackage, makePair, open, syncNow } from './pair';

beforeAll(loadPackage);

/** The virtual watch begins at this time. */
const NOW = Date.UTC(2026, 0, 5, 8);

function ago(number: number, length: number): SessionRecord {
  const startedAt = NOW - length;
  return { ...dailyRecord(number), startedAt, endedAt: startedAt + 642_150, utcOffset: 0 };
}

test('a session that was deleted on the phone counts no more as done on the card', () => {
  const both = makePair();
  giveIdentity(both.watch, { device: 'abcdefghjk', count: 2 });
  keepRecords(both.watch, [ago(0, 72 * HOUR), ago(1, 30 * MINUTE)]);
  both.watch.addCard();
  open(both);
  syncNow(both);
  both.watch.advance(SECOND);
  expect(onCard(both)).toEqual(['Done today', 'Both legs', 'Start again']);
  remove(both);
  both.watch.openApp();
  both.watch.advance(SECOND);
  syncNow(both);
  both.watch.advance(SECOND);
  expect(onCard(both)).toEqual(['Left leg: not yet', 'Right leg: not yet', 'Start']);
});

test('the last session on the start screen is the last one that was not deleted on the phone', () => {
  const both = makePair();
  giveIdentity(both.watch, { device: 'abcdefghjk', count: 2 });
  keepRecords(both.watch, [ago(0, 24 * HOUR), ago(1, 30 * MINUTE)]);
  open(both);
  syncNow(both);
  expect(lastOn(both)).toBe('Last: today');
  remove(both);
  both.watch.wake();
  both.watch.advance(10 * SECOND);
  expect(lastOn(both)).toBe('Last: yesterday');
  both.watch.crash();
  open(both);
  both.watch.advance(SECOND);
  expect(lastOn(both)).toBe('Last: yesterday');
  remove(both);
  both.watch.wake();
  both.watch.advance(10 * SECOND);
  expect(lastOn(both)).toBeUndefined();
  expect(allTexts(both.watch)).toContain('Last session: deleted');
  expect(allTexts(both.watch)).not.toContain('No session yet');
});

function remove({ phone }: Pair): void {
  phone.settingsPage().tap('Delete');
  phone.settingsPage().tap('Yes, delete');
}

function lastOn({ watch }: Pair): string | undefined {
  return /Last: \w+/.exec(allTexts(watch))?.[0];
}

function onCard({ watch }: Pair): readonly string[] {
  watch.crash();
  watch.wake();
  watch.swipe('right');
  return watch.texts();
}
