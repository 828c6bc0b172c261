import { dayFrom, dayText } from '../../core/calendar/day';
import { firstDoctorDay, lockedLegs, locksIn } from '../../core/care/locks';
import { pack } from '../../core/care/statement';
import { answerIn } from '../../phone/care/choices';
import { keepSaidOf, lockLegs, readSaid } from '../../phone/care/said';
import { putHistorySettings, readHistorySettings } from '../../phone/history/history-settings';
import { putRecords } from '../../phone/ledger';
import { putPlan } from '../../phone/plan-store';
import { countryIn, readPreferences } from '../../phone/preferences';
import { CARE_MERGED_KEY } from '../../phone/storage-keys';
import { beginWeek } from '../../phone/diary/change';
import { widthOf } from '../../phone/out/report';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';
import { readTranslations } from './translations';
import { TWO_ZONES_A_LEG } from '../core/plans';

const HOUR = 3_600_000;
const FIRST = dayFrom('2026-03-06') ?? NaN;
const voice = { ...ENGLISH, offsetAt: () => 60 };
const NOON = (FIRST * 24 + 11) * HOUR;

/** A page with the section open, at noon, this many days later. */
function opened(later = 0, storage = new MemoryStorage(), said = voice): OpenedPage {
  const page = new OpenedPage(storage, () => NOON + later * 24 * HOUR, said);
  page.view({ open: 'care' });
  return page;
}

const says = (page: OpenedPage, text: string): boolean => page.texts().some((each) => each.includes(text));
const locked = (page: OpenedPage): readonly string[] => lockedLegs(readSaid(page.storage));
const clock = { now: NOON, offsetAt: voice.offsetAt };

describe('the hard questions', () => {
  test('are read and answered one by one; a yes locks both legs, or the one that is named', () => {
    const page = opened();
    expect(says(page, 'A blood clot in a leg, ever? –')).toBe(true);
    page.press('Are you pregnant?');
    page.press('No');
    expect(answerIn(readPreferences(page.storage), 'pregnant')).toBe('no');
    page.press('Pain in one leg alone');
    page.press('Yes');
    page.press('Right leg');
    expect(locked(page)).toEqual(['right']);
    page.press('A blood clot');
    page.press('Yes');
    expect(locked(page)).toEqual(['left', 'right']);
    expect(page.texts()).toEqual(
      expect.arrayContaining(['A blood clot in a leg, ever? Yes', 'Both legs: locked']),
    );
  });

  test('about a leg can be answered for both', () => {
    const page = opened();
    page.press('A leg that feels little');
    page.press('Yes');
    page.press('Both legs');
    expect(locked(page)).toEqual(['left', 'right']);
  });

  test('of which the leg is not named yet are not answered, so that the watch asks them again', () => {
    const page = opened();
    page.press('Pain in one leg alone');
    page.press('No');
    page.press('Pain in one leg alone');
    page.press('Yes');
    expect(says(page, 'Which leg?')).toBe(true);
    expect(says(page, 'Pain in one leg alone, new or for weeks? –')).toBe(true);
    expect(readPreferences(page.storage)['painAnswer']?.[0]).toBe('open');
    page.storage.mood = 'throws';
    page.press('Left leg');
    page.storage.mood = 'good';
    expect(readPreferences(page.storage)['painAnswer']?.[0]).toBe('open');
  });

  test('answered differently lift no lock, and can be left unchanged', () => {
    const page = opened();
    page.press('A blood clot');
    page.press('Yes');
    page.press('A blood clot');
    page.press('No');
    page.press('Are you pregnant?');
    page.press('Are you pregnant?');
    expect([answerIn(readPreferences(page.storage), 'clot'), locked(page)]).toEqual([
      'no',
      ['left', 'right'],
    ]);
    expect(says(page, 'A no lifts no lock: only the word of a doctor does.')).toBe(true);
  });
});

