import fc from 'fast-check';
import { idOf, PACKED_LIMIT, packRecord, parseRecord } from '../../../core/record/packed-record';
import type { SessionRecord } from '../../../core/record/record';
import { makeRecord } from '../../../core/record/record';
import { runs } from '../../runs';
import { plans, wildBeats } from '../arbitraries';
import { fixtureJson } from '../../fixtures/fixture';
import { anyRecord, dailyRecord, firstRecord, packed, recordOfAnother } from './records';
import type { Beat } from '../session/story';
import { outcome, tell } from '../session/story';

const NUM_RUNS = { numRuns: runs(2000, 300) };

/** The default session in the first format. */
const FIRST =
  Object.values(
    fixtureJson('records.json') as Readonly<Record<string, { readonly record: SessionRecord }>>,
  ).map(({ record }) => ({ ...record, extensions: {} }))[0] ?? dailyRecord(1);

test('a packed record is read back field by field', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      expect(parseRecord(packRecord(record))).toEqual({ ok: true, value: record });
    }),
    NUM_RUNS,
  );
});

test('every record is ASCII and within its size limit', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      const text = packRecord(record);
      expect(text.length).toBeLessThanOrEqual(PACKED_LIMIT);
      expect(text).toMatch(/^[\x20-\x7e]*$/);
    }),
    NUM_RUNS,
  );
});

test('the id of a packed record can be read without parsing the rest', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      expect(idOf(packRecord(record))).toBe(record.id);
    }),
    NUM_RUNS,
  );
});

test('no text makes the parser throw, and an accepted one packs to the same text', () => {
  const near = fc
    .tuple(anyRecord(), fc.nat(200), fc.constantFrom('', '0', '-', ' ', 'z', '_', 'Z', '\u00e9'))
    .map(([record, at, by]) => {
      const text = packRecord(record);
      return text.slice(0, at) + by + text.slice(at + 1);
    });
  fc.assert(
    fc.property(fc.oneof(near, fc.string(), fc.anything()), (input) => {
      const record = parseRecord(input);
      if (record.ok) expect(packRecord(record.value)).toBe(input);
    }),
    NUM_RUNS,
  );
});

test('a record of the first format is within the size limit of that format', () => {
  fc.assert(
    fc.property(firstRecord(), (record) => {
      expect(packRecord(record).length).toBeLessThanOrEqual(160);
    }),
    NUM_RUNS,
  );
});

test('names of another version are kept and passed on unchanged', () => {
  fc.assert(
    fc.property(recordOfAnother(), (record) => {
      const read = parseRecord(packRecord(record));
      expect(read.ok && read.value).toEqual(record);
      expect(read.ok && packRecord(read.value)).toBe(packRecord(record));
    }),
    NUM_RUNS,
  );
});

test('the record of the default session takes 86 bytes', () => {
  expect(packed(1)).toBe(
    '2 abcdefghjk-1 mmek72lm drhi 1o F A1oBCDEFGHIJ 1 7 1uo L1Pm made=timed plan=mmd4r7xm',
  );
});

test('a zone, a carrier, a reason and an ending of another version are shown by name', () => {
  const text =
    '2 abcdefghjk-1 mmek72lm drhi 1o (hurt) (left.foot)1o.7A 1 7 1uo PmD2(by.bell)3(why.offWrist)1 pain=left.calf';
  expect(parseRecord(text)).toMatchObject({
    ok: true,
    value: {
      ending: 'hurt',
      zones: [
        { leg: 'left', zone: 'foot', plannedSeconds: 60, doneSeconds: 7 },
        { leg: 'left', zone: 'ankle', plannedSeconds: 60, doneSeconds: 7 },
      ],
      cues: {
        ...{ due: 28, played: 25, missed: 3 },
        by: { page: 22, alarm: 0, timer: 0, bell: 3 },
        why: { doNotDisturb: 2, offWrist: 1 },
      },
      extensions: { pain: 'left.calf' },
    },
  });
});

