import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayFrom } from '../../core/calendar/day';
import type { Checked } from '../../core/check/checked';
import type { SessionRecord } from '../../core/record/record';
import { noteSighting } from '../../phone/exchange';
import { presetPlan } from '../../core/plan/presets';
import { readDeletions } from '../../phone/deletions';
import { putExcuses } from '../../phone/history/excuses';
import { readHistorySettings } from '../../phone/history/history-settings';
import { openLibrary } from '../../phone/history/library';
import { moveWithUndo } from '../../phone/history/mend';
import { putRecords } from '../../phone/ledger';
import { widthOf } from '../../phone/out/report';
import { makePlan, readPlan } from '../../phone/plan-store';
import { dailyRecord } from '../core/record/records';
import type { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';
import { FIVE_ZONES_A_LEG } from '../core/plans';
import { copied, daily, DAY, HOUR, noonOf, outOf, voice } from './opened-out';

/** The text of the mail that the page offers, of which the lines end as in the field. */
function mailed(page: OpenedPage): string {
  const link = page.nodes().find((node) => node.kind === 'link');
  return link?.kind === 'link'
    ? decodeURIComponent(link.address.replace(/^.*&body=/, '')).replace(/\r\n/g, '\n')
    : '';
}

function chinese(): (text: string) => string {
  const file = readFileSync(join(__dirname, '../../setting/i18n/zh-CN.po'), 'utf8');
  const words = new Map(
    [...file.matchAll(/msgid "(.+)"\nmsgstr "(.+)"/g)].map(([, id = '', text = '']) => [id, text]),
  );
  return (text) => words.get(text) ?? `? ${text}`;
}

test('the report has what a therapist asks about both legs, on one page', () => {
  const records = daily(28).filter((_, at) => at % 7 !== 3);
  const page = outOf(records, '2026-04-01');
  putExcuses(page.storage, new Map([[dayFrom('2026-03-08') ?? 0, { kind: 'excused', reason: 'travel' }]]));
  page.press('Report for a therapist');
  expect(copied(page)).toBe(
    [
      'Legato: leg massage, a report',
      'Period: 2026-03-05 to 2026-04-01',
      'Planned from 2026-03-05: Left leg 5 min, Right leg 5 min; every day',
      '',
      'Left leg',
      '  Days done of days planned: 24 of 27, 89 %',
      '  Days with at least 85 % of the length: 24 of 27, 89 %',
      '  Minutes done of minutes planned: 120 of 135, 89 %',
      '  Withheld: 0 · Excused: 1',
      '  Length done by zone: Ankle 100 %, Calf 100 %, Knee 100 %, Lower thigh',
      '    100 %, Upper thigh 100 %',
      '',
      'Right leg',
      '  Days done of days planned: 24 of 27, 89 %',
      '  Days with at least 85 % of the length: 24 of 27, 89 %',
      '  Minutes done of minutes planned: 120 of 135, 89 %',
      '  Withheld: 0 · Excused: 1',
      '  Length done by zone: Ankle 100 %, Calf 100 %, Knee 100 %, Lower thigh',
      '    100 %, Upper thigh 100 %',
      '',
      'Sessions timed by a watch: 24; entered or dated by hand: 0',
      'To the end: 24; in part: 0; ended early: 0; interrupted: 0',
      'Cues played of cues due: 528 of 528, 100 %',
      '',
      'Days that were left out',
      '  2026-03-08 Excused: travel',
      '',
      'Self-reported; timed by a watch; not a medical device.',
      '',
    ].join('\n'),
  );
  expect(mailed(page)).toBe(copied(page));
});

test.each([
  ['English', ENGLISH.translate],
  ['Chinese', chinese()],
])('in %s the report is one page of 40 lines of 72 characters, whatever was left out', (_, translate) => {
  const page = outOf(daily(200), '2026-09-20', { ...voice, translate });
  const reason = 'a very long reason, for one has to say somewhere what was, 一个很长的原因 '.repeat(2);
  putExcuses(
    page.storage,
    new Map(
      Array.from({ length: 60 }, (__, at) => [
        (dayFrom('2026-07-10') ?? 0) + at,
        { kind: 'withheld', reason },
      ]),
    ),
  );
  page.view({ out: 'report' });
  const lines = copied(page).trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(40);
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(72);
  expect(copied(page)).not.toContain('?');
  expect([mailed(page), copied(page).length < 1770]).toEqual([copied(page), true]);
  expect(lines[lines.length - 1]).toBe(translate('Self-reported; timed by a watch; not a medical device.'));
});

describe('the report', () => {
  const reported = (page: OpenedPage): readonly string[] => {
    page.view({ out: 'report' });
    return copied(page).split('\n');
  };
  const about = (page: OpenedPage): readonly string[] =>
    reported(page).filter((line) => /^(Period|Planned|Nothing)/.test(line));

  test('tells of no plan while there is no session', () => {
    expect(about(outOf([], '2026-01-05'))).toEqual([
      'Period: 2025-10-20 to 2026-01-05',
      'Nothing was planned or done in this time.',
    ]);
  });

  test('begins with the first session, not weeks before it', () => {
    expect(about(outOf(daily(1), '2026-03-05'))).toEqual([
      'Period: 2026-03-05 to 2026-03-05',
      'Planned from 2026-03-05: Left leg 5 min, Right leg 5 min; every day',
    ]);
  });

  test('does not begin with a session of 1970, by a clock that was wrong', () => {
    const wrong = { ...dailyRecord(9), startedAt: 60_000, endedAt: 660_000 };
    const page = outOf([wrong, ...daily(1)], '2026-03-05');
    expect(about(page)[0]).toBe('Period: 2026-03-05 to 2026-03-05');
    expect(reported(page)).toContain('  Days done of days planned: 1 of 1, 100 %');
    expect(about(outOf([wrong], '2026-03-05'))[1]).toBe('Nothing was planned or done in this time.');
  });

  test('covers 12 weeks at most', () => {
    expect(about(outOf(daily(200), '2026-09-20'))[0]).toBe('Period: 2026-06-29 to 2026-09-20');
  });

  test('tells of no plan if the only session is of a day to come, by a clock that was ahead', () => {
    expect(about(outOf(daily(1), '2026-03-04'))).toEqual([
      'Period: 2025-12-15 to 2026-03-04',
      'Nothing was planned or done in this time.',
    ]);
  });

  test('says that nothing is planned once no day of the week is', () => {
    const page = outOf(daily(3), '2026-03-07');
    [1, 2, 3, 4, 5, 6, 7].forEach(page.actions.mend.turnDay);
    expect(about(page)).toEqual([
      'Period: 2026-03-05 to 2026-03-07',
      'Planned from 2026-03-05: Left leg 5 min, Right leg 5 min; every day',
      'Planned from 2026-03-07: nothing',
    ]);
  });

  test('does not say that nothing was done if it was not planned', () => {
    const page = outOf(daily(1), '2026-03-04');
    [1, 2, 3, 4, 5, 6, 7].forEach(page.actions.mend.turnDay);
    const later = new OpenedPage(page.storage, () => noonOf('2026-03-05'), voice);
    expect(about(later)).toEqual(['Period: 2026-03-05 to 2026-03-05', 'Planned from 2026-03-05: nothing']);
    expect(reported(later)).toContain('To the end: 1; in part: 0; ended early: 0; interrupted: 0');
  });

  test('shows no share of days or cues if none counts', () => {
    const page = outOf([], '2026-03-08');
    page.view({ open: 'mend' });
    page.type('Day of the session', '2026-03-08');
    page.type('Minutes, left leg', '5');
    page.press('Add this session');
    page.actions.mend.turnDay(7);
    page.view({ open: 'out' });
    putExcuses(page.storage, new Map([[dayFrom('2026-03-08') ?? 0, { kind: 'excused', reason: '' }]]));
    expect(reported(page).join()).not.toMatch(/of 0/);
  });

  test('lists a day as left out only for the legs that count so', () => {
    const left = { ...dailyRecord(3), zones: dailyRecord(3).zones.filter(({ leg }) => leg === 'left') };
    const page = outOf([...daily(3), left], '2026-03-12');
    const excuses = ['2026-03-01', '2026-03-06', '2026-03-08', '2026-03-10'].map(
      (day) => [dayFrom(day) ?? 0, { kind: 'excused', reason: 'far away' }] as const,
    );
    putExcuses(page.storage, new Map(excuses));
    const lines = reported(page);
    // The 1st is before the first session; on the 6th both legs are done, on the 8th the left one.
    expect(lines.slice(lines.indexOf('Days that were left out') + 1, -3)).toEqual([
      '  2026-03-08 Right leg: Excused: far away',
      '  2026-03-10 Excused: far away',
    ]);
    expect(lines.filter((line) => line.includes('Excused: '))).toEqual(
      expect.arrayContaining(['  Withheld: 0 · Excused: 1', '  Withheld: 0 · Excused: 2']),
    );
  });

  test('lists no day as left out on which nothing was planned', () => {
    const page = outOf(daily(3), '2026-03-08');
    page.actions.mend.turnDay(7);
    putExcuses(page.storage, new Map([[dayFrom('2026-03-08') ?? 0, { kind: 'excused', reason: 'away' }]]));
    expect(reported(page)).not.toContain('Days that were left out');
  });
});

test('a table can be chosen with its separators, and a mail says how much of it is included', () => {
  const page = outOf(daily(40), '2026-04-13');
  page.press('Table for a spreadsheet');
  expect(copied(page).split('\r\n')).toHaveLength(42);
  page.press('Rows: one a session');
  page.press('Between cells: comma');
  page.press('Decimal sign: point');
  page.press('Mark for Excel at the beginning: yes');
  expect(copied(page).split('\r\n').slice(0, 2)).toEqual([
    'id;day;start;end;made;ending;watch;leg;zone;planned min;done min;note;sign touched;stopped for;withheld;asked',
    'abcdefghjk-0;2026-03-05;2026-03-05 08:14:30;2026-03-05 08:25:12;timed;finished;;left;ankle;"1,00";"1,00";;;;;',
  ]);
  expect(page.texts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^A mail takes less: Cut here\. Lines: \d+ of 401\.$/)]),
  );
});