describe('a lock', () => {
  test.each([0, 2, 4, 6].flatMap((dayEnd) => [0, 1, 3, 5, 23].map((hour) => [dayEnd, hour] as const)))(
    'has the date that the watch gives it, if a day ends at %d:00 and it is %d:30',
    (dayEnd, hour) => {
      const storage = new MemoryStorage();
      const now = (FIRST * 24 + hour - 0.5) * HOUR;
      putHistorySettings(storage, { ...readHistorySettings(storage), dayEnd });
      lockLegs(storage, ['left'], { by: 'hand' }, { now, offsetAt: () => 60 }, Math.random);
      const page = new OpenedPage(storage, () => now, voice);
      page.view({ open: 'care' });
      // A watch offers the days from this one to today, by the same rule.
      const [lock] = locksIn(readSaid(storage));
      const onWatch = lock && dayText(firstDoctorDay(lock, { startedAt: now, utcOffset: 60 }));
      expect([onWatch, page.texts().some((each) => each.startsWith(`Since ${onWatch}: `))]).toEqual([
        dayText(FIRST),
        true,
      ]);
      page.press('Doctor allowed massage');
      expect(says(page, `On which day, as ${onWatch}`)).toBe(true);
      page.view({ 'care.doctorOn': onWatch ?? '' });
      page.press('Yes, unlock');
      expect(locked(page)).toEqual([]);
    },
  );

  function withLock(later = 2): OpenedPage {
    const storage = new MemoryStorage();
    lockLegs(storage, ['left'], { by: 'ask', question: 'pain' }, clock, Math.random);
    return opened(later, storage);
  }

  test('says why, since when, and what lifts it, and is visible with the section closed', () => {
    const page = withLock();
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'Since 2026-03-06: You said yes: Pain in one leg alone, new or for weeks?',
        'Do not massage this leg. It is locked until a doctor has looked at it and said that massage is fine.',
      ]),
    );
    page.view({ open: 'today' });
    expect(says(page, 'Left leg: locked')).toBe(true);
  });

  test.each([
    ['tomorrow', 'Write a day of the calendar as year, month and day: 2026-03-05.'],
    ['2026-03-09', 'That day has not come yet.'],
    ['2026-03-05', 'That day is before the lock. What a doctor said before does not lift it.'],
  ])('is not lifted by the date “%s”', (day, sentence) => {
    const page = withLock();
    page.press('Doctor allowed massage');
    page.type('On which day, as 2026-03-08', day);
    page.press('Yes, unlock');
    expect([says(page, sentence), locked(page)]).toEqual([true, ['left']]);
    page.press('Leave it locked');
    expect(says(page, 'On which day')).toBe(false);
  });

  test('is lifted by a doctor who has looked at the leg since, and is shown as lifted', () => {
    const page = withLock();
    page.press('Doctor allowed massage');
    page.type('On which day', '2026-03-07');
    page.press('Yes, unlock');
    expect([says(page, 'This phone knows of no leg that is locked.'), locked(page)]).toEqual([true, []]);
    expect(says(page, 'lifted 2026-03-08, by a doctor on 2026-03-07')).toBe(true);
  });

  test('that was lifted cannot be lifted again', () => {
    const page = withLock();
    page.view({ 'care.doctorOn': '2026-03-07' });
    page.actions.care.lift('nothing');
    page.press('Doctor allowed massage');
    page.view({ problem: 'care.noLock' });
    expect(says(page, 'This lock does not hold any more.')).toBe(true);
  });

  test('can be made by hand, after a question', () => {
    const page = opened();
    page.press('Lock the right leg');
    page.press('Do not lock it');
    expect(locked(page)).toEqual([]);
    page.press('Lock the left leg');
    expect(says(page, 'Lock the left leg until a doctor has looked at it?')).toBe(true);
    page.press('Lock it');
    page.press('Lock the right leg');
    page.press('Lock it');
    expect(locked(page)).toEqual(['left', 'right']);
    expect(says(page, 'You locked it yourself.')).toBe(true);
  });

  test.each([
    ['stop.swelling', 'You stopped: New swelling'],
    ['sign.colour', 'You stopped: Is this leg redder or darker?'],
    ['girth', 'One leg newly thicker than the other: do not massage, get help today.'],
    ['later.words', 'It was locked on another device, for a reason that this Legato does not know.'],
  ])('of a watch says why: %s', (why, sentence) => {
    const page = opened();
    keepSaidOf(page.storage, [pack({ kind: 'lock', id: 'abcdefghjk-1', leg: 'left', why, at: NOON })], NOON);
    expect(says(page, `Since 2026-03-06: ${sentence}`)).toBe(true);
  });

  test('whose storage could not be read is reported, with what to do', () => {
    const page = opened();
    page.storage.setItem(CARE_MERGED_KEY, 'damaged');
    expect(
      says(page, 'Which legs are locked: lock them here again. Each watch asks its questions again.'),
    ).toBe(true);
  });

  test('that the storage refuses is reported', () => {
    const page = opened();
    page.press('Lock the left leg');
    page.storage.mood = 'silent';
    page.press('Lock it');
    page.storage.mood = 'good';
    expect([locked(page), says(page, 'Lock it')]).toEqual([[], true]);
  });
});

