import {
  O_CREAT,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from '@zos/fs';
import { isWhole } from '../../core/json';
import type { WholeSlot } from '../../core/state/slots';
import { answerOf, attempt, fieldsOf } from './fence';
import type { Written } from './launch';
import { launchMemory } from './launch';

/** The beginning of a file, and its total length. */
export interface FileStart {
  readonly bytes: Uint8Array;
  readonly size: number;
}

/** All names that files of a folder may have; undefined if that is not known. */
export type PossibleNames = () => readonly string[] | undefined;

/** The app's own folder on the watch. */
export interface Disk {
  /** The whole file; undefined if it does not exist or cannot be read. */
  read(path: string): Uint8Array | undefined;
  /** The same for a file that only pages write. A launch reads it once, and remembers as well that it does not exist. */
  own(path: string): Uint8Array | undefined;
  /** The first `length` bytes of a file, or all of a shorter one; undefined if they cannot be read separately. */
  start(path: string, length: number): FileStart | undefined;
  /** Copies the bytes of a file, whatever they are, next to it for use in a report; returns whether that succeeded. */
  keep(path: string, as: string): boolean;
  /** Replaces the file. Returns whether every byte was taken. `slot` is what the bytes represent. */
  write(path: string, bytes: Uint8Array, slot?: WholeSlot): boolean;
  /** The slot that an own file is known to hold, which need not be opened again. */
  slot(path: string): WholeSlot | undefined;
  /** Remembers the slot that an own file holds. */
  knows(path: string, slot: WholeSlot): void;
  remove(path: string): void;
  /**
   * The names of the files in `folder`, which is created if it is missing; undefined if they cannot be determined. If
   * the watch does not list the folder, the `possible` names, as far as they are known, are looked for one by one.
   */
  list(folder: string, possible: PossibleNames): readonly string[] | undefined;
  /** The names of up to `most` files in `folder`, however many there are; empty if they cannot be determined. */
  someIn(folder: string, most: number): readonly string[];
  /** Creates a folder unless it exists. */
  makeFolder(folder: string): void;
}

/**
 * The disk as pages see it. Reading a file returns what a page of this launch has written to it, because the file
 * itself may still return its old bytes (docs/platform.md, F3).
 */
export const watchDisk: Disk = {
  read: readNewest,
  own(path) {
    const files = written();
    const known = files.get(path);
    if (known) return known.bytes;
    const bytes = readFile(path);
    files.set(path, { bytes, slot: undefined });
    return bytes;
  },
  start: startOfNewest,
  keep(path, as) {
    const bytes = readFile(path);
    return bytes !== undefined && (isSame(readFile(as), bytes) || writeFile(as, bytes));
  },
  slot: (path) => written().get(path)?.slot,
  knows(path, slot) {
    written().set(path, { bytes: slot.bytes, slot });
  },
  write(path, bytes, slot) {
    const done = writeFile(path, bytes);
    if (done) written().set(path, { bytes, slot });
    else written().delete(path);
    return done;
  },
  remove(path) {
    attempt(() => rmSync({ path }));
    written().delete(path);
  },
  list: (folder, possible) => namesIn(folder) ?? namesInOdd(folder, possible),
  someIn: (folder, most) => namesIn(folder, most) ?? [],
  makeFolder: (folder) => {
    attempt(() => mkdirSync({ path: folder }));
  },
};

/** `Disk.read`, for code that needs nothing else of the disk. */
export function readNewest(path: string): Uint8Array | undefined {
  return written().get(path)?.bytes ?? readFile(path);
}

/** `Disk.start`, likewise. */
export function startOfNewest(path: string, length: number): FileStart | undefined {
  const known = written().get(path)?.bytes;
  return known ? { bytes: known.subarray(0, length), size: known.length } : readStart(path, length);
}

/**
 * The whole file; undefined if it does not exist or cannot be read. If the first way of reading fails, a second one is
 * tried. For a service, which has no launch memory.
 */
export function readFile(path: string): Uint8Array | undefined {
  const content = answerOf(() => readFileSync({ path }));
  if (isBuffer(content)) return new Uint8Array(content);
  const { size } = fieldsOf(answerOf(() => statSync({ path })));
  if (!isWhole(size)) return undefined;
  const buffer = new ArrayBuffer(size);
  const count = withOpen(path, O_RDONLY, (fd) => readSync({ fd, buffer }));
  return count === size ? new Uint8Array(buffer) : undefined;
}

function isBuffer(content: unknown): content is ArrayBuffer {
  return Object.prototype.toString.call(content) === '[object ArrayBuffer]';
}

/** Anything unusual gives undefined, and the caller then reads the whole file. */
function readStart(path: string, length: number): FileStart | undefined {
  const { size } = fieldsOf(answerOf(() => statSync({ path })));
  if (!isWhole(size)) return undefined;
  const buffer = new ArrayBuffer(Math.min(size, length));
  const count = withOpen(path, O_RDONLY, (fd) => readSync({ fd, buffer }));
  return count === buffer.byteLength ? { bytes: new Uint8Array(buffer), size } : undefined;
}

/** Whether there is a file of this name. */
export function hasFile(path: string): boolean {
  return isWhole(fieldsOf(answerOf(() => statSync({ path })))['size']);
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, at) => byte === other[at]);
}

