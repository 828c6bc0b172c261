import fc from 'fast-check';
import { cutRows, MAIL_LIMIT, mailLink } from '../../../phone/out/cut';
import { onePage, REPORT_LINES, REPORT_WIDTH, widthOf, wrapped } from '../../../phone/out/report';
import { runs } from '../../runs';

const rows = fc.array(
  fc.string({ unit: 'grapheme', maxLength: 90 }).map((row) => row.replace(/[\n\r]/g, '')),
  { maxLength: 60 },
);

test('a mail has whole rows, up to its limit, and says what is missing', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const text = list.map((row) => `${row}\n`).join('');
      const { address, cut } = mailLink(
        'Legato: a table',
        text,
        ({ rows: some, of }) => `cut: ${some} of ${of}`,
      );
      const body = decodeURIComponent(address.replace(/^mailto:\?subject=.*&body=/, ''));
      const length = (some: string): number => 'Legato: a table'.length + some.length;
      expect(length(body)).toBeLessThanOrEqual(MAIL_LIMIT);
      // Another row would not have fitted.
      if (cut.rows < cut.of)
        expect(length(`${body}${list[cut.rows] ?? ''}\r\n`)).toBeGreaterThan(MAIL_LIMIT - 'cut: '.length);
      const sent = list
        .slice(0, cut.rows)
        .map((row) => `${row}\r\n`)
        .join('');
      expect(cut.of).toBe(list.length);
      expect(body).toBe(cut.rows === cut.of ? sent : `${sent}cut: ${cut.rows} of ${cut.of}`);
    }),
    { numRuns: runs(500, 100) },
  );
});

test('every character counts as one, whatever it takes in a link', () => {
  const text = `${'腿'.repeat(1000)}\n${'🦵'.repeat(300)}\n`;
  const { address, cut } = mailLink('腿', text, () => '');
  const sent = text.replace(/\n/g, '\r\n');
  expect([cut.rows, decodeURIComponent(address)]).toEqual([2, `mailto:?subject=腿&body=${sent}`]);
});

test('lines of a mail end as RFC 6068 says, whatever their ends in the text', () => {
  const { address } = mailLink('Report', 'one\ntwo\r\nthree', () => '');
  expect(address).toBe('mailto:?subject=Report&body=one%0D%0Atwo%0D%0Athree');
});

test('rows are cut after their line ends, the last one without', () => {
  const text = 'a\r\nbb\r\nc';
  expect([2, 3, 6, 7, 8].map((limit) => cutRows(text, limit))).toEqual([
    { text: '', rows: 0, of: 3 },
    { text: 'a\r\n', rows: 1, of: 3 },
    { text: 'a\r\n', rows: 1, of: 3 },
    { text: 'a\r\nbb\r\n', rows: 2, of: 3 },
    { text, rows: 3, of: 3 },
  ]);
});

test('where not even one row fits, none is there', () => {
  expect([0, -1].map((limit) => cutRows('a\nb\n', limit))).toEqual([
    { text: '', rows: 0, of: 2 },
    { text: '', rows: 0, of: 2 },
  ]);
  expect(cutRows('\n\n', 0)).toEqual({ text: '', rows: 0, of: 2 });
  expect(cutRows('', 0)).toEqual({ text: '', rows: 0, of: 0 });
});

test('lines of a report are no wider than a page, in every language', () => {
  const texts = fc.array(
    fc.constantFrom('word', 'ein-sehr-langes-wort', '中文', '，', ' ', 'x'.repeat(100), '🦵'),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('');
      const lines = wrapped(text);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(REPORT_WIDTH);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
    { numRuns: runs(500, 100) },
  );
});

test('no line of a report begins with a sign that closes what is before it, or ends with one that opens', () => {
  const texts = fc.array(
    fc.constantFrom('word ', '中', '中：“文', '中”，', '文、', '（左', '右）。', 'word，', '100 %, ', '🦵'),
    { minLength: 30, maxLength: 60 },
  );
  fc.assert(
    fc.property(texts, (pieces) => {
      const lines = wrapped(pieces.join(''));
      for (const line of lines) {
        expect(line).not.toMatch(/^ *[，：、。）”%]/);
        expect(line).not.toMatch(/[（“\ud800-\udbff]$/);
      }
    }),
    { numRuns: runs(500, 100) },
  );
});

test('a page keeps its end, however much is in the middle', () => {
  const lines = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `line ${at}`);
  const page = onePage(['head'], lines(100), ['foot'], 'more').trimEnd().split('\n');
  expect([page.length, page[0], page[38], page[39]]).toEqual([REPORT_LINES, 'head', 'more', 'foot']);
  expect(onePage(['head'], lines(3), ['foot'], 'more').trimEnd().split('\n')).toHaveLength(5);
});
