import { fill } from '../../core/fill';

test('braces are filled by name, and stay if there is no value', () => {
  expect(fill('{a} of {b}', { a: 0, b: 'ten' })).toBe('0 of ten');
  expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}');
  expect(fill('{a}')).toBe('{a}');
  expect(fill('{a}, {b}', { a: '{b}', b: '{a}' })).toBe('{b}, {a}');
});
