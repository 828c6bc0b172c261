import {
  closeSync,
  mkdirSync,
  O_APPEND,
  O_CREAT,
  O_TRUNC,
  O_WRONLY,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from '@zos/fs';

/** The text of a file; undefined when there is none. */
export function readText(path: string): string | undefined {
  if (!statSync({ path })) return undefined;
  const content = readFileSync({ path });
  if (typeof content !== 'object') return undefined;
  return String.fromCharCode(...new Uint8Array(content));
}

/**
 * Replaces the text of a file, ASCII only; returns the result of `writeSync`, or -1 when the file could not be opened.
 */
export function writeText(path: string, text: string): unknown {
  return write(path, text, O_WRONLY | O_CREAT | O_TRUNC);
}

/** The same, at the end of the file. */
export function appendText(path: string, text: string): unknown {
  return write(path, text, O_WRONLY | O_CREAT | O_APPEND);
}

export function removeFile(path: string): void {
  if (statSync({ path })) rmSync({ path });
}

/** What listing a newly created empty folder returns, as text. */
export function listEmptyFolder(): string {
  mkdirSync({ path: 'empty' });
  const names: unknown = readdirSync({ path: 'empty' });
  return names === undefined ? 'undefined' : JSON.stringify(names);
}

function write(path: string, text: string, flag: number): unknown {
  const fd = openSync({ path, flag });
  if (fd < 0) return -1;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  const count: unknown = writeSync({ fd, buffer: bytes.buffer });
  closeSync({ fd });
  return count;
}