test('a backup is previewed before it is imported, and can be cancelled', () => {
  const page = outOf(daily(3), '2026-04-13');
  page.press('Backup: JSON');
  const text = copied(page);
  const other = outOf(daily(1), '2026-04-13');
  other.type('Paste a backup', text.replace('"ending":"finished"', '"ending":17'));
  expect(other.texts()).toEqual(
    expect.arrayContaining([
      'Sessions to bring in: 2',
      'Refused: 1',
      'No. 1 is not a session that Legato can read.',
    ]),
  );
  other.press('Leave it');
  expect(openLibrary(other.storage).count()).toBe(1);
  other.type('Paste a backup', text.slice(0, 300));
  expect(other.texts()).toContain('The end of this backup is missing: copy all of it and paste it again.');
  other.type('Paste a backup', text);
  expect(other.texts()).toEqual(expect.arrayContaining(['Sessions to bring in: 2', 'Here already: 1']));
  other.press('Bring it in');
  expect(other.texts().filter((each) => each.includes('rought in'))).toEqual([
    'Sessions brought in: 2 · Besides: what was planned when, when a day ends and a week starts',
  ]);
  other.press('Undo');
  expect(openLibrary(other.storage).count()).toBe(1);
});

test('what a backup contains besides sessions is shown before it is imported', () => {
  const page = outOf(daily(3), '2026-04-13');
  page.actions.plan.use(presetPlan('short', FIVE_ZONES_A_LEG));
  page.actions.plan.strength('strong');
  page.actions.mend.putSettings({ dayEnd: 6 });
  page.press('Backup: JSON');
  const other = outOf([], '2026-04-13');
  other.type('Paste a backup', copied(page));
  expect(other.texts()).toContain(
    'Besides, as there is none here: the plan, plans before it, what was planned when, when a day ends and a week starts, preferences of the watch',
  );
});

