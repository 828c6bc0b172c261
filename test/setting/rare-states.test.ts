import { dayFrom } from '../../core/calendar/day';
import { pack } from '../../core/care/statement';
import type { Checked } from '../../core/check/checked';
import { presetPlan } from '../../core/plan/presets';
import type { SessionRecord } from '../../core/record/record';
import { say } from '../../phone/care/said';
import { noteSighting } from '../../phone/exchange';
import { putExcuses } from '../../phone/history/excuses';
import { openLibrary } from '../../phone/history/library';
import { putRecords } from '../../phone/ledger';
import { backupText } from '../../phone/out/backup';
import {
  DELETED_KEY,
  EXCUSES_KEY,
  HISTORY_SETTINGS_KEY,
  INDEX_KEY,
  MADE_INDEX_KEY,
  MONTH_PREFIX,
  MOVES_KEY,
  PLAN_KEY,
  PREFERENCES_KEY,
  SCHEDULE_KEY,
  VIEW_KEY,
} from '../../phone/storage-keys';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';
import { FIVE_ZONES_A_LEG } from '../core/plans';

/* Rare states, each with its own words. */

const HOUR = 3_600_000;
const noonOf = (day: string): number => (dayFrom(day) ?? NaN) * 24 * HOUR + 11 * HOUR;
const voice = { ...ENGLISH, offsetAt: () => 60 };
const daily = (count: number): readonly SessionRecord[] =>
  Array.from({ length: count }, (_, at) => dailyRecord(at));

function opened(
  open: string,
  day: string,
  records: readonly SessionRecord[] = [],
  storage = new MemoryStorage(),
): OpenedPage {
  putRecords(storage, records);
  const page = new OpenedPage(storage, () => noonOf(day), voice);
  page.view({ open });
  return page;
}

const state = (page: OpenedPage): string => {
  const texts = page.texts();
  return texts[texts.findIndex((text) => /^. Today$/.test(text)) + 1] ?? '';
};

/** The content of the field for copying by hand. */
function copied(page: OpenedPage): string {
  const field = page.nodes().find((node) => node.kind === 'field' && node.rows === 8);
  return field?.kind === 'field' ? field.value : '';
}

describe('About', () => {
  const checked = (change: Partial<Checked>): Checked => ({
    ...{ model: 'Balance', osVersion: '', service: 'failed', form: 'brief' },
    ...{ notification: 'proven', page: 'notTried' },
    ...change,
  });

  test('shows what was refused, what could not be read, and a watch with little information', () => {
    const storage = new MemoryStorage([
      [`${MONTH_PREFIX}2026-02`, 'x'],
      [DELETED_KEY, 'x'],
    ]);
    noteSighting(storage, { id: 'abcdefghjk', name: '', checked: checked({}) }, noonOf('2026-04-10'));
    noteSighting(storage, { id: 'bbcdefghjk', name: 'Active' }, noonOf('2026-04-11'));
    const refused = [{ name: '2 bbcdefghjk-1', code: 'recordInvalid' as const }];
    noteSighting(storage, { id: 'bbcdefghjk', batch: { taken: [], refused } }, noonOf('2026-04-11') + HOUR);
    const page = opened('about', '2026-04-13', [], storage);
    const text = copied(page);
    expect(text).toContain('Watch: its system is told by a check on the watch');
    expect(text).toContain('  Cues by a service in the dark: not felt on this watch');
    expect(text).toContain('  Cues by a notification: shown to be felt on this watch');
    expect(text).toContain('  An alarm that opens Legato: not tried');
    expect(text).toContain('  No check of cues with a dark screen was told.');
    expect(text).toContain('  Refused: recordInvalid');
    expect(text).toContain(`Could not be read: 2026-02 ${DELETED_KEY}`);
  });
});

