import { isFields, isWhole, parseJson } from '../core/json';
import type { Fields } from '../core/json';
import { isId } from '../core/messages/envelope';
import type { Refusal } from '../core/messages/answer';
import { REFUSALS } from '../core/messages/answer';
import { NAME_LIMIT } from '../core/messages/request';
import type { Result } from '../core/result';
import type { Instant } from '../core/time';
import { EXCHANGE_KEY } from './keys';
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
}

/** When the phone and a watch last talked, and which watches there are. */
export interface ExchangeLog {
  /** `outcome` is `answered`, or why the phone refused. */
  readonly last: { readonly at: Instant; readonly outcome: 'answered' | Refusal } | undefined;
  /** The one last in touch first. */
  readonly watches: readonly SeenWatch[];
}

/** What a request tells of its watch; what it does not tell stays as it was. */
export interface Sighting {
  readonly id: string;
  readonly name?: string;
  readonly waiting?: number;
}

/** Reads the log; an empty one where it is missing or damaged. Writes nothing. */
export function readExchange(storage: Storage): ExchangeLog {
  const file = parseJson(readText(storage, EXCHANGE_KEY) ?? '');
  if (!isFields(file)) return { last: undefined, watches: [] };
  const { last, watches } = file;
  return {
    last: isFields(last) && isLast(last) ? last : undefined,
    watches: Array.isArray(watches) ? watches.filter(isSeenWatch) : [],
  };
}

/** Notes that a request was answered, and by which watch it was asked. */
export function noteSighting(storage: Storage, sighting: Sighting, now: Instant): Result<void, 'notStored'> {
  const { watches } = readExchange(storage);
  const before = watches.find(({ id }) => id === sighting.id);
  const seen: SeenWatch = {
    ...(before ?? { name: '', firstSeen: now, waiting: 0 }),
    ...sighting,
    lastSeen: now,
  };
  const others = watches.filter(({ id }) => id !== sighting.id);
  return write(storage, {
    last: { at: now, outcome: 'answered' },
    watches: [seen, ...others].slice(0, WATCH_LIMIT),
  });
}

/** Notes that a request was refused. */
export function noteRefusal(storage: Storage, outcome: Refusal, now: Instant): Result<void, 'notStored'> {
  return write(storage, { ...readExchange(storage), last: { at: now, outcome } });
}

/** Nobody has more watches than this; those not seen for longest are forgotten, their sessions are not. */
const WATCH_LIMIT = 12;

function write(storage: Storage, log: ExchangeLog): Result<void, 'notStored'> {
  return writeText(storage, EXCHANGE_KEY, JSON.stringify(log));
}

function isLast(last: Fields): last is Fields & NonNullable<ExchangeLog['last']> {
  const { at, outcome } = last;
  return isWhole(at) && (outcome === 'answered' || REFUSALS.some((code) => code === outcome));
}

function isSeenWatch(value: unknown): value is SeenWatch {
  if (!isFields(value)) return false;
  const { id, name, firstSeen, lastSeen, waiting } = value;
  return (
    isId(id) &&
    typeof name === 'string' &&
    name.length <= NAME_LIMIT &&
    isWhole(firstSeen) &&
    isWhole(lastSeen) &&
    isWhole(waiting)
  );
}
