import type { Checked } from '../core/check/checked';
import { parseChecked } from '../core/check/checked';
import { isFields, isWhole } from '../core/json';
import type { Fields } from '../core/json';
import { isId } from '../core/link/envelope';
import type { Refusal } from '../core/link/answer';
import { REFUSALS } from '../core/link/answer';
import { NAME_LIMIT } from '../core/link/request';
import type { Stored } from '../core/state/stored';
import type { Instant, Millis } from '../core/time';
import { isInstant, MINUTE } from '../core/time';
import type { BatchVerdicts, RefusedName } from './refused';
import { isRefusedName, refusedAfter } from './refused';
import { EXCHANGE_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readValue, writeValue } from './stored-text';

/** A watch that was in touch. */
export interface SeenWatch {
  readonly id: string;
  /** What it calls itself; may be empty. */
  readonly name: string;
  readonly lastSeen: Instant;
  /** When it was first in touch; 0 where an older Legato has not noted it. */
  readonly firstSeen: Instant;
  /** How many records waited on it when it was last in touch. */
  readonly waiting: number;
  /** The number of the request that told so. */
  readonly waitingAsOf: number;
  /** Whether it could read all its records then. */
  readonly whole: boolean;
  /** Records that the phone cannot take and the watch keeps, and why. */
  readonly refused: readonly RefusedName[];
  /** The revision of the plan that it went by when it last said hello; 0 for its own. */
  readonly planRevision: number;
  /** The revision of the plan that it was sent last, whether or not it could use it; 0 before any. */
  readonly planSent: number;
  /** What a check has shown of it, as it told last. Each watch has its own. */
  readonly checked?: Checked | undefined;
}

/** How an exchange went: `answered`, or why the phone did not do what it was asked. */
export type Outcome = 'answered' | Refusal;

/** When the phone and a watch last talked, and which watches there are. */
export interface ExchangeLog {
  readonly last: { readonly at: Instant; readonly outcome: Outcome } | undefined;
  /** The one last in touch first. */
  readonly watches: readonly SeenWatch[];
}

/** What a request tells of its watch; what it does not tell stays as it was. */
export interface WatchNews {
  readonly id: string;
  readonly name?: string;
  readonly waiting?: { readonly count: number; readonly request: number };
  readonly whole?: boolean;
  readonly planRevision?: number;
  readonly planSent?: number;
  readonly checked?: Checked | undefined;
  /** What the phone has said to a batch of records. */
  readonly batch?: BatchVerdicts;
}

/** Reads the log; of a damaged one what is whole. Writes nothing. */
export function readExchange(storage: Storage): ExchangeLog {
  return readValue(storage, LOG).value;
}

/**
 * Whether a watch has not been in touch since one of the same name came for the first time: that may be another one, or the
 * same, whose files went with an update or a reset, so that it has a new id and knows nothing of what waited on it.
 */
export function isFollowed({ id, name, lastSeen }: SeenWatch, { watches }: ExchangeLog): boolean {
  return watches.some(
    (other) => other.id !== id && name !== '' && other.name === name && other.firstSeen > lastSeen,
  );
}

/** Notes how a request went, and what it told of the watch that asked. A note that cannot be stored is lost. */
export function noteSighting(
  storage: Storage,
  { id, waiting, batch, ...told }: WatchNews,
  now: Instant,
  outcome: Outcome = 'answered',
): void {
  change(storage, (log) => {
    const { last, watches } = log;
    const before = watches.find((watch) => watch.id === id) ?? unseen(id, now);
    const isNews = waiting && !isLate(waiting.request, before.waitingAsOf);
    const seen: SeenWatch = {
      ...before,
      ...told,
      ...(isNews ? { waiting: waiting.count, waitingAsOf: waiting.request } : {}),
      refused: batch ? refusedAfter(before.refused, batch) : before.refused,
      lastSeen: now,
    };
    const isSameMinute = Math.floor(now / MINUTE) === Math.floor(before.lastSeen / MINUTE);
    const isSame = watches[0] === before && last?.outcome === outcome && isLikeBefore(seen, before);
    // A start screen asks every few seconds, and each change of the storage builds the page anew.
    if (!batch && isSameMinute && isSame) return log;
    const others = watches.filter((watch) => watch.id !== id);
    return { last: { at: now, outcome }, watches: [seen, ...others].slice(0, WATCH_LIMIT) };
  });
}

