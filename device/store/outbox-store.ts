import type { CountedFile, FileOperation, FoundFile } from '../../core/record/outbox-files';
import {
  COUNTS_LENGTH,
  fileOperations,
  loadOutbox,
  numberOf,
  parseCounts,
  parseEntries,
} from '../../core/record/outbox-files';
import type { Outbox } from '../../core/record/outbox';
import { fillIn, newestRecord, nextToRead } from '../../core/record/outbox';
import type { Disk } from '../watch/disk';
import type { SlottedFile } from './slotted-file';
import { openSlotted, peekSlotted } from './slotted-file';

const FOLDER = 'outbox';

/**
 * The records that this watch keeps, on disk. When it is opened it reads the newest file, and of the others how many of
 * their records wait, which stands at their beginning.
 */
export interface OutboxStore {
  outbox(): Outbox;
  /**
   * What was found when there was something to read. `damaged`: there are records that cannot be read, or may be;
   * `unlisted`: the folder cannot be listed, so that nobody knows what is in it and nothing is put there.
   */
  readonly state: 'whole' | 'damaged' | 'unlisted';
  /** The outbox with the first `count` records that wait read from disk. What cannot be read is damage from now on. */
  readAhead(outbox: Outbox, count: number): Outbox;
  /** Answers whether the disk took every change; what it did not take is what was there before. */
  save(outbox: Outbox): boolean;
  /** Lets what is damaged be so for this store only, where its bytes are kept; for who tells the person of it. */
  mend(): void;
}

export function openOutbox(disk: Disk): OutboxStore {
  const names = disk.list(FOLDER);
  const listed = listedFiles(names ?? []);
  const newest = listed.reduce(
    (most, { number, slots }) => (slots.length > 0 ? Math.max(most, number) : most),
    0,
  );
  /** Those that are likely to be needed again. */
  const opened = new Map<string, SlottedFile>();
  const lost: SlottedFile[] = [];
  let mended = 0;
  const openFile = (file: string): SlottedFile => {
    const slotted = opened.get(file) ?? openSlotted(disk, `${FOLDER}/${file}`);
    if (slotted.lost && !lost.includes(slotted)) lost.push(slotted);
    if (slotted.lost || numberOf(file) === newest) opened.set(file, slotted);
    return slotted;
  };
  const find = ({ file, number, slots }: ListedFile): FoundFile | CountedFile | undefined => {
    // Of a file that has gone only the bad bytes are there, and its number is not given again.
    if (slots.length === 0) return { file, payload: undefined };
    const start = number === newest ? undefined : peekSlotted(disk, slots, COUNTS_LENGTH);
    const counts = start === undefined ? undefined : parseCounts(start);
    if (counts) return { file, ...counts };
    const slotted = openFile(file);
    return isUnwritten(slotted) ? undefined : { file, payload: slotted.payload() };
  };
  const readOne = (number: number): void => {
    const payload = openFile(`outbox-${number}`).payload();
    const entries = payload === undefined ? undefined : parseEntries(payload);
    saved = fillIn(saved, number, entries && { number, entries });
  };

  let saved = loadOutbox(
    listed.map(find).filter((found): found is FoundFile | CountedFile => found !== undefined),
  );
  while (saved.unread && !newestRecord(saved)) readOne(saved.unread[saved.unread.length - 1]?.number ?? 0);

  const isDamaged = (): boolean =>
    lost.length > 0 ||
    (saved.spent.length > 0 &&
      listed.some(({ number, slots }) => slots.length > 0 && saved.spent.includes(number)));
  return {
    outbox: () => saved,
    get state() {
      return !names ? 'unlisted' : isDamaged() ? 'damaged' : 'whole';
    },
    readAhead(outbox, count) {
      let known = outbox;
      for (let next = nextToRead(known, count); next !== undefined; next = nextToRead(known, count)) {
        if (saved.unread?.some(({ number }) => number === next)) readOne(next);
        const chunk = saved.chunks.find(({ number }) => number === next);
        known = fillIn(known, next, chunk);
      }
      return known;
    },
    save(outbox) {
      const done =
        !!names && fileOperations(saved, outbox).every((operation) => perform(disk, openFile, operation));
      if (done) saved = outbox;
      return done;
    },
    mend() {
      lost.slice(mended).forEach((slotted) => {
        slotted.mend();
      });
      mended = lost.length;
    },
  };
}

/** A file of the outbox with the paths of its slots that are there. */
interface ListedFile {
  readonly file: string;
  readonly number: number;
  readonly slots: readonly string[];
}

function listedFiles(names: readonly string[]): readonly ListedFile[] {
  const slots = new Map<string, string[]>();
  names.forEach((name) => {
    const [, file, bad] = SLOT_NAME.exec(name) ?? [];
    if (file === undefined) return;
    const paths = slots.get(file) ?? [];
    slots.set(file, bad === undefined ? paths.concat(`${FOLDER}/${name}`) : paths);
  });
  return [...slots]
    .map(([file, paths]) => ({ file, number: numberOf(file), slots: paths }))
    .filter(({ number }) => !Number.isNaN(number));
}

const SLOT_NAME = /^(.+)\.[ab](\.bad)?$/;

/** Whether the first write of a file was cut off: the session file still holds what it was to have, and its number is free. */
function isUnwritten(file: SlottedFile): boolean {
  return file.payload() === undefined && file.problems.length > 0 && !file.lost;
}

function perform(disk: Disk, openFile: (file: string) => SlottedFile, operation: FileOperation): boolean {
  switch (operation.kind) {
    case 'create':
    case 'write': {
      const file = openFile(operation.file);
      const isFree = operation.kind === 'write' || file.payload() === undefined;
      return isFree && file.write(operation.payload);
    }
    case 'remove':
      disk.remove(`${FOLDER}/${operation.file}.a`);
      disk.remove(`${FOLDER}/${operation.file}.b`);
      return true;
  }
}
