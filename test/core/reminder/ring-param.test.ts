import { ringParam, ringTold } from '../../../core/reminder/ring-param';

test('a button says of which day, which reminder and which moment its notification is', () => {
  expect(ringTold(ringParam(20_588, 2, 1_778_832_000_123))).toEqual({
    day: 20_588,
    rang: { place: 2, at: 1_778_832_000_123 },
  });
});

test('that of an older Legato said the day only', () => {
  expect(ringTold('20588')).toEqual({ day: 20_588, rang: undefined });
  expect(ringTold('20588 7 5')).toEqual({ day: 20_588, rang: undefined });
});

test.each([undefined, '', 'start 5', 'x', 20_588, '-1', '20588 1'])('%j says nothing', (param) => {
  expect(ringTold(param)).toBeUndefined();
});
