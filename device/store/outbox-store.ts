import type {
  ChunkContent,
  ChunkHead,
  FileOperation,
  FileWrite,
  FoundFile,
} from '../../core/record/outbox-files';
import {
  chunksOf,
  fileOperations,
  HEAD_LENGTH,
  loadOutbox,
  nameOf,
  numberOf,
  parseChunk,
  parseHead,
  recount,
} from '../../core/record/outbox-files';
import type { KnownRecord, LastDone, Outbox, UnreadChunk } from '../../core/record/outbox';
import { withoutDeleted } from './deleted';
import {
  addSession,
  fillIn,
  goesBackTo,
  lastDone,
  newestRecord,
  newestUnread,
  nextToRead,
  recordsSince,
} from '../../core/record/outbox';
import type { SessionRecord } from '../../core/record/record';
import type { Instant } from '../../core/time';
import type { Disk } from '../watch/disk';
import { IDENTITY_FILE } from '../../core/state/identity';
import { openStored } from './stored-file';
import type { SlottedFile } from './slotted-file';
import { openSlotted, pathsOf, peekSlotted } from './slotted-file';

const FOLDER = 'outbox';

/**
 * The records on this watch's disk. Opening it reads only the beginning of the newest file, which says how many records
 * wait in total and which session was last, and any files about which it says nothing.
 */
export interface OutboxStore {
  outbox(): Outbox;
  /**
   * The state of what was read so far. `damaged`: some records cannot be read, or might not be. `unlisted`: the files in
   * the folder cannot be determined, so nothing is written to it.
   */
  readonly state: 'whole' | 'damaged' | 'unlisted';
  /** What is known about the record added last, among those this version of Legato can read. */
  last(): LastDone | undefined;
  /** The record added last, among those this version of Legato can read. If it is `known`, it is not read. */
  newest(known?: KnownRecord): SessionRecord | undefined;
  /** Reads the newest file completely, of which only the beginning was read before. */
  look(): void;
  /**
   * The records that began at `begin` or later, newest first, without those deleted on the phone. Reads files from the
   * newest back, as far as necessary.
   */
  since(begin: Instant): readonly SessionRecord[];
  /**
   * The outbox with at least the first `count` waiting records read from disk, or with all records. From then on, what
   * cannot be read counts as damage.
   */
  readAhead(outbox: Outbox, count: number | 'all'): Outbox;
  /** Adds a record at the end; returns the same as `save`. */
  add(record: KnownRecord): boolean;
  /** Returns whether the disk took every change. What it did not take is as before. */
  save(outbox: Outbox): boolean;
  /**
   * Overwrites damaged files whose bytes were kept, so that the next opening finds none; this store still reports them.
   * Call it once the person has been told.
   */
  mend(): void;
}

export function openOutbox(disk: Disk): OutboxStore {
  const names = disk.list(FOLDER, () => possibleNames(disk));
  const listed = listedNumbers(names ?? []);
  const files = chunkFiles(disk, listed);
  const kept = keptIn(files, listed, headOn(disk, listed, names ?? []));
  const save = (outbox: Outbox): boolean => !!names && kept.save(outbox);
  const newest = (known?: KnownRecord): SessionRecord | undefined => {
    for (;;) {
      const saved = kept.outbox();
      const record = newestRecord(saved, known);
      const last = newestUnread(saved);
      if (record || last === undefined) return record;
      kept.readOne(last);
    }
  };
  return {
    outbox: kept.outbox,
    get state() {
      if (!names) return 'unlisted';
      const isSpent = kept.outbox().spent.some((number) => listed.there.has(number));
      return files.lost.length > 0 || isSpent ? 'damaged' : 'whole';
    },
    last() {
      const record = kept.outbox().last ? undefined : newest();
      if (record) kept.know(lastDone(record));
      return kept.outbox().last;
    },
    newest(known) {
      if (known && isOf(known.record, kept.outbox().last)) return known.record;
      kept.look();
      return newest(known);
    },
    look: kept.look,
    since(begin) {
      kept.look();
      while (!goesBackTo(kept.outbox(), begin)) kept.readOne(newestUnread(kept.outbox()) ?? 0);
      return withoutDeleted(disk, recordsSince(kept.outbox(), begin));
    },
    readAhead(outbox, count) {
      if (count === 'all') {
        return (outbox.unread ?? []).reduce((all, { number }) => kept.filledIn(all, number), outbox);
      }
      let known = outbox;
      for (let next = nextToRead(known, count); next !== undefined; next = nextToRead(known, count)) {
        known = kept.filledIn(known, next);
      }
      return known;
    },
    add(record) {
      kept.look();
      return save(addSession(kept.outbox(), record));
    },
    save,
    mend: kept.mend,
  };
}