test('what was deleted before a backup is counted before it is imported, and does not come from a watch after it', () => {
  const page = outOf(daily(3), '2026-04-13');
  page.actions.remove(dailyRecord(1));
  page.press('Backup: JSON');
  const other = outOf([], '2026-04-13');
  other.type('Paste a backup', copied(page));
  expect(other.texts()).toEqual(
    expect.arrayContaining(['Sessions to bring in: 2', 'Deleted there, and stays so here: 1']),
  );
  other.press('Bring it in');
  putRecords(other.storage, daily(3));
  expect(openLibrary(other.storage).count()).toBe(2);
});

test('a part that cannot be read is named before an import, and so is what the phone keeps as its own', () => {
  const page = outOf(daily(3), '2026-04-13');
  page.actions.plan.use(presetPlan('short', FIVE_ZONES_A_LEG));
  page.actions.mend.putSettings({ dayEnd: 6 });
  page.press('Backup: JSON');
  const text = copied(page);
  page.type('Paste a backup', text);
  expect(page.texts().filter((each) => /^(Kept|Cannot|Can be)/.test(each))).toEqual([]);
  const other = outOf([], '2026-04-13');
  const entries = '"deleted":{"version":1,"deleted":[["abcdefghjk-0","2026-03",5],7]}';
  other.type(
    'Paste a backup',
    text.replace('"prepareSeconds":20', '"prepareSeconds":2000').replace(/"deleted":\{[^}]*\}/, entries),
  );
  expect(other.texts()).toEqual(
    expect.arrayContaining([
      'Cannot be read, and stays out: the plan',
      'Can be read only in part, and the rest stays out: which sessions were deleted',
    ]),
  );
  other.actions.plan.use(presetPlan('oneLeg', FIVE_ZONES_A_LEG));
  other.actions.mend.putSettings({ weekStart: 7 });
  other.type('Paste a backup', text);
  expect(other.texts()).toContain(
    'Kept as it is here, not taken from the backup: the plan, when a day ends and a week starts',
  );
});

