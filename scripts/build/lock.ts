import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../thrown';

/** How often one process looks whether another has finished, in ms. */
const LOOK_EVERY_MS = 200;

/** The lock files that this process has now: one with its number that is not among them is of a process before it. */
const ours = new Set<string>();

/**
 * Runs `work` while no other process runs its own under the same lock file, which holds the number of its process. A lock
 * whose process is gone, or that cannot be read, is taken over. `tell` hears once that there is someone to wait for.
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  tell: (sentence: string) => void = (sentence) => process.stderr.write(`${sentence}\n`),
): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  let isTold = false;
  while (!takeLock(file)) {
    const owner = ownerOf(file);
    if (owner === undefined) continue;
    if (!isTold && owner !== process.pid)
      tell(`Waiting for another build (pid ${String(owner)}); if there is none, delete ${file} …`);
    isTold = true;
    await wait(LOOK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    ours.delete(file);
    rmSync(file, { force: true });
  }
}

/** A file that is linked to its name has its content from the first moment, and never takes the place of another. */
function takeLock(file: string): boolean {
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, file);
    ours.add(file);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The process that has the lock. A file that no process has goes; one that has just gone is nobody's. */
function ownerOf(file: string): number | undefined {
  const text = readIfThere(file);
  if (text === undefined) return undefined;
  const owner = /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
  if (owner !== undefined && (owner === process.pid ? ours.has(file) : isAlive(owner))) return owner;
  rmSync(file, { force: true });
  return undefined;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There is such a process, of somebody else.
    return codeOf(error) === 'EPERM';
  }
}
