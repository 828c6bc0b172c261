import { watchServices } from '../../../device/watch/services';

/** What the watch says when it is to start the service. */
let mockAnswer: unknown;
let mockRunning: unknown;

jest.mock(
  '@zos/app-service',
  () => ({ start: () => mockAnswer, stop: () => undefined, getAllAppServices: () => mockRunning }),
  { virtual: true },
);

test.each([
  [0, true],
  [true, true],
  [false, false],
  [3, false],
  [255, false],
  [undefined, false],
])('a service whose start is answered by %p counts as started: %p', (answer, started) => {
  mockAnswer = answer;
  expect(watchServices.start('app-service/timer', 'id')).toBe(started);
});

test.each([
  [['app-service/timer'], 'yes'],
  [['somewhere/app-service/timer.js'], 'yes'],
  [['app-service/cue'], 'no'],
  [[], 'no'],
  [undefined, 'unknown'],
  [null, 'unknown'],
])('of running services named %p it is known whether the timer is one: %p', (running, known) => {
  mockRunning = running;
  expect(watchServices.isRunning('app-service/timer')).toBe(known);
});
