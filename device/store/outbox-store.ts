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
import type { SlottedFile } from './slotted-file';
import { openSlotted, pathsOf, peekSlotted } from './slotted-file';

const FOLDER = 'outbox';

/**
 * The records that this watch keeps, on disk. When it is opened it reads the beginning of the newest file: that says how many
 * records wait in all and what was done last. It reads at once what the newest file says nothing of.
 */
export interface OutboxStore {
  outbox(): Outbox;
  /**
   * What was found where there was something to read so far. `damaged`: there are records that cannot be read, or may be;
   * `unlisted`: the folder cannot be listed, so that nobody knows what is in it and nothing is put there.
   */
  readonly state: 'whole' | 'damaged' | 'unlisted';
  /** What the record that was added last tells, of those that this Legato can read. */
  last(): LastDone | undefined;
  /** The record that was added last, of those that this Legato can read. One that is `known` is not read. */
  newest(known?: KnownRecord): SessionRecord | undefined;
  /** Reads all of the newest file, whose beginning was believed until now. */
  look(): void;
  /** The records that began at `begin` or later, newest first; files are read from the newest on, as far back as that takes. */
  since(begin: Instant): readonly SessionRecord[];
  /**
   * The outbox with the first `count` records that wait read from disk, or with all that there are. What cannot be read is
   * damage from now on.
   */
  readAhead(outbox: Outbox, count: number | 'all'): Outbox;
  /** Adds a record at the end; answers as `save`. */
  add(record: KnownRecord): boolean;
  /** Answers whether the disk took every change; what it did not take is what was there before. */
  save(outbox: Outbox): boolean;
  /** Lets what is damaged be so for this store only, where its bytes are kept; for who tells the person of it. */
  mend(): void;
}

export function openOutbox(disk: Disk): OutboxStore {
  const names = disk.list(FOLDER);
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
      return recordsSince(kept.outbox(), begin);
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

/** The files of the outbox, and of which of them something was lost, as far as they were opened. */
function chunkFiles(disk: Disk, { newest }: Listed) {
  /** Those that are likely to be needed again. */
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

/** The outbox as it is on disk: it reads at first what `glance`, or the newest file, says nothing of, and the rest when asked. */
function keptIn(files: ChunkFiles, listed: Listed, glance: ChunkHead | undefined) {
  /** The files of which the newest one on disk says how many of their records wait. */
  let counted: NonNullable<FileWrite['counted']> = [];
  let mended = 0;

  /** Loads what has to be read where the newest file says this of itself and others. */
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
    // Where the newest file is not what it seemed to be, nothing that its beginning says counts.
    const isBelied = number === listed.newest && (file.lost || !content);
    saved = isBelied ? loadAll() : fillIn(saved, number, content && { number, entries: content.entries });
  };
  /** The outbox with a file filled in that was not read when it was made. */
  const filledIn = (outbox: Outbox, number: number): Outbox => {
    if (isUnreadIn(saved, number)) readOne(number);
    if (!isUnreadIn(outbox, number)) return outbox;
    const chunk = saved.chunks.find((one) => one.number === number);
    const known = fillIn(outbox, number, chunk);
    return chunk || number !== listed.newest ? known : { ...known, last: undefined };
  };
  /** The outbox with all filled in that is read by now, the newest file among it. */
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
    /** What `saved` becomes where the newest file is not what it seemed to be is all read anew. */
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

/** Puts the outbox together: reads the files that are not among the `unread` ones. */
function load({ open }: ChunkFiles, { there, gone }: Listed, unread: readonly UnreadChunk[]): Outbox {
  const isKnown = (wanted: number): boolean => unread.some(({ number }) => number === wanted);
  const others = unread.length === there.size ? [] : [...there].filter((number) => !isKnown(number));
  const found = others.flatMap((number): readonly FoundFile[] => {
    const file = open(number);
    return isUnwritten(file) ? [] : [{ file: nameOf(number), payload: file.payload() }];
  });
  // Of a file that has gone only the bad bytes are there, and its number is not given again.
  const spent = gone.map((number): FoundFile => ({ file: nameOf(number), payload: undefined }));
  return loadOutbox([...found, ...spent], unread);
}

/** Whether the record is of the session that was done last. */
function isOf({ id, startedAt }: SessionRecord, last: LastDone | undefined): boolean {
  return last?.id === id && last.startedAt === startedAt;
}

/** The numbers of files that are there, and of those of which only bad bytes are. */
interface Listed {
  readonly there: ReadonlySet<number>;
  readonly gone: readonly number[];
  /** The highest one that is there; 0 for none. */
  readonly newest: number;
}

function listedNumbers(names: readonly string[]): Listed {
  // Most often nothing was ever kept aside, and to ask that once costs less than to look at each name closely.
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
/** What was kept of a slot that could not be read. */
const BAD = /^outbox-[1-9]\d{0,8}\.[ab]\.bad$/;

/** The numbers in the names of files; all at once, for there may be hundreds and each call costs. */
function numbersIn(names: readonly string[]): readonly number[] {
  const numbers = names.join().split('outbox-').slice(1).map(parseFloat);
  return numbers.includes(NaN) ? numbers.filter((number) => number > 0) : numbers;
}

function pathOf(number: number): string {
  return `${FOLDER}/${nameOf(number)}`;
}

/** What the newest file says at its beginning, as far as it looks whole from outside; nothing where that is not enough. */
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

/** The same of a file that has to be read for it. */
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

/** Whether the first write of a file was cut off: the session file still holds what it was to have, and its number is free. */
function isUnwritten(file: SlottedFile): boolean {
  return file.payload() === undefined && file.problems.length > 0 && !file.lost;
}
