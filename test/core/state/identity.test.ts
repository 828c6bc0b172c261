import fc from 'fast-check';
import type { Identity } from '../../../core/state/identity';
import {
  DEVICE_ID_ALPHABET,
  DEVICE_ID_LENGTH,
  IDENTITY_FILE,
  newIdentity,
  nextId,
} from '../../../core/state/identity';
import { readStored, storedText } from '../../../core/state/stored';
import { runs } from '../../runs';

const LETTERS = DEVICE_ID_ALPHABET.split('');
const EACH = { numRuns: runs(1000, 200) };

test('an identity survives being written and read', () => {
  fc.assert(
    fc.property(identities(), (identity) => {
      expect(writtenAndRead(identity)).toEqual(identity);
    }),
    EACH,
  );
});

test('ids of a watch never repeat, even if it restarts between any two of them', () => {
  fc.assert(
    fc.property(identities(), fc.array(fc.boolean(), { maxLength: 30 }), (first, restarts) => {
      let identity = first;
      const ids = restarts.map((restart) => {
        const next = nextId(identity);
        identity = restart ? (writtenAndRead(next.identity) ?? first) : next.identity;
        return next.id;
      });
      expect(new Set(ids).size).toBe(ids.length);
    }),
    EACH,
  );
});

test('ids of watches with different names are different', () => {
  fc.assert(
    fc.property(identities(), identities(), (a, b) => {
      fc.pre(a.device !== b.device);
      expect(nextId(a).id).not.toBe(nextId(b).id);
    }),
    EACH,
  );
});

test('an id is short and made of plain characters', () => {
  expect(nextId({ device: 'k3f9xw2pqa', count: 6 }).id).toBe('k3f9xw2pqa-7');
});

test('a new name uses the whole alphabet, evenly', () => {
  const { length } = DEVICE_ID_ALPHABET;
  const names = LETTERS.map((_, place) => newIdentity(() => place / length).device);
  expect(names.join('')).toBe(LETTERS.map((it) => it.repeat(DEVICE_ID_LENGTH)).join(''));
  expect(newIdentity(() => 1 - Number.EPSILON).count).toBe(0);
});

test.each([
  ['no JSON', 'k3f9xw2pqa-7'],
  ['a list', '[]'],
  ['no name', '{"version":1,"count":6}'],
  ['a name that is too short', '{"version":1,"device":"k3f9","count":6}'],
  ['a name of other letters', '{"version":1,"device":"K3F9XW2PQA","count":6}'],
  ['a count in words', '{"version":1,"device":"k3f9xw2pqa","count":"6"}'],
  ['a count below none', '{"version":1,"device":"k3f9xw2pqa","count":-1}'],
  ['half a count', '{"version":1,"device":"k3f9xw2pqa","count":1.5}'],
])('%s is refused with its code', (_name, text) => {
  expect(readStored(IDENTITY_FILE, text)).toEqual({ value: undefined, problem: 'damaged' });
});

// Helpers

function writtenAndRead(identity: Identity): Identity | undefined {
  return readStored(IDENTITY_FILE, storedText(IDENTITY_FILE, identity)).value;
}

function identities(): fc.Arbitrary<Identity> {
  const device = fc
    .array(fc.constantFrom(...LETTERS), {
      minLength: DEVICE_ID_LENGTH,
      maxLength: DEVICE_ID_LENGTH,
    })
    .map((letters) => letters.join(''));
  return fc.record({ device, count: fc.nat() });
}
