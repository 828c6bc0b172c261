import {
  O_CREAT,
  O_TRUNC,
  O_WRONLY,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from '@zos/fs';
import { launchMemory } from './launch';

/** The app's own folder on the watch. */
export interface Disk {
  /** The whole file; nothing when there is none or it cannot be read. */
  read(path: string): Uint8Array | undefined;
  /** Puts the bytes of a file, whatever they are, beside it where a report can find them; answers whether they are there. */
  keep(path: string, as: string): boolean;
  /** Replaces the file. Answers whether every byte was taken. */
  write(path: string, bytes: Uint8Array): boolean;
  remove(path: string): void;
  /** Names of the files in `folder`, which is made when it is not there; nothing when they cannot be known. */
  list(folder: string): readonly string[] | undefined;
}

/**
 * The disk as pages see it. Reading a file gives what a page of this launch has written to it: the file itself may
 * still give the bytes of before (docs/platform.md, F3).
 */
export const watchDisk: Disk = {
  read: (path) => written().get(path) ?? readFile(path),
  keep(path, as) {
    const bytes = readFile(path);
    return bytes !== undefined && (isSame(readFile(as), bytes) || writeFile(as, bytes));
  },
  write(path, bytes) {
    const done = writeFile(path, bytes);
    if (done) written().set(path, bytes);
    else written().delete(path);
    return done;
  },
  remove(path) {
    rmSync({ path });
    written().delete(path);
  },
  list(folder) {
    const names = readdirSync({ path: folder });
    // A folder that is there and cannot be listed cannot be made either.
    return names ?? (mkdirSync({ path: folder }) === 0 ? [] : undefined);
  },
};

/** The whole file; nothing when there is none or it cannot be read. For a service, which has no launch to remember. */
export function readFile(path: string): Uint8Array | undefined {
  if (!statSync({ path })) return undefined;
  const content = readFileSync({ path });
  return typeof content === 'object' ? new Uint8Array(content) : undefined;
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one?.length === other.length && one.every((byte, at) => byte === other[at]);
}

function writeFile(path: string, bytes: Uint8Array): boolean {
  // writeFileSync answers nothing; writeSync says how much it wrote (Zepp OS docs, fs).
  const fd = openSync({ path, flag: O_WRONLY | O_CREAT | O_TRUNC });
  if (fd < 0) return false;
  const count = writeSync({ fd, buffer: bufferOf(bytes) });
  closeSync({ fd });
  return count === bytes.length;
}

function written(): Map<string, Uint8Array> {
  const memory = launchMemory();
  return (memory.written = memory.written ?? new Map<string, Uint8Array>());
}

/** A buffer with these bytes and no others: an array may be a part of a longer buffer. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}
