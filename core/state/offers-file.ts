import { isFields } from '../json';
import type { Instant } from '../time';
import { isInstant } from '../time';
import type { Stored } from './stored';

/** What may be offered after a session, in this order. */
export const OFFERS = ['check', 'welcome', 'card', 'leave'] as const;

/**
 * The check of this watch, how the app works, the card next to the watch face, and turning off a reminder that was not
 * needed lately.
 */
export type Offer = (typeof OFFERS)[number];

/** What was offered so far. */
export interface Offers {
  /** When something was last offered: there is at most one offer a day. */
  readonly at?: Instant;
  /** Each offer that was made, once; the last one made is last. */
  readonly made: readonly Offer[];
}

/**
 * What to offer next: the first that is not among those done. The check is offered until it was made, turning a reminder off
 * whenever it is due, the others once; an offer that was not taken lets the others have their day first.
 */
export function nextOffer({ made }: Offers, done: readonly (false | Offer)[]): Offer | undefined {
  const left = OFFERS.filter(
    (offer) => !done.includes(offer) && (offer === 'check' || offer === 'leave' || !made.includes(offer)),
  );
  return left.find((offer) => offer !== made[made.length - 1]) ?? left[0];
}

export function withOffer({ made }: Offers, offer: Offer, at: Instant): Offers {
  return { at, made: [...made.filter((other) => other !== offer), offer] };
}

function isOffer(value: unknown): value is Offer {
  return OFFERS.some((offer) => offer === value);
}

/** Anything unreadable counts as not offered. */
export const OFFERS_FILE: Stored<Offers> = {
  name: 'offers',
  version: 1,
  initial: { made: [] },
  write: (offers) => ({ version: 1, ...offers }),
  read(json) {
    if (!isFields(json) || !Array.isArray(json['made'])) return undefined;
    const { at, made } = json;
    return { value: { ...(isInstant(at) ? { at } : {}), made: made.filter(isOffer) } };
  },
};