test('after an import that brought no session, what it brought is named', () => {
  const page = outOf([], '2026-04-13');
  page.actions.plan.use(presetPlan('short', FIVE_ZONES_A_LEG));
  page.press('Backup: JSON');
  const text = copied(page);
  const other = outOf([], '2026-04-13');
  other.type('Paste a backup', text);
  other.press('Bring it in');
  expect(other.texts()).toContain(
    'Brought in: the plan, plans before it, what was planned when, when a day ends and a week starts',
  );
  expect(other.texts()).not.toContain('Sessions brought in: 0');
  other.press('Undo');
  expect(readPlan(other.storage).state).toBe('none');
});

test('a lock that came with a backup is said to stay when the import is undone', () => {
  const page = outOf([], '2026-04-13');
  const lock = '1a lock left hurts 5';
  page.type('Paste a backup', JSON.stringify({ legato: 'backup', version: 1, said: [lock], sessions: [] }));
  page.press('Bring it in');
  expect(page.texts()).toEqual(
    expect.arrayContaining(['Brought in: locks of a leg', 'Locks that hold stay when this is undone.']),
  );
});

test('About shows versions and the result of the check, and a text to send to whoever can help', () => {
  const page = outOf([], '2026-04-13');
  const checked: Checked = {
    model: 'Balance',
    osVersion: '3.7',
    service: 'proven',
    form: 'full',
    notification: 'notTried',
    page: 'failed',
  };
  noteSighting(page.storage, { id: 'abcdefghjk', name: 'Amazfit Balance', checked }, noonOf('2026-04-12'));
  page.view({ open: 'about' });
  expect(page.texts()).toEqual(
    expect.arrayContaining([
      'Legato on this phone: 0.1.0',
      'Legato on Amazfit Balance: not known yet',
      'Amazfit Balance: system 3.7',
      'It is not a medical device.',
    ]),
  );
  expect(copied(page)).toBe(
    [
      'Legato on this phone: 0.1.0',
      'On this phone: 0',
      'Legato on Amazfit Balance: not known yet',
      'Amazfit Balance: system 3.7',
      '  Last seen: yesterday 12:00',
      '  Still waiting on it: 0',
      '  Cues by a service in the dark: shown to be felt on this watch',
      '  Cues by a notification: not tried',
      '  An alarm that opens Legato: not felt on this watch',
      '',
    ].join('\n'),
  );
  noteSighting(page.storage, { id: 'abcdefghjk', version: '1.2.3' }, noonOf('2026-04-12'));
  expect(page.texts()).toContain('Legato on Amazfit Balance: 1.2.3');
});

test('a backup that is pasted as a plan is called one, however long it is', () => {
  const page = outOf(daily(40), '2026-04-13');
  page.press('Backup: JSON');
  const text = copied(page);
  for (const pasted of [text, text.slice(0, 300), `See below:\n${text.replace(/"/g, '”')}`]) {
    page.type('Paste a plan', pasted);
    expect(page.texts()).toContain(
      'This is a backup, not a plan: paste it further down, under Report, backup, table.',
    );
  }
});

