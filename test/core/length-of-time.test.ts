import { fill } from '../../core/fill';
import { lengthInWords } from '../../core/length-of-time';

test.each([
  [0, '0 s'],
  [40, '40 s'],
  [59, '59 s'],
  [60, '1 min'],
  [61, '1 min 1 s'],
  [300, '5 min'],
  [635, '10 min 35 s'],
  [3600, '60 min'],
])('%i seconds are written as %s', (length, said) => {
  const { words, values } = lengthInWords(length);
  expect(fill(words, values)).toBe(said);
});