/** The files of the outbox, and which of those opened so far have lost something. */
function chunkFiles(disk: Disk, { newest }: Listed) {
  /** Files that are likely to be needed again. */
  const opened = new Map<number, SlottedFile>();
  const lost: number[] = [];
  const open = (number: number): SlottedFile => {
    const file = opened.get(number) ?? openSlotted(disk, pathOf(number));
    if (file.lost && !lost.includes(number)) lost.push(number);
    if (file.lost || number === newest) opened.set(number, file);
    return file;
  };
  return {
    lost,
    open,
    perform(operation: FileOperation): boolean {
      const number = numberOf(operation.file);
      if (operation.kind === 'remove') {
        pathsOf(pathOf(number)).forEach((path) => {
          disk.remove(path);
        });
        return true;
      }
      const file = open(number);
      const isFree = operation.kind === 'write' || file.payload() === undefined;
      return isFree && file.write(operation.payload);
    },
  };
}

type ChunkFiles = ReturnType<typeof chunkFiles>;

/**
 * The outbox on disk. At first it reads only what `glance`, or the newest file, does not cover, and the rest on
 * request.
 */
function keptIn(files: ChunkFiles, listed: Listed, glance: ChunkHead | undefined) {
  /** The files whose waiting counts the newest file on disk holds. */
  let counted: NonNullable<FileWrite['counted']> = [];
  let mended = 0;

  /** Loads the files that must be read, given what the newest file says about itself and others. */
  const loadBy = ({ own, others, last }: ChunkHead): Outbox => {
    const { there, newest } = listed;
    const known = chunksOf(others, there, newest);
    counted = known;
    const unread = own.refused > 0 ? known : [...known, { number: newest, ...own }];
    return { ...load(files, listed, unread), last };
  };
  const loadAll = (): Outbox => {
    counted = [];
    return load(files, listed, []);
  };
  const readOne = (number: number): void => {
    const file = files.open(number);
    const content = contentOf(file);
    // If the newest file is not what its beginning promised, nothing in that beginning counts.
    const isBelied = number === listed.newest && (file.lost || !content);
    saved = isBelied ? loadAll() : fillIn(saved, number, content && { number, entries: content.entries });
  };
  /** The outbox with a file filled in that was unread before. */
  const filledIn = (outbox: Outbox, number: number): Outbox => {
    if (isUnreadIn(saved, number)) readOne(number);
    if (!isUnreadIn(outbox, number)) return outbox;
    const chunk = saved.chunks.find((one) => one.number === number);
    const known = fillIn(outbox, number, chunk);
    return chunk || number !== listed.newest ? known : { ...known, last: undefined };
  };
  /** The outbox with every file filled in that was read by now, including the newest. */
  const upToDate = (outbox: Outbox): Outbox =>
    (outbox.unread ?? [])
      .filter(({ number }) => !isUnreadIn(saved, number))
      .reduce((known, { number }) => filledIn(known, number), filledIn(outbox, listed.newest));
  const perform = (operation: FileOperation): boolean => {
    const isDone = files.perform(operation);
    if (isDone && operation.kind !== 'remove') counted = operation.counted ?? counted;
    return isDone;
  };

  const head = glance ?? headIn(listed, files);
  let saved = head ? loadBy(head) : loadAll();
  return {
    outbox: () => saved,
    readOne,
    filledIn,
    /** What `saved` becomes if the newest file is not what it seemed: everything is read again. */
    look: (): void => {
      if (isUnreadIn(saved, listed.newest)) readOne(listed.newest);
    },
    know(last: LastDone): void {
      saved = { ...saved, last };
    },
    save(outbox: Outbox): boolean {
      const whole = upToDate(outbox);
      const isDone = fileOperations(saved, whole, counted).every(perform);
      if (isDone) saved = whole;
      return isDone;
    },
    mend: (): void => {
      const { lost, open } = files;
      if (mended === lost.length) return;
      const newest = recount(saved);
      lost.slice(mended).forEach((number) => {
        const anew = newest?.file === nameOf(number) ? newest : undefined;
        if (anew) counted = anew.counted ?? [];
        open(number).mend(anew?.payload);
      });
      mended = lost.length;
    },
  };
}

