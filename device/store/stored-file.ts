import type { Memo, Reading, Stored, StoredProblem } from '../../core/state/stored';
import { readStored, storedText } from '../../core/state/stored';
import type { Disk } from '../watch/disk';
import { openSlotted } from './slotted-file';

/** A stored value in a file of the watch. This object must be its only writer. */
export interface StoredFile<Value> {
  /** The value on disk, as far as it can be read. */
  value(): Value;
  /**
   * What was wrong with the file when it was opened. What stood in it is kept beside it (`SlottedFile`), where a report can
   * find it.
   */
  readonly problem: StoredProblem | undefined;
  /** Whether a slot was bad when the file was opened, so that the value may be the one of before. */
  readonly mayBeOld: boolean;
  /** Answers whether the value is on disk; when it is not, the one before still is. What is there already is not written. */
  write(value: Value): boolean;
}

/** Where the file still says what `memo` has of it, the value is taken from there. */
export function openStored<Value>(
  disk: Disk,
  stored: Stored<Value>,
  memo: Memo<Value> = {},
): StoredFile<Value> {
  const file = openSlotted(disk, stored.name);
  const payload = file.payload();
  const { value, problem } = remembered(memo, payload) ?? readStored(stored, payload);
  if (problem) file.setAside();
  let current = value;
  // What is bad has to be written over, whatever the next value is.
  let isSound = !problem && file.problems.length === 0;
  let onDisk = payload;
  return {
    value: () => current,
    problem: payload === undefined && file.lost ? 'damaged' : problem,
    mayBeOld: file.problems.length > 0,
    write(next) {
      const text = storedText(stored, next);
      const isThere = isSound && text === (onDisk ?? storedText(stored, stored.initial));
      if (!isThere && !file.write(text)) return false;
      isSound = true;
      onDisk = text;
      current = next;
      memo.written = { text: file.payload(), value: next };
      return true;
    },
  };
}

function remembered<Value>({ written }: Memo<Value>, text: string | undefined): Reading<Value> | undefined {
  return written && written.text === text ? written : undefined;
}

/** Makes something when it is first asked for, and hands out the same from then on. */
export function lazily<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => (made = made ?? { it: make() }).it;
}
