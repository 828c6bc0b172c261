import { dayFrom } from '../../core/calendar/day';
import { QUESTION_WORDS, SIGN_WORDS, STOP_WORDS, THICKER } from '../../core/care/words';
import { answerNo, answerYes, putVein } from '../../phone/care/choices';
import { lockedLegs, locksIn } from '../../core/care/locks';
import { liftLock, lockLegs, readSaid } from '../../phone/care/said';
import { beginWeek, deleteDay, keepEvening, putGirth, skipEvening } from '../../phone/diary/change';
import { putExcuses } from '../../phone/history/excuses';
import { putRecords } from '../../phone/ledger';
import { putCountry } from '../../phone/preferences';
import { tellDiary } from '../../phone/reminders/diary';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';
import { readTranslations } from './translations';

const HOUR = 3_600_000;
const FIRST = dayFrom('2026-03-06') ?? NaN;
const TODAY = FIRST + 24;
const LANGUAGES = ['en-US', 'zh-CN'] as const;
const at = (day: number) => ({ now: (day * 24 + 6) * HOUR, offsetAt: () => 60 });
const pageOn = (storage: MemoryStorage, translate = ENGLISH.translate): OpenedPage =>
  new OpenedPage(storage, () => (TODAY * 24 + 20) * HOUR, { ...ENGLISH, translate });

/** A phone that holds all there is of care. */
function full(): MemoryStorage {
  const storage = new MemoryStorage();
  const extensions = { stop: 'hurts', sign: 'left', withheld: 'right', asked: 'no' };
  putRecords(
    storage,
    Array.from({ length: 20 }, (_, day) => dailyRecord(day))
      .filter((_, day) => day < 5 || day > 12)
      .map((record, row) => (row === 3 ? { ...record, version: 2, ending: 'stopped', extensions } : record)),
  );
  lockLegs(storage, ['left'], { by: 'hand' }, at(FIRST + 5), () => 0.3);
  const [lock] = locksIn(readSaid(storage));
  expect(liftLock(storage, lock?.id ?? '', FIRST + 11, at(FIRST + 12), () => 0.7).ok).toBe(true);
  answerYes(storage, 'skin', 'right', at(FIRST + 15), () => 0.1);
  answerNo(storage, 'clot');
  putVein(storage, 'left', 'calf', true);
  putCountry(storage, 'JP');
  putExcuses(
    storage,
    new Map([
      [FIRST + 2, { kind: 'withheld', reason: 'calf swollen' }],
      [FIRST + 18, { kind: 'withheld', reason: 'calf swollen' }],
      [FIRST + 8, { kind: 'excused', reason: 'at sea' }],
    ]),
  );
  beginWeek(storage, FIRST + 14);
  keepEvening(storage, { day: FIRST + 14, how: 'alike', ratings: [9, 8, 7, 6, 5] }, FIRST + 14);
  putGirth(storage, FIRST + 14, { left: '36.5', right: '37' });
  skipEvening(storage, FIRST + 15);
  deleteDay(storage, FIRST + 16);
  tellDiary(storage, FIRST + 14, FIRST + 17);
  return storage;
}

/** Everything that the page says of care, besides the card that is about nothing else. */
const CARE_TEXTS = [
  ...Object.values({ ...QUESTION_WORDS, ...SIGN_WORDS, ...STOP_WORDS }),
  ...[THICKER, 'Withheld', 'Stopped: it hurt', 'Stopped: a sign', 'The sign was touched'],
  ...['Left out, as it is locked', 'Not all questions were answered before it.', 'Heavy', 'Calf girth'],
  ...['Legs that were locked', 'Sessions that were stopped', 'You locked it yourself.'],
  ...['Diary, 0 to 10, middle evening and range', 'calf swollen'],
];
const CARE_DATA =
  /withheld|stop"|hurts|"sign|touched|asked|lock|Answer|vein|country|diaryDays|swollen|girth|alike|skipped|[^\w]ask\./i;

function copied(page: OpenedPage): string {
  const field = page.nodes().find((node) => node.kind === 'field' && node.rows === 8);
  return field?.kind === 'field' ? field.value : '';
}

const careIn = (text: string, translate: (text: string) => string): readonly string[] =>
  CARE_TEXTS.map(translate).filter((each) => text.toLowerCase().includes(each.toLowerCase()));