test('a girth that the person calls newly thicker locks the leg, only by their yes', () => {
  const page = opened();
  beginWeek(page.storage, FIRST);
  page.view({ open: 'diary' });
  page.press('Yes, the right');
  page.press('Lock it');
  expect(locked(page)).toEqual(['right']);
  page.press('Yes, the left');
  expect(says(page, 'Lock the left leg until a doctor has looked at it?')).toBe(true);
});

test('veins are listed by leg and zone', () => {
  const page = opened();
  page.press('○ Calf', 2);
  expect(readPreferences(page.storage)['veinRightCalf']?.[0]).toBe(true);
  page.press('● Calf');
  expect(readPreferences(page.storage)['veinRightCalf']?.[0]).toBe(false);
});

test('a number is shown only for a country that was chosen', () => {
  const page = opened();
  expect(says(page, '● No country: show no number')).toBe(true);
  for (const [name, country] of [
    ['Australia', 'AU'],
    ['Canada', 'CA'],
    ['Mainland China', 'CN'],
    ['European Union', 'EU'],
    ['United Kingdom', 'GB'],
    ['Japan', 'JP'],
    ['United States', 'US'],
  ] as const) {
    page.press(name);
    expect(countryIn(readPreferences(page.storage))).toBe(country);
  }
  expect(says(page, '● United States · 911')).toBe(true);
});

describe('a plan with a locked leg', () => {
  const one = { ...TWO_ZONES_A_LEG, legs: TWO_ZONES_A_LEG.legs.slice(0, 1) };

  test.each([
    [
      TWO_ZONES_A_LEG,
      'A watch that knows of the lock leaves the leg out of this plan as long as that is so.',
    ],
    [one, 'A watch that knows of this begins no session of this plan as long as that is so.'],
  ])('is accepted, and says what is not massaged', (plan, sentence) => {
    const page = opened();
    lockLegs(page.storage, ['left'], { by: 'hand' }, clock, Math.random);
    putPlan(page.storage, JSON.stringify(plan), NOON);
    page.view({ open: 'none' });
    expect([says(page, 'Left leg: locked'), says(page, sentence)]).toEqual([true, true]);
  });

  test('says nothing if a different leg is locked', () => {
    const page = opened();
    lockLegs(page.storage, ['right'], { by: 'hand' }, clock, Math.random);
    putPlan(page.storage, JSON.stringify(one), NOON);
    expect(says(page, 'as long as that is so')).toBe(false);
  });
});

