import { readZab } from '../../../virtual-watch/node';
import { manySessions, oneSession, recordCost } from '../../../scripts/bench/link';
import { loadPackage, theZab } from './pair';

beforeAll(loadPackage);

test.each([1, 2, 3])(
  '400 waiting sessions all arrive while one packet in ten is lost, with seed %i',
  (seed) => {
    const { sessions, waiting, taps, seconds } = manySessions(readZab(theZab()), {
      count: 400,
      loss: 0.1,
      seed,
    });
    expect({ sessions, waiting }).toEqual({ sessions: 400, waiting: 0 });
    // A talk is given up when the first two requests, or four in a row later on, have no answer.
    expect(taps).toBeLessThanOrEqual(3);
    expect(seconds).toBeLessThan(600);
  },
);

test('a talk that takes more than a minute continues after one tap, without touching the watch', () => {
  const { waiting, taps, seconds } = manySessions(readZab(theZab()), { count: 400, loss: 0.1, seed: 5 });
  expect({ waiting, taps }).toEqual({ waiting: 0, taps: 1 });
  expect(seconds).toBeGreaterThan(60);
});

test('400 waiting sessions arrive after one tap on a good link', () => {
  const { sessions, waiting, taps } = manySessions(readZab(theZab()), { count: 400, loss: 0, seed: 1 });
  expect({ sessions, waiting, taps }).toEqual({ sessions: 400, waiting: 0, taps: 1 });
});

test('a record costs at most 250 bytes on the link in a full batch, including all headers and the answer', () => {
  const { there, back, records } = recordCost(readZab(theZab()), 400);
  expect(records).toBeGreaterThan(15);
  expect((there + back) / records).toBeLessThanOrEqual(250);
});

test.each([
  [{ newPlan: false, changedPreferences: false }, 2],
  [{ newPlan: true, changedPreferences: false }, 3],
  [{ newPlan: false, changedPreferences: true }, 2],
  [{ newPlan: true, changedPreferences: true }, 3],
])('one new session with %j takes %i requests', (news, requests) => {
  expect(oneSession(readZab(theZab()), news).requests).toBe(requests);
});
