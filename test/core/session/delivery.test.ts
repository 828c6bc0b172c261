import fc from 'fast-check';
import {
  isLoss,
  LATE_AFTER,
  LOSSES,
  lossOf,
  provenCount,
  totals,
  UNKNOWN,
} from '../../../core/session/delivery';
import { runs } from '../../runs';
import { deliveries } from '../arbitraries';

test('an empty book sums up to nothing', () => {
  expect(totals([])).toEqual({ due: 0, played: 0, late: 0, missed: 0, latest: 0 });
});

test('a cue is late when it came more than two seconds after it was due', () => {
  const book = [0, LATE_AFTER, LATE_AFTER + 1].map(
    (late) => ({ outcome: 'played', by: 'page', late }) as const,
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

test('a loss is known by its name, and a name of another version is not a loss', () => {
  expect(LOSSES.every(isLoss)).toBe(true);
  expect(['offWrist', 'constructor', '', undefined].some(isLoss)).toBe(false);
});

test('a cue whose lateness was not measured was played, and is not called late', () => {
  expect(totals([{ outcome: 'played', by: 'alarm' }])).toEqual({
    due: 1,
    played: 1,
    late: 0,
    missed: 0,
    latest: 0,
  });
});

test('only what was played by a proven carrier is counted as proven', () => {
  const played = { outcome: 'played', by: 'alarm', late: 0 } as const;
  expect(
    provenCount([played, { ...played, proven: true }, UNKNOWN, { outcome: 'swallowed', by: 'sleep' }]),
  ).toBe(1);
});

test('each cue that was not played has a reason', () => {
  const losses = [
    { outcome: 'swallowed', by: 'theatre' },
    { outcome: 'missed', reason: 'tooLate' },
    UNKNOWN,
    { outcome: 'played', by: 'page' },
  ] as const;
  expect(losses.map(lossOf)).toEqual(['theatre', 'tooLate', 'unknown', undefined]);
});
