import { SECOND } from '../../../core/time';
import { monthOf } from '../../../phone/month';
import { readPlan } from '../../../phone/plan-store';
import { readPreferences } from '../../../phone/preferences';
import { MONTH_PREFIX } from '../../../phone/storage-keys';
import { dailyRecord } from '../../core/record/records';
import type { Pair } from './pair';
import {
  giveIdentity,
  keepRecords,
  ledgerOn,
  loadPackage,
  makePair,
  open,
  reach,
  storageOn,
  syncNow,
  syncWords,
} from './pair';
import { planOf } from './wrist';

beforeAll(loadPackage);

const DONE = 'Done: all is on the phone.';
const NEW = 'Done: all that is here was sent to the phone again.';

describe('a phone that has lost everything, or a different one', () => {
  it('gets every session that the watch still has, its plan and its preferences, and the watch says so once', () => {
    const both = pairWith(70);
    const { phone } = both;
    phone.settingsPage().type('Paste a plan', JSON.stringify(planOf(7)));
    syncNow(both);
    const had = ledgerOn(phone).sessions;
    const [plan, preferences] = [readPlan(storageOn(phone)), readPreferences(storageOn(phone))];
    expect(had).toHaveLength(70);
    empty(both);
    expect(phone.settingsPage().texts()).toContain('No plan was made on this phone.');
    syncNow(both);
    expect(syncWords(both.watch)).toBe(NEW);
    expect(ledgerOn(phone).sessions).toEqual(had);
    expect(readPlan(storageOn(phone))).toEqual(plan);
    expect(readPreferences(storageOn(phone))).toEqual(preferences);
    const texts = phone.settingsPage().texts();
    expect(texts).toContain('On this phone: 70');
    expect(texts).not.toContain('The watch uses its own plan.');
    syncNow(both);
    expect(syncWords(both.watch)).toBe(DONE);
  });

  it('does not get what was deleted from the previous one, as far as the watch knows', () => {
    const both = pairWith(3);
    both.phone.settingsPage().tap('Delete');
    both.phone.settingsPage().tap('Yes, delete');
    syncNow(both);
    empty(both);
    syncNow(both);
    expect(ledgerOn(both.phone).sessions.map(({ id }) => id)).toEqual(['abcdefghjk-1', 'abcdefghjk-0']);
  });

  it('gets everything in the end if the talk is cut off, or the watch goes off, in the middle', () => {
    for (const cut of ['outOfRange', 'crash'] as const) {
      const both = pairWith(60);
      empty(both);
      both.watch.wake();
      reach(both.watch, 'Sync now');
      both.watch.advance(SECOND / 2);
      if (cut === 'crash') both.watch.crash();
      else both.phone.outOfRange();
      both.watch.advance(20 * SECOND);
      both.phone.inRange();
      open(both);
      syncNow(both);
      expect(ledgerOn(both.phone).sessions).toHaveLength(60);
    }
  });
});

describe('a month on the phone that can no longer be read', () => {
  it.each([
    ['cut off', '{"version":1,"reco'],
    ['gone', undefined],
  ])('is filled again with what the watch still has, once, and is named: %s', (_, text) => {
    const both = pairWith(70);
    syncNow(both);
    const had = ledgerOn(both.phone).sessions;
    const month = `${MONTH_PREFIX}${monthOf(dailyRecord(60))}`;
    both.phone.editStorage(month, text);
    syncNow(both);
    expect(syncWords(both.watch)).toBe(NEW);
    expect(ledgerOn(both.phone).sessions).toEqual(had);
    const texts = both.phone.settingsPage().texts();
    expect(texts).toContain('On this phone: 70');
    expect(texts).toContain('Could not be read');
    expect(texts).toContain(monthOf(dailyRecord(60)));
    syncNow(both);
    expect(syncWords(both.watch)).toBe(DONE);
  });

  it('does not bring back what was deleted from it', () => {
    const both = pairWith(3);
    syncNow(both);
    both.phone.settingsPage().tap('Delete');
    both.phone.settingsPage().tap('Yes, delete');
    syncNow(both);
    both.phone.editStorage(`${MONTH_PREFIX}${monthOf(dailyRecord(2))}`, 'garbage');
    syncNow(both);
    expect(ledgerOn(both.phone).sessions.map(({ id }) => id)).toEqual(['abcdefghjk-1', 'abcdefghjk-0']);
  });
});

describe('a plan that is changed while the start screen is open', () => {
  it('arrives a few seconds later, without a tap and without a message', () => {
    const both = pairWith(0);
    expect(both.watch.texts()).toContain('10 min');
    both.phone.settingsPage().type('Paste a plan', JSON.stringify(planOf(7)));
    both.watch.advance(5 * SECOND);
    expect(both.watch.texts()).toContain('7 s');
    expect(syncWords(both.watch)).toMatch(/^Done/);
  });

  it('is not waited for: Start begins what the screen shows', () => {
    const both = pairWith(0);
    both.phone.settingsPage().type('Paste a plan', JSON.stringify(planOf(7)));
    both.watch.tap('Start');
    both.watch.advance(SECOND);
    expect(both.watch.screen().shows).toBe('page/session/index');
  });

  it('rebuilds the page on the phone only if something is new', () => {
    const both = pairWith(0);
    const page = both.phone.settingsPage();
    const builds = page.builds;
    both.watch.wake();
    both.watch.advance(9 * SECOND);
    expect(page.builds - builds).toBeLessThanOrEqual(1);
  });
});

/** A watch with this many sessions, all on the phone, on its start screen. */
function pairWith(count: number): Pair {
  const both = makePair();
  giveIdentity(both.watch, { device: 'abcdefghjk', count });
  keepRecords(
    both.watch,
    Array.from({ length: count }, (_, at) => dailyRecord(at)),
  );
  open(both);
  return both;
}

function empty({ phone }: Pair): void {
  for (const key of phone.storage().keys()) phone.editStorage(key, undefined);
  phone.restartZeppApp();
}
