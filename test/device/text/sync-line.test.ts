import type { Entry } from '../../../core/record/outbox';
import { syncLine } from '../../../device/text/sync-line';
import type { SyncState } from '../../../device/sync/exchanges';
import { packed } from '../../core/record/records';
import { textIn } from '../../page/translations';

const rest: SyncState = { waiting: 0, refused: [], now: 'resting' };
const TIME = { last: { kind: 'today', hour: 8, minute: 14 }, formats: { hours: 24, date: 'ymd' } } as const;

const taken: Entry = { state: 'recordIdTaken', record: packed(1) };
const newer: Entry = { state: 'recordVersion', record: packed(2) };

const lines: readonly (readonly [state: Partial<SyncState>, words: string])[] = [
  [{}, 'Sessions to send: 0\nLast sync: 08:14'],
  [{ waiting: 2 }, 'Sessions to send: 2\nLast sync: 08:14'],
  [{ refused: [taken] }, '1 refused by the phone\nLast sync: 08:14'],
  [{ refused: [newer] }, '1 refused: update Legato on the phone'],
  [{ refused: [taken], waiting: 2 }, '1 refused by the phone\nSessions to send: 2'],
  [{ now: 'running' }, 'Syncing…'],
  [{ now: 'running', waiting: 22 }, 'Syncing…\nSessions to send: 22'],
  [{ now: 'done' }, 'Done: all is on the phone.'],
  [{ now: 'done', refused: [taken] }, '1 refused by the phone'],
  [{ now: 'done', refused: [taken, newer] }, '2 refused: update Legato on the phone for 1'],
  [{ now: 'done', refused: [newer, newer] }, '2 refused: update Legato on the phone'],
  [{ refused: [taken, taken, newer] }, '3 refused: update Legato on the phone for 1'],
  [{ now: 'watchUnreadable' }, 'The watch failed to read all its sessions.'],
  [{ now: 'planUnusable', refused: [taken] }, 'To use the new plan, update Legato here.'],
  [{ now: 'watchStorage', waiting: 2 }, 'The watch failed to save it.'],
  [{ now: 'phoneNotReachable', waiting: 2 }, 'Phone out of reach\nSessions to send: 2'],
  [{ now: 'appNotRunning' }, 'Zepp app is closed'],
];

test.each(lines)('with %j it reads "%s"', (state, words) => {
  expect(syncLine(textIn('en-US'), { ...rest, ...state }, TIME)).toBe(words);
});

test('without a time it shows what waits, and never invents a time', () => {
  const english = textIn('en-US');
  expect(syncLine(english, { ...rest, waiting: 2 })).toBe('Sessions to send: 2');
  expect(syncLine(english, rest, { formats: TIME.formats })).toBe('Sessions to send: 0\nLast sync: never');
});

test('on a watch without sessions it does not say that everything is on the phone', () => {
  const words = syncLine(textIn('en-US'), { ...rest, now: 'done' }, { formats: TIME.formats, isNew: true });
  expect(words).toBe('Done: nothing to send yet.');
});
