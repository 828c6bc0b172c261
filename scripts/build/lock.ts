import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../thrown';

/** How often a process checks whether another has finished, in ms. */
const LOOK_EVERY_MS = 200;

/**
 * The lock files of this process. A file with its number that is not among them belongs to an earlier process with the
 * same number.
 */
const ours = new Set<string>();

/**
 * Runs `work` while no other process does so under the same lock file, which contains the number of its process. A lock
 * whose process is gone, or that is unreadable, is taken over. `tell` is called once if there is someone to wait for.
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

/** A file that is linked to its name is complete when it appears, and never replaces another. */
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

/**
 * The process that holds the lock. Removes a lock without a living process; one that has just disappeared has no owner.
 */
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
    // The process exists, but belongs to another user.
    return codeOf(error) === 'EPERM';
  }
}
