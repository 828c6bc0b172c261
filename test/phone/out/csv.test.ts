import { parse as csvParse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { SessionRecord } from '../../../core/record/record';
import type { CsvForm } from '../../../phone/out/csv';
import { csvOf, SESSION_HEAD, ZONE_HEAD } from '../../../phone/out/csv';
import { anyRecord, dailyRecord } from '../../core/record/records';
import { runs } from '../../runs';

const forms: fc.Arbitrary<CsvForm> = fc.record({
  rows: fc.constantFrom('session', 'zone'),
  separator: fc.constantFrom(',', ';'),
  decimal: fc.constantFrom('.', ','),
  mark: fc.boolean(),
});

/** What two libraries read, which know nothing of each other. */
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
      expect(head).toEqual(form.rows === 'session' ? SESSION_HEAD : ZONE_HEAD);
      expect(rows).toHaveLength(
        form.rows === 'session' ? records.length : records.reduce((sum, { zones }) => sum + zones.length, 0),
      );
      const shown = /^[=+\-@]/.test(name) ? `'${name}` : name;
      expect(rows.map((row) => row[6])).toEqual(rows.map(() => shown));
    }),
    { numRuns: runs(1000, 150) },
  );
});

test('a row of a session says when, how long and how, where the person was', () => {
  const record: SessionRecord = {
    ...dailyRecord(0),
    extensions: { made: 'hand', note: encodeURIComponent('=ill, "much"\nbetter') },
  };
  const form: CsvForm = { rows: 'session', separator: ';', decimal: ',', mark: false };
  const [, row] = readTwice(csvOf([record], form, { dayEnd: 4, watchName: () => '' }), form);
  expect(row).toEqual([
    ...['abcdefghjk-0', '2026-03-05', '2026-03-05 08:14:30', '2026-03-05 08:25:12', 'hand', 'finished', ''],
    ...['5,00', '5,00', '5,00', '5,00', '1', '7', '22', '22', `'=ill, "much"\nbetter`],
  ]);
});

test('a zone has a row of its own', () => {
  const form: CsvForm = { rows: 'zone', separator: ',', decimal: '.', mark: true };
  const rows = readTwice(csvOf([dailyRecord(0)], form, { dayEnd: 4, watchName: () => 'GTR' }), form);
  expect(rows[3]?.slice(5)).toEqual(['finished', 'GTR', 'left', 'knee', '1.00', '1.00']);
});
