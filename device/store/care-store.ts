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
import { noteToday, toldOnlyByNote } from './today-store';

/** What this watch knows about locks. This object must be the only writer of the file. */
export interface CareStore {
  book(): CareBook;
  /** The legs that must not be massaged. */
  locked(): readonly Leg[];
  /**
   * Adds statements. Returns whether they are on disk. As with every change, if they are not, they count while the app
   * is open, and each page tries again, so that a full disk does not let the person go on.
   */
  add(statements: readonly Statement[]): boolean;
  /** Adds the phone's statements. Returns whether they are on disk. */
  hear(said: readonly Said[]): boolean;
  /**
   * Notes that a leg may have to be locked, until `clearDoubt`: a yes was said, and not yet of which leg. Returns whether
   * that is on disk.
   */
  doubt(): boolean;
  /** Locked legs of which only the note for the card tells, as long as it is in doubt what is locked. */
  lost(): readonly Leg[];
  /**
   * The person has answered the hard questions again, so statements that may be lost no longer matter. Returns whether
   * that is on disk.
   */
  clearDoubt(): boolean;
  /** Notes that the person has stopped because it hurts. Returns whether that is on disk. */
  noteStop(at: StoppedAt): boolean;
  /** Notes that they have said what is wrong. Returns whether that is on disk. */
  clearStop(): boolean;
}

/** `memory` holds the book while the disk does not take it. */
export function openCareStore(disk: Disk, memory: Pick<LaunchMemory, 'care'> = {}): CareStore {
  const file = openStored(disk, CARE_FILE);
  let book = memory.care ?? file.value();
  const noted = toldOnlyByNote(disk, book);
  let lost = noted.locked;
  const keep = (next: CareBook): boolean => {
    book = next;
    const isKept = file.write(next);
    memory.care = isKept ? undefined : next;
    noteLocked(disk, next);
    noteToday(disk, (note) => withCare(note, next, lost));
    return isKept;
  };
  const doubt = (): boolean => keep({ ...book, mayLack: true });
  if (memory.care) keep(book);
  // A slot that cannot be read, a missing one, or one with an older content may have held newer locks.
  else if (file.problem || file.mayBeOld || noted.isBarred || lost.length > 0) doubt();
  const hear = (said: readonly Said[]): boolean => {
    const merged = mergeSaid(book.said, said);
    // Kept even if nothing is new, since so far only this object may know it.
    return keep(merged === book.said ? book : { ...book, said: pruned(merged) });
  };
  return {
    book: () => book,
    locked: () => lockedLegs(book.said),
    add: (statements) => hear(statements.map(pack)),
    hear,
    doubt,
    lost: () => lost,
    clearDoubt() {
      lost = [];
      return keep({ ...book, mayLack: false });
    },
    noteStop: (stopped) => keep({ ...book, stopped }),
    clearStop: () => keep(withoutStop(book)),
  };
}
