import { dayFrom } from '../../core/calendar/day';
import { beginWeek, keepEvening, putGirth, skipEvening } from '../../phone/diary/change';
import { openDiary, readWeeks } from '../../phone/diary/weeks';
import { putRecords } from '../../phone/ledger';
import { widthOf } from '../../phone/out/report';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import { readTranslations } from './translations';
import { ENGLISH, OpenedPage } from './opened';

const HOUR = 3_600_000;
const FIRST = dayFrom('2026-03-06') ?? NaN;
const voice = { ...ENGLISH, offsetAt: () => 60 };
const TOLD = 'Locks, stops and diary: told';

/** A phone with sessions, one of which was stopped, and two diary weeks. */
function full(said = voice): OpenedPage {
  const storage = new MemoryStorage();
  putRecords(
    storage,
    Array.from({ length: 60 }, (_, at) => {
      const record = dailyRecord(at);
      const stopped = {
        ...record,
        version: 2,
        ending: 'stopped',
        extensions: { stop: 'hurts', sign: 'left,right' },
      } as const;
      return at === 3 ? stopped : record;
    }),
  );
  [0, 50].forEach((since) => {
    beginWeek(storage, FIRST + since);
    for (let at = 0; at < 6; at += 1) {
      const day = FIRST + since + at;
      keepEvening(storage, { day, how: 'alike', ratings: [6 - at, 3, at, 1, 10] }, day);
    }
    putGirth(storage, FIRST + since, { left: '36.5', right: '37' });
    skipEvening(storage, FIRST + since + 6);
  });
  return new OpenedPage(storage, () => ((FIRST + 57) * 24 + 11) * HOUR, said);
}

function copied(page: OpenedPage): string {
  const field = page.nodes().find((node) => node.kind === 'field' && node.rows === 8);
  return field?.kind === 'field' ? field.value : '';
}

describe('the report', () => {
  test('includes stops and diary, and neither after one tap', () => {
    const page = full();
    page.view({ open: 'out', out: 'report' });
    expect(copied(page)).toContain('Sessions that were stopped: 2026-03-08 08:14 Stopped: it hurt');
    expect(copied(page)).toContain('Left leg: Heavy 3.5 (1–6) → 3.5 (1–6), Aching 3 → 3, Swollen 2.5 (0–5)');
    expect(copied(page)).toContain('Calf girth, Left leg: 36.5 cm (2026-03-06) → 36.5 cm (2026-04-25)');
    page.press(TOLD);
    expect(copied(page)).not.toMatch(/stopped:|Diary|girth/);
    page.press('Locks, stops and diary: left out');
    expect(copied(page)).toContain('Diary');
  });

  test('for a single week shows its days, and a girth that was measured once', () => {
    const storage = new MemoryStorage();
    putRecords(storage, [dailyRecord(0)]);
    beginWeek(storage, FIRST);
    keepEvening(storage, { day: FIRST, how: 'alike', ratings: [1, 2, 3, 4, 5] }, FIRST);
    putGirth(storage, FIRST, { left: '36', right: '' });
    const page = new OpenedPage(storage, () => ((FIRST + 1) * 24 + 11) * HOUR, voice);
    page.view({ open: 'out', out: 'report' });
    expect(copied(page)).toContain('middle evening and range: 2026-03-06');
    expect(copied(page)).toContain('Calf girth, Left leg: 36.0 cm (2026-03-06)\n');
    skipEvening(storage, FIRST + 1);
    expect(copied(page)).toContain('Heavy 1, Aching 2');
  });

  test.each(['en-US', 'zh-CN'])('is still one page of 40 lines of 72 characters in %s', (language) => {
    const words = readTranslations(language);
    const page = full({ ...voice, translate: (text) => words.get(text) ?? `? ${text}` });
    page.view({ open: 'out', out: 'report' });
    const lines = copied(page).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(40);
    lines.forEach((line) => expect(widthOf(line)).toBeLessThanOrEqual(72));
    expect(copied(page)).not.toContain('?');
  });
});