test.each([dailyRecord(1), { ...FIRST, version: 1 as const }])(
  'numbers beyond what format $version holds become the largest it holds',
  (day: SessionRecord) => {
    const huge: SessionRecord = {
      ...day,
      endedAt: day.startedAt + 1e14,
      pauses: { count: 1e9, seconds: 1e12 },
      zones: day.zones.map((zone) => ({ ...zone, doneSeconds: 1e9 })),
      cues: { ...day.cues, late: 1e6, latest: 1e15, by: { page: 1e6, alarm: 0, timer: 1e6 } },
    };
    const text = packRecord(huge);
    const most = day.version === 1 ? 1295 : 46_655;
    const record = parseRecord(text);
    expect(record.ok && record.value.zones[0]?.doneSeconds).toBe(36 ** 4 - 1);
    expect(record.ok && record.value.cues).toMatchObject({
      ...day.cues,
      ...{ due: 2 * most, played: most, late: most, latest: 36 ** 8 - 1 },
      by: { page: most, alarm: 0, timer: most },
    });
  },
);

const words = packRecord(FIRST).split(' ');
const withWord = (at: number, word: string): string =>
  words.map((old, i) => (i === at ? word : old)).join(' ');
const [zones = ''] = words.slice(6, 7);

const refused: readonly (readonly [name: string, input: unknown, code: string])[] = [
  ['nothing', undefined, 'recordInvalid'],
  ['a number', 17, 'recordInvalid'],
  ['an object', { id: 'a-1' }, 'recordInvalid'],
  ['an empty text', '', 'recordInvalid'],
  ['a text without words', 'abc', 'recordInvalid'],
  ['ten megabytes', 'x'.repeat(10_000_000), 'recordInvalid'],
  ['ten megabytes that begin like a record', packRecord(FIRST) + '0'.repeat(10_000_000), 'recordInvalid'],
  ['a later version', withWord(0, '3'), 'recordVersion'],
  ['a much later version', withWord(0, 'zz'), 'recordVersion'],
  ['a later version with other words', '3 abc', 'recordVersion'],
  ['no id', withWord(1, ''), 'recordInvalid'],
  ['an id of other characters', withWord(1, 'a_b'), 'recordInvalid'],
  ['an id too long', withWord(1, 'a'.repeat(21)), 'recordInvalid'],
  ['a start before 1970', withWord(2, '-5'), 'recordInvalid'],
  ['a start that is no number', withWord(2, '_'), 'recordInvalid'],
  ['a negative length', withWord(3, '-a'), 'recordInvalid'],
  ['a length with a point', withWord(3, '1.5'), 'recordInvalid'],
  ['two days from UTC', withWord(4, '280'), 'recordInvalid'],
  ['two days from UTC the other way', withWord(4, '-280'), 'recordInvalid'],
  ['minus nothing from UTC', withWord(4, '-0'), 'recordInvalid'],
  ['an ending nobody knows', withWord(5, '9'), 'recordInvalid'],
  ['no zones', withWord(6, ''), 'recordInvalid'],
  ['half a zone', withWord(6, zones.slice(0, 10)), 'recordInvalid'],
  ['a zone twice', withWord(6, zones.slice(0, 7) + zones.slice(0, 7)), 'recordInvalid'],
  ['a zone of a third leg', withWord(6, `a${zones.slice(1, 7)}`), 'recordInvalid'],
  ['a zone that is no digit', withWord(6, `_${zones.slice(1, 7)}`), 'recordInvalid'],
  ['a zone planned too short', withWord(6, '0040010'), 'recordInvalid'],
  ['a zone planned too long', withWord(6, '0p10010'), 'recordInvalid'],
  ['eleven zones', withWord(6, zones + zones.slice(0, 7)), 'recordInvalid'],
  ['a negative number of pauses', withWord(7, '-1'), 'recordInvalid'],
  ['leading zeros', withWord(8, '007'), 'recordInvalid'],
  ['a capital digit', withWord(9, 'A'), 'recordInvalid'],
  ['more late cues than came', withWord(10, '0n0m'), 'recordInvalid'],
  ['no cues', withWord(10, ''), 'recordInvalid'],
  ['half a count of cues', withWord(10, '010'), 'recordInvalid'],
  ['a count that is 0 at the end', withWord(10, '010m00'), 'recordInvalid'],
  ['counts for more reasons than there are', withWord(10, `010m${'00'.repeat(8)}01`), 'recordInvalid'],
  ['a word too few', words.slice(0, -1).join(' '), 'recordInvalid'],
  ['a word too many', `${packRecord(FIRST)} 0`, 'recordInvalid'],
];

