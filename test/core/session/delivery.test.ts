import fc from 'fast-check';
import { isMissReason, LATE_AFTER, MISS_REASONS, totals } from '../../../core/session/delivery';
import { runs } from '../../runs';
import { deliveries } from '../arbitraries';

test('an empty book sums up to nothing', () => {
  expect(totals([])).toEqual({ due: 0, played: 0, late: 0, missed: 0, latest: 0 });
});

test('a cue is late when it came more than two seconds after it was due', () => {
  const book = [0, LATE_AFTER, LATE_AFTER + 1].map(
    (late) => ({ outcome: 'delivered', by: 'page', late }) as const,
  );
  expect(totals([...book, { outcome: 'missed', reason: 'watchOff' }])).toEqual({
    due: 4,
    played: 2,
    late: 1,
    missed: 1,
    latest: 2001,
  });
});

test('every due cue was played, late or missed', () => {
  fc.assert(
    fc.property(fc.array(deliveries()), (book) => {
      const { due, played, late, missed } = totals(book);
      expect([due, played + late + missed]).toEqual([book.length, book.length]);
    }),
    { numRuns: runs(1000, 200) },
  );
});

test('a reason is known by its name, and what another version of Legato names is none', () => {
  expect(MISS_REASONS.every(isMissReason)).toBe(true);
  expect(['offWrist', 'constructor', '', undefined].some(isMissReason)).toBe(false);
});
