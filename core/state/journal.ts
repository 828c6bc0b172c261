import { isWhole } from '../json';
import type { Carrier, Delivery, MissReason } from '../session/delivery';
import type { SessionEvent } from '../session/event';
import type { Instant } from '../time';

/**
 * A journal as a list of `[kind, time since the start, …]`. Deliveries are short words: the letter of a carrier and the
 * delay (`p3`), or the word of a reason (`m0`). Words are never changed and never used for anything else: they are on
 * disk. A new carrier gets a small letter of its own, a new reason `m` and the next number.
 */
export function makeJournal(journal: readonly SessionEvent[], startedAt: Instant): unknown {
  return journal.map((event) => {
    const head = [event.kind, event.at - startedAt];
    switch (event.kind) {
      case 'booked':
        return [...head, ...event.deliveries.map(makeDelivery)];
      case 'stepped':
      case 'interrupted':
        return [...head, event.elapsed];
      case 'paused':
      case 'resumed':
      case 'movedOn':
      case 'movedBack':
      case 'extended':
      case 'stopped':
      case 'finished':
      case 'unplayed':
        return head;
    }
  });
}

/** Reads a journal back; nothing when any entry is not one of ours. */
export function parseJournal(list: unknown, startedAt: Instant): readonly SessionEvent[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const events = (list as readonly unknown[]).map((entry) => parseEvent(entry, startedAt));
  const known = events.filter((event): event is SessionEvent => event !== undefined);
  return known.length === events.length ? known : undefined;
}

function parseEvent(entry: unknown, startedAt: Instant): SessionEvent | undefined {
  if (!Array.isArray(entry)) return undefined;
  const [kind, since, ...rest] = entry as readonly unknown[];
  if (!isWhole(since, -Infinity)) return undefined;
  const at = startedAt + since;
  switch (kind) {
    case 'booked': {
      const deliveries = rest.map(parseDelivery);
      const known = deliveries.filter((delivery): delivery is Delivery => delivery !== undefined);
      return known.length === deliveries.length ? { kind, at, deliveries: known } : undefined;
    }
    case 'stepped':
    case 'interrupted': {
      const elapsed = rest[0];
      return isWhole(elapsed) ? { kind, at, elapsed } : undefined;
    }
    case 'paused':
    case 'resumed':
    case 'movedOn':
    case 'movedBack':
    case 'extended':
    case 'stopped':
    case 'finished':
    case 'unplayed':
      return { kind, at };
    default:
      return undefined;
  }
}

const CARRIER_LETTERS: Readonly<Record<Carrier, string>> = { page: 'p', alarm: 'a', timer: 't' };

const REASON_WORDS: Readonly<Record<MissReason, string>> = {
  doNotDisturb: 'm0',
  notArmed: 'm1',
  watchOff: 'm2',
  clockSet: 'm3',
  overtaken: 'm4',
  unknown: 'm5',
};

function makeDelivery(delivery: Delivery): string {
  return delivery.outcome === 'delivered'
    ? `${CARRIER_LETTERS[delivery.by]}${delivery.late}`
    : REASON_WORDS[delivery.reason];
}

function parseDelivery(word: unknown): Delivery | undefined {
  if (typeof word !== 'string' || !/^[a-z]\d+$/.test(word)) return undefined;
  const reason = nameOf(REASON_WORDS, word);
  if (reason) return { outcome: 'missed', reason };
  const by = nameOf(CARRIER_LETTERS, word.charAt(0));
  return by && { outcome: 'delivered', by, late: Number(word.slice(1)) };
}

function nameOf<Name extends string>(words: Readonly<Record<Name, string>>, word: string): Name | undefined {
  return (Object.keys(words) as Name[]).find((name) => words[name] === word);
}
