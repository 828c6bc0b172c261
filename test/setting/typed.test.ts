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
    '2026年3月5号',
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

test.each([
  ['', 0],
  [' 5 ', 5],
  ['１２', 12],
  ['5 min', 5],
  ['5 Minutes', 5],
  ['５分钟', 5],
  ['5.5', undefined],
  ['-5', undefined],
  ['5 km', undefined],
  ['5 h', undefined],
  ['12345', undefined],
])('%j are %j minutes', (text, minutes) => {
  expect(typedMinutes(text)).toBe(minutes);
});

const TIMES: readonly (readonly [minute: number | undefined, texts: readonly string[]])[] = [
  [494, ['8:14', '08:14', '８：１４', '8.14', '8h14', '8:14 am', '8点14分', '早上8点14']],
  [1230, ['20:30', '8:30 pm', '8.30 p.m.', '8:30PM', '晚上8点半', '晚上 8：30', '20点半']],
  [480, ['8', '8 am', '上午8点', '８时']],
  [485, ['8点5分', '8点05']],
  [undefined, ['', '24:00', '8:60', '814', '8:5', 'half past', '12 am', '12:30 pm', '晚上12点', '下午20点']],
];

test.each(TIMES)('typed times are minute %j of the day', (minute, texts) => {
  expect(texts.map(typedTime)).toEqual(texts.map(() => minute));
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
