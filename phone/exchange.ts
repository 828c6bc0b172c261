import type { Checked } from '../core/check/checked';
import { parseChecked } from '../core/check/checked';
import { isFields, isWhole } from '../core/json';
import type { Fields } from '../core/json';
import { isId } from '../core/link/envelope';
import type { Refusal } from '../core/link/answer';
import { REFUSALS } from '../core/link/answer';
import { isVersion, NAME_LIMIT } from '../core/link/request';
import type { Stored } from '../core/state/stored';
import type { Instant, Millis } from '../core/time';
import { isInstant, MINUTE } from '../core/time';
import type { BatchVerdicts, RefusedName } from './refused';
import { isRefusedName, refusedAfter } from './refused';
import { EXCHANGE_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readValue, writeValue } from './stored-text';

/** A watch that has been in touch. */
export interface SeenWatch {
  readonly id: string;
  /** The name it gives itself; may be empty. */
  readonly name: string;
  readonly lastSeen: Instant;
  /** When it was first in touch; 0 if an older version of Legato did not store it. */
  readonly firstSeen: Instant;
  /** How many records waited on it when it was last in touch. */
  readonly waiting: number;
  /** The number of the request that said so. */
  readonly waitingAsOf: number;
  /** Whether it could read all its records then. */
  readonly whole: boolean;
  /** Records that the phone refused and the watch keeps, with the reasons. */
  readonly refused: readonly RefusedName[];
  /** The revision of the plan it used at its last hello; 0 for its own. */
  readonly planRevision: number;
  /** The revision of the plan last sent to it, whether it could use it or not; 0 if none was. */
  readonly planSent: number;
  /** What a check has shown on it, as last reported. Each watch has its own. */
  readonly checked?: Checked | undefined;
  /** The version of Legato on it at its last hello; absent if that did not say. */
  readonly version?: string | undefined;
}

/** The outcome of an exchange: `answered`, or why the phone refused. */
export type Outcome = 'answered' | Refusal;

/** When the phone last talked with a watch, and all watches it knows. */
export interface ExchangeLog {
  readonly last: { readonly at: Instant; readonly outcome: Outcome } | undefined;
  /** Most recently in touch first. */
  readonly watches: readonly SeenWatch[];
}

/** What a request tells about its watch; absent fields stay as they were. */
export interface WatchNews {
  readonly id: string;
  readonly name?: string;
  readonly waiting?: { readonly count: number; readonly request: number };
  readonly whole?: boolean;
  readonly planRevision?: number;
  readonly planSent?: number;
  readonly checked?: Checked | undefined;
  readonly version?: string | undefined;
  /** The phone's verdicts on a batch of records. */
  readonly batch?: BatchVerdicts;
}

/** Reads the log; the intact entries if it is damaged. Writes nothing. */
export function readExchange(storage: Storage): ExchangeLog {
  return readValue(storage, LOG).value;
}

/** A watch as it was last in touch; undefined if it never was. */
export function seenBefore(storage: Storage, watch: string): SeenWatch | undefined {
  return readExchange(storage).watches.find(({ id }) => id === watch);
}

/**
 * Whether a watch has not been in touch since another with the same name first was. That may be a different watch, or
 * the same one after an update or reset deleted its files, so that it has a new id and knows nothing of the records
 * that waited on it.
 */
export function isFollowed({ id, name, lastSeen }: SeenWatch, { watches }: ExchangeLog): boolean {
  return watches.some(
    (other) => other.id !== id && name !== '' && other.name === name && other.firstSeen > lastSeen,
  );
}

/** Notes the outcome of a request and what it told about its watch. If the note cannot be stored, it is lost. */
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
    // A start screen asks every few seconds, and each change of the storage rebuilds the page.
    if (!batch && isSameMinute && isSame) return log;
    const others = watches.filter((watch) => watch.id !== id);
    return { last: { at: now, outcome }, watches: [seen, ...others].slice(0, WATCH_LIMIT) };
  });
}

/** Whether only the time has changed. */
function isLikeBefore(seen: SeenWatch, before: SeenWatch): boolean {
  const { lastSeen, waitingAsOf } = before;
  return JSON.stringify({ ...seen, lastSeen, waitingAsOf }) === JSON.stringify(before);
}

/** Notes that a request from an unknown watch was refused. */
export function noteRefusal(storage: Storage, outcome: Refusal, now: Instant): void {
  change(storage, ({ watches }) => ({ last: { at: now, outcome }, watches }));
}

/**
 * Whether a request was sent before another that has already arrived, because it was repeated or delayed. Request
 * numbers start at the watch's time in ms in each exchange (`openSync` in device/sync/exchanges.ts), so a far lower
 * number means that the watch's clock was set back, and the request counts.
 */
function isLate(request: number, lastRequest: number): boolean {
  return request < lastRequest && request >= lastRequest - LATEST;
}

/** The longest time a request can be delayed: ZML gives up after a minute, the watch after a few tries of 8 s. */
const LATEST: Millis = 10 * MINUTE;

function unseen(id: string, now: Instant): SeenWatch {
  const none = { waiting: 0, waitingAsOf: 0, whole: true, refused: [], planRevision: 0, planSent: 0 };
  return { id, name: '', lastSeen: now, firstSeen: now, ...none };
}

/** The most watches kept. Those not seen for longest are forgotten, but not their sessions. */
const WATCH_LIMIT = 12;

function change(storage: Storage, next: (log: ExchangeLog) => ExchangeLog): void {
  try {
    const before = readExchange(storage);
    const after = next(before);
    if (after !== before) writeValue(storage, LOG, after);
  } catch {
    // The storage cannot be read, so the note is lost.
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
 * Empty if it is not a watch. Fields that older versions of Legato did not store get neutral values. Those versions
 * stored refused records without the reason, so these are dropped; the watch offers them again.
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
    ...(isVersion(fields['version']) ? { version: fields['version'] } : {}),
  };
  return [{ id, name, lastSeen, firstSeen, waiting, ...told }];
}
