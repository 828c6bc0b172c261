import { dayFrom } from '../../core/calendar/day';
import { presetPlan } from '../../core/plan/presets';
import type { SessionRecord } from '../../core/record/record';
import { noteSighting } from '../../phone/exchange';
import { openLibrary } from '../../phone/history/library';
import { SCHEDULE } from '../../phone/history/schedule';
import { putRecords } from '../../phone/ledger';
import { keepGivenPlan, makePlan, readPlan } from '../../phone/plan-store';
import { readValue } from '../../phone/stored-text';
import { dailyRecord } from '../core/record/records';
import type { Mood } from '../phone/memory-storage';
import { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';
import { TWO_ZONES_A_LEG } from '../core/plans';

/** 2026-03-05, a Thursday, is the day of `dailyRecord(0)`, which begins at 08:14 local time, an hour ahead of UTC. */
const HOUR = 3_600_000;
const noonOf = (day: string): number => (dayFrom(day) ?? NaN) * 24 * HOUR + 11 * HOUR;
const voice = { ...ENGLISH, offsetAt: () => 60 };

function opened(records: readonly SessionRecord[], day: string): OpenedPage {
  const storage = new MemoryStorage();
  putRecords(storage, records);
  return new OpenedPage(storage, () => noonOf(day), voice);
}

const daily = (count: number): readonly SessionRecord[] =>
  Array.from({ length: count }, (_, at) => dailyRecord(at));

const only = (record: SessionRecord, leg: string): SessionRecord => ({
  ...record,
  zones: record.zones.filter((zone) => zone.leg === leg),
});

/** A session of the third day in which one leg was only begun. */
const begunOn = (leg: string): SessionRecord => ({
  ...dailyRecord(2),
  ending: 'stopped',
  zones: dailyRecord(2).zones.map((zone) => (zone.leg === leg ? { ...zone, doneSeconds: 20 } : zone)),
});

/** The state of today, which is shown below the heading whether or not the section is open. */
const state = (page: OpenedPage): string => {
  const texts = page.texts();
  return texts[texts.findIndex((text) => /^. Today$/.test(text)) + 1] ?? '';
};

describe('Today', () => {
  test('is open by default, and the rest is closed', () => {
    const page = opened(daily(3), '2026-03-07');
    const folds = page.texts().filter((text) => /^[▾▸]/.test(text));
    // Those in the section of the plan have a separate test.
    expect(folds.filter((text) => !text.includes('lan'))).toEqual([
      ...['▾ Today', '▸ History', '▸ Diary', '▸ Add or correct', '▸ Reminders', '▸ Days and weeks'],
      ...['▸ Report, backup, table', '▸ Questions, locks, veins', '▸ About Legato'],
    ]);
  });

  test.each([
    ['Done today', daily(3)],
    ['Half done: the right leg is missing', [...daily(2), only(dailyRecord(2), 'left')]],
    ['Half done: the left leg is missing', [...daily(2), only(dailyRecord(2), 'right')]],
    ['Half done: the left leg is begun, not done', [...daily(2), begunOn('left')]],
    ['Half done: the right leg is begun, not done', [...daily(2), begunOn('right')]],
    ['Not done yet', daily(2)],
    ['Not done yet', []],
    [
      'Begun, not done',
      [
        ...daily(2),
        {
          ...dailyRecord(2),
          ending: 'stopped',
          zones: dailyRecord(2).zones.map((zone) => ({ ...zone, doneSeconds: 20 })),
        },
      ],
    ],
  ])('says “%s”', (words, records) => {
    expect(state(opened(records, '2026-03-07'))).toBe(words);
  });

  test('shows the week of each leg in words, and how many days are done of how many', () => {
    const page = opened([...daily(2), only(dailyRecord(2), 'left')], '2026-03-08');
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'Left leg, days done this week: 3 of 4',
        'done: Thu, Fri, Sat · not yet: Sun',
        'Right leg, days done this week: 2 of 4',
        'done: Thu, Fri · not yet: Sun · missed: Sat',
      ]),
    );
  });

  test('a session after midnight belongs to the evening before, until the hour at which a day ends', () => {
    const late = { ...dailyRecord(2), startedAt: noonOf('2026-03-08') - 10 * HOUR };
    const page = opened([...daily(2), late], '2026-03-07');
    expect(state(page)).toBe('Done today');
    page.press('Days and weeks');
    page.press('○ 00:00');
    expect(state(new OpenedPage(page.storage, () => noonOf('2026-03-07'), voice))).toBe('Not done yet');
  });

  test('lists the last sessions, whether or not one is of today', () => {
    const page = opened(daily(3), '2026-04-20');
    const texts = page.texts();
    expect(texts.slice(texts.indexOf('Last sessions:') + 1).slice(0, 3)).toEqual([
      '2026-03-07 08:14',
      '10 min of 10 min · Session done',
      'Delete',
    ]);
    expect(texts.filter((text) => text === 'Delete')).toHaveLength(3);
  });
});