/** Assembles the outbox by reading the files that are not in `unread`. */
function load({ open }: ChunkFiles, { there, gone }: Listed, unread: readonly UnreadChunk[]): Outbox {
  const isKnown = (wanted: number): boolean => unread.some(({ number }) => number === wanted);
  const others = unread.length === there.size ? [] : [...there].filter((number) => !isKnown(number));
  const found = others.flatMap((number): readonly FoundFile[] => {
    const file = open(number);
    return isUnwritten(file) ? [] : [{ file: nameOf(number), payload: file.payload() }];
  });
  // Only the bad bytes of a lost file remain, and its number is not reused.
  const spent = gone.map((number): FoundFile => ({ file: nameOf(number), payload: undefined }));
  return loadOutbox([...found, ...spent], unread);
}

/** Whether the record belongs to the session that was done last. */
function isOf({ id, startedAt }: SessionRecord, last: LastDone | undefined): boolean {
  return last?.id === id && last.startedAt === startedAt;
}

/** The numbers of existing files, and of lost files of which only bad bytes remain. */
interface Listed {
  readonly there: ReadonlySet<number>;
  readonly gone: readonly number[];
  /** The highest existing number; 0 for none. */
  readonly newest: number;
}

function listedNumbers(names: readonly string[]): Listed {
  // Usually nothing was ever set aside, and checking that once costs less than examining each name.
  const isPlain = !names.join().includes('.bad');
  const there = new Set(numbersIn(isPlain ? names : names.filter((name) => SLOT.test(name))));
  const gone = isPlain ? [] : numbersIn(names.filter((name) => BAD.test(name)));
  return {
    there,
    gone: [...new Set(gone)].filter((number) => !there.has(number)),
    newest: Math.max(0, ...there),
  };
}

const SLOT = /^outbox-[1-9]\d{0,8}\.[ab]$/;
/** The bytes of an unreadable slot that were kept. */
const BAD = /^outbox-[1-9]\d{0,8}\.[ab]\.bad$/;

/**
 * The names that files may have, for a watch that does not list the folder. There are no more files than ids that were
 * given out, and the last id may be missing in a damaged identity.
 */
function possibleNames(disk: Disk): readonly string[] | undefined {
  const identity = openStored(disk, IDENTITY_FILE).value();
  return (
    identity &&
    Array.from({ length: identity.count + 1 }, (_, at) => pathsOf(nameOf(at + 1))).flatMap((slots) => [
      ...slots,
      ...slots.map((slot) => `${slot}.bad`),
    ])
  );
}

/** Extracts the numbers from file names, in one pass, since there may be hundreds and each call costs time. */
function numbersIn(names: readonly string[]): readonly number[] {
  const numbers = names.join().split('outbox-').slice(1).map(parseFloat);
  return numbers.includes(NaN) ? numbers.filter((number) => number > 0) : numbers;
}

function pathOf(number: number): string {
  return `${FOLDER}/${nameOf(number)}`;
}

/**
 * What the beginning of the newest file says, if the file looks complete from outside; undefined if that is not enough.
 */
function headOn(disk: Disk, { gone, newest }: Listed, names: readonly string[]): ChunkHead | undefined {
  const slots = pathsOf(nameOf(newest)).filter((name) => names.includes(name));
  const isNewest = slots.length > 0 && gone.every((number) => number < newest);
  const start = isNewest
    ? peekSlotted(
        disk,
        slots.map((name) => `${FOLDER}/${name}`),
        HEAD_LENGTH,
      )
    : undefined;
  return start === undefined ? undefined : parseHead(start);
}

/** The same for a file that has to be read for it. */
function headIn({ gone, newest }: Listed, { open }: ChunkFiles): ChunkHead | undefined {
  if (newest === 0 || gone.some((number) => number > newest)) return undefined;
  const file = open(newest);
  return file.lost ? undefined : contentOf(file)?.head;
}

function contentOf(file: SlottedFile): ChunkContent | undefined {
  const payload = file.payload();
  return payload === undefined ? undefined : parseChunk(payload);
}

function isUnreadIn({ unread = [] }: Outbox, wanted: number): boolean {
  return unread.some(({ number }) => number === wanted);
}

/**
 * Whether the first write of a file was cut off. Then the session file still holds its record, and its number is free.
 */
function isUnwritten(file: SlottedFile): boolean {
  return file.payload() === undefined && file.problems.length > 0 && !file.lost;
}
