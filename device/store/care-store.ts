import type { CareBook, StoppedAt } from '../../core/care/book';
import { withoutStop } from '../../core/care/book';
import { lockedLegs, pruned } from '../../core/care/locks';
import type { Said, Statement } from '../../core/care/statement';
import { mergeSaid, pack } from '../../core/care/statement';
import type { Leg } from '../../core/body';
import { CARE_FILE } from '../../core/state/care-file';
import { withCare } from '../../core/today/noting';
import type { Disk } from '../watch/disk';
import type { LaunchMemory } from '../watch/launch';
import { noteLocked } from './reminder-sheet';
import { openStored } from './stored-file';
import { noteToday } from './today-store';

/** What this watch knows of locks. This object must be the only writer of the file. */
export interface CareStore {
  book(): CareBook;
  /** The legs that must not be massaged. */
  locked(): readonly Leg[];
  /**
   * Adds statements. Answers whether they are on disk; where they are not they count as long as the app is open, and each page tries
   * again, so that the person is not let go on by a full disk.
   */
  add(statements: readonly Statement[]): boolean;
  /** Adds what the phone said. Answers whether it is on disk. */
  hear(said: readonly Said[]): boolean;
  /** The person has answered the hard questions again: what may be lost does not count any more. Answers whether that is on disk. */
  clearDoubt(): boolean;
  /** The person has stopped because it hurts. Answers whether that is on disk. */
  noteStop(at: StoppedAt): boolean;
  /** They have said what is wrong. Answers whether that is on disk. */
  clearStop(): boolean;
}

/** `memory` keeps what no disk will have. */
export function openCareStore(disk: Disk, memory: Pick<LaunchMemory, 'unsaid'> = {}): CareStore {
  const file = openStored(disk, CARE_FILE);
  let book = file.value();
  const keep = (next: CareBook): boolean => {
    book = next;
    const isKept = file.write(next);
    memory.unsaid = isKept ? undefined : next.said;
    noteLocked(disk, next);
    noteToday(disk, (note) => withCare(note, next));
    return isKept;
  };
  if (memory.unsaid) keep({ ...book, said: mergeSaid(book.said, memory.unsaid) });
  // The slot that cannot be read may have held the newer locks.
  if (file.problem || file.mayBeOld) keep({ ...book, mayLack: true });
  const hear = (said: readonly Said[]): boolean => {
    const merged = mergeSaid(book.said, said);
    // What is known already may be known to this object alone.
    return keep(merged === book.said ? book : { ...book, said: pruned(merged) });
  };
  return {
    book: () => book,
    locked: () => lockedLegs(book.said),
    add: (statements) => hear(statements.map(pack)),
    hear,
    clearDoubt: () => keep({ ...book, mayLack: false }),
    noteStop: (stopped) => keep({ ...book, stopped }),
    clearStop: () => !book.stopped || keep(withoutStop(book)),
  };
}
