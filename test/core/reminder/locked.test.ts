import { lockedAmong } from '../../../core/reminder/locked';

test('nobody is reminded to do a leg that may be locked', () => {
  expect(lockedAmong(['left', 'right'], { said: [], mayLack: true })).toEqual(['left', 'right']);
  expect(lockedAmong(['left', 'right'], { said: [], mayLack: false })).toEqual([]);
});