describe('History', () => {
  test('shows this week and the last 12 for each leg', () => {
    const page = opened(daily(40), '2026-04-13');
    page.press('History');
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'On this phone: 40',
        'Days done this week: 1 of 1',
        'Days done in 12 weeks: 40 of 40',
        'Minutes in 12 weeks: 200 of 200 · Habit: 88 %',
        '2026-03-02: Left leg 4 of 4, Right leg 4 of 4',
      ]),
    );
  });

  test('a session after midnight is listed under the evening before, with its date', () => {
    const startedAt = noonOf('2026-03-07') - 10 * HOUR;
    const { startedAt: before, endedAt } = dailyRecord(1);
    const late = { ...dailyRecord(1), startedAt, endedAt: startedAt + endedAt - before };
    const page = opened([dailyRecord(0), late], '2026-03-07');
    page.press('History');
    expect(page.texts()).toContain(
      'Fri 2026-03-06 · 2026-03-07 02:00, Left leg 5 min, Right leg 5 min, Session done',
    );
  });

  test('lists the days of a month, and opens one with everything known about it', () => {
    const page = opened(daily(40), '2026-04-13');
    page.press('History');
    page.press('Earlier month');
    expect(page.texts().filter((text) => /^\w{3} 2026-03/.test(text))).toHaveLength(10);
    page.press('Show more');
    expect(page.texts().filter((text) => /^\w{3} 2026-03/.test(text))).toHaveLength(27);
    page.press('Thu 2026-03-05');
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'Thu 2026-03-05 · 08:14, Left leg 5 min, Right leg 5 min, Session done',
        'Left leg: Ankle 1 min, Calf 1 min, Knee 1 min, Lower thigh 1 min, Upper thigh 1 min',
        'Pauses: 1 · 7 s · cues: 22 of 22',
        'By A watch that was not in touch lately',
      ]),
    );
    page.press('Later month');
    expect(page.texts()).toContain('Mon 2026-04-13 · 08:14, Left leg 5 min, Right leg 5 min, Session done');
  });

  test.each(['picture', 'boxes'] as const)(
    'is drawn as %s within the nodes that a page may have',
    (charts) => {
      const page = opened(daily(400), '2027-03-31');
      page.actions.mend.putSettings({ charts });
      const limit = charts === 'picture' ? 150 : 400;
      expect(page.nodes().length).toBeLessThanOrEqual(limit);
      page.press('History');
      page.press('Show more');
      const nodes = page.nodes();
      expect(nodes.length).toBeLessThanOrEqual(limit);
      const pictures = nodes.flatMap((node) => (node.kind === 'picture' ? [node.svg] : []));
      expect(pictures).toHaveLength(charts === 'picture' ? 2 : 0);
      expect(nodes.some(({ kind }) => kind === 'box')).toBe(charts === 'boxes');
      for (const svg of pictures) expect(svg.match(/<rect/g)?.length).toBeGreaterThan(40);
    },
  );
});

