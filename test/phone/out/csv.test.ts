import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as csvParse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { SessionRecord } from '../../../core/record/record';
import type { WeekDays } from '../../../phone/diary/weeks';
import type { CsvForm } from '../../../phone/out/csv';
import {
  CARE_HEAD,
  csvOf,
  DIARY_HEAD,
  diaryCsv,
  LOCKS_HEAD,
  SESSION_HEAD,
  ZONE_HEAD,
} from '../../../phone/out/csv';
import { anyRecord, dailyRecord } from '../../core/record/records';
import { runs } from '../../runs';

const forms: fc.Arbitrary<CsvForm> = fc.record({
  rows: fc.constantFrom('session', 'zone'),
  separator: fc.constantFrom(',', ';'),
  decimal: fc.constantFrom('.', ','),
  mark: fc.boolean(),
  care: fc.boolean(),
});

/** What two independent libraries read. */
function readTwice(text: string, { separator }: CsvForm): readonly string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimiter: separator,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(csvParse(text, { delimiter: separator, bom: true })).toEqual(data);
  return data;
}

const NAMES = fc.constantFrom(
  'Amazfit Balance',
  '=1+1',
  '+a',
  '-a',
  '@a',
  '＝1+1',
  ' =1',
  '\u200f\u202e=1',
  'a;b,c "d"\r\ne',
  '中文 🦵',
  'مرحبا',
);

test('two libraries read back what was written, in every form', () => {
  fc.assert(
    fc.property(fc.array(anyRecord(), { maxLength: 5 }), forms, NAMES, (records, form, name) => {
      const text = csvOf(records, form, { dayEnd: 4, watchName: () => name });
      expect(text.startsWith('\ufeff')).toBe(form.mark);
      const [head, ...rows] = readTwice(text, form);
      const session = form.care ? [...SESSION_HEAD, ...CARE_HEAD] : SESSION_HEAD;
      expect(head).toEqual(
        form.rows === 'session' ? session : form.care ? [...ZONE_HEAD, ...CARE_HEAD] : ZONE_HEAD,
      );
      expect(rows).toHaveLength(
        form.rows === 'session'
          ? records.length
          : records.reduce((sum, { zones }) => sum + Math.max(1, zones.length), 0),
      );
      const shown = /^[\s\u200f\u202e]*[=+\-@＝]/.test(name) ? `'${name}` : name;
      expect(rows.map((row) => row[6])).toEqual(rows.map(() => shown));
    }),
    { numRuns: runs(1000, 150) },
  );
});

test('a row of a session has its time, length and kind, in the local time of the person', () => {
  const record: SessionRecord = {
    ...dailyRecord(0),
    extensions: { made: 'hand', note: encodeURIComponent('=ill, "much"\nbetter') },
  };
  const form: CsvForm = { rows: 'session', separator: ';', decimal: ',', mark: false, care: false };
  const [, row] = readTwice(csvOf([record], form, { dayEnd: 4, watchName: () => '' }), form);
  expect(row).toEqual([
    ...['abcdefghjk-0', '2026-03-05', '2026-03-05 08:14:30', '2026-03-05 08:25:12', 'hand', 'finished', ''],
    ...['5,00', '5,00', '5,00', '5,00', '1', '7', '22', '22', `'=ill, "much"\nbetter`],
  ]);
});

test('a session that a person has dated is marked as made by hand, like one that was entered', () => {
  const made = (extensions: SessionRecord['extensions']): string | undefined => {
    const form: CsvForm = { rows: 'zone', separator: ',', decimal: '.', mark: false, care: false };
    const record = { ...dailyRecord(0), version: 2 as const, extensions };
    return readTwice(csvOf([record], form, { dayEnd: 4, watchName: () => '' }), form)[1]?.[4];
  };
  expect([made({ made: 'timed' }), made({ made: 'timed', dated: 'hand' }), made({ made: 'hand' })]).toEqual([
    ...['timed', 'hand', 'hand'],
  ]);
});

test('a zone has a row of its own', () => {
  const form: CsvForm = { rows: 'zone', separator: ',', decimal: '.', mark: true, care: true };
  const rows = readTwice(csvOf([dailyRecord(0)], form, { dayEnd: 4, watchName: () => 'GTR' }), form);
  expect(rows[3]?.slice(5)).toEqual([
    ...['finished', 'GTR', 'left', 'knee', '1.00', '1.00', '', '', '', '', ''],
  ]);
});