describe('Today', () => {
  const excused = (kind: 'withheld' | 'excused'): OpenedPage => {
    const page = opened('today', '2026-03-07', daily(2));
    putExcuses(page.storage, new Map([[dayFrom('2026-03-07') ?? 0, { kind, reason: '' }]]));
    return page;
  };

  test('says why it is left out', () => {
    expect([state(excused('withheld')), state(excused('excused'))]).toEqual(['Withheld', 'Excused']);
  });

  test('shows what was done on a free day', () => {
    const page = opened('today', '2026-03-07', daily(3));
    page.actions.mend.turnDay(6);
    expect(page.texts()).toEqual(
      expect.arrayContaining(['Nothing is planned for today', '2026-03-07 08:14']),
    );
  });

  test('compares what was done on a free day with nothing', () => {
    const page = opened('today', '2026-03-07', daily(3));
    page.actions.mend.turnDay(6);
    expect(page.texts().filter((text) => text.startsWith('Left leg: 5 min'))).toEqual(['Left leg: 5 min']);
  });

  test('names a free day on which something was done, and no other free day', () => {
    const page = opened('today', '2026-03-08', daily(3));
    page.actions.mend.turnDay(6);
    page.actions.mend.turnDay(7);
    putRecords(page.storage, [dailyRecord(3)]);
    expect(page.texts().filter((text) => text.startsWith('done: '))).toEqual([
      'done: Thu, Fri, Sat · besides the plan: Sun',
      'done: Thu, Fri, Sat · besides the plan: Sun',
    ]);
    page.view({ open: 'history' });
    expect(page.texts().filter((text) => text.startsWith('done: '))).toEqual([
      'done: 5 to 7 · besides the plan: 8',
      'done: 5 to 7 · besides the plan: 8',
    ]);
  });

  test('says before the first session that today is left out, if so', () => {
    const page = opened('today', '2026-03-07');
    const lock = (leg: 'left' | 'right'): void => {
      const at = noonOf('2026-03-07') - HOUR;
      say(page.storage, [pack({ kind: 'lock', id: `abcdefghjk-${leg.length}`, leg, why: 'hand', at })]);
    };
    lock('left');
    expect(state(page)).toBe('Not done yet · Left leg: Withheld');
    lock('right');
    expect(state(page)).toBe('Withheld');
    page.view({ 'care.history': 'off' });
    expect(state(page)).toBe('Excused');
    const away = opened('today', '2026-03-07');
    putExcuses(away.storage, new Map([[dayFrom('2026-03-07') ?? 0, { kind: 'excused', reason: '' }]]));
    expect(state(away)).toBe('Excused');
  });

  test('says before the first session that nothing is planned, if so', () => {
    const page = opened('today', '2026-03-07');
    page.actions.mend.turnDay(6);
    expect(state(page)).toBe('Nothing is planned for today');
  });

  test('says of a leg that is done that the other was left out, and why', () => {
    const record = dailyRecord(2);
    const left = record.zones.filter(({ leg }) => leg === 'left');
    const one = { ...record, version: 2 as const, zones: left };
    const withheld = { ...one, extensions: { ...record.extensions, withheld: 'right' } };
    expect(state(opened('today', '2026-03-07', [...daily(2), withheld]))).toBe(
      'Done today · Right leg: Withheld',
    );
    const page = opened('today', '2026-03-07', [...daily(2), one]);
    putExcuses(page.storage, new Map([[dayFrom('2026-03-07') ?? 0, { kind: 'excused', reason: '' }]]));
    expect(state(page)).toBe('Done today · Right leg: Excused');
  });

  test('shows one leg if the plan has one', () => {
    const page = opened('today', '2026-03-07');
    page.actions.plan.use(presetPlan('oneLeg', FIVE_ZONES_A_LEG));
    const left = dailyRecord(2).zones.filter(({ leg }) => leg === 'left');
    putRecords(page.storage, [{ ...dailyRecord(2), zones: left }]);
    expect(page.texts()).toContain('Left leg: 5 min of 5 min');
    expect(page.texts().filter((text) => text.startsWith('Right leg, '))).toEqual([]);
  });
});

