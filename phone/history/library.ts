import type { SessionRecord } from '../../core/record/record';
import type { Result } from '../../core/result';
import type { Deletions } from '../deletions';
import { isDeleted, markOf, readDeletions } from '../deletions';
import { digestAt } from '../digest';
import type { LedgerIndex } from '../ledger-index';
import { countIn, readIndex } from '../ledger-index';
import { memo } from '../memo';
import { monthAt, monthOf } from '../month';
import { sessionKey } from '../session-key';
import { DIGEST_PREFIX } from '../storage-keys';
import type { Storage } from '../storage';
import { readValue, writeValue } from '../stored-text';
import type { SessionGist } from './gist';
import { gistOf } from './gist';
import { LEFT_COUNTS } from './left-counts';
import type { MadeIndex } from './made';
import { madeGists, madeSessions, readMadeIndex } from './made';
import type { Moves } from './moves';
import { readMoves } from './moves';

/**
 * All sessions on the phone: those in the ledger and those the person entered or imported, without deleted ones, each
 * at the date the person gave it. They are read on demand, and from a month with a digest, records are read only when
 * they are asked for. Writes nothing. Throws when the storage does.
 */
export interface Library {
  /** As `YYYY-MM`, oldest first; a month may be empty. */
  readonly months: readonly string[];
  /** The number of sessions. */
  readonly count: () => number;
  /** The number of sessions in a month. */
  readonly countOf: (month: string) => number;
  /** What statistics need of the sessions of a month, in any order. */
  readonly gistsOf: (month: string) => readonly SessionGist[];
  /** The sessions of a month, newest first. */
  readonly sessionsOf: (month: string) => readonly SessionRecord[];
  /** The damaged months among those that were set aside or have been read. */
  readonly damaged: () => readonly string[];
  /** The sessions whose dates were changed. */
  readonly moves: Moves;
  /** What a count of a month depends on; undefined if sessions were moved, or may have changed unseen. */
  readonly stampOf: (month: string) => string | undefined;
  /** Whether the list of months is damaged. */
  readonly isIndexDamaged: boolean;
}

export function openLibrary(storage: Storage): Library {
  const deletions = readDeletions(storage);
  const moves = readMoves(storage);
  const ledger = new LedgerReader(storage, deletions);
  const made = new MadeReader(storage, deletions);
  const moved = [...moves.values()]
    .map(({ record }) => record)
    .filter((record) => !isDeleted(deletions, record));
  const others = [...made.months, ...moved.map(monthOf)];
  const months = others.length === 0 ? ledger.months : [...new Set([...ledger.months, ...others])].sort();
  const here = <Item extends Pick<SessionRecord, 'id' | 'startedAt'>>(lists: readonly (readonly Item[])[]) =>
    merged(lists).filter((item) => !moves.has(sessionKey(item)));
  const movedTo = (month: string): readonly SessionRecord[] =>
    moved.filter((record) => monthOf(record) === month);
  const gistsOf = memo((month: string) => [
    ...here([ledger.gistsOf(month), made.gistsOf(month)]),
    ...movedTo(month).map(gistOf),
  ]);
  const touched = monthsTouchedBy(moves);
  const left = readValue(storage, LEFT_COUNTS).value;
  const stampOf = (month: string): string | undefined => {
    const stamp = touched.has(month) ? undefined : ledger.stampOf(month);
    return stamp && [markOf(deletions, month), stamp, made.stampOf(month)].join(' ');
  };
  const [isInLedger, isMade] = [new Set(ledger.months), new Set(made.months)];
  const keptCount = (month: string): number | undefined => {
    const counted = left.get(month);
    return counted && counted.stamp === stampOf(month) ? counted.left : undefined;
  };
  const countOf = (month: string): number => {
    // A session in both counts once, and a moved one counts in the month it was moved to.
    const isAlone = isInLedger.has(month) !== isMade.has(month) && !touched.has(month);
    const known = isAlone ? (isMade.has(month) ? made : ledger).countOf(month) : undefined;
    return known ?? keptCount(month) ?? gistsOf(month).length;
  };
  return {
    months,
    count: () =>
      (others.length === 0 && touched.size === 0 ? ledger.count() : undefined) ??
      months.reduce((sum, month) => sum + countOf(month), 0),
    countOf,
    gistsOf,
    sessionsOf: memo((month: string) =>
      [...here([ledger.sessionsOf(month), made.sessionsOf(month)]), ...movedTo(month)].sort(newestFirst),
    ),
    damaged: () => [...new Set([...ledger.damaged(), ...made.damaged()])].sort(),
    moves,
    stampOf,
    isIndexDamaged: ledger.isIndexDamaged,
  };
}

/** Stores the counts that would otherwise need the sessions of months in which some were deleted. */
export function keepLeftCounts(storage: Storage): Result<void, 'notStored'> {
  const { months, countOf, stampOf } = openLibrary(storage);
  const deletions = readDeletions(storage);
  const counts = months
    .filter((month) => markOf(deletions, month) > 0)
    .flatMap((month) => {
      const stamp = stampOf(month);
      return stamp === undefined ? [] : [[month, { stamp, left: countOf(month) }] as const];
    });
  return writeValue(storage, LEFT_COUNTS, new Map(counts));
}

