import { dayText } from '../../core/calendar/day';
import { putRecords } from '../../phone/ledger';
import { typedDay, typedMinutes, typedTime } from '../../setting/typed';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';

const dayIn = (text: string): string | undefined => {
  const day = typedDay(text);
  return day === undefined ? undefined : dayText(day);
};

test.each([
  ...[
    '2026-03-05',
    ' 2026-3-5 ',
    '2026/03/05',
    '2026.3.5',
    '2026年3月5日',
    '2026 年 3 月 5',
    '２０２６－３－５',
  ],
  ...['2026–03–05', '2026／3／5'],
])('“%s” is the fifth of March 2026', (text) => {
  expect(dayIn(text)).toBe('2026-03-05');
});

test.each([
  '',
  'today',
  '5.3.2026',
  '3/5/2026',
  '26-03-05',
  '2026-13-05',
  '2026-02-30',
  '2026-3',
  '20260305',
  '2026-03-05-',
])('“%s” is no day, or not only one', (text) => {
  expect(dayIn(text)).toBeUndefined();
});

test('minutes and times may be typed in wide digits, and nothing else than a number of them', () => {
  expect(['', ' 5 ', '１２', '5.5', '-5', '5 km', '12345'].map(typedMinutes)).toEqual([
    ...[0, 5, 12, undefined, undefined, undefined, undefined],
  ]);
  expect(['8:14', '08:14', '８：１４', '8.14', '24:00', '8:60', '814', ''].map(typedTime)).toEqual([
    ...[494, 494, 494, 494, undefined, undefined, undefined, undefined],
  ]);
});

test('a session is entered with a day and minutes as a Chinese keyboard has them', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [dailyRecord(0)]);
  const page = new OpenedPage(storage, () => Date.UTC(2026, 2, 8, 11), { ...ENGLISH, offsetAt: () => 60 });
  page.press('Add or correct');
  page.type('Day of the session', '２０２６年３月７日');
  page.type('Minutes, left leg', '５');
  page.press('Add this session');
  expect(page.texts()).toContain('Sessions entered: 1');
});