describe('History', () => {
  const lastOf = (change: Partial<SessionRecord>): OpenedPage => {
    const page = opened('history', '2026-03-07', [{ ...dailyRecord(2), ...change }]);
    page.press('Sat 2026-03-07');
    return page;
  };

  test.each([
    ['finished', 60, 'Session done'],
    ['stopped', 20, 'Ended early'],
    ['interrupted', 20, 'Interrupted'],
    ['finished', 20, 'Partly done'],
    ['another', 20, 'Ended otherwise'],
  ])('shows a session with the end “%s” and %i seconds a zone', (ending, doneSeconds, words) => {
    const zones = dailyRecord(2).zones.map((zone) => ({ ...zone, doneSeconds }));
    const page = lastOf({ ending, zones });
    expect(page.texts().some((text) => text.endsWith(` · ${words}`))).toBe(true);
  });

  test('shows legs and zones of another version by name', () => {
    const page = lastOf({
      zones: [{ leg: 'third', zone: 'toes', plannedSeconds: 60, doneSeconds: 30 }],
      pauses: { count: 0, seconds: 0 },
    });
    expect(page.texts()).toEqual(
      expect.arrayContaining(['third: toes 30 s of 1 min', 'Pauses: 0 · cues: 22 of 22']),
    );
  });

  test('says by which watch a session was timed', () => {
    const page = lastOf({});
    noteSighting(page.storage, { id: 'abcdefghjk', name: 'Balance 2' }, noonOf('2026-03-07'));
    expect(page.texts()).toContain('By Balance 2');
  });

  test('can leave a date unchanged', () => {
    const page = lastOf({});
    page.press('Correct its date');
    page.type('Its right time', '25:00');
    page.press('Take this date');
    expect(page.texts()).toContain('Write the day as 2026-03-05 and the time as 08:14.');
    page.press('Leave its date');
    expect(page.texts()).toContain('Correct its date');
    expect(openLibrary(page.storage).count()).toBe(1);
  });

  test('says that another session began at the time of the new date', () => {
    const page = opened('history', '2026-03-07', [dailyRecord(1), dailyRecord(2)]);
    page.press('Sat 2026-03-07');
    page.press('Correct its date');
    page.type('Its right day', '2026-03-06');
    // The seconds of the other leg are lost because a person enters minutes.
    const other = { ...dailyRecord(3), startedAt: dailyRecord(1).startedAt - 30_250 };
    putRecords(page.storage, [other]);
    page.press('Take this date');
    expect(page.texts()).toContain('Another session began at this time: choose another minute.');
  });

  test('lists a day on which nothing was done because it was left out, and counts what was done', () => {
    const page = opened('history', '2026-03-09', daily(2));
    putExcuses(
      page.storage,
      new Map([
        [dayFrom('2026-03-07') ?? 0, { kind: 'excused', reason: 'travel' }],
        [dayFrom('2026-03-08') ?? 0, { kind: 'withheld', reason: '' }],
        [dayFrom('2026-01-01') ?? 0, { kind: 'withheld', reason: 'another month' }],
      ]),
    );
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'Sat 2026-03-07 · Excused: travel',
        'Sun 2026-03-08 · Withheld',
        'Withheld: 1 · Excused: 1',
      ]),
    );
    page.press('Earlier month');
    expect(page.texts()).toContain('Nothing was done in this month.');
    // An unknown month is shown as the current one.
    page.view({ month: '2026-13' });
    expect(page.texts()).toContain('2026-03');
  });

  test('continues to months in which a watch was ahead', () => {
    const ahead = {
      ...dailyRecord(0),
      startedAt: noonOf('2026-06-01'),
      endedAt: noonOf('2026-06-01') + HOUR,
    };
    const page = opened('history', '2026-03-09', [ahead]);
    page.press('Later month');
    page.press('Later month');
    page.press('Later month');
    expect(page.texts()).toContain('2026-06');
    expect(page.texts()).not.toContain('Later month');
  });

  test('shows fewer days again', () => {
    const page = opened('history', '2026-03-31', daily(27));
    page.press('Show more');
    page.press('Show fewer');
    expect(page.texts().filter((text) => /^\w{3} 2026-03/.test(text))).toHaveLength(10);
  });
});

