import type { Day } from '../../../core/calendar/day';
import { DAY_END, dayAt } from '../../../core/calendar/day';
import type { Decision } from '../../../core/reminder/decide';
import type { DiaryDays } from '../../../core/reminder/diary';
import { diaryFrom, NO_DIARY } from '../../../core/reminder/diary';
import { NEW_REMINDER } from '../../../core/reminder/reminder';
import {
  adoptReminders,
  diaryDaysIn,
  NO_REMINDERS,
  remindersOf,
  setDiaryDays,
  setReminder,
} from '../../../core/reminder/reminders-file';
import { textOf } from '../../../core/reminder/says';
import type { ReminderSheet } from '../../../core/reminder/sheet';
import { sheetFrom } from '../../../core/reminder/sheet';
import { bytesSum } from '../../../core/session/mark';
import { shortBytes } from '../../../core/ascii';
import { HOUR } from '../../../core/time';

const SHOWER = setReminder(NO_REMINDERS, 1, { ...NEW_REMINDER, words: 'After the shower' });
const MIDNIGHT = Date.UTC(2026, 2, 10);
const at = (hour: number) => ({ now: MIDNIGHT + hour * HOUR, utcOffset: 0, dayEnd: DAY_END });
const TODAY = dayAt(at(12));

const sheet = (diary: DiaryDays): ReminderSheet => ({
  reminders: remindersOf(SHOWER),
  delayed: { 1: undefined, 2: undefined, 3: undefined },
  ...{ excused: [], dayEnd: DAY_END, planned: ['left'], locked: [], done: { day: 0, legs: [] } },
  words: { left: 'The left leg', right: 'The right leg', start: '', later: '', diary: 'the diary asks' },
  diary,
  alarms: [],
});

const MOMENT = { act: 'ring', says: 'moment', then: undefined } as const satisfies Decision;
const OTHER_LEG = {
  act: 'ring',
  says: 'otherLeg',
  leg: 'right',
  then: undefined,
} as const satisfies Decision;

const from = (first: Day): DiaryDays => [first, first + 6];

test.each([
  ['before the evening', MOMENT, 16.9, from(TODAY), 'After the shower'],
  ['in the evening', MOMENT, 17, from(TODAY), 'After the shower · the diary asks'],
  ['of the other leg', OTHER_LEG, 20, from(TODAY), 'The right leg · the diary asks'],
  [
    'after midnight, on the last evening of the week',
    MOMENT,
    27,
    from(TODAY - 6),
    'After the shower · the diary asks',
  ],
  ['on the evening after the week', MOMENT, 20, from(TODAY - 7), 'After the shower'],
  ['on an evening that is settled', MOMENT, 20, from(TODAY + 1), 'After the shower'],
  ['without a diary week', OTHER_LEG, 20, NO_DIARY, 'The right leg'],
  ['at a place without a reminder', MOMENT, 12, NO_DIARY, ''],
] as const)('a notification %s', (name, decision, hour, diary, text) => {
  const place = name.includes('without a reminder') ? 2 : 1;
  const outcome = { decision, day: dayAt(at(hour)), next: 'none', isAstray: false } as const;
  expect(textOf(outcome, place, sheet(diary), at(hour))).toBe(text);
});

test('the evenings of a diary week reach a watch as reminders do, and what is no such text is none', () => {
  const told = setDiaryDays(SHOWER, from(TODAY));
  expect(diaryDaysIn(adoptReminders(NO_REMINDERS, told.shared))).toEqual(from(TODAY));
  expect([undefined, {}, [1], [1, 'x'], [-1, 2]].map(diaryFrom)).toEqual([1, 2, 3, 4, 5].map(() => NO_DIARY));
});

test('a sheet of an older Legato asks for no diary', () => {
  const hours = [20 * 60, 0, 0, []];
  const flat = [1, 4, 'lr', '', 20_000, '', ...hours, ['l', 'r', 'start', 'later'], [], [[], [], []]];
  const json = JSON.stringify(flat);
  expect(sheetFrom(shortBytes(`${bytesSum(shortBytes(json))} ${json}`))).toMatchObject({ diary: NO_DIARY });
});