/**
 * Writes a file and returns whether the bytes are in it. `writeSync` returns how many it wrote (Zepp OS docs, fs). If
 * it returns anything else, as its predecessor did with 0, the file is checked; if it does not return a number at all,
 * another call is tried. For a service, like `readFile`.
 */
export function writeFile(path: string, bytes: Uint8Array): boolean {
  const buffer = bufferOf(bytes);
  const count = withOpen(path, O_WRONLY | O_CREAT | O_TRUNC, (fd) => writeSync({ fd, buffer }));
  if (count === bytes.length || isSame(readFile(path), bytes)) return true;
  if (isWhole(count, -Infinity)) return false;
  attempt(() => {
    writeFileSync({ path, data: buffer });
  });
  return isSame(readFile(path), bytes);
}

/** The result of `use` on the open file; if it could not be opened, the error number, if there is one. */
function withOpen(path: string, flag: number, use: (fd: number) => unknown): unknown {
  const fd = answerOf(() => openSync({ path, flag }));
  if (!isWhole(fd)) return fd;
  const answer = answerOf(() => use(fd));
  attempt(() => closeSync({ fd }));
  // A watch may say 0 of any descriptor. If nothing can be done with it, it tells nothing of the file.
  return fd === 0 && !isWhole(answer, 1) ? undefined : answer;
}

function namesIn(folder: string, most?: number): readonly string[] | undefined {
  const names = answerOf(() => readdirSync({ path: folder }));
  return Array.isArray(names) ? names.slice(0, most).filter((name) => typeof name === 'string') : undefined;
}

/** A name that nothing else uses. */
const TRIAL = 'trial';

/**
 * The names in a folder for which the watch returns none: it does not exist, is empty, or cannot be listed. A missing
 * folder can be created, otherwise nothing can be written to it; an empty one can be listed as soon as it contains a
 * file. If a folder cannot be listed even then, but the file in it is found by its name, others are found as well.
 */
function namesInOdd(folder: string, possible: PossibleNames): readonly string[] | undefined {
  if (answerOf(() => mkdirSync({ path: folder })) === 0) return [];
  const isIn = (name: string): boolean => hasFile(`${folder}/${name}`);
  const isThere = triedWith(`${folder}/${TRIAL}`, () => {
    return namesIn(folder) ?? (isIn(TRIAL) ? possible()?.filter(isIn) : undefined);
  });
  if (isThere) return isThere.seen?.filter((name) => name !== TRIAL);
  return triedWith(TRIAL, () => undefined) && [];
}

/** What `look` sees while there is a file at this path; undefined if none can be written there. */
function triedWith<Seen>(path: string, look: () => Seen): { readonly seen: Seen } | undefined {
  const seen = writeFile(path, Uint8Array.of(0)) ? { seen: look() } : undefined;
  attempt(() => rmSync({ path }));
  return seen;
}

function written(): Map<string, Written> {
  const memory = launchMemory();
  return (memory.written = memory.written ?? new Map<string, Written>());
}

/** A buffer with exactly these bytes, since an array may be part of a longer buffer. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}
