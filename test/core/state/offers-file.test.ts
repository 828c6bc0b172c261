import fc from 'fast-check';
import type { Offer, Offers } from '../../../core/state/offers-file';
import { nextOffer, OFFERS, OFFERS_FILE, withOffer } from '../../../core/state/offers-file';
import { readStored, storedText } from '../../../core/state/stored';

const NEVER: Offers = { made: [] };

/** The offers of these many days on which nothing that is offered is taken up. */
function offersOf(days: number, done: readonly Offer[] = []): readonly (string | undefined)[] {
  let offers = NEVER;
  return Array.from({ length: days }, (_, day) => {
    const offer = nextOffer(offers, done);
    if (offer) offers = withOffer(offers, offer, day);
    return offer;
  });
}

test('the check comes first, then how it works, then the card; what was not taken up lets the others go first', () => {
  expect(offersOf(7, ['leave'])).toEqual(['check', 'welcome', 'check', 'card', 'check', 'check', 'check']);
});

test('once the check was made, the others are offered once each, and then nothing', () => {
  expect(offersOf(4, ['check', 'leave'])).toEqual(['welcome', 'card', undefined, undefined]);
});

test('who has seen how it works is offered the card at once', () => {
  expect(offersOf(2, ['check', 'welcome', 'leave'])).toEqual(['card', undefined]);
});

test('turning a reminder off is offered last, and again whenever it is due', () => {
  expect(offersOf(4, ['check'])).toEqual(['welcome', 'card', 'leave', 'leave']);
  expect(offersOf(5, ['welcome', 'card'])).toEqual(['check', 'leave', 'check', 'leave', 'check']);
});

test('what was offered is read back as it was written', () => {
  const made = fc.shuffledSubarray([...OFFERS]);
  fc.assert(
    fc.property(fc.record({ at: fc.nat(), made }, { requiredKeys: ['made'] }), (offers) => {
      expect(readStored(OFFERS_FILE, storedText(OFFERS_FILE, offers))).toEqual({ value: offers });
    }),
  );
});

test.each([
  ['{"version":1,"made":["check","dance",7]}', { value: { made: ['check'] } }],
  ['{"version":1,"at":"today","made":[]}', { value: { made: [] } }],
  ['{"version":1}', { value: NEVER, problem: 'damaged' }],
  ['[]', { value: NEVER, problem: 'damaged' }],
])('of %s, what is known counts', (text, read) => {
  expect(readStored(OFFERS_FILE, text)).toEqual(read);
});
