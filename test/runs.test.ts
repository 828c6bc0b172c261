import { runs } from './runs';

describe('how often a property is tried', () => {
  const before = process.env['CI'];
  afterEach(() => {
    if (before === undefined) delete process.env['CI'];
    else process.env['CI'] = before;
  });

  test.each([
    ['true', 1000],
    ['1', 1000],
    ['false', 100],
    ['0', 100],
    ['', 100],
  ])('CI=%p gives %p runs', (flag, expected) => {
    process.env['CI'] = flag;
    expect(runs(1000, 100)).toBe(expected);
  });

  test('without CI the smaller number is taken', () => {
    delete process.env['CI'];
    expect(runs(1000, 100)).toBe(100);
  });
});
