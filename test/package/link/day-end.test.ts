import type { SessionRecord } from '../../../core/record/record';
import { HOUR, SECOND } from '../../../core/time';
import { readHistorySettings } from '../../../phone/history/history-settings';
import { dayOfPhone } from '../../../phone/history/overview';
import { dailyRecord } from '../../core/record/records';
import type { Pair } from './pair';
import {
  allTexts,
  giveIdentity,
  keepRecords,
  loadPackage,
  makePair,
  open,
  reach,
  storageOn,
  syncNow,
} from './pair';

beforeAll(loadPackage);

/** Midnight before the virtual watch begins, at eight. */
const MIDNIGHT = Date.UTC(2026, 0, 5);

function pairWith(startedAt: number): Pair {
  const record: SessionRecord = {
    ...dailyRecord(0),
    ...{ startedAt, endedAt: startedAt + 642_150, utcOffset: 0 },
  };
  const both = makePair();
  giveIdentity(both.watch, { device: 'abcdefghjk', count: 1 });
  keepRecords(both.watch, [record]);
  both.watch.addCard();
  open(both);
  syncNow(both);
  both.watch.crash();
  return both;
}

/** How many days ago the session was, by the rule of the phone. */
function onPhone({ phone }: Pair, startedAt: number): number {
  const clock = { now: MIDNIGHT + 8 * HOUR, offsetAt: () => 0 };
  const settings = readHistorySettings(storageOn(phone));
  return dayOfPhone(clock.now, { clock, settings }) - dayOfPhone(startedAt, { clock, settings });
}

/** What the watch says of it: on the start screen, for the last 14 days, and on the card. */
function onWatch({ watch }: Pair): readonly string[] {
  const [last = ''] = /Last: \w+/.exec(allTexts(watch)) ?? [];
  reach(watch, 'Last 14 days');
  const [days = ''] = /This week: done \d of \d/.exec(allTexts(watch)) ?? [];
  watch.crash();
  watch.wake();
  watch.swipe('right');
  return [last, days, ...watch.texts().slice(0, 1)];
}

const EXPECTED = [
  ['Last: today', 'This week: done 1 of 1', 'Done today'],
  ['Last: yesterday', 'This week: done 1 of 1', 'Left leg: not yet'],
] as const;

test.each([1, 3, 5, 7, -19])(
  'a session at %i h belongs to the same day on watch and phone, whenever the day ends',
  (hour) => {
    const startedAt = MIDNIGHT + hour * HOUR;
    const both = pairWith(startedAt);
    for (const dayEnd of [0, 6, 2, 4]) {
      const page = both.phone.settingsPage();
      if (!page.texts().some((text) => text.includes('06:00'))) page.tap('Days and weeks');
      page.tap(`0${dayEnd}:00`);
      open(both);
      both.watch.advance(5 * SECOND);
      const ago = onPhone(both, startedAt);
      const told = onWatch(both);
      if (ago > 1) expect(told).toEqual(['Last: 01', 'This week: done 1 of 2', 'Left leg: not yet']);
      else expect([dayEnd, ...told]).toEqual([dayEnd, ...(EXPECTED[ago] ?? [])]);
    }
  },
);

test('a start screen that is open counts the day anew as soon as the phone says when it ends', () => {
  const both = pairWith(MIDNIGHT + 5 * HOUR);
  open(both);
  both.watch.advance(5 * SECOND);
  expect(allTexts(both.watch)).toContain('Last: today');
  both.phone.settingsPage().tap('Days and weeks');
  both.phone.settingsPage().tap('06:00');
  both.watch.wake();
  both.watch.advance(10 * SECOND);
  expect(allTexts(both.watch)).toContain('Last: yesterday');
});