describe('the table', () => {
  test('has a row for each leg and day of the diary, if care is included', () => {
    const page = full();
    page.view({ open: 'out', out: 'csv' });
    page.press('Rows: one a session');
    page.press('Rows: one a zone');
    const rows = copied(page).trim().split('\r\n');
    expect(rows).toHaveLength(1 + 2 * 14);
    expect(rows[1]).toBe('2026-03-06,left,alike,6,3,0,1,10,36.5');
    page.press(TOLD);
    expect(copied(page)).toContain('id,day,start');
    expect(copied(page)).not.toContain('stopped for');
    page.press('Rows: one a session');
    page.press('Rows: one a zone');
    expect(page.texts().join()).toContain('Rows: one a session');
  });

  test('switches from the diary through the locks back to sessions', () => {
    const page = full();
    page.view({ open: 'out', out: 'csv', 'csv.rows': 'diary' });
    page.press('Rows: one a day of the diary and a leg');
    page.press('Rows: one a lock');
    page.press('Rows: one an answer');
    expect(copied(page)).toContain('sign touched,stopped for');
  });
});

describe('the backup', () => {
  test('imports the diary into another phone after a preview, and an undo reverts it', () => {
    const page = full();
    page.view({ open: 'out', out: 'json' });
    const other = new OpenedPage(new MemoryStorage(), () => ((FIRST + 57) * 24 + 11) * HOUR, voice);
    other.view({ open: 'out' });
    other.type('Paste a backup', copied(page));
    expect(other.texts()).toContain('Days of the diary, to bring in: 14');
    other.press('Bring it in');
    expect(readWeeks(other.storage)).toEqual(readWeeks(page.storage));
    expect(openDiary(other.storage).daysOf(FIRST)).toEqual(openDiary(page.storage).daysOf(FIRST));
    other.press('Undo');
    expect(readWeeks(other.storage).begun).toEqual([]);
  });

  test('does not undo what the person has entered into the diary since', () => {
    const page = full();
    page.view({ open: 'out', out: 'json' });
    const other = new OpenedPage(new MemoryStorage(), () => (FIRST * 24 + 20) * HOUR, voice);
    other.view({ open: 'out' });
    other.type('Paste a backup', copied(page));
    other.press('Bring it in');
    beginWeek(other.storage, FIRST + 20);
    expect(other.texts()).not.toContain('Undo');
  });

  test('contains nothing about care after one tap', () => {
    const page = full();
    page.view({ open: 'out', out: 'json' });
    expect(copied(page)).toMatch(/"stop":"hurts"[^]*/);
    page.press(TOLD);
    expect(copied(page)).not.toMatch(/"stop"|"sign"|alike/);
    expect(copied(page)).toContain('"diary":null');
  });
});

describe('the history', () => {
  test('shows the diary and a stop on their day, and neither after one tap', () => {
    const page = full();
    page.view({ open: 'history', month: '2026-03', day: '2026-03-08', list: 'all' });
    expect(page.texts()).toEqual(
      expect.arrayContaining([
        'Stopped: it hurt',
        'The sign was touched: Left leg, Right leg',
        'Left leg: Heavy 4, Aching 3, Swollen 2, Throbbing 1, Itching 10',
      ]),
    );
    page.press(TOLD);
    expect(page.texts().join()).not.toMatch(/Stopped: it hurt|sign was touched|Heavy/);
    expect(page.nodes().length).toBeLessThanOrEqual(150 + 31);
  });

  test('a stop with a reason from a later version is shown as a stop', () => {
    const page = full();
    putRecords(page.storage, [
      { ...dailyRecord(70), version: 2, extensions: { stop: 'dizzy' } },
      { ...dailyRecord(71), version: 2, extensions: { stop: 'sign' } },
    ]);
    page.view({ open: 'today' });
    expect(page.texts()).toEqual(expect.arrayContaining(['Stopped: something was wrong', 'Stopped: a sign']));
  });
});