/** Whether nothing but the time is another. */
function isLikeBefore(seen: SeenWatch, before: SeenWatch): boolean {
  const { lastSeen, waitingAsOf } = before;
  return JSON.stringify({ ...seen, lastSeen, waitingAsOf }) === JSON.stringify(before);
}

/** Notes that a request was refused of which nobody knows whose it was. */
export function noteRefusal(storage: Storage, outcome: Refusal, now: Instant): void {
  change(storage, ({ watches }) => ({ last: { at: now, outcome }, watches }));
}

/**
 * Whether a request that has come after another was sent before it, as one that was repeated or delayed on its way.
 * Numbers of requests begin at the watch's time in ms in each run of talks (`openSync` of device/sync/sync-run.ts), so one
 * that is far lower is of a watch whose clock was set back, and counts.
 */
function isLate(request: number, lastRequest: number): boolean {
  return request < lastRequest && request >= lastRequest - LATEST;
}

/** Nothing is on its way for longer: ZML gives a request up after a minute, the watch after a few tries of 8 s. */
const LATEST: Millis = 10 * MINUTE;

function unseen(id: string, now: Instant): SeenWatch {
  const none = { waiting: 0, waitingAsOf: 0, whole: true, refused: [], planRevision: 0, planSent: 0 };
  return { id, name: '', lastSeen: now, firstSeen: now, ...none };
}

/** Nobody has more watches than this; those not seen for longest are forgotten, their sessions are not. */
const WATCH_LIMIT = 12;

function change(storage: Storage, next: (log: ExchangeLog) => ExchangeLog): void {
  try {
    const before = readExchange(storage);
    const after = next(before);
    if (after !== before) writeValue(storage, LOG, after);
  } catch {
    // A storage that cannot be read; the note is lost.
  }
}

export const LOG: Stored<ExchangeLog> = {
  name: EXCHANGE_KEY,
  version: 1,
  initial: { last: undefined, watches: [] },
  write: (log) => log,
  read(json) {
    if (!isFields(json)) return undefined;
    const { last, watches } = json;
    const list: readonly unknown[] | undefined = Array.isArray(watches) ? watches : undefined;
    const seen = list?.filter(isFields).flatMap(seenWatch) ?? [];
    const isWholly = seen.length === list?.length && (last === undefined || isLast(last));
    return {
      value: { last: isLast(last) ? last : undefined, watches: seen },
      problem: isWholly ? undefined : 'damaged',
    };
  },
};

function isLast(last: unknown): last is NonNullable<ExchangeLog['last']> {
  if (!isFields(last)) return false;
  const { at, outcome } = last;
  return isInstant(at) && (outcome === 'answered' || REFUSALS.some((code) => code === outcome));
}

/**
 * Nothing for what is no watch; what an older Legato did not note is as it was before. It noted refused records without
 * their reason: the watch offers them again.
 */
function seenWatch(fields: Fields): readonly SeenWatch[] {
  const { id, name, lastSeen, waiting } = fields;
  const {
    firstSeen = 0,
    waitingAsOf = 0,
    whole = true,
    refused = [],
    planRevision = 0,
    planSent = 0,
  } = fields;
  if (!isId(id) || typeof name !== 'string' || name.length > NAME_LIMIT) return [];
  if (!isInstant(lastSeen) || !isWhole(waiting) || !isWhole(waitingAsOf)) return [];
  if (!isWhole(planRevision) || !isWhole(planSent) || !isInstant(firstSeen)) return [];
  if (typeof whole !== 'boolean' || !Array.isArray(refused)) return [];
  const checked = parseChecked(fields['checked']);
  const names = refused.filter(isRefusedName);
  const told = {
    waitingAsOf,
    whole,
    refused: names,
    planRevision,
    planSent,
    ...(checked ? { checked } : {}),
  };
  return [{ id, name, lastSeen, firstSeen, waiting, ...told }];
}