test('a clipboard is offered only if there is one, and gets the whole text', () => {
  const page = outOf(daily(3), '2026-04-13');
  page.press('Report for a therapist');
  expect(page.texts()).not.toContain('Copy it');
  const taken: string[] = [];
  const withClipboard = new OpenedPage(
    page.storage,
    () => noonOf('2026-04-13'),
    voice,
    (text) => taken.push(text),
  );
  withClipboard.press('Copy it');
  expect(taken).toEqual([copied(page)]);
  expect(withClipboard.texts()).toContain('Copied, if the phone allowed it.');
});

test('a session that got another date keeps it on a phone that imports a backup, whatever its watch sends there', () => {
  const page = outOf(daily(3), '2026-04-13');
  moveWithUndo(page.storage, dailyRecord(1), {
    startedAt: dailyRecord(1).startedAt + 10 * DAY,
    utcOffset: 60,
  });
  page.press('Backup: JSON');
  const text = copied(page);
  const sessionsOf = (storage: MemoryStorage): readonly SessionRecord[] =>
    openLibrary(storage).sessionsOf('2026-03');
  const empty = outOf([], '2026-04-13');
  empty.type('Paste a backup', text);
  empty.press('Bring it in');
  putRecords(empty.storage, daily(3));
  expect(sessionsOf(empty.storage)).toEqual(sessionsOf(page.storage));
  // After it was moved, it can still be moved back.
  page.type('Paste a backup', text);
  expect(page.texts()).toEqual(expect.arrayContaining(['Sessions to bring in: 0', 'Here already: 3']));
  page.press('Bring it in');
  expect([...readDeletions(page.storage)]).toEqual([]);
});

test('undoing an import does not affect anything else', () => {
  const page = outOf([], '2026-04-13');
  page.actions.plan.use(FIVE_ZONES_A_LEG);
  page.actions.mend.putSettings({ dayEnd: 6 });
  const other = outOf(daily(2), '2026-04-13');
  other.press('Backup: JSON');
  page.type('Paste a backup', copied(other));
  page.press('Bring it in');
  page.actions.plan.use(presetPlan('short', FIVE_ZONES_A_LEG));
  page.actions.mend.putSettings({ dayEnd: 2 });
  page.press('Undo');
  const plan = readPlan(page.storage);
  expect([openLibrary(page.storage).count(), readHistorySettings(page.storage).dayEnd]).toEqual([0, 2]);
  expect(plan.state === 'ready' && plan.plan).toEqual(presetPlan('short', FIVE_ZONES_A_LEG));
});

test('of several changes of the plan on one day the report shows the last, with its day', () => {
  const page = outOf(daily(3), '2026-03-20');
  const changes = [
    [1, 'short'],
    // Three in the morning is still the day before.
    [15, 'oneLeg'],
    [26, 'fiveMinutes'],
  ] as const;
  changes.forEach(([hours, preset]) => {
    const plan = presetPlan(preset, FIVE_ZONES_A_LEG);
    makePlan(page.storage, { plan, repairs: [] }, noonOf('2026-03-10') + hours * HOUR, 'whole');
  });
  page.press('Report for a therapist');
  const planned = copied(page)
    .split('\n')
    .filter((line) => line.startsWith('Planned'));
  expect(planned).toEqual([
    'Planned from 2026-03-05: Left leg 5 min, Right leg 5 min; every day',
    'Planned from 2026-03-10: Left leg 5 min; every day',
    'Planned from 2026-03-11: Left leg 5 min, Right leg 5 min; every day',
  ]);
});

test('in Chinese no space follows a full-width sign, and none precedes a percent sign', () => {
  const page = outOf(daily(40), '2026-04-13', { ...voice, translate: chinese() });
  const seen: string[] = [];
  const look = (): void => {
    seen.push(...page.texts(), copied(page), mailed(page));
  };
  const shown = ['today', 'history', 'mend', 'about'].map((open) => ({ open }));
  for (const view of [...shown, { open: 'out', out: 'csv' }, { open: 'out', out: 'report' }]) {
    page.view(view);
    look();
  }
  page.view({ open: 'out', out: 'json' });
  const others = outOf(daily(41), '2026-04-14');
  others.view({ out: 'json' });
  page.type(chinese()('Paste a backup'), copied(others).replace('"ending":"finished"', '"ending":17'));
  look();
  expect(seen).toEqual(expect.arrayContaining(['未接受：1', '已有：39', '最近几次：']));
  expect(seen.filter((text) => /[，。、：；] | %/.test(text))).toEqual([]);
});
