import type { VirtualPhone } from '../../../virtual-watch/node';
import { dailyRecord, packed } from '../../core/record/records';
import type { Pair } from '../../package/link/pair';
import {
  keepRecords,
  loadPackage,
  makePair,
  open,
  syncNow,
  syncWords,
  waitForTalk,
  write,
} from '../../package/link/pair';
import { TWO_ZONES_A_LEG } from '../../core/plans';

beforeAll(loadPackage);

const WAYS = ['throws', 'silent'] as const;
const STORAGE_FAILED = 'The storage of the Zepp app failed. Make room on the phone and sync again.';

function pairWith(count: number): Pair {
  const both = makePair();
  keepRecords(
    both.watch,
    Array.from({ length: count }, (_, at) => dailyRecord(at + 1)),
  );
  return both;
}

/** All texts on Legato's page in the Zepp app. */
const page = (phone: VirtualPhone): string => phone.settingsPage().texts().join(' | ');

describe('what the phone’s page says about an exchange', () => {
  test.each(WAYS)('a session that could not be stored (%s) is reported there until it is stored', (how) => {
    const both = pairWith(1);
    const { watch, phone } = both;
    expect(page(phone)).toContain('No watch has been in touch yet.');
    watch.openApp();
    watch.advanceUntil(() => phone.storage().has('exchange'));
    phone.failStorage(1, how);
    waitForTalk(watch);
    expect(syncWords(watch)).toBe('The phone failed to save it.');
    expect(page(phone)).toContain(STORAGE_FAILED);
    expect(page(phone)).toContain('Still waiting on it: 1');
    syncNow(both);
    expect(page(phone)).not.toContain(STORAGE_FAILED);
    expect(page(phone)).toContain('Nothing is waiting on it.');
    expect(watch.errors()).toEqual([]);
  });

  test('records that it refuses are reported on both screens', () => {
    const both = makePair();
    const entries = [packed(1), '1 abcdefghjk-8 rubbish', packed(3).replace(/^2/, '3')];
    const payload = JSON.stringify({ version: 1, entries: entries.map((record) => ['waiting', record]) });
    write(both.watch, 'outbox/outbox-1', payload);
    open(both);
    syncNow(both);
    expect(syncWords(both.watch)).toBe('2 refused: update Legato on the phone for 1');
    expect(page(both.phone)).toContain('1 from a newer Legato. Update Legato on the phone and sync again.');
    expect(page(both.phone)).toContain('Not readable when last seen, and kept on the watch: 1.');
    expect(page(both.phone)).not.toContain('Nothing is waiting on it.');
  });

  test('a plan is on its way until the watch says that it uses it', () => {
    const both = makePair();
    both.phone
      .settingsPage()
      .type('Paste a plan', JSON.stringify({ ...TWO_ZONES_A_LEG, legs: TWO_ZONES_A_LEG.legs.slice(0, 1) }));
    expect(page(both.phone)).toContain('The watch takes it over at the next sync.');
    both.watch.failWrites(100_000);
    open(both);
    expect(both.watch.texts()).toContain('10 min');
    expect(page(both.phone)).toContain('Sent to the watch, not confirmed yet.');
    both.watch.failWrites(0);
    syncNow(both);
    expect(both.watch.texts()).toContain('2 min');
    syncNow(both);
    expect(page(both.phone)).toContain('The watch has taken it over.');
  });

  test('mistakes in a plan are explained in Chinese on a Chinese phone', () => {
    const { phone } = makePair({ language: 'zh-CN' });
    phone
      .settingsPage()
      .type('粘贴方案', JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: -5, legs: [] }));
    expect(page(phone)).toContain('prepareSeconds 的值是 -5：请填写 0 到 120 的整数秒。');
    expect(page(phone)).toContain('方案没有任何区域');
  });
});

const deeds: readonly (readonly [
  what: string,
  prepare: readonly string[],
  deed: string,
  sentence: string,
])[] = [
  ['Delete', [], 'Delete', 'Nothing was changed'],
  ['Keep', ['Delete'], 'Keep', 'Nothing was changed'],
  ['Yes, delete', ['Delete'], 'Yes, delete', 'The session was not deleted'],
  ['a plan', [], JSON.stringify(TWO_ZONES_A_LEG), 'The text could not be stored'],
  ['a text that is no plan', [], '{', 'The text could not be stored'],
];
const cases = deeds.flatMap((row) => WAYS.map((how) => [row[0], how, ...row.slice(1)] as const));

describe('a button of the page whose storage fails', () => {
  test.each(cases)('%s (%s): the page says so, nothing is thrown, and it works the next time', (...row) => {
    const [what, how, prepare, deed, sentence] = row as unknown as [
      string,
      (typeof WAYS)[number],
      string[],
      string,
      string,
    ];
    const both = pairWith(2);
    open(both);
    const settings = both.phone.settingsPage();
    const doIt = (): void => {
      if (what.startsWith('a ')) settings.type('Paste a plan', deed);
      else settings.tap(deed);
    };
    prepare.forEach((label) => settings.tap(label));
    both.phone.failStorage(1, how);
    doIt();
    expect(page(both.phone)).toContain(sentence);
    expect(page(both.phone)).toContain('On this phone: 2');
    doIt();
    expect(page(both.phone)).not.toContain(sentence);
    expect(both.watch.errors()).toEqual([]);
  });

  test('if the storage refuses even the note about it, it is reported as soon as anything changes', () => {
    const both = pairWith(2);
    open(both);
    both.phone.failStorage(1_000);
    both.phone.settingsPage().tap('Delete');
    both.phone.editStorage('any', 'thing');
    expect(page(both.phone)).toContain('Nothing was changed');
    both.phone.failStorageReads(1_000);
    both.phone.settingsPage().tap('Delete');
    expect(both.watch.errors()).toEqual([]);
  });
});