describe('corrections of the past', () => {
  const add = (page: OpenedPage, day: string, left: string, right: string, note = ''): void => {
    page.type('Day of the session', day);
    page.type('Minutes, left leg', left);
    page.type('Minutes, right leg', right);
    page.type('A note', note);
    page.press('Add this session');
  };
  const mending = (records: readonly SessionRecord[], day: string): OpenedPage => {
    const page = opened(records, day);
    page.press('Add or correct');
    return page;
  };
  const count = (page: OpenedPage): number => openLibrary(page.storage).count();

  test('a session added by hand counts, and is marked as such wherever it appears', () => {
    const page = mending(daily(2), '2026-03-07');
    add(page, '2026-03-07', '5', '5', '“quoted”, 中文 🦵 ‏مرحبا');
    expect(state(page)).toBe('Done today');
    expect(page.texts()).toContain('Sessions entered: 1');
    page.press('Today');
    expect(page.texts()).toContain('Entered by hand');
    page.press('History');
    page.press('Sat 2026-03-07');
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'Entered by hand',
        'Left leg: Whole leg 5 min',
        'Note: “quoted”, 中文 🦵 ‏مرحبا',
        expect.stringMatching(/^Sat 2026-03-07 · .*by hand$/),
      ]),
    );
    page.press('Undo');
    expect([state(page), count(page)]).toEqual(['Not done yet', 2]);
  });

  test.each([
    ['5.3.2026', '5', '', 'Write a day of the calendar as year, month and day'],
    ['2026-02-30', '5', '', 'Write a day of the calendar as year, month and day'],
    ['2026-03-08', '5', '', 'This day has not come yet.'],
    ['2026-03-07', '0', '', 'Write the minutes of at least one leg.'],
    ['2026-03-07', '', '', 'Write the minutes of at least one leg.'],
    ['2026-03-07', '5.5', '', 'Write minutes as a whole number'],
    ['2026-03-07', '', '121', 'A leg takes 120 minutes at most'],
    ['2026-03-06', '', '5', 'A leg is done on this day already'],
  ])('%s with %s and %s minutes is not added, and the reason is shown', (day, left, right, words) => {
    const page = mending(daily(2), '2026-03-07');
    add(page, day, left, right);
    expect(page.texts().filter((text) => text.startsWith(words))).toHaveLength(1);
    expect(count(page)).toBe(2);
  });

  test('a session that may be one of the day already is added only after a question, which names that one', () => {
    const half = {
      ...dailyRecord(1),
      zones: dailyRecord(1).zones.map((zone) => ({ ...zone, doneSeconds: 30 })),
    };
    const page = mending([dailyRecord(0), half], '2026-03-07');
    add(page, '2026-03-06', '3', '', 'as well');
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'What stands below may be the same session. Add this one as well?',
        expect.stringMatching(/^2026-\d\d-\d\d 08:14, Left leg 2 min 30 s, /),
      ]),
    );
    page.press('Do not add it');
    expect([count(page), page.texts().includes('Add this session')]).toEqual([2, true]);
    page.press('Add this session');
    page.type('Minutes, left leg', '4');
    // Something else was typed, so the question is asked anew.
    page.press('Add this session');
    page.press('Add it as well');
    expect([count(page), page.texts().includes('Sessions entered: 1')]).toEqual([3, true]);
    page.press('Undo');
    expect(count(page)).toBe(2);
  });

  test('a date at which a session would lie over another is taken only after a question, which names that one', () => {
    const page = opened(daily(2), '2026-04-13');
    page.press('History');
    page.press('Earlier month');
    page.press('Fri 2026-03-06');
    page.press('Correct its date');
    page.type('Its right day', '2026-03-05');
    page.type('Its right time', '08:20');
    page.press('Take this date');
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'At that time there already is what stands below. Take this date all the same?',
        expect.stringMatching(/^2026-\d\d-\d\d 08:14, Left leg 5 min, Right leg 5 min, Session done$/),
      ]),
    );
    page.press('Leave its date');
    expect(page.texts()).toContain('Correct its date');
    page.press('Correct its date');
    page.type('Its right day', '2026-03-05');
    page.type('Its right time', '08:20');
    page.press('Take this date');
    page.press('Take this date');
    expect(page.texts()).toContain('A session got another date.');
  });

  test('a range of days is deleted after a question, and restored by an undo', () => {
    const page = mending(daily(40), '2026-04-13');
    page.type('First day to delete', '2026-03-30');
    page.type('Last day to delete', '2026-04-03');
    page.press('Delete these days');
    expect(page.texts()).toContain('Sessions to delete: 5');
    page.press('Keep them');
    expect(count(page)).toBe(40);
    page.press('Delete these days');
    page.press('Delete them');
    expect([count(page), page.texts().includes('Sessions deleted: 5')]).toEqual([35, true]);
    // The ledger removes them when a watch sends another.
    putRecords(page.storage, [dailyRecord(40)]);
    page.press('Undo');
    expect(count(page)).toBe(41);
    expect(
      openLibrary(page.storage)
        .sessionsOf('2026-03')
        .map(({ id }) => id),
    ).toEqual([...daily(27)].reverse().map(({ id }) => id));
    expect(page.texts()).not.toContain('Undo');
  });

  test('a day with many sessions is deleted after a question, in the list by day', () => {
    const again = (at: number): SessionRecord => {
      const { startedAt, endedAt } = dailyRecord(1);
      const [start, end] = [startedAt + at * HOUR, endedAt + at * HOUR];
      return { ...dailyRecord(1), id: `abcdefghjk-9${at}`, startedAt: start, endedAt: end };
    };
    const page = opened([...daily(3), again(2), again(5)], '2026-03-07');
    page.press('History');
    page.press('Thu 2026-03-05');
    // One session has its own button.
    expect(page.texts()).not.toContain('Delete this day');
    page.press('Fri 2026-03-06');
    page.press('Delete this day');
    expect(page.texts()).toContain('Sessions to delete: 3');
    page.press('Keep them');
    page.press('Delete this day');
    // Another day is another question.
    page.press('Fri 2026-03-06');
    page.press('Fri 2026-03-06');
    expect(page.texts()).not.toContain('Delete them');
    page.press('Delete this day');
    page.press('Delete them');
    expect([count(page), page.texts().includes('Fri 2026-03-06')]).toEqual([2, false]);
    page.press('Undo');
    expect(count(page)).toBe(5);
  });

  test.each([
    ['', '', 'Write a day of the calendar as year, month and day: 2026-03-05.'],
    ['2026-03-06', '2026-03-05', 'The last day must not be before the first.'],
    ['2026-01-01', '', 'There is no session on these days.'],
  ])('from %s to %s nothing is deleted, and nothing is asked', (from, to, words) => {
    const page = mending(daily(2), '2026-03-07');
    page.type('First day to delete', from);
    page.type('Last day to delete', to);
    page.press('Delete these days');
    expect(page.texts()).toContain(words);
    expect(page.texts()).not.toContain('Delete them');
    expect(count(page)).toBe(2);
  });

  test('weekdays that are tapped for a long time, and plans, leave what was planned before as it was', () => {
    const page = mending(daily(30), '2026-05-20');
    page.view({ open: 'days' });
    page.press('Wed');
    const before = readValue(page.storage, SCHEDULE).value;
    for (let tap = 0; tap < 410; tap += 1) page.press('Wed');
    page.view({ plan: 'edit' });
    for (let tap = 0; tap < 4; tap += 1) page.press(tap % 2 === 0 ? 'Short' : 'Five minutes a leg');
    const after = readValue(page.storage, SCHEDULE).value;
    expect([after.length, after[0]]).toEqual([before.length, before[0]]);
  });

  test('a range as long as days can be written holds all sessions', () => {
    const page = mending(daily(2), '2026-03-07');
    page.type('First day to delete', '0001-01-01');
    page.type('Last day to delete', '9999-12-31');
    page.press('Delete these days');
    expect(page.texts()).toContain('Sessions to delete: 2');
  });

  test.each([
    [
      'Day of the session',
      'Add this session',
      '5 March',
      'Write a day of the calendar as year, month and day: 2026-03-05.',
    ],
    [
      'Day that was left out',
      'Excuse the day',
      '',
      'Write a day of the calendar as year, month and day: 2026-03-05.',
    ],
    ['Day of the session', 'Add this session', '1969-01-01', 'This day is too far away: check the year.'],
    ['Day that was left out', 'Excuse the day', '0206-03-05', 'This day is too far away: check the year.'],
    ['Day that was left out', 'Excuse the day', '2062-03-05', 'This day is too far away: check the year.'],
  ])('%s is refused: %s, %s', (field, button, typed, words) => {
    const page = mending(daily(2), '2026-03-08');
    page.type(field, typed);
    page.type('Minutes, left leg', '5');
    page.press(button);
    expect(page.texts()).toContain(words);
    expect(page.texts()).not.toContain('Undo');
  });

  test('the date of a session that is left as it is changes nothing', () => {
    const page = opened(daily(2), '2026-04-13');
    page.press('History');
    page.press('Earlier month');
    page.press('Fri 2026-03-06');
    page.press('Correct its date');
    page.press('Take this date');
    expect(page.texts()).toContain('Correct its date');
    expect(page.texts()).not.toContain('A session got another date.');
    expect(openLibrary(page.storage).sessionsOf('2026-03')[0]).toEqual(dailyRecord(1));
  });

  test('a day that is excused or withheld counts neither as done nor as planned', () => {
    const page = mending(daily(2), '2026-03-08');
    page.type('Day that was left out', '2026-03-07');
    page.type('Reason', '=travel, "far"');
    page.press('Excuse the day');
    page.press('Today');
    expect(page.texts()).toContain('Left leg, days done this week: 2 of 3');
    expect(page.texts()).toContain('done: Thu, Fri · not yet: Sun · excused: Sat');
    page.press('Add or correct');
    expect(page.texts()).toContain('2026-03-07 · Excused: =travel, "far"');
    page.type('Day that was left out', '2026-03-08');
    page.press('Withhold: a warning sign');
    expect(state(page)).toBe('Withheld');
    page.press('Undo');
    expect(state(page)).toBe('Not done yet');
    page.type('Day that was left out', '2026-03-07');
    page.press('Count the day again');
    page.press('Today');
    expect(page.texts()).toContain('Left leg, days done this week: 2 of 4');
  });

  test.each([
    ['1970-01', Date.UTC(1970, 0, 1, 12)],
    ['2036-01', Date.UTC(2036, 0, 1, 12)],
  ])('a session of %s, by a wrong clock, is one touch away from the others', (month, startedAt) => {
    const wrong = { ...dailyRecord(9), startedAt, endedAt: startedAt + 600_000 };
    const page = opened([wrong, ...daily(2)], '2026-04-13');
    page.press('History');
    const [there, back] =
      month < '2026' ? ['Earlier month', 'Later month'] : ['Later month', 'Earlier month'];
    const turn = (label: string): string | undefined => {
      page.press(label);
      return page.texts().find((text) => /^\d{4}-\d\d$/.test(text));
    };
    // The month before has sessions too.
    const way = month < '2026' ? [turn(there), turn(there)] : [turn(there)];
    expect(way[way.length - 1]).toBe(month);
    expect(page.texts().some((text) => text.includes(`${month}-01 ·`))).toBe(true);
    expect(turn(back)).toBe(month < '2026' ? '2026-03' : '2026-04');
    expect(month < '2026' ? turn(back) : turn(there)).toBe(month < '2026' ? '2026-04' : month);
  });

  test('a session dated by a wrong clock gets the right date, and its old one by an undo', () => {
    const page = opened(daily(2), '2026-04-13');
    page.press('History');
    page.press('Earlier month');
    page.press('Fri 2026-03-06');
    page.press('Correct its date');
    page.type('Its right day', '2026-04-30');
    page.press('Take this date');
    expect(page.texts()).toContain('This time has not come yet.');
    page.type('Its right day', '2026-04-12');
    page.type('Its right time', '21:05');
    page.press('Take this date');
    page.press('Later month');
    page.press('Sun 2026-04-12');
    expect(page.texts()).toEqual(
      expect.arrayContaining(['Dated by hand', '2026-04-12 21:05', 'On this phone: 2']),
    );
    // The watch sends the session again, as it knows it.
    putRecords(page.storage, daily(2));
    expect(count(page)).toBe(2);
    page.press('Undo');
    expect(openLibrary(page.storage).sessionsOf('2026-03')).toHaveLength(2);
  });

  test('choosing other days of the week does not change what was planned before', () => {
    const page = opened(daily(1), '2026-03-08');
    page.press('Days and weeks');
    page.press('● Thu');
    page.press('● Sun');
    page.press('Today');
    // Friday and Saturday were missed, Sunday is free now.
    expect(page.texts()).toContain('Left leg, days done this week: 1 of 3');
    expect(state(page)).toBe('Nothing is planned for today');
  });

  const deeds: readonly (readonly [
    name: string,
    prepare: (page: OpenedPage) => void,
    act: (page: OpenedPage) => void,
  ])[] = [
    ['adding', () => undefined, (page) => add(page, '2026-03-07', '5', '5')],
    [
      'deleting days',
      (page) => {
        page.type('First day to delete', '2026-03-05');
        page.press('Delete these days');
      },
      (page) => page.press('Delete them'),
    ],
    [
      'excusing',
      (page) => page.type('Day that was left out', '2026-03-07'),
      (page) => page.press('Excuse the day'),
    ],
    [
      'undoing',
      (page) => {
        page.type('First day to delete', '2026-03-05');
        page.press('Delete these days');
        page.press('Delete them');
      },
      (page) => page.press('Undo'),
    ],
  ];
  const table = deeds.flatMap((deed) =>
    (['throws', 'silent'] as const).flatMap((mood) =>
      Array.from({ length: 8 }, (_, at) => [...deed, mood, at] as const),
    ),
  );

  test.each(table)(
    '%s: if the storage refuses everything from some write on, all or nothing is stored (%s)',
    (_name, prepare, act, mood, good) => {
      const page = mending(daily(2), '2026-03-07');
      prepare(page);
      const seen = (): unknown => {
        const library = openLibrary(page.storage);
        return [library.count(), library.months.map((month) => library.sessionsOf(month)), state(page)];
      };
      const before = seen();
      const whole = new OpenedPage(page.storage.copy(), () => noonOf('2026-03-07'), voice);
      act(whole);
      page.storage.moods = Array.from({ length: good }, (): Mood => 'good');
      page.storage.mood = mood;
      act(page);
      page.storage.moods = [];
      page.storage.mood = 'good';
      const library = openLibrary(whole.storage);
      const after = [library.count(), library.months.map((month) => library.sessionsOf(month)), state(whole)];
      const now = JSON.stringify(seen());
      expect([JSON.stringify(before), JSON.stringify(after)]).toContain(now);
    },
  );
});

