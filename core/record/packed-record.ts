import type { Brand } from '../brand';
import { FORMAT_1_LIMIT, packFormat1, readFormat1 } from './format-1';
import { FORMAT_2_LIMIT, packFormat2, readFormat2 } from './format-2';
import type { RecordVersion, SessionRecord } from './record';
import type { Result } from '../result';
import { err, ok } from '../result';

/**
 * A record as the text that is stored and sent, in the format of its version (`format-1.ts`, `format-2.ts`): words parted
 * by spaces, the version first, then the id, then the start. A record is always written the same way, so two texts are
 * equal when the records are. It is plain ASCII, and JSON writes each character of it as one.
 */
export type PackedRecord = string & Brand<'PackedRecord'>;

/** The longest text of a record, in bytes. */
export const PACKED_LIMIT = Math.max(FORMAT_1_LIMIT, FORMAT_2_LIMIT);

/**
 * Why a record was not taken. `recordVersion`: a later format, which a newer Legato on the phone can read.
 * `recordInvalid`: no record at all, or one that says what cannot be. `recordIdTaken`: the phone has another record of its
 * session, of the same id and start.
 */
export const RECORD_PROBLEMS = ['recordInvalid', 'recordVersion', 'recordIdTaken'] as const;
export type RecordProblem = (typeof RECORD_PROBLEMS)[number];

interface Format {
  readonly limit: number;
  /** Numbers beyond what there is room for become the largest there is room for. */
  readonly pack: (record: SessionRecord) => string;
  /** May take a text that `pack` would write differently. */
  readonly read: (text: string) => SessionRecord | undefined;
}

const FORMATS: Readonly<Record<RecordVersion, Format>> = {
  1: { limit: FORMAT_1_LIMIT, pack: packFormat1, read: readFormat1 },
  2: { limit: FORMAT_2_LIMIT, pack: packFormat2, read: readFormat2 },
};

/** Packs a record in the format of its version: one that was read is written as it was. */
export function packRecord(record: SessionRecord): PackedRecord {
  return FORMATS[record.version].pack(record) as PackedRecord;
}

/** Reads a packed record. Never throws, whatever `input` is, and looks at no more of it than a record can take. */
export function parseRecord(input: unknown): Result<SessionRecord, RecordProblem> {
  const version = typeof input === 'string' ? /^([0-9a-z]+) /.exec(input.slice(0, 4)) : null;
  if (typeof input !== 'string' || !version) return err('recordInvalid');
  const format = formatOf(version[1]);
  if (!format) return err('recordVersion');
  const record = input.length > format.limit ? undefined : format.read(input);
  return record && format.pack(record) === input ? ok(record) : err('recordInvalid');
}

function formatOf(version: string | undefined): Format | undefined {
  return version === '1' || version === '2' ? FORMATS[version] : undefined;
}

/** The id of a packed record, which is its second word. */
export function idOf(packed: PackedRecord): string {
  const start = packed.indexOf(' ') + 1;
  return packed.slice(start, packed.indexOf(' ', start));
}

/** Whether two packed records tell of one session: it has one id and one start. */
export function isSameSession(one: PackedRecord, other: PackedRecord): boolean {
  return sessionOf(one) === sessionOf(other);
}

/** The record under another id. */
export function withId(packed: PackedRecord, id: string): PackedRecord {
  return packed.replace(` ${idOf(packed)} `, ` ${id} `) as PackedRecord;
}

function sessionOf(packed: PackedRecord): string {
  return packed.split(' ').slice(1, 3).join(' ');
}
