import fc from 'fast-check';
import { LEGS } from '../../core/body';
import { SIGNS, signOfDay } from '../../core/care/sign-of-day';
import { isMirroredOn } from '../../page/session/ask';
import { runs } from '../runs';

test('in twelve days each sign is shown with the drawn leg on either side, which changes nearly every day', () => {
  const days = fc.integer({ min: -10_000, max: 100_000 });
  fc.assert(
    fc.property(days, fc.constantFrom(...LEGS), (from, leg) => {
      const lately = Array.from({ length: 12 }, (_, ago) => from - ago);
      const seen = lately.map((day) => `${signOfDay(day, leg)} ${isMirroredOn(day, leg)}`);
      expect(new Set(seen).size).toBe(2 * SIGNS.length);
      const stays = lately.filter((day) => isMirroredOn(day, leg) === isMirroredOn(day - 1, leg));
      expect(stays.length).toBeLessThanOrEqual(2);
    }),
    { numRuns: runs(1_000, 100) },
  );
});
