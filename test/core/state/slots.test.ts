import fc from 'fast-check';
import { nextSlot, openSlot, peekSlot, sealSlot, sequenceOf, slotStart } from '../../../core/state/slots';
import { runs } from '../../runs';

const EACH = { numRuns: runs(1000, 200) };

const BITS = [0, 1, 2, 3, 4, 5, 6, 7];
const PIECE = '{"id":"k3f9-7","journal":[["booked",20000,"p3"]]}';

test('opening a slot returns the payload sealed in it', () => {
  fc.assert(
    fc.property(slots(), (slot) => {
      expect(openSlot(sealSlot(slot))).toEqual({ ok: true, value: slot });
    }),
    EACH,
  );
});

test('a slot is ASCII, and preserves the meaning of JSON with any characters', () => {
  const payload = JSON.stringify('Näher\u{1F9B5}\x7f');
  const bytes = sealSlot({ sequence: 1, payload });
  expect([...bytes].every((byte) => byte < 0x80)).toBe(true);
  expect(openSlot(bytes)).toEqual({
    ok: true,
    value: { sequence: 1, payload: '"N\\u00e4her\\ud83e\\uddb5\x7f"' },
  });
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const opened = openSlot(sealSlot({ sequence: 1, payload: JSON.stringify(value) }));
      expect(opened.ok && JSON.parse(opened.value.payload)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    EACH,
  );
});

test('the bytes of a slot do not depend on its previous payload', () => {
  const json = fc.jsonValue().map((value) => JSON.stringify(value));
  fc.assert(
    fc.property(json, json, json, json, (start, end, one, other) => {
      const first = nextSlot(`[${start},${one},${end}]`);
      const second = nextSlot(`[${start},${other},${end}]`, first);
      expect([first.sequence, second.sequence]).toEqual([1, 2]);
      expect([first.bytes, second.bytes]).toEqual([first, second].map(sealSlot));
    }),
    EACH,
  );
});

test('a long slot is read completely', () => {
  const payload = JSON.stringify('0123456789'.repeat(777));
  expect(openSlot(sealSlot({ sequence: 1, payload }))).toEqual({ ok: true, value: { sequence: 1, payload } });
});

test('a slot that was never written is empty', () => {
  expect([openSlot(undefined), openSlot(new Uint8Array(0))]).toEqual([EMPTY, EMPTY]);
});

/** In the format of the first version. */
const VERSION_1 = [
  ['legato 1 1907 49 7d241fd9\n{"id":"k3f9-7","journal":[["booked",20000,"p3"]]}', 1907],
  ['legato 1 1 0 0617abad\n', 1],
  ['legato 1 0 1 365cdb2f\n1', 0],
  ['legato 1 12 45 07fb2ab5\n{"version":1,"device":"abcdefghjk","count":5}', 12],
  ['legato 1 3 14 ad4524b0\n["N\\u00e4her"]', 3],
] as const;

test.each(VERSION_1)('a slot of version 1 is still readable: %s', (text, sequence) => {
  const payload = text.slice(text.indexOf('\n') + 1);
  expect(openSlot(bytesOf(text))).toEqual({ ok: true, value: { sequence, payload } });
});

test('a slot begins with its version, its number and its length', () => {
  expect(Buffer.from(sealSlot({ sequence: 7, payload: '"abc"' })).toString()).toMatch(
    /^legato 2 7 5 [0-9a-f]{8}\n"abc"$/,
  );
});

test('a slot cut off at any byte is truncated', () => {
  fc.assert(
    fc.property(slotBytes(), fc.nat(), (bytes, place) => {
      const cut = bytes.slice(0, 1 + (place % (bytes.length - 1)));
      expect(openSlot(cut)).toEqual({ ok: false, error: 'truncated' });
    }),
    EACH,
  );
});

describe.each([
  ['of version 1', VERSION_1.map(([text]) => bytesOf(text))],
  [
    'of version 2',
    [0, 1, 2, 3, 4].map((more) => sealSlot({ sequence: 1907 + more, payload: PIECE + '1'.repeat(more) })),
  ],
] as const)('a slot %s', (_, all) => {
  test('with any one bit flipped is never opened', () => {
    const opened = all.flatMap((bytes) =>
      [...bytes].flatMap((_byte, place) => BITS.map((bit) => openSlot(flipped(bytes, place, bit)).ok)),
    );
    expect(opened).toEqual(opened.map(() => false));
  });

  test('with any one byte changed into any other is never opened', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, place, by) => {
        expect(openSlot(changed(bytes, place % bytes.length, by)).ok).toBe(false);
      }),
      EACH,
    );
  });
});

test('a slot of any content with any one bit flipped is never opened', () => {
  fc.assert(
    fc.property(slotBytes(), fc.nat(), fc.constantFrom(...BITS), (bytes, place, bit) => {
      expect(openSlot(flipped(bytes, place % bytes.length, bit)).ok).toBe(false);
    }),
    EACH,
  );
});