describe.each(LANGUAGES)('with care left out, in %s, nothing of it is', (language) => {
  const words = readTranslations(language);
  const translate = (text: string): string => words.get(text) ?? text;

  test('in the report', () => {
    const page = pageOn(full(), translate);
    page.view({ open: 'out', out: 'report' });
    expect(careIn(copied(page), translate).length).toBeGreaterThan(5);
    page.view({ 'care.report': 'off' });
    expect(careIn(copied(page), translate)).toEqual([]);
  });

  test.each([
    { open: 'history', month: '2026-03', day: '2026-03-09', list: 'all' },
    { open: 'history', month: '2026-03', day: '2026-03-20', list: 'all' },
    { open: 'today' },
    { open: 'mend' },
  ])('in what the page shows of the past: %j', (view) => {
    const page = pageOn(full(), translate);
    // Buttons, and when not to massage, are there for everybody.
    const nobody = pageOn(new MemoryStorage(), translate);
    nobody.view(view);
    const always = nobody.texts();
    const shown = (): readonly string[] =>
      careIn(
        page
          .texts()
          .filter((each) => !always.includes(each))
          .join('\n'),
        translate,
      );
    expect(shown()).not.toEqual([]);
    page.view({ 'care.history': 'off' });
    expect(shown()).toEqual([]);
  });

  test.each(['session', 'zone', 'diary', 'locks', 'answers'])('in the table, rows: %s', (rows) => {
    const page = pageOn(full(), translate);
    page.view({ open: 'out', out: 'csv', 'csv.rows': rows, 'care.csv': 'off' });
    expect(copied(page)).toContain('2026-03-06');
    expect(copied(page)).not.toMatch(CARE_DATA);
  });

  test('in the backup', () => {
    const page = pageOn(full(), translate);
    page.view({ open: 'out', out: 'json' });
    expect(copied(page)).toMatch(CARE_DATA);
    page.view({ 'care.json': 'off' });
    expect(copied(page)).not.toMatch(CARE_DATA);
    expect(copied(page)).toContain('"diary":null,"said":null');
  });
});

describe('where care is not left out, the answers are told', () => {
  const ANSWERS = [
    'A blood clot in a leg, ever? No',
    'A leg that feels little, or an open sore? Yes, 2026-03-21',
  ];

  test('in the report', () => {
    const page = pageOn(full());
    page.view({ open: 'out', out: 'report' });
    ANSWERS.forEach((each) => expect(copied(page)).toContain(`  ${each}`));
  });

  test('in the history', () => {
    const page = pageOn(full());
    page.view({ open: 'history' });
    expect(page.texts()).toEqual(expect.arrayContaining(ANSWERS));
  });
});

test('the table of answers has the day of a yes', () => {
  const page = pageOn(full());
  page.view({ open: 'out', out: 'csv', 'csv.rows': 'locks', 'csv.mark': 'off' });
  page.press('Rows: one a lock');
  expect(copied(page)).toBe('question,answer,day\r\nclot,no,\r\nskin,yes,2026-03-21\r\n');
});

test('the table of zones has the columns of care that the table of sessions has', () => {
  const page = pageOn(full());
  page.view({ open: 'out', out: 'csv', 'csv.rows': 'zone' });
  expect(copied(page)).toContain(',sign touched,stopped for,withheld,asked\r\n');
  expect(copied(page)).toContain(',left,hurts,right,no\r\n');
});

describe('with care left out, a withheld day', () => {
  const english = (view: Readonly<Record<string, string>>, storage = full()): OpenedPage => {
    const page = pageOn(storage);
    page.view(view);
    return page;
  };
  const linesOf = (page: OpenedPage, word: RegExp): readonly string[] =>
    copied(page)
      .split('\n')
      .filter((each) => word.test(each));

  test('counts as excused in the report, and the days done and planned stay as they are', () => {
    const told = english({ open: 'out', out: 'report' });
    const hushed = english({ open: 'out', out: 'report', 'care.report': 'off' });
    expect(linesOf(hushed, /Days done/)).toEqual(linesOf(told, /Days done/));
    expect(linesOf(told, /Withheld: /)).toEqual(['  Withheld: 7 · Excused: 0', '  Withheld: 6 · Excused: 1']);
    expect(linesOf(hushed, /Excused: \d/)).toEqual(['  Excused: 7', '  Excused: 7']);
  });

  test('is listed in the report as excused, without a reason', () => {
    const storage = full();
    putExcuses(storage, new Map([[FIRST + 7, { kind: 'withheld', reason: 'calf swollen' }]]));
    const hushed = english({ open: 'out', out: 'report', 'care.report': 'off' }, storage);
    expect(linesOf(hushed, /^ {2}2026-.*Excused/)).toEqual([
      '  2026-03-13 Excused',
      '  2026-03-14 Excused: at sea',
    ]);
  });

  test('is not missed on a phone that brings in the backup', () => {
    const other = new OpenedPage(new MemoryStorage(), () => (TODAY * 24 + 20) * HOUR);
    other.view({ open: 'out' });
    other.type('Paste a backup', copied(english({ open: 'out', out: 'json', 'care.json': 'off' })));
    other.press('Bring it in');
    other.view({ open: 'out', out: 'report' });
    const told = english({ open: 'out', out: 'report' });
    expect(linesOf(other, /Days done of/)).toEqual(linesOf(told, /Days done of/));
    expect(linesOf(other, /Withheld: /)).toEqual(Array(2).fill('  Withheld: 0 · Excused: 7'));
    expect(linesOf(other, /2026-03-(11|14|27)/)).toEqual([
      '  2026-03-11 Left leg: Excused',
      '  2026-03-14 Excused: at sea',
      '  2026-03-27 Right leg: Excused',
    ]);
  });

  test('lifts no lock on a phone that brings in the backup without care', () => {
    const storage = full();
    const backup = copied(english({ open: 'out', out: 'json', 'care.json': 'off' }));
    const before = lockedLegs(readSaid(storage));
    const page = pageOn(storage);
    page.view({ open: 'out' });
    page.type('Paste a backup', backup);
    if (page.texts().includes('Bring it in')) page.press('Bring it in');
    expect([before, lockedLegs(readSaid(storage))]).toEqual([['right'], ['right']]);
  });
});
