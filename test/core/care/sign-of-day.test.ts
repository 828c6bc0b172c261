import { LEGS } from '../../../core/body';
import { SIGNS, signOfDay } from '../../../core/care/sign-of-day';

describe('the sign of the day', () => {
  test('differs from the day before and from the other leg, on 10,000 days and before 1970', () => {
    for (let day = -100; day < 10_000; day += 1) {
      LEGS.forEach((leg) => expect(signOfDay(day, leg)).not.toBe(signOfDay(day - 1, leg)));
      expect(signOfDay(day, 'left')).not.toBe(signOfDay(day, 'right'));
    }
  });

  test('is each of the six within six days', () => {
    const week = Array.from({ length: SIGNS.length }, (_, day) => signOfDay(20_000 + day, 'left'));
    expect([...week].sort()).toEqual([...SIGNS].sort());
  });
});
