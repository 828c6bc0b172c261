import type { Result } from '../core/result';
import { err, ok } from '../core/result';
import type { Reading } from '../core/state/stored';
import { digestAt } from './digest';
import type { OpenIndex } from './ledger-index';
import { countIn, nameAside, openIndex } from './ledger-index';
import { nameLedger } from './ledger-id';
import { monthAt } from './month';
import type { Storage } from './storage';
import { keysIn, readText } from './storage';
import { keepAside, readValue } from './stored-text';
import { ASIDE_PREFIX, DIGEST_PREFIX } from './storage-keys';

/**
 * If a month can no longer be read, or is gone, watches may still have its sessions, of which they think that the phone
 * has them. So the ledger takes a new name, once for each damaged text, and each watch offers it all its sessions. What
 * is left of the month is set aside first, so that a storage that takes nothing does not make watches send everything
 * each time.
 */
export function askForLost(storage: Storage, random: () => number): Result<void, 'notStored'> {
  const index = openIndex(storage);
  const lost = index.months.slice(-MONTHS).flatMap((name) => {
    const rest = whatIsLeft(storage, index, name);
    return rest === undefined || isAside(storage, name, rest) ? [] : [{ name, rest }];
  });
  if (lost.length === 0) return ok(undefined);
  const areAside = lost.every(({ name, rest }) => setAside(storage, name, rest).ok);
  return areAside && nameLedger(storage, random) !== undefined ? ok(undefined) : err('notStored');
}

/** Whatever is older, watches rarely have any more: they keep some sixty sessions. */
const MONTHS = 12;

/** What is left of a month that is damaged or gone; undefined if all of it can be read. */
function whatIsLeft(storage: Storage, index: OpenIndex, name: string): string | undefined {
  const place = monthAt(name);
  const text = readText(storage, place.name);
  if (text === undefined) return whatIsLeftBeside(storage, index, name);
  if (SOUND.get(name) === text) return undefined;
  if (readValue(storage, place).problem) return text;
  SOUND.set(name, text);
  return undefined;
}

/** The same of a month without a key: what statistics need of it, or else how many sessions it had. */
function whatIsLeftBeside(storage: Storage, index: OpenIndex, name: string): string | undefined {
  const place = digestAt(`${DIGEST_PREFIX}${name}`);
  const counted = countIn(index, name)?.sessions;
  const digest = readText(storage, place.name);
  const isNone = counted === undefined ? isEmpty(readValue(storage, place)) : counted === 0;
  return isNone ? undefined : (digest ?? String(counted));
}

function isEmpty({ value, problem }: Reading<readonly unknown[]>): boolean {
  return value.length === 0 && problem === undefined;
}

/** Texts that were found to be readable, because a start screen asks every few seconds. */
const SOUND = new Map<string, string>();

function isAside(storage: Storage, name: string, rest: string): boolean {
  const prefix = `${ASIDE_PREFIX}${name}.`;
  return keysIn(storage).some((key) => key.startsWith(prefix) && readText(storage, key) === rest);
}

function setAside(storage: Storage, name: string, rest: string): Result<void, 'notStored'> {
  const kept = keepAside(storage, monthAt(name), rest);
  return kept.ok ? nameAside(storage, `${name}.${kept.value}`) : kept;
}
