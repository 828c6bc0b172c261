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
  writeFileSync,
  writeSync,
} from '@zos/fs';

/** The app's own folder on the watch. Text is ASCII: a character is a byte. */
export interface Disk {
  /** The whole file; nothing when there is none or it cannot be read. */
  read(path: string): string | undefined;
  /** Puts the bytes of a file, whatever they are, beside it where a report can find them. */
  keep(path: string, as: string): void;
  /** Replaces the file. Answers whether every byte was taken. */
  write(path: string, text: string): boolean;
  remove(path: string): void;
  /** Names of the files in `folder`, which is made when it is not there. */
  list(folder: string): readonly string[];
}

export const watchDisk: Disk = {
  read(path) {
    if (!statSync({ path })) return undefined;
    const content = readFileSync({ path, options: { encoding: 'utf8' } });
    return typeof content === 'string' ? content : undefined;
  },
  keep(path, as) {
    const data = readFileSync({ path });
    if (data !== undefined) writeFileSync({ path: as, data });
  },
  write(path, text) {
    // writeFileSync answers nothing; writeSync says how much it wrote (Zepp OS docs, fs).
    const fd = openSync({ path, flag: O_WRONLY | O_CREAT | O_TRUNC });
    if (fd < 0) return false;
    const written = writeSync({ fd, buffer: bytesOf(text) });
    closeSync({ fd });
    return written === text.length;
  },
  remove(path) {
    rmSync({ path });
  },
  list(folder) {
    const names = readdirSync({ path: folder });
    if (names) return names;
    mkdirSync({ path: folder });
    return [];
  },
};

function bytesOf(text: string): ArrayBuffer {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return bytes.buffer;
}