test.each(['picture', 'boxes'] as const)(
  'below 12 weeks as %s it is said which bar is which leg, by its place and not only by its colour',
  (charts) => {
    const FRAME = 'The frame is the days planned, the filled part those done.';
    const page = opened(daily(3), '2026-03-07');
    page.actions.mend.putSettings({ charts });
    page.press('History');
    expect(page.nodes().some(({ kind }) => kind === 'picture')).toBe(charts === 'picture');
    expect(page.texts()).toContain(
      `A week has two bars: the left leg on the left, in blue, the right leg on the right, in green. ${FRAME}`,
    );
    const oneLeg = opened([only(dailyRecord(3), 'left')], '2026-03-08');
    oneLeg.actions.mend.putSettings({ charts });
    const plan = { plan: presetPlan('oneLeg', TWO_ZONES_A_LEG), repairs: [] };
    makePlan(oneLeg.storage, plan, noonOf('2026-03-01'), 'whole');
    oneLeg.press('History');
    expect(oneLeg.texts()).toContain(`A bar is a week. ${FRAME}`);
  },
);

test.each([
  // The person's day ends at four, the day of a clock at midnight.
  ['2026-03-07', '10:00', '2026-03-07', '01:30', 'today 01:30'],
  ['2026-03-07', '02:00', '2026-03-06', '23:50', 'yesterday 23:50'],
  ['2026-03-07', '02:00', '2026-03-07', '00:10', 'today 00:10'],
  ['2026-03-07', '10:00', '2026-03-06', '01:30', 'yesterday 01:30'],
  ['2026-03-07', '10:00', '2026-03-05', '23:50', '2026-03-05 23:50'],
])('on %s at %s an exchange of %s %s was “%s”', (today, now, day, time, words) => {
  const at = (date: string, clock: string): number =>
    noonOf(date) + (Number(clock.slice(0, 2)) - 12) * HOUR + Number(clock.slice(3)) * 60_000;
  const storage = new MemoryStorage();
  noteSighting(storage, { id: 'abcdefghjk', name: 'Balance' }, at(day, time));
  const page = new OpenedPage(storage, () => at(today, now), voice);
  expect(page.texts()).toContain(`Last sync: ${words}`);
});

