import fc from 'fast-check';
import type { Identity, IdentityProblem } from '../../../core/state/identity';
import {
  DEVICE_ID_ALPHABET,
  DEVICE_ID_LENGTH,
  IDENTITY_PROBLEMS,
  makeIdentity,
  newIdentity,
  nextId,
  parseIdentity,
} from '../../../core/state/identity';
import { certain } from '../../../core/result';
import { runs } from '../../runs';

const LETTERS = DEVICE_ID_ALPHABET.split('');
const EACH = { numRuns: runs(1000, 200) };

test('an identity survives being written and read', () => {
  fc.assert(
    fc.property(identities(), (identity) => {
      expect(parseIdentity(makeIdentity(identity))).toEqual({ ok: true, value: identity });
    }),
    EACH,
  );
});

test('ids of a watch never come twice, also when it restarts between any two of them', () => {
  fc.assert(
    fc.property(identities(), fc.array(fc.boolean(), { maxLength: 30 }), (first, restarts) => {
      let identity = first;
      const ids = restarts.map((restart) => {
        const next = nextId(identity);
        identity = restart
          ? certain(parseIdentity(makeIdentity(next.identity)), 'it was made')
          : next.identity;
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

/** What is wrong, the file, and its code. */
const wrong: readonly (readonly [string, string, IdentityProblem])[] = [
  ['no JSON', 'k3f9xw2pqa-7', 'notJson'],
  ['a list', '[]', 'notJson'],
  ['no version', '{"device":"k3f9xw2pqa","count":6}', 'versionUnknown'],
  ['the next version', '{"version":2,"device":"k3f9xw2pqa","count":6}', 'fromNewerVersion'],
  ['no name', '{"version":1,"count":6}', 'badDevice'],
  ['a name that is too short', '{"version":1,"device":"k3f9","count":6}', 'badDevice'],
  ['a name of other letters', '{"version":1,"device":"K3F9XW2PQA","count":6}', 'badDevice'],
  ['a count in words', '{"version":1,"device":"k3f9xw2pqa","count":"6"}', 'badCount'],
  ['a count below none', '{"version":1,"device":"k3f9xw2pqa","count":-1}', 'badCount'],
  ['half a count', '{"version":1,"device":"k3f9xw2pqa","count":1.5}', 'badCount'],
];

test.each(wrong)('%s is refused and named', (_name, text, error) => {
  expect(parseIdentity(text)).toEqual({ ok: false, error });
});

test('every code of the closed set is met by one of these', () => {
  expect(new Set(wrong.map((row) => row[2]))).toEqual(new Set(IDENTITY_PROBLEMS));
});

// Helpers

function identities(): fc.Arbitrary<Identity> {
  const device = fc
    .array(fc.constantFrom(...LETTERS), {
      minLength: DEVICE_ID_LENGTH,
      maxLength: DEVICE_ID_LENGTH,
    })
    .map((letters) => letters.join(''));
  return fc.record({ device, count: fc.nat() });
}
