import { stopCauseIn, timesTakenOffIn, wasAsked } from '../../../core/record/extensions';

test.each([
  [{ takenOff: '2' }, 2],
  [{ takenOff: 'z' }, 35],
  [{}, 0],
  [{ takenOff: 'often!' }, 0],
])('how often the watch was taken off: %j', (extensions, times) => {
  expect(timesTakenOffIn({ extensions })).toBe(times);
});

test.each([
  [{ stop: 'hurts' }, 'hurts'],
  [{ stop: 'sign' }, 'sign'],
  [{ stop: 'thunder' }, 'other'],
  [{}, undefined],
])('why the person stopped: %j', (extensions, cause) => {
  expect(stopCauseIn({ extensions })).toBe(cause);
});

test('all questions were answered unless the record tells otherwise', () => {
  expect([{ asked: 'no' }, {}].map((extensions) => wasAsked({ extensions }))).toEqual([false, true]);
});
