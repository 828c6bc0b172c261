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

/** The app's own folder on the watch. Text is ASCII: a character is a byte. */
export interface Disk {
  /** The whole file; nothing when there is none or it cannot be read. */
  read(path: string): string | undefined;
  /** Puts the bytes of a file, whatever they are, beside it where a report can find them; answers whether they are there. */
  keep(path: string, as: string): boolean;
  /** Replaces the file. Answers whether every byte was taken. */
  write(path: string, text: string): boolean;
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
    const data = readFileSync({ path });
    return typeof data === 'object' && (readFile(as) === readFile(path) || writeFile(as, data));
  },
  write(path, text) {
    const done = writeFile(path, bytesOf(text));
    if (done) written().set(path, text);
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
export function readFile(path: string): string | undefined {
  if (!statSync({ path })) return undefined;
  const content = readFileSync({ path, options: { encoding: 'utf8' } });
  return typeof content === 'string' ? content : undefined;
}

function writeFile(path: string, buffer: ArrayBuffer): boolean {
  // writeFileSync answers nothing; writeSync says how much it wrote (Zepp OS docs, fs).
  const fd = openSync({ path, flag: O_WRONLY | O_CREAT | O_TRUNC });
  if (fd < 0) return false;
  const count = writeSync({ fd, buffer });
  closeSync({ fd });
  return count === buffer.byteLength;
}

function written(): Map<string, string> {
  const memory = launchMemory();
  return (memory.written = memory.written ?? new Map<string, string>());
}

function bytesOf(text: string): ArrayBuffer {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes.buffer;
}
