import fc from 'fast-check';
import { idOf, PACKED_LIMIT, packRecord, parseRecord } from '../../../core/record/packed-record';
import type { SessionRecord } from '../../../core/record/record';
import { makeRecord } from '../../../core/record/record';
import { runs } from '../../runs';
import { plans, wildBeats } from '../arbitraries';
import { anyRecord, dailyRecord, packed } from './records';
import type { Beat } from '../session/story';
import { outcome, tell } from '../session/story';

const NUM_RUNS = { numRuns: runs(2000, 300) };

test('a packed record is read back field by field', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      expect(parseRecord(packRecord(record))).toEqual({ ok: true, value: record });
    }),
    NUM_RUNS,
  );
});

test('any record takes no more room than it may, in ASCII', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      const text = packRecord(record);
      expect(text.length).toBeLessThanOrEqual(PACKED_LIMIT);
      expect(text).toMatch(/^[\x20-\x7e]*$/);
    }),
    NUM_RUNS,
  );
});

test('a packed record tells its id without being read', () => {
  fc.assert(
    fc.property(anyRecord(), (record) => {
      expect(idOf(packRecord(record))).toBe(record.id);
    }),
    NUM_RUNS,
  );
});

test('whatever text is read, nothing is thrown, and what is taken packs to the same text', () => {
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

test('numbers beyond what the format holds become the largest it holds', () => {
  const day: SessionRecord = dailyRecord(1);
  const huge: SessionRecord = {
    ...day,
    endedAt: day.startedAt + 1e14,
    pauses: { count: 1e9, seconds: 1e12 },
    zones: day.zones.map((zone) => ({ ...zone, doneSeconds: 1e9 })),
    cues: { ...day.cues, late: 1e6, latest: 1e15, by: { page: 1e6, alarm: 0, timer: 1e6 } },
  };
  const text = packRecord(huge);
  const record = parseRecord(text);
  expect(record.ok && record.value.zones[0]?.doneSeconds).toBe(36 ** 4 - 1);
  expect(record.ok && record.value.cues).toEqual({
    ...day.cues,
    ...{ due: 2 * 1295, played: 1295, late: 1295, latest: 36 ** 8 - 1 },
    by: { page: 1295, alarm: 0, timer: 1295 },
  });
});

const words = packed(1).split(' ');
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
  ['ten megabytes that begin like a record', packed(1) + '0'.repeat(10_000_000), 'recordInvalid'],
  ['a later version', withWord(0, '2'), 'recordVersion'],
  ['a much later version', withWord(0, 'zz'), 'recordVersion'],
  ['a later version with other words', '2 abc', 'recordVersion'],
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
  ['a word too many', `${packed(1)} 0`, 'recordInvalid'],
];

test.each(refused)('%s is no record', (_, input, code) => {
  expect(parseRecord(input)).toEqual({ ok: false, error: code });
});

test('the record of any session that has ended, whatever the clock did, is one that the phone takes', () => {
  fc.assert(
    fc.property(plans(600), wildBeats(), (plan, beats) => {
      const last = outcome(tell(plan, [...beats, LOOK, END]));
      if (last.phase !== 'ended') throw new Error('The person ended the session.');
      const record = makeRecord(last, 60);
      expect(parseRecord(packRecord(record))).toEqual({ ok: true, value: record });
    }),
    NUM_RUNS,
  );
});

const LOOK: Beat = { after: 0, silenced: false, act: { kind: 'advance' } };
const END: Beat = { after: 0, silenced: false, act: { kind: 'command', what: 'end' } };