describe('a plan that was changed', () => {
  const oneLeg = { plan: presetPlan('oneLeg', TWO_ZONES_A_LEG), repairs: [] };
  const OLDER = 'It went by an older plan: the change had not reached the watch.';
  const changedOn = (page: OpenedPage, day: string): number => {
    makePlan(page.storage, oneLeg, noonOf(day), 'whole');
    const plan = readPlan(page.storage);
    return plan.state === 'ready' ? plan.revision : NaN;
  };
  const byPlan = (number: number, plan: string): SessionRecord => ({
    ...dailyRecord(number),
    extensions: { made: 'timed', plan },
  });

  test('does not change last week, neither in figures nor in the calendar nor in the report', () => {
    const page = opened(daily(5), '2026-03-12');
    changedOn(page, '2026-03-12');
    page.press('History');
    const told = [
      // Thursday the 5th to Monday the 9th are done. The right leg is planned no more from Thursday the 12th on.
      'Days done in 12 weeks: 5 of 8',
      'Days done in 12 weeks: 5 of 7',
      '2026-03-02: Left leg 4 of 4, Right leg 4 of 4',
      '2026-03-09: Left leg 1 of 4, Right leg 1 of 3',
      'Left leg, days done this month: 5 of 8',
      'Right leg, days done this month: 5 of 7',
    ];
    expect(page.texts().filter((text) => told.includes(text))).toEqual(told);
    const pictures = page.nodes().flatMap((node) => (node.kind === 'picture' ? [node.svg] : []));
    // A red edge is a missed leg: the 10th and the 11th of each, and none of the free leg.
    expect(pictures[1]?.match(/stroke="#a40e26"/g)).toHaveLength(4);
    page.press('Report');
    page.press('Report for a therapist');
    const report = page.nodes().flatMap((node) => (node.kind === 'field' ? [node.value] : []));
    expect(report.join('\n').match(/Days done of days planned: .*$/gm)).toEqual([
      'Days done of days planned: 5 of 8, 63 %',
      'Days done of days planned: 5 of 7, 71 %',
    ]);
  });

  test('is pointed out if a session used the previous one', () => {
    const page = opened([], '2026-03-09');
    const first = changedOn(page, '2026-03-05').toString(36);
    makePlan(page.storage, { plan: TWO_ZONES_A_LEG, repairs: [] }, noonOf('2026-03-07') + HOUR, 'whole');
    const second = (noonOf('2026-03-07') + HOUR).toString(36);
    putRecords(page.storage, [
      // On the 5th, before any change; on the 6th, by the first plan of the watch; on the 7th, before the second
      // change.
      ...[byPlan(0, '0'), byPlan(1, '0'), byPlan(2, first)],
      // On the 8th, by the first change; on the 9th, by the last one.
      ...[byPlan(3, first), byPlan(4, second)],
    ]);
    page.press('History');
    const isTold = ['05', '06', '07', '08', '09'].filter((day) => {
      page.press(`2026-03-${day}`);
      return page.texts().includes(OLDER);
    });
    expect(isTold).toEqual(['06', '08']);
    // A date set by a person does not show what the watch knew when.
    page.press('2026-03-06');
    page.press('Correct its date');
    page.type('Its right day', '2026-03-04');
    page.press('Take this date');
    page.press('2026-03-04');
    expect(page.texts()).toContain('Dated by hand');
    expect(page.texts()).not.toContain(OLDER);
  });

  test('is not pointed out if it is not known when it was changed', () => {
    const page = opened([], '2026-03-09');
    page.actions.mend.turnDay(7);
    // A watch brings the plan that it used all the time.
    const given = keepGivenPlan(page.storage, { revision: noonOf('2026-03-01'), plan: oneLeg.plan });
    putRecords(page.storage, [byPlan(4, noonOf('2026-03-01').toString(36))]);
    page.press('History');
    page.press('2026-03-09');
    expect([given.ok, page.texts().includes(OLDER)]).toEqual([true, false]);
    makePlan(page.storage, { plan: TWO_ZONES_A_LEG, repairs: [] }, noonOf('2026-03-09') + 2 * HOUR, 'whole');
    expect(page.texts()).not.toContain(OLDER);
  });
});

test('building any section writes nothing and reads no month twice', () => {
  const page = opened(daily(40), '2026-04-13');
  for (const open of ['today', 'history', 'mend', 'days', 'out', 'about']) {
    page.view({ open });
    const { writes } = page.storage;
    page.nodes();
    expect(page.storage.writes).toBe(writes);
  }
});
