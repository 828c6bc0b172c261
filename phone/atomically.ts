import type { Result } from '../core/result';
import { err } from '../core/result';
import { openMadeIndex } from './history/made';
import type { Storage } from './storage';
import { keysIn, readText, removeText, writeAll, writeText } from './storage';
import { MADE_DIGEST_PREFIX, MADE_MONTH_PREFIX, UNDO_CONTENT_PREFIX } from './storage-keys';

/**
 * Makes a change of any number of keys, which the storage takes completely or not at all. `change` writes into a draft;
 * if it fails, nothing is written.
 */
export function atomically<Value, Problem>(
  storage: Storage,
  change: (draft: Storage) => Result<Value, Problem>,
): Result<Value, Problem | 'notStored'> {
  const draft = new DraftStorage(storage);
  const done = change(draft);
  if (!done.ok) return done;
  return isStored(storage, draft.changes()) ? done : err('notStored');
}

/** Keys with a number, which nobody reads until another key names that number. They may be long. */
const AHEAD = [MADE_MONTH_PREFIX, MADE_DIGEST_PREFIX, UNDO_CONTENT_PREFIX];

/** What nobody reads yet is written first, so that the write that counts is short. */
function isStored(storage: Storage, changes: readonly Change[]): boolean {
  const isAhead = ([key, text]: Change): boolean =>
    text !== undefined && AHEAD.some((prefix) => key.startsWith(prefix));
  const ahead = changes.filter(isAhead);
  const isOfMade = ahead.some(([key]) => key.startsWith(MADE_MONTH_PREFIX));
  const isWritten =
    (!isOfMade || openMadeIndex(storage).ok) &&
    ahead.every(([key, text = '']) => writeText(storage, key, text).ok) &&
    writeAll(storage, new Map(changes.filter((each) => !isAhead(each)))).ok;
  if (!isWritten) ahead.forEach(([key]) => removeText(storage, key));
  return isWritten;
}

type Change = readonly [key: string, text: string | undefined];

/** A storage with changes that are kept in memory. */
export class DraftStorage implements Storage {
  private readonly base: Storage;
  private readonly texts = new Map<string, string | undefined>();

  constructor(base: Storage) {
    this.base = base;
  }

  getItem(key: string): string | undefined {
    return this.texts.has(key) ? this.texts.get(key) : readText(this.base, key);
  }

  setItem(key: string, text: string): void {
    this.texts.set(key, text);
  }

  removeItem(key: string): void {
    this.texts.set(key, undefined);
  }

  all(): Readonly<Record<string, string>> {
    const keys = new Set([...keysIn(this.base), ...this.texts.keys()]);
    return Object.fromEntries(
      [...keys].flatMap((key) => {
        const text = this.getItem(key);
        return text === undefined ? [] : [[key, text]];
      }),
    );
  }

  /** The texts that differ from what is stored. */
  changes(): readonly Change[] {
    return [...this.texts].filter(([key, text]) => (text ?? '') !== (readText(this.base, key) ?? ''));
  }
}
