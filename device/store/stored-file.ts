import type { Memo, Reading, Stored, StoredProblem } from '../../core/state/stored';
import { readStored, storedText } from '../../core/state/stored';
import type { Disk } from '../watch/disk';
import { openSlotted } from './slotted-file';

/** A stored value in a file of the watch. This object must be its only writer. */
export interface StoredFile<Value> {
  /** The value on disk, as far as it can be read. */
  value(): Value;
  /** What was wrong with the file when it was opened. Its bytes are kept (see `SlottedFile`), for use in a report. */
  readonly problem: StoredProblem | undefined;
  /** Whether a slot was bad or missing when the file was opened, so that the value may be outdated. */
  readonly mayBeOld: boolean;
  /**
   * Returns whether the value is on disk; if not, the previous one still is. A value that is there already is not
   * written again.
   */
  write(value: Value): boolean;
}

/** If the file still has the text in `memo`, the value is taken from there. */
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
  // A damaged file has to be overwritten, whatever the next value is.
  let isSound = !problem && file.problems.length === 0;
  let onDisk = payload;
  return {
    value: () => current,
    problem: payload === undefined && file.lost ? 'damaged' : problem,
    mayBeOld: file.problems.length > 0 || file.lacksSlot,
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
