import type { Brand } from '../brand';
import { FORMAT_1_LIMIT, packFormat1, readFormat1 } from './format-1';
import { FORMAT_2_LIMIT, packFormat2, readFormat2 } from './format-2';
import type { RecordVersion, SessionRecord } from './record';
import type { Result } from '../result';
import { err, ok } from '../result';

/**
 * A record as the text that is stored and sent, in the format of its version (`format-1.ts`, `format-2.ts`): words
 * separated by spaces; first the version, then the id, then the start. A record is always written the same way, so
 * equal records have equal texts. It is ASCII without characters that JSON escapes.
 */
export type PackedRecord = string & Brand<'PackedRecord'>;

/** The maximum length of a packed record, in bytes. */
export const PACKED_LIMIT = Math.max(FORMAT_1_LIMIT, FORMAT_2_LIMIT);

/**
 * Why a record was refused. `recordVersion`: a later format, which a newer version of Legato on the phone can read.
 * `recordInvalid`: not a record, or impossible content. `recordIdTaken`: the phone has a different record with the same
 * id and start.
 */
export const RECORD_PROBLEMS = ['recordInvalid', 'recordVersion', 'recordIdTaken'] as const;
export type RecordProblem = (typeof RECORD_PROBLEMS)[number];

interface Format {
  readonly limit: number;
  /** Numbers too large for their field become the largest that fits. */
  readonly pack: (record: SessionRecord) => string;
  /** May accept a text that `pack` would write differently. */
  readonly read: (text: string) => SessionRecord | undefined;
}

const FORMATS: Readonly<Record<RecordVersion, Format>> = {
  1: { limit: FORMAT_1_LIMIT, pack: packFormat1, read: readFormat1 },
  2: { limit: FORMAT_2_LIMIT, pack: packFormat2, read: readFormat2 },
};

/** Packs a record in the format of its version, so one that was parsed is written as it was. */
export function packRecord(record: SessionRecord): PackedRecord {
  return FORMATS[record.version].pack(record) as PackedRecord;
}

/** Parses a packed record. Never throws, whatever `input` is, and reads no more than the longest record. */
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

/** Whether two packed records are of the same session, with the same id and start. */
export function isSameSession(one: PackedRecord, other: PackedRecord): boolean {
  return sessionOf(one) === sessionOf(other);
}

/** The record with another id. */
export function withId(packed: PackedRecord, id: string): PackedRecord {
  return packed.replace(` ${idOf(packed)} `, ` ${id} `) as PackedRecord;
}

function sessionOf(packed: PackedRecord): string {
  return packed.split(' ').slice(1, 3).join(' ');
}