/** The sessions of these months, newest first. */
export function sessionsIn(library: Library, months: readonly string[]): readonly SessionRecord[] {
  return [...months].reverse().flatMap((month) => library.sessionsOf(month));
}

interface Reader {
  readonly months: readonly string[];
  /** Changes whenever the stored sessions of a month do; undefined if that is not known. */
  stampOf(month: string): string | undefined;
  /** Undefined if the sessions would have to be read. */
  countOf(month: string): number | undefined;
  gistsOf(month: string): readonly SessionGist[];
  sessionsOf(month: string): readonly SessionRecord[];
  damaged(): readonly string[];
}

/** Sessions sent by watches. */
class LedgerReader implements Reader {
  readonly months: readonly string[];
  private readonly storage: Storage;
  private readonly deletions: Deletions;
  readonly isIndexDamaged: boolean;
  private readonly index: LedgerIndex;
  private readonly bad: Set<string>;

  constructor(storage: Storage, deletions: Deletions) {
    this.storage = storage;
    this.deletions = deletions;
    const { isDamaged, ...index } = readIndex(storage);
    this.isIndexDamaged = isDamaged;
    this.index = index;
    this.months = this.index.months;
    this.bad = new Set(this.index.aside.map((name) => name.slice(0, 'YYYY-MM'.length)));
  }

  /** Known if the index has counted every month and nothing was deleted since. */
  count(): number | undefined {
    const { total, months } = this.index;
    const isAll = total?.months === months.length && total.deletions === markOf(this.deletions);
    return isAll ? total.sessions : undefined;
  }

  /** Known if the index has counted the month and nothing was deleted since. */
  countOf(month: string): number | undefined {
    const count = countIn(this.index, month);
    return count?.deletions === markOf(this.deletions, month) ? count.sessions : undefined;
  }

  stampOf(month: string): string | undefined {
    const count = countIn(this.index, month);
    if (count) return `${count.sessions}-${count.deletions}`;
    return this.months.includes(month) ? undefined : '-';
  }

  gistsOf(month: string): readonly SessionGist[] {
    if (!this.months.includes(month)) return [];
    const count = countIn(this.index, month);
    const digest = count && readValue(this.storage, digestAt(`${DIGEST_PREFIX}${month}`));
    return digest && !digest.problem && digest.value.length === count.sessions
      ? digest.value.filter((gist) => !isDeleted(this.deletions, gist))
      : this.sessionsOf(month).map(gistOf);
  }

  sessionsOf(month: string): readonly SessionRecord[] {
    if (!this.months.includes(month)) return [];
    const { value, problem } = readValue(this.storage, monthAt(month));
    if (problem) this.bad.add(month);
    return [...value.values()].filter((record) => !isDeleted(this.deletions, record));
  }

  damaged(): readonly string[] {
    return [...this.bad];
  }
}

/** Sessions the person entered or imported. */
class MadeReader implements Reader {
  readonly months: readonly string[];
  private readonly storage: Storage;
  private readonly deletions: Deletions;
  private readonly index: MadeIndex;
  private readonly bad = new Set<string>();

  constructor(storage: Storage, deletions: Deletions) {
    this.storage = storage;
    this.deletions = deletions;
    this.index = readMadeIndex(storage);
    this.months = [...this.index.keys()];
  }

  countOf(month: string): number | undefined {
    return markOf(this.deletions, month) === 0 ? this.index.get(month)?.sessions : undefined;
  }

  stampOf(month: string): string {
    return String(this.index.get(month)?.writing);
  }

  gistsOf(month: string): readonly SessionGist[] {
    const gists = madeGists(this.storage, this.index, month);
    return gists
      ? gists.filter((gist) => !isDeleted(this.deletions, gist))
      : this.sessionsOf(month).map(gistOf);
  }

  sessionsOf(month: string): readonly SessionRecord[] {
    const { value, problem } = madeSessions(this.storage, this.index, month);
    if (problem !== undefined) this.bad.add(month);
    return [...value.values()].filter((record) => !isDeleted(this.deletions, record));
  }

  damaged(): readonly string[] {
    return [...this.bad];
  }
}

/** A session in several lists is taken from the first. */
function merged<Item extends Pick<SessionRecord, 'id' | 'startedAt'>>(
  lists: readonly (readonly Item[])[],
): readonly Item[] {
  const items = new Map<string, Item>();
  lists.forEach((list) =>
    list.forEach((item) => {
      const key = sessionKey(item);
      if (!items.has(key)) items.set(key, item);
    }),
  );
  return [...items.values()];
}

function monthsTouchedBy(moves: Moves): ReadonlySet<string> {
  return new Set([...moves.values()].flatMap(({ from, record }) => [monthOf(from), monthOf(record)]));
}

function newestFirst(a: SessionRecord, b: SessionRecord): number {
  return b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1);
}