describe('what is taken out', () => {
  function full(): MemoryStorage {
    const storage = new MemoryStorage();
    putRecords(
      storage,
      Array.from({ length: 4 }, (_, at) => dailyRecord(at)),
    );
    const left = dailyRecord(4).zones.filter(({ leg }) => leg === 'left');
    putRecords(storage, [
      { ...dailyRecord(4), version: 2, zones: left, extensions: { withheld: 'right', asked: 'no' } },
    ]);
    keepSaidOf(
      storage,
      [
        pack({ kind: 'lock', id: 'abcdefghjk-1', leg: 'right', why: 'stop.pain', at: NOON + 72 * HOUR }),
        pack({ kind: 'lock', id: 'abcdefghjk-2', leg: 'left', why: 'girth', at: NOON - 240 * HOUR }),
        pack({
          kind: 'unlock',
          id: 'abcdefghjk-3',
          lifts: 'abcdefghjk-2',
          doctorOn: FIRST - 5,
          at: NOON - 96 * HOUR,
        }),
      ],
      NOON,
    );
    return storage;
  }

  const copied = (page: OpenedPage): string => {
    const field = page.nodes().find((node) => node.kind === 'field' && node.rows === 8);
    return field?.kind === 'field' ? field.value : '';
  };

  test('the days of a lock are withheld, not missed', () => {
    const page = opened(6, full());
    page.view({ open: 'history', month: '2026-03', day: '2026-03-09' });
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'Withheld: 4',
        'Left out, as it is locked: Right leg',
        'Not all questions were answered before it.',
      ]),
    );
    page.press('Locks, stops and diary: told');
    expect(says(page, 'Left out, as it is locked')).toBe(false);
  });

  test.each(['en-US', 'zh-CN'])('the report has the locks on its one page, in %s', (language) => {
    const words = readTranslations(language);
    const page = opened(6, full(), { ...voice, translate: (text) => words.get(text) ?? `? ${text}` });
    page.view({ open: 'out', out: 'report' });
    const lines = copied(page).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    lines.forEach((line) => expect(widthOf(line)).toBeLessThanOrEqual(72));
    expect(copied(page)).not.toContain('?');
    if (language === 'en-US') {
      expect(copied(page)).toContain('2026-03-09 Right leg: You stopped: Sharp pain');
      expect(copied(page).replace(/\n +/g, ' ')).toContain('lifted 2026-03-02, by a doctor on 2026-03-01');
    }
  });

  test('a table has the locks, one a row', () => {
    const page = opened(6, full());
    page.view({ open: 'out', out: 'csv', 'csv.rows': 'diary' });
    page.press('Rows: one a day of the diary and a leg');
    expect(copied(page).trim().split('\r\n')).toEqual([
      'day,leg,why,lifted,doctor on',
      '2026-03-09,right,stop.pain,,',
      '2026-02-24,left,girth,2026-03-02,2026-03-01',
    ]);
    page.press('Rows: one a lock');
    page.press('Rows: one an answer');
    expect(copied(page)).toContain(',sign touched,stopped for,withheld,asked');
  });

  test('a backup adds locks, lifts none, and is undone without lifting any', () => {
    const page = opened(6, full());
    page.view({ open: 'out', out: 'json' });
    const text = copied(page);
    const other = opened(6);
    // The lock that is lifted in the backup is still in effect here.
    keepSaidOf(
      other.storage,
      [pack({ kind: 'lock', id: 'abcdefghjk-2', leg: 'left', why: 'girth', at: NOON - 240 * HOUR })],
      NOON,
    );
    other.view({ open: 'out' });
    other.type('Paste a backup', text);
    expect(other.texts()).toEqual(
      expect.arrayContaining([
        'Locks of a leg, to bring in: 1',
        'A backup lifts no lock: say here once more what a doctor said.',
      ]),
    );
    other.press('Bring it in');
    expect(locked(other)).toEqual(['left', 'right']);
    other.press('Undo');
    expect(locked(other)).toEqual(['left', 'right']);
  });

  test('a backup has no locks, answers, veins or country after one tap', () => {
    const page = opened(6, full());
    page.press('○ Calf');
    page.press('Japan');
    page.view({ open: 'out', out: 'json' });
    expect(copied(page)).toMatch(/veinLeftCalf.*JP|JP.*veinLeftCalf/);
    page.press('Locks, stops and diary: told');
    expect(copied(page)).not.toMatch(/vein|"country"|stop\.pain|withheld/);
  });
});

test.each(['picture', 'boxes'] as const)(
  'the section stays within its budget of nodes, with charts as %s',
  (charts) => {
    const storage = new MemoryStorage();
    putHistorySettings(storage, { dayEnd: 4, weekStart: 1, charts });
    lockLegs(storage, ['left', 'right'], { by: 'hand' }, clock, Math.random);
    const page = opened(6, storage);
    expect(page.nodes().length).toBeLessThanOrEqual(150);
  },
);