const today = packed(1).split(' ');
const withWordOfToday = (at: number, word: string): string =>
  today.map((old, i) => (i === at ? word : old)).join(' ');

const refusedOfToday: readonly (readonly [name: string, input: string])[] = [
  ['the first format under the second number', withWord(0, '2')],
  ['an id too long', withWordOfToday(1, 'a'.repeat(21))],
  ['leading zeros', withWordOfToday(2, '0mmek72lm')],
  ['two days from UTC', withWordOfToday(4, '280')],
  ['two days from UTC the other way', withWordOfToday(4, '-280')],
  ['an ending with a letter that the format does not have', withWordOfToday(5, 'Z')],
  ['an ending by its name that has a letter', withWordOfToday(5, '(finished)')],
  ['a zone with a letter that the format does not have', withWordOfToday(6, 'A1oZ')],
  ['a zone by its name that has a letter', withWordOfToday(6, '(left.ankle)1o')],
  ['a zone of no leg', withWordOfToday(6, '(foot)1o')],
  ['a zone twice', withWordOfToday(6, 'A1oBA')],
  ['a first zone without seconds', withWordOfToday(6, 'A')],
  ['seconds that are as before', withWordOfToday(6, 'A1oB1o')],
  ['seconds done that are those planned', withWordOfToday(6, 'A1o.1o')],
  ['zones with something between', withWordOfToday(6, 'A1o,B')],
  ['no zones', withWordOfToday(6, '-')],
  ['more late cues than came', withWordOfToday(10, 'L2P1')],
  ['a count of 0', withWordOfToday(10, 'P0')],
  ['counts in another order', withWordOfToday(10, 'PmL1')],
  ['a count twice', withWordOfToday(10, 'P1P2')],
  ['a count of what is neither carrier nor reason', withWordOfToday(10, 'Pm(at.foot)1')],
  ['names in another order', withWordOfToday(11, 'zone=1')],
  ['a name twice', withWordOfToday(12, 'made=timed')],
  ['a name without a value', withWordOfToday(12, 'plan=')],
  ['a value without a name', withWordOfToday(12, '=1')],
  ['a name of strange letters', withWordOfToday(12, 'pl-an=1')],
  ['a value with a quote', withWordOfToday(12, 'plan="1"')],
  ['a value with a backslash', withWordOfToday(12, 'plan=\\')],
  ['a value that is not ASCII', withWordOfToday(12, 'plan=\u00e9')],
  ['too long a text', withWordOfToday(12, `plan=${'1'.repeat(1000)}`)],
  ['a space at the end', `${packed(1)} `],
];

test.each(refusedOfToday)('%s is not a record', (_, input) => {
  expect(parseRecord(input)).toEqual({ ok: false, error: 'recordInvalid' });
});

test.each(refused)('%s is not a record', (_, input, code) => {
  expect(parseRecord(input)).toEqual({ ok: false, error: code });
});

test('the phone accepts the record of any ended session, whatever the clock did', () => {
  fc.assert(
    fc.property(plans(600), wildBeats(), (plan, beats) => {
      const last = outcome(tell(plan, [...beats, LOOK, END]));
      if (last.phase !== 'ended') throw new Error('The person ended the session.');
      const record = makeRecord(last, () => 60);
      expect(parseRecord(packRecord(record))).toEqual({ ok: true, value: record });
    }),
    NUM_RUNS,
  );
});

const LOOK: Beat = { after: 0, quiet: undefined, act: { kind: 'advance' } };
const END: Beat = { after: 0, quiet: undefined, act: { kind: 'command', what: 'end' } };