test('each zone of a session has its note, which no spreadsheet takes for a formula', () => {
  const notes = ['=1+1', '@sum(a1)', 'first line\n"second"; third', '中文，很好'];
  const shown = ["'=1+1", "'@sum(a1)", 'first line\n"second"; third', '中文，很好'];
  notes.forEach((note, nth) => {
    const record = { ...dailyRecord(0), extensions: { made: 'hand', note: encodeURIComponent(note) } };
    const form: CsvForm = { rows: 'zone', separator: ';', decimal: ',', mark: true, care: false };
    const [head = [], ...rows] = readTwice(csvOf([record], form, { dayEnd: 4, watchName: () => '' }), form);
    expect(rows.map((row) => row[head.indexOf('note')])).toEqual(record.zones.map(() => shown[nth]));
  });
});

test('each zone of each session has one row, with its own leg, name and minutes, whatever else is in the record', () => {
  fc.assert(
    fc.property(fc.array(anyRecord(), { maxLength: 5 }), forms, (records, form) => {
      const wanted = { ...form, rows: 'zone' } as const;
      const [head = [], ...rows] = readTwice(
        csvOf(records, wanted, { dayEnd: 4, watchName: () => '' }),
        wanted,
      );
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set(rows.length > 0 ? [head.length] : []));
      const seconds = (cell = ''): number => Math.round(Number(cell.replace(',', '.')) * 60);
      const at = (name: string): number => head.indexOf(name);
      expect(
        rows.map((row) => [
          ...[row[at('id')], row[at('leg')], row[at('zone')]],
          ...[seconds(row[at('planned min')]), seconds(row[at('done min')])],
        ]),
      ).toEqual(
        records.flatMap(({ id, zones }) =>
          zones.length === 0
            ? [[id, '', '', 0, 0]]
            : zones.map((zone) => [id, zone.leg, zone.zone, zone.plannedSeconds, zone.doneSeconds]),
        ),
      );
    }),
    { numRuns: runs(1000, 150) },
  );
});

test('a row of a session has its sign and its stop, and neither if care is left out', () => {
  const record: SessionRecord = {
    ...dailyRecord(0),
    version: 2,
    extensions: { sign: 'left', stop: 'hurts', withheld: 'right' },
  };
  const rowOf = (care: boolean): readonly string[] => {
    const form: CsvForm = { rows: 'session', separator: ';', decimal: ',', mark: false, care };
    return readTwice(csvOf([record], form, { dayEnd: 4, watchName: () => '' }), form)[1] ?? [];
  };
  expect(rowOf(true).slice(-4)).toEqual(['left', 'hurts', 'right', '']);
  expect(rowOf(false)).toHaveLength(SESSION_HEAD.length);
});

test('a day of the diary has a row for each leg', () => {
  const form: CsvForm = { rows: 'diary', separator: ';', decimal: ',', mark: false, care: true };
  const days: WeekDays = new Map([
    [
      20_517,
      {
        evening: { state: 'answered', how: 'each', legs: { left: [1, 2, 3, 4, 5], right: [0, 0, 0, 0, 10] } },
        girth: { left: 365 },
      },
    ],
    [20_518, { evening: { state: 'skipped' }, girth: {} }],
  ]);
  expect(readTwice(diaryCsv(days, form), form)).toEqual([
    ['day', 'leg', 'answered', 'heavy', 'aching', 'swollen', 'throbbing', 'itching', 'girth cm'],
    ['2026-03-05', 'left', 'each', '1', '2', '3', '4', '5', '36,5'],
    ['2026-03-05', 'right', 'each', '0', '0', '0', '0', '10', ''],
    ['2026-03-06', 'left', 'skipped', '', '', '', '', '', ''],
    ['2026-03-06', 'right', 'skipped', '', '', '', '', '', ''],
  ]);
});

test('docs/tables.md describes every column', () => {
  const told = readFileSync(join(__dirname, '../../../docs/tables.md'), 'utf8');
  const columns = [SESSION_HEAD, ZONE_HEAD, CARE_HEAD, DIARY_HEAD, LOCKS_HEAD].flat();
  expect(columns.filter((column) => !told.includes(`\`${column}\``))).toEqual([]);
});
