import { isWhole } from '../json';
import type { Carrier, Delivery, Loss } from '../session/delivery';
import { MISS_REASONS, QUIET_MODES, UNKNOWN, lossOf } from '../session/delivery';
import type { SessionEvent } from '../session/event';
import type { Instant } from '../time';

/**
 * Packs a journal as a list of `[kind, time since the start, …]`. Deliveries are short words: the letter of a carrier,
 * the delay if measured and `+` if the carrier is proven (`p3`, `a1200+`, `a`), or the word of a loss (`m0`). Words are
 * on disk, so they are never changed or reused. A new carrier gets a lower-case letter of its own, a new reason `m` and
 * the next number.
 */
export function makeJournal(journal: readonly SessionEvent[], startedAt: Instant): unknown {
  return journal.map((event) => {
    const head = [event.kind, event.at - startedAt];
    switch (event.kind) {
      case 'booked':
        return [...head, ...event.deliveries.map(makeDelivery)];
      case 'stepped':
        return event.by === undefined ? [...head, event.elapsed] : [...head, event.elapsed, event.by];
      case 'interrupted':
        return [...head, event.elapsed];
      case 'unplayed':
        return event.delivery ? [...head, makeDelivery(event.delivery)] : head;
      case 'unproven':
        return [...head, event.from, event.to];
      case 'paused':
      case 'resumed':
      case 'movedOn':
      case 'movedBack':
      case 'tookBack':
      case 'repeated':
      case 'extended':
      case 'stopped':
      case 'finished':
      case 'takenOff':
      case 'touched':
      case 'hurt':
      case 'stoppedAtSign':
        return head;
    }
  });
}

/** Parses a journal; undefined if any entry is invalid. */
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
    case 'stepped': {
      const [elapsed, by] = rest;
      if (!isWhole(elapsed)) return undefined;
      return isWhole(by, -Infinity) ? { kind, at, elapsed, by } : { kind, at, elapsed };
    }
    case 'interrupted': {
      const elapsed = rest[0];
      return isWhole(elapsed) ? { kind, at, elapsed } : undefined;
    }
    case 'unplayed': {
      if (rest.length === 0) return { kind, at };
      const delivery = parseDelivery(rest[0]);
      return delivery && { kind, at, delivery };
    }
    case 'unproven': {
      const [from, to] = rest;
      return isWhole(from) && isWhole(to, from) ? { kind, at, from, to } : undefined;
    }
    case 'paused':
    case 'resumed':
    case 'movedOn':
    case 'movedBack':
    case 'tookBack':
    case 'repeated':
    case 'extended':
    case 'stopped':
    case 'finished':
    case 'takenOff':
    case 'touched':
    case 'hurt':
    case 'stoppedAtSign':
      return { kind, at };
    default:
      return undefined;
  }
}

const CARRIER_LETTERS: Readonly<Record<Carrier, string>> = { page: 'p', alarm: 'a', timer: 't' };

/** In data of earlier versions of Legato, `m0` stands for any mode, since they did not tell the modes apart. */
const LOSS_WORDS: Readonly<Record<Loss, string>> = {
  doNotDisturb: 'm0',
  notArmed: 'm1',
  watchOff: 'm2',
  clockSet: 'm3',
  overtaken: 'm4',
  unknown: 'm5',
  sleep: 'm6',
  theatre: 'm7',
  tooLate: 'm8',
  tooEarly: 'm9',
  refused: 'm10',
};

function makeDelivery(delivery: Delivery): string {
  const loss = lossOf(delivery);
  if (loss) return LOSS_WORDS[loss];
  return delivery.outcome === 'played'
    ? `${CARRIER_LETTERS[delivery.by]}${delivery.late ?? ''}${delivery.proven ? '+' : ''}`
    : LOSS_WORDS.unknown;
}

function parseDelivery(word: unknown): Delivery | undefined {
  const groups = typeof word === 'string' ? /^([a-z])(\d*)(\+?)$/.exec(word) : null;
  if (!groups) return undefined;
  const [text, letter = '', late, proven] = groups;
  const loss = nameOf(LOSS_WORDS, text);
  if (loss) return deliveryOfLoss(loss);
  const by = nameOf(CARRIER_LETTERS, letter);
  return (
    by && {
      outcome: 'played',
      by,
      ...(late ? { late: Number(late) } : {}),
      ...(proven ? { proven: true } : {}),
    }
  );
}

function deliveryOfLoss(loss: Loss): Delivery {
  const mode = QUIET_MODES.find((each) => each === loss);
  if (mode) return { outcome: 'swallowed', by: mode };
  const reason = MISS_REASONS.find((each) => each === loss);
  return reason ? { outcome: 'missed', reason } : UNKNOWN;
}

function nameOf<Name extends string>(words: Readonly<Record<Name, string>>, word: string): Name | undefined {
  return (Object.keys(words) as Name[]).find((name) => words[name] === word);
}