describe('entries that correct the past', () => {
  test('an invalid day to excuse is reported, and one that already counts stays', () => {
    const page = opened('mend', '2026-03-09', daily(2));
    page.press('Excuse the day');
    expect(page.texts().some((text) => text.startsWith('Write a day of the calendar'))).toBe(true);
    page.type('Day that was left out', '2026-03-07');
    page.press('Count the day again');
    expect(page.texts()).not.toContain('Undo');
    expect(page.texts()).toContain('This day was not left out: it counts already.');
  });

  test.each([
    ['A note', 60, (page: OpenedPage) => page.press('Add this session')],
    ['Reason', 120, (page: OpenedPage) => page.press('Excuse the day')],
  ])(
    '%s is not cut: one longer than %d characters stays typed, and the page says so',
    (field, most, keep) => {
      const page = opened('mend', '2026-03-09', daily(2));
      page.type('Day of the session', '2026-03-08');
      page.type('Minutes, left leg', '5');
      page.type('Day that was left out', '2026-03-07');
      const long = '🦵'.repeat(most + 1);
      page.type(field, long);
      keep(page);
      expect(page.texts()).toContain(`That is too long to keep: shorten it. Characters at most: ${most}`);
      const typed = page.nodes().flatMap((node) => (node.kind === 'field' ? [node.value] : []));
      expect(typed).toContain(long);
      page.type(field, `  ${long.slice(2)}\n`);
      keep(page);
      expect(page.texts()).toContain('Undo');
    },
  );

  test('a left-out day fills the fields when it is tapped', () => {
    const page = opened('mend', '2026-03-09', daily(2));
    putExcuses(page.storage, new Map([[dayFrom('2026-03-07') ?? 0, { kind: 'excused', reason: 'far' }]]));
    page.press('2026-03-07 · Excused: far');
    const fields = page.nodes().flatMap((node) => (node.kind === 'field' ? [node.value] : []));
    expect(fields).toEqual(expect.arrayContaining(['2026-03-07', 'far']));
  });

  test('a question about a day that no longer exists is not asked', () => {
    const page = opened('mend', '2026-03-09', daily(2));
    page.view({ sure: 'range', 'range.from': '2026-03-06', 'range.to': '2026-03-05' });
    expect(page.texts()).not.toContain('Delete them');
  });

  test('the chosen options for days and weeks are marked', () => {
    const page = opened('days', '2026-03-09', daily(2));
    for (const label of ['00:00', 'Sat', 'Sun', 'From boxes', 'As a picture']) page.press(`○ ${label}`, 1);
    expect(page.texts()).toEqual(expect.arrayContaining(['● 00:00', '● As a picture']));
  });
});

describe('ways in and out', () => {
  const whole = (records: readonly SessionRecord[]): string =>
    backupText(records, undefined, noonOf('2026-04-01'), [1, 1]);

  test.each([
    ['x'.repeat(512 * 1024 + 1), 'This is more than 512 KB: paste a backup one part at a time.'],
    ['hello', 'This is not a backup of Legato: paste the whole text of one, and nothing else.'],
    [JSON.stringify(FIVE_ZONES_A_LEG), 'This is a plan, not a backup: paste it under Plan.'],
    ['{"app":"other"}', 'This was not written by Legato. Nothing was changed.'],
    [
      '{"legato":"backup","version":2,"sessions":[]}',
      'This backup is from a newer Legato: update Legato first.',
    ],
    ['{"legato":"backup","version":1}', 'There is no list of sessions in this backup. Nothing was changed.'],
  ])('%# says why it is not a backup', (text, words) => {
    const page = opened('out', '2026-04-13');
    page.type('Paste a backup', text);
    expect(page.texts()).toContain(words);
    // An empty field is not an invalid backup.
    page.type('Paste a backup', '  ');
    expect(page.texts()).not.toContain(words);
  });

  test('says why sessions are refused, each by its place, up to a few', () => {
    const other = { ...dailyRecord(0), pauses: { count: 3, seconds: 9 } };
    const page = opened('out', '2026-04-13', [other]);
    const text = whole(daily(9))
      .replace('"format":2,"id":"abcdefghjk-1"', '"format":3,"id":"abcdefghjk-1"')
      .replace(/"id":"abcdefghjk-[2-8]"/g, '"id":7');
    page.type('Paste a backup', text);
    expect(page.texts().filter((words) => words.startsWith('No. '))).toEqual([
      'No. 1 is here already, but tells something else; yours is kept.',
      'No. 2 is from a newer Legato: update Legato first.',
      ...[3, 4, 5].map((place) => `No. ${place} is not a session that Legato can read.`),
    ]);
    expect(page.texts()).toContain('Refused: 9');
  });

  test('says what was deleted here, and which days are included', () => {
    const page = opened('out', '2026-04-13', daily(2));
    page.actions.remove(dailyRecord(1));
    page.type('Paste a backup', whole(daily(3)));
    expect(page.texts()).toEqual(
      expect.arrayContaining(['Sessions to bring in: 1', 'Here already: 1', 'Deleted here, and stays so: 1']),
    );
  });

  test('a backup that the storage refuses is reported, and can be imported again', () => {
    const page = opened('out', '2026-04-13');
    page.type('Paste a backup', whole(daily(3)));
    page.storage.mood = 'silent';
    page.press('Bring it in');
    page.storage.mood = 'good';
    expect(openLibrary(page.storage).count()).toBe(0);
    page.press('Bring it in');
    expect(openLibrary(page.storage).count()).toBe(3);
    page.actions.out.takeIn();
    expect(page.texts()).toContain('Nothing was changed');
  });

  test('a report about one leg on some days, with nothing done, says so', () => {
    const page = opened('out', '2026-04-13');
    page.press('Report for a therapist');
    expect(copied(page)).toContain('Nothing was planned or done in this time.');
    page.actions.plan.use(presetPlan('oneLeg', FIVE_ZONES_A_LEG));
    page.actions.mend.turnDay(7);
    const left = dailyRecord(30).zones.filter(({ leg }) => leg === 'left');
    const hand = { ...dailyRecord(30), zones: left, extensions: { made: 'hand' } };
    putRecords(page.storage, [hand]);
    const text = copied(page).replace(/\n {4}/g, ' ');
    expect(text).toContain('Left leg 5 min; Mon, Tue, Wed, Thu, Fri, Sat');
    expect(text).toContain('Sessions timed by a watch: 0; entered or dated by hand: 1');
    expect(text).not.toContain('Cues played');
  });

  test('an invalid part number means the last part', () => {
    const page = opened('out', '2026-04-13', daily(3));
    page.view({ out: 'json', part: 'x' });
    expect(copied(page)).toContain('"abcdefghjk-2"');
    page.press('Backup: JSON');
    expect(page.texts()).not.toContain('Write a mail with it');
  });

  test('a table is written as it was chosen, and back', () => {
    const page = opened('out', '2026-04-13', daily(1));
    page.press('Table');
    const first = copied(page);
    const labels = ['Rows:', 'Between cells:', 'Decimal sign:', 'Mark for Excel'];
    for (const label of labels) page.press(label);
    expect(copied(page)).toContain(';ankle;"1,00";"1,00"');
    // Sessions, zones, evenings of the diary, locks, answers, and sessions again.
    for (const label of [...labels, 'Rows:', 'Rows:', 'Rows:']) page.press(label);
    expect(copied(page)).toBe(first);
  });
});

