import { isFields } from '../../core/json';
import { isId } from '../../core/link/envelope';
import { packRecord, parseRecord } from '../../core/record/packed-record';
import type { SessionRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import type { Stored } from '../../core/state/stored';
import { isInstant } from '../../core/time';
import type { Deletable } from '../deletions';
import { sessionKey } from '../session-key';
import { MOVES_KEY } from '../storage-keys';
import type { Storage } from '../storage';
import { readValue, writeValue } from '../stored-text';

/** A session whose date a person changed because the watch's clock was wrong. The ledger keeps it unchanged. */
export interface Move {
  /** The session as the watch sent it. */
  readonly from: Deletable;
  /** The record that replaces it. */
  readonly record: SessionRecord;
}

/** By the `sessionKey` of the original session. */
export type Moves = ReadonlyMap<string, Move>;

export function readMoves(storage: Storage): Moves {
  return readValue(storage, MOVES).value;
}

/** Replaces a session by `record`, which gets a mark that it was dated by hand. */
export function moveSession(
  storage: Storage,
  from: Move['from'],
  record: SessionRecord,
): Result<void, 'notStored'> {
  const moves = new Map(readMoves(storage));
  const { extensions } = record;
  // Only the second format has room for the mark, and it can express every record of the first.
  const dated: SessionRecord = { ...record, version: 2, extensions: { ...extensions, dated: 'hand' } };
  const earlier = [...moves.values()].find((move) => sessionKey(move.record) === sessionKey(from));
  const origin = earlier?.from ?? from;
  moves.set(sessionKey(origin), { from: origin, record: dated });
  return writeValue(storage, MOVES, moves);
}

export const MOVES: Stored<Moves> = {
  name: MOVES_KEY,
  version: 1,
  initial: new Map(),
  write: (moves) =>
    moves.size === 0
      ? undefined
      : {
          version: 1,
          moves: [...moves.values()].map(({ from, record }) => [
            from.id,
            from.startedAt,
            from.utcOffset,
            packRecord(record),
          ]),
        },
  read(json) {
    const list: unknown = isFields(json) ? json['moves'] : undefined;
    if (!Array.isArray(list)) return undefined;
    const moves = list.flatMap((item) => moveOf(item) ?? []);
    const value = new Map(moves.map((move) => [sessionKey(move.from), move]));
    return { value, problem: value.size === list.length ? undefined : 'damaged' };
  },
};

function moveOf(item: unknown): Move | undefined {
  const [id, startedAt, utcOffset, packed] = Array.isArray(item) ? (item as readonly unknown[]) : [];
  const record = parseRecord(packed);
  if (!isId(id) || !isInstant(startedAt) || !Number.isInteger(utcOffset) || !record.ok) return undefined;
  return { from: { id, startedAt, utcOffset: utcOffset as number }, record: record.value };
}
