import { isFields, isWhole, parseJson } from '../core/json';
import type { Fields } from '../core/json';
import { isId } from '../core/messages/envelope';
import type { Refusal } from '../core/messages/answer';
import { REFUSALS } from '../core/messages/answer';
import { NAME_LIMIT } from '../core/messages/request';
import type { Result } from '../core/result';
import { err } from '../core/result';
import type { Instant } from '../core/time';
import { EXCHANGE_KEY } from './storage-keys';
import type { Storage } from './storage';
import { readText, writeText } from './storage';

/** A watch that was in touch. */
export interface SeenWatch {
  readonly id: string;
  /** What it calls itself; may be empty. */
  readonly name: string;
  readonly firstSeen: Instant;
  readonly lastSeen: Instant;
  /** How many records waited on it when it was last in touch. */
  readonly waiting: number;
  /** Records that the phone cannot take and the watch keeps, each by what tells it from others. */
  readonly refused: readonly string[];
  /** The revision of the plan that it fetched last; 0 before it fetched any. */
  readonly planRevision: number;
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
export interface Sighting {
  readonly id: string;
  readonly name?: string;
  readonly waiting?: number;
  readonly planRevision?: number;
  /** What the refused records of before are now. */
  readonly refused?: (before: readonly string[]) => readonly string[];
}

/** Reads the log; an empty one where it is missing or damaged. Writes nothing. */
export function readExchange(storage: Storage): ExchangeLog {
  const file = parseJson(readText(storage, EXCHANGE_KEY) ?? '');
  if (!isFields(file)) return { last: undefined, watches: [] };
  const { last, watches } = file;
  return {
    last: isFields(last) && isLast(last) ? last : undefined,
    watches: Array.isArray(watches) ? watches.filter(isFields).flatMap(seenWatch) : [],
  };
}

/** Notes how a request went, and what it told of the watch that asked. A note that cannot be stored is lost. */
export function noteSighting(
  storage: Storage,
  { id, refused, ...told }: Sighting,
  now: Instant,
  outcome: Outcome = 'answered',
): Result<void, 'notStored'> {
  return change(storage, ({ watches }) => {
    const before = watches.find((watch) => watch.id === id) ?? unseen(id, now);
    const kept = refused ? refused(before.refused) : before.refused;
    const seen: SeenWatch = { ...before, ...told, refused: kept, lastSeen: now };
    const others = watches.filter((watch) => watch.id !== id);
    return { last: { at: now, outcome }, watches: [seen, ...others].slice(0, WATCH_LIMIT) };
  });
}

/** Notes that a request was refused of which nobody knows whose it was. */
export function noteRefusal(storage: Storage, outcome: Refusal, now: Instant): Result<void, 'notStored'> {
  return change(storage, ({ watches }) => ({ last: { at: now, outcome }, watches }));
}

function unseen(id: string, now: Instant): SeenWatch {
  return { id, name: '', firstSeen: now, lastSeen: now, waiting: 0, refused: [], planRevision: 0 };
}

/** Nobody has more watches than this; those not seen for longest are forgotten, their sessions are not. */
const WATCH_LIMIT = 12;

function change(storage: Storage, next: (log: ExchangeLog) => ExchangeLog): Result<void, 'notStored'> {
  try {
    return writeText(storage, EXCHANGE_KEY, JSON.stringify(next(readExchange(storage))));
  } catch {
    return err('notStored');
  }
}

function isLast(last: Fields): last is Fields & NonNullable<ExchangeLog['last']> {
  const { at, outcome } = last;
  return isWhole(at) && (outcome === 'answered' || REFUSALS.some((code) => code === outcome));
}

/** Nothing for what is no watch; what an older Legato did not note is as it was before. */
function seenWatch(fields: Fields): readonly SeenWatch[] {
  const { id, name, firstSeen, lastSeen, waiting } = fields;
  const { refused = [], planRevision = 0 } = fields;
  const isNamed = isId(id) && typeof name === 'string' && name.length <= NAME_LIMIT;
  if (!isNamed || !isWhole(firstSeen) || !isWhole(lastSeen) || !isWhole(waiting)) return [];
  if (!isWhole(planRevision) || !isTexts(refused)) return [];
  return [{ id, name, firstSeen, lastSeen, waiting, refused, planRevision }];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
