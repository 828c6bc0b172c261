import type { Carrier, DeliveryBook, DeliveryTotals, Loss } from '../session/delivery';
import { CARRIERS, LOSSES, lossOf, totals } from '../session/delivery';
import type { Millis } from '../time';

/**
 * What became of the cues: `by` adds up to those played or late, `why` to those missed. Carriers and reasons of other
 * versions of Legato are kept next to those of this one.
 */
export interface CueRecord extends DeliveryTotals {
  readonly by: Tally<Carrier>;
  readonly why: Tally<Loss>;
}

/** A count for each name; an absent name counts as 0. */
export type Counts = Readonly<Record<string, number>>;

/** A count for each of these names, and for others that are not 0. */
export type Tally<Name extends string> = Readonly<Record<Name, number>> & Counts;

/** Summarises a session's book. */
export function cueRecordOf(book: DeliveryBook): CueRecord {
  const by = tally(CARRIERS, () => 0);
  const why = tally(LOSSES, () => 0);
  book.forEach((delivery) => {
    const loss = lossOf(delivery);
    if (loss) why[loss] += 1;
    else if (delivery.outcome === 'played') by[delivery.by] += 1;
  });
  return { ...totals(book), by, why };
}

/** Creates a cue record from counts; undefined when more were late than were brought. */
export function cueRecord(by: Counts, why: Counts, late: number, latest: Millis): CueRecord | undefined {
  const [delivered, missed] = [sum(by), sum(why)];
  const played = delivered - late;
  if (played < 0) return undefined;
  const due = delivered + missed;
  return {
    ...{ due, played, late, missed, latest },
    by: { ...without0(by), ...tally(CARRIERS, (carrier) => countIn(by, carrier)) },
    why: { ...without0(why), ...tally(LOSSES, (reason) => countIn(why, reason)) },
  };
}

/** A number for each name. */
export function tally<Name extends string>(
  names: readonly Name[],
  countOf: (name: Name, place: number) => number,
): Record<Name, number> {
  const counts = {} as Record<Name, number>; // filled for every name below
  names.forEach((name, place) => {
    counts[name] = countOf(name, place);
  });
  return counts;
}

export function countIn(counts: Counts, name: string): number {
  // An absent count gives NaN, which `| 0` turns into 0.
  return Number(counts[name]) | 0;
}

function without0(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
