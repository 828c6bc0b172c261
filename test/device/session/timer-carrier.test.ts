import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { makeRoutine } from '../../../core/routine';
import { openCues, startSession } from '../../../core/session/session';
import { timerCarrier } from '../../../device/session/timer-carrier';

/** What the watch says when it is to start the service. */
let mockAnswer: unknown;

jest.mock(
  '@zos/app-service',
  () => ({ start: () => mockAnswer, stop: () => undefined, getAllAppServices: () => [] }),
  { virtual: true },
);
jest.mock('@zos/device', () => ({}), { virtual: true });
jest.mock('@zos/sensor', () => ({}), { virtual: true });
jest.mock('@zos/settings', () => ({}), { virtual: true });
jest.mock('@zos/alarm', () => ({}), { virtual: true });

const session = startSession('id', makeRoutine(DEFAULT_PLAN), 0);

test.each([
  [0, true],
  [true, true],
  [false, false],
  [3, false],
  [255, false],
  [undefined, false],
])('a service whose start is answered by %p counts as started: %p', (answer, started) => {
  mockAnswer = answer;
  const carrier = timerCarrier({ now: () => 0, after: () => () => undefined });
  carrier.arm(session, openCues(session));
  expect(carrier.started()).toBe(started);
});