test('a slot with two swapped pieces, or one piece replaced by another, is damaged', () => {
  const payload = fc.array(fc.jsonValue(), { minLength: 10 }).map((value) => JSON.stringify(value));
  fc.assert(
    fc.property(payload, fc.nat(), fc.nat(), fc.nat(), (text, from, to, size) => {
      const bytes = sealSlot({ sequence: 1, payload: text });
      const start = bytes.indexOf(10) + 1;
      const length = 1 + (size % Math.floor(text.length / 3));
      const [one, other] = [from, to].map((at) => start + (at % (text.length - length + 1)));
      if (one === undefined || other === undefined) throw new Error('there are two places');
      const pieces = [one, other].map((at) => bytes.slice(at, at + length));
      const copied = bytes.slice();
      copied.set(pieces[0] ?? [], other);
      const swapped = copied.slice();
      if (Math.abs(one - other) >= length) swapped.set(pieces[1] ?? [], one);
      [copied, swapped].forEach((damaged) => {
        expect(openSlot(damaged).ok).toBe(Buffer.compare(damaged, bytes) === 0);
      });
    }),
    EACH,
  );
});

test('a slot with something after its end is damaged', () => {
  const bytes = sealSlot({ sequence: 1, payload: '"x"' });
  expect(openSlot(Uint8Array.of(...bytes, 32))).toEqual({ ok: false, error: 'damaged' });
});

test('a slot with damaged content still gives its number, and anything else gives none', () => {
  const bytes = sealSlot({ sequence: 7, payload: '"abc"' });
  expect([bytes, flipped(bytes, bytes.length - 2, 0)].map(sequenceOf)).toEqual([7, 7]);
  expect([bytesOf(''), bytesOf('legato'), bytes.slice(1)].map(sequenceOf)).toEqual([NaN, NaN, NaN]);
});

test('the first bytes of a slot give its number and the start of its payload, however long it is', () => {
  fc.assert(
    fc.property(slots(), fc.nat(60), (slot, length) => {
      const bytes = sealSlot(slot);
      const peeked = peekSlot(bytes.subarray(0, slotStart(length)), bytes.length);
      expect(peeked?.sequence).toBe(slot.sequence);
      expect(slot.payload.startsWith(peeked?.payload ?? '?')).toBe(true);
      expect(peeked?.payload.length).toBeGreaterThanOrEqual(Math.min(length, slot.payload.length));
    }),
    EACH,
  );
});

test('a slot that is cut off or of another version, and anything else, has to be opened to tell', () => {
  const bytes = sealSlot({ sequence: 1, payload: '"abc"' });
  const others = [
    bytes.slice(0, -1),
    bytesOf(VERSION_1[0][0]),
    bytesOf('legato 3 5 5 d8b9d9b6\n"abc"'),
    bytesOf('x'),
  ];
  expect(others.map((other) => peekSlot(other, other.length))).toEqual(others.map(() => undefined));
});

test('anything else is never taken for a slot, and nothing throws', () => {
  const garbage = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.stringMatching(/^legato \d+ \d+ \d+ [0-9a-f]{8}\n.*$/).map(bytesOf),
  );
  fc.assert(
    fc.property(garbage, (bytes) => {
      const opened = openSlot(bytes);
      expect(opened.ok ? sealSlot(opened.value) : bytes).toEqual(bytes);
    }),
    EACH,
  );
});

/** Sealed by a version 3 that keeps header and checksum of version 2. */
test('a whole slot of a newer version is recognised, a damaged one is not', () => {
  const newer = 'legato 3 5 5 d8b9d9b6\n"abc"';
  expect(openSlot(bytesOf(newer))).toEqual({ ok: false, error: 'fromNewerVersion' });
  expect(openSlot(bytesOf(newer.replace('abc', 'abd')))).toEqual({ ok: false, error: 'damaged' });
});

// Helpers

const EMPTY = { ok: false, error: 'empty' };

function slots(): fc.Arbitrary<{ sequence: number; payload: string }> {
  const payload = fc.oneof(
    fc.string({ unit: 'grapheme-ascii' }),
    fc.jsonValue().map((value) => JSON.stringify(value).replace(/[^\x20-\x7e]/g, '?')),
  );
  return fc.record({ sequence: fc.nat(), payload });
}

function slotBytes(): fc.Arbitrary<Uint8Array> {
  return slots().map(sealSlot);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text));
}

function flipped(bytes: Uint8Array, place: number, bit: number): Uint8Array {
  return changed(bytes, place, 1 << bit);
}

function changed(bytes: Uint8Array, place: number, by: number): Uint8Array {
  return bytes.map((byte, at) => (at === place ? byte ^ by : byte));
}