test('a page with nothing open shows the headings', () => {
  const storage = new MemoryStorage([[VIEW_KEY, JSON.stringify({ version: 1, view: { open: 'none' } })]]);
  const page = opened('none', '2026-03-07', daily(3), storage);
  expect(page.texts()).not.toContain('Last sessions:');
  expect(state(page)).toBe('Done today');
  page.press('▸ Today');
  page.press('▾ Today');
  expect(page.texts()).not.toContain('Last sessions:');
});

test.each([
  [PREFERENCES_KEY, 'The preferences of the watches'],
  [INDEX_KEY, 'The list of the months'],
  [PLAN_KEY, 'A plan'],
  [SCHEDULE_KEY, 'What was planned when'],
  [EXCUSES_KEY, 'Days that were left out'],
  [MADE_INDEX_KEY, 'The list of sessions that were entered or brought'],
  [MOVES_KEY, 'Sessions that were given another date'],
  [HISTORY_SETTINGS_KEY, 'When a day ends and a week starts'],
])('%s that cannot be read is named', (key, words) => {
  const page = opened('none', '2026-03-07', [], new MemoryStorage([[key, 'x']]));
  expect(page.texts()).toEqual(expect.arrayContaining(['Could not be read', words]));
});

describe('the plan', () => {
  const watch = (page: OpenedPage, id: string, told: object): void =>
    noteSighting(page.storage, { id, name: id, ...told }, noonOf('2026-03-07'));

  test('may be one that has not reached the phone yet', () => {
    const page = opened('none', '2026-03-07');
    watch(page, 'abcdefghjk', { planRevision: 17 });
    expect(page.texts()).toContain('The watch goes by a plan that this phone does not have yet.');
  });

  test('was received by one watch of two', () => {
    const page = opened('none', '2026-03-07');
    page.actions.plan.use(FIVE_ZONES_A_LEG);
    watch(page, 'abcdefghjk', { planRevision: noonOf('2026-03-07') });
    watch(page, 'bbcdefghjk', { planRevision: 0 });
    expect(page.texts()).toContain('Taken over by abcdefghjk; other watches follow at their next sync.');
  });

  test('has no previous one at first, and its parts open and close', () => {
    const page = opened('none', '2026-03-07');
    page.press('Plans before this one');
    expect(page.texts()).toContain('There was no other plan yet.');
    page.press('Plans before this one');
    expect(page.texts()).not.toContain('There was no other plan yet.');
  });

  test('can be given in words in its text field', () => {
    const page = opened('none', '2026-03-07');
    page.press('The plan as text');
    page.type('To copy, or to change here', 'Left leg: calf 1:00');
    expect(page.texts()).toContain('Left leg: calf 1:00');
  });
});
