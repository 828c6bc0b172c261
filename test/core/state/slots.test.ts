import fc from 'fast-check';
import { asciiJson, openSlot, sealSlot, sequenceOf } from '../../../core/state/slots';
import { runs } from '../../runs';

const EACH = { numRuns: runs(1000, 200) };

test('a slot gives back what was sealed in it', () => {
  fc.assert(
    fc.property(slots(), (slot) => {
      expect(openSlot(sealSlot(slot))).toEqual({ ok: true, value: slot });
    }),
    EACH,
  );
});

test('a slot that was never written is empty', () => {
  expect([openSlot(undefined), openSlot('')]).toEqual([EMPTY, EMPTY]);
});

test('a slot cut off at any byte is truncated', () => {
  fc.assert(
    fc.property(slots(), fc.nat(), (slot, place) => {
      const text = sealSlot(slot);
      const cut = text.slice(0, 1 + (place % (text.length - 1)));
      expect(openSlot(cut)).toEqual({ ok: false, error: 'truncated' });
    }),
    EACH,
  );
});

test('a slot with any one bit flipped is never opened', () => {
  const text = sealSlot({ sequence: 1907, payload: '{"id":"k3f9-7","journal":[["booked",20000,"p3"]]}' });
  const opened = [...Buffer.from(text)].flatMap((_, byte) =>
    BITS.map((bit) => openSlot(flipped(text, byte, bit)).ok),
  );
  expect(opened).toEqual(opened.map(() => false));
});

test('a slot of any content with any one bit flipped is never opened', () => {
  fc.assert(
    fc.property(slots(), fc.nat(), fc.constantFrom(...BITS), (slot, place, bit) => {
      const text = sealSlot(slot);
      expect(openSlot(flipped(text, place % text.length, bit)).ok).toBe(false);
    }),
    EACH,
  );
});

test('a slot with something after its end is damaged', () => {
  expect(openSlot(`${sealSlot({ sequence: 1, payload: 'x' })} `)).toEqual({ ok: false, error: 'damaged' });
});

test('a slot whose content is damaged still says its number, and what is no slot says none', () => {
  const text = sealSlot({ sequence: 7, payload: 'abc' });
  expect([text, text.replace('abc', 'abd')].map(sequenceOf)).toEqual([7, 7]);
  expect(['', 'legato', text.slice(1)].map(sequenceOf)).toEqual([NaN, NaN, NaN]);
});

test('anything else is never taken for a slot, and nothing throws', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^legato \d+ \d+ \d+ [0-9a-f]{8}\n.*$/),
  );
  fc.assert(
    fc.property(garbage, (text) => {
      const opened = openSlot(text);
      expect(opened.ok ? sealSlot(opened.value) : text).toBe(text);
    }),
    EACH,
  );
});

/** Sealed by a version 2 that keeps to the header of version 1. */
test('a whole slot of a newer version is named as such, a damaged one is not', () => {
  const newer = 'legato 2 5 3 c7b99efe\nabc';
  expect(openSlot(newer)).toEqual({ ok: false, error: 'fromNewerVersion' });
  expect(openSlot(newer.replace('abc', 'abd'))).toEqual({ ok: false, error: 'damaged' });
});

test('JSON for a slot is plain ASCII and means the same', () => {
  expect(asciiJson('Näher\u{1F9B5}')).toBe('"N\\u00e4her\\ud83e\\uddb5"');
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = asciiJson(value);
      expect(text).toMatch(/^[\x20-\x7e]*$/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    EACH,
  );
});

// Helpers

const EMPTY = { ok: false, error: 'empty' };
const BITS = [0, 1, 2, 3, 4, 5, 6, 7];

function slots(): fc.Arbitrary<{ sequence: number; payload: string }> {
  const payload = fc.oneof(fc.string({ unit: 'grapheme-ascii' }), fc.jsonValue().map(asciiJson));
  return fc.record({ sequence: fc.nat(), payload });
}

/** The text as it is read from a file whose bytes were damaged. */
function flipped(text: string, byte: number, bit: number): string {
  const bytes = Buffer.from(text);
  bytes[byte] = (bytes[byte] ?? 0) ^ (1 << bit);
  return bytes.toString('utf8');
}
