import { isWhole } from '../json';
import type { Delivery } from '../session/delivery';
import { CARRIERS, MISS_REASONS } from '../session/delivery';
import type { SessionEvent } from '../session/event';
import type { Instant } from '../time';

/**
 * A journal as a list of `[kind, time since the start, …]`. Deliveries are short words: a carrier's first letter
 * and the delay (`p3`), or `m` and the place of the reason in its list (`m0`).
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

function makeDelivery(delivery: Delivery): string {
  return delivery.outcome === 'delivered'
    ? `${delivery.by.charAt(0)}${delivery.late}`
    : `m${MISS_REASONS.indexOf(delivery.reason)}`;
}

function parseDelivery(word: unknown): Delivery | undefined {
  if (typeof word !== 'string' || !/^[patm]\d+$/.test(word)) return undefined;
  const number = Number(word.slice(1));
  const by = CARRIERS.find((carrier) => word.startsWith(carrier.charAt(0)));
  if (by) return { outcome: 'delivered', by, late: number };
  const reason = MISS_REASONS[number];
  return reason && { outcome: 'missed', reason };
}
