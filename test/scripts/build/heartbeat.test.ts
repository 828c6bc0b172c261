import { startHeartbeat } from '../../../scripts/build/heartbeat';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('a build is never silent for three seconds, and says what it is doing and for how long it has run', () => {
  const said: string[] = [];
  const heartbeat = startHeartbeat((line) => said.push(line));
  jest.advanceTimersByTime(3_000);
  heartbeat.tell({ at: 'scripts', number: 2, of: 18 });
  jest.advanceTimersByTime(3_000);
  heartbeat.tell({ at: 'packages' });
  jest.advanceTimersByTime(5_000);
  heartbeat.tell({ at: 'check' });
  jest.advanceTimersByTime(2_000);
  heartbeat.stop();
  jest.advanceTimersByTime(60_000);
  expect(said).toEqual([
    '   3 s: Looking for what has changed …',
    '   5 s: Compiling script 2 of 18 …',
    "   8 s: Zepp's compiler makes the packages, which takes longest …",
    "  10 s: Zepp's compiler makes the packages, which takes longest …",
    '  13 s: Checking the packages …',
  ]);
});
