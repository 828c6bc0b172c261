import fc from 'fast-check';
import { shortBytes } from '../../../core/ascii';
import { QUIET_MODES } from '../../../core/session/delivery';
import type { Mark } from '../../../core/session/mark';
import { makeMark, MARK_DEEDS, parseMark } from '../../../core/session/mark';
import { runs } from '../../runs';

const EACH = { numRuns: runs(1000, 200) };

test('a mark reads back as it was made, and is short', () => {
  fc.assert(
    fc.property(marks(), (mark) => {
      expect(parseMark(shortBytes(makeMark(mark)))).toEqual(mark);
      expect(makeMark(mark)).toMatch(/^[\x20-\x7e]{1,110}$/);
    }),
    EACH,
  );
});

test('a mark that was cut off, or has a changed character, is refused', () => {
  fc.assert(
    fc.property(
      marks(),
      fc.nat(200),
      fc.constantFrom('0', '1', '9', 'a', '-', ' ', '\u0000'),
      (mark, place, by) => {
        const text = makeMark(mark);
        const at = place % text.length;
        expect(parseMark(shortBytes(text.slice(0, at)))).toBeUndefined();
        if (text.charAt(at) !== by)
          expect(parseMark(shortBytes(text.slice(0, at) + by + text.slice(at + 1)))).toBeUndefined();
      },
    ),
    EACH,
  );
});

test.each(['', ' ', '1', 'legato', '2 id 1 2 3 brief - 5', '{"session":"id"}'])(
  '%j is not a mark',
  (text) => {
    expect(parseMark(shortBytes(text))).toBeUndefined();
  },
);

function marks(): fc.Arbitrary<Mark> {
  return fc.record({
    session: fc.stringMatching(/^[a-z0-9]{10}-[0-9]{1,5}(-2)?$/),
    revision: fc.nat(100_000),
    number: fc.nat(700),
    began: fc.integer({ min: 0, max: 4_102_444_800_000 }),
    did: fc.constantFrom(...MARK_DEEDS),
    quiet: fc.constantFrom(undefined, ...QUIET_MODES),
  });
}
