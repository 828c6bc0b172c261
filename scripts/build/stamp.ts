import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';

/** What is known about built files: the fingerprint of their inputs, their paths, and their sizes in the same order. */
interface Stamp {
  readonly fingerprint: string;
  readonly paths: readonly string[];
  readonly bytes: readonly number[];
}

/** Notes in `file` that the files at `paths` were made from inputs with this fingerprint. */
export function writeStamp(file: string, fingerprint: string, paths: readonly string[]): void {
  const stamp: Stamp = { fingerprint, paths, bytes: paths.map(sizeOf) };
  // Written to a draft first, so that a concurrent reader, or one after this process was ended, finds a complete stamp.
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(stamp));
  renameSync(draft, file);
}

/** The paths noted in `file` if the files were made from inputs with this fingerprint, and still have their sizes. */
export function readStamp(file: string, fingerprint: string): readonly string[] | undefined {
  const stamp = parsed(file);
  return stamp?.fingerprint === fingerprint &&
    stamp.paths.every((path, at) => sizeOf(path) === stamp.bytes[at])
    ? stamp.paths
    : undefined;
}

/** The size of a file in bytes; a value below that of any file if it does not exist. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

/** An unreadable stamp counts as none, so the files are made again. */
function parsed(file: string): Stamp | undefined {
  try {
    const { fingerprint, paths, bytes } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Stamp>;
    return fingerprint === undefined || paths === undefined || bytes === undefined
      ? undefined
      : { fingerprint, paths, bytes };
  } catch {
    return undefined;
  }
}
