import { readFileSync } from 'node:fs';
import { WATCHES } from '../../scripts/pictures/watches';
import { ensureProbe } from '../../scripts/probe/probe-project';
import { layoutProblems } from '../../virtual-watch/face/layout-problems';
import { bootWatch, type DeviceFacts, type VirtualWatch } from '../../virtual-watch/node';
import type { Unknowns } from '../../virtual-watch/machine/unknowns';
import { nodeProbe } from '../../virtual-watch/node/picture-png';
import { TESTS } from '../../probe/plan/parts';
import { doAllTests, reach } from './volunteer';

/** The package may have to be built, or another build waited for. */
const BUILD_LIMIT_MS = 600_000;

let zab: Uint8Array;

beforeAll(async () => {
  zab = new Uint8Array(readFileSync((await ensureProbe()).sourcePath));
}, BUILD_LIMIT_MS);

function newWatch(
  unknowns: Partial<Unknowns> = {},
  device: string | DeviceFacts = 'Amazfit Balance 2',
): VirtualWatch {
  return bootWatch({ zab, device, language: 'en-US', ...unknowns });
}

/** What the result page says after all tests, without scrolling. */
function resultOf(watch: VirtualWatch): readonly string[] {
  reach(watch, 'Result');
  watch.advance(100);
  return watch.texts();
}

test('on a watch on which everything works, the result page says so', () => {
  const watch = newWatch({
    outlastsService: 'everything',
    freezesPagesInTheDark: false,
    serviceTimersInTheDark: 'run',
    notificationBuzz: 'waits',
  });
  watch.delayAlarms(200);
  doAllTests(watch);
  expect(resultOf(watch)).toEqual(
    expect.arrayContaining([
      'Amazfit Balance 2',
      'OS 5.0 API 4.2',
      'T0 35yyy   T1 3y +0.2',
      'T2 3y +0.2b450   T3 215 +0.2',
      'T4 yyynn +0.2   T5 33y +0.2',
      'T6 3y +0.2   T7 y +0.2',
      'T8 24/24   T9 4n',
      'T10 m12   T11 5 5n',
      // Do not disturb holds back the motor and the page alike.
      'T12 0n +0.2!',
      'app ec load 200/200/0',
      'write 10of10 21of21 []',
      'This text is bytecode.',
    ]),
  );
});

test('on a watch on which nothing works, the result page says so', () => {
  const watch = newWatch({
    runsAppForService: false,
    serviceEnds: 'whenDone',
    outlastsService: 'nothing',
    serviceTimersInTheDark: 'frozen',
    startsWithMode: false,
    endlessScenes: ['STRONG_REMINDER'],
    notificationBuzz: 'silent',
    alarmSlots: 10,
    alarmOverOpenApp: 'nothing',
  });
  watch.delayAlarms(({ param }) => (param?.endsWith(':') === true ? 0 : 1_300));
  doAllTests(watch);
  expect(resultOf(watch)).toEqual(
    expect.arrayContaining([
      'T0 35ynn   T1 0y +1.3',
      // Staying busy helps here: the first pulse and no more is over before the service is.
      'T2 1y +1.3b450   T3 000 +1.3',
      'T4 nnnnn +1.3   T5 00n +1.3',
      'T6 3y +0.0   T7 n !',
      'T8 10/24   T9 4n',
      'T10 m2   T11 0 0n',
      'app e load 1300/0/0',
    ]),
  );
});

test('on a watch without timers for services, their test is left out', () => {
  const watch = newWatch({}, 'Amazfit GTR 4');
  doAllTests(watch);
  expect(resultOf(watch)).toContain('T10 m2   T11 -');
});

describe.each(WATCHES.map((device) => [device.name, device] as const))('on the screen of %s', (_, device) => {
  test('no screen of the probe is cut off or out of reach, and the result is completely visible', () => {
    const watch = newWatch({ outlastsService: 'everything' }, device);
    const probe = nodeProbe(() => undefined);
    const look = (): void => {
      // The black screen covers everything from edge to edge, and has nothing to read.
      if (watch.texts().join('') === '') return;
      const problems = layoutProblems(watch.picture(), probe, { scrolls: true });
      expect({ texts: watch.texts(), problems }).toEqual({ texts: watch.texts(), problems: [] });
    };
    doAllTests(watch, look);
    const seen = resultOf(watch).join(' ');
    look();
    TESTS.forEach((test) => {
      expect(seen).toMatch(new RegExp(`\\b${test}\\b`));
    });
    expect(seen).toContain('This text is bytecode.');
  });
});

test('"Stop motor" ends an endless vibration and cancels the coming alarms', () => {
  const watch = newWatch({ endlessScenes: ['STRONG_REMINDER', 'DURATION'] });
  watch.openApp();
  reach(watch, 'T1  -');
  reach(watch, 'Go');
  expect(watch.alarms()).toHaveLength(1);
  reach(watch, 'Stop motor');
  expect(watch.alarms()).toHaveLength(0);
  reach(watch, 'Back to the list');
  reach(watch, 'T0  -----');
  for (const answer of ['3', '5']) {
    reach(watch, 'Go');
    watch.advance(5_000);
    reach(watch, answer);
    reach(watch, 'Next');
  }
  reach(watch, 'Go');
  watch.advance(2_500);
  reach(watch, 'Stop motor');
  const [felt] = watch.felt().slice(-1);
  watch.advance(10_000);
  expect(watch.felt().slice(-1)).toEqual([felt]);
  expect(felt?.cut).toBe(true);
});

test('"Clear all" deletes answers and notes', () => {
  const watch = newWatch();
  doAllTests(watch);
  reach(watch, 'Result');
  reach(watch, 'Clear all');
  watch.scroll(-10_000);
  expect(watch.texts()).toContain('T0 -----   T1 -');
  expect([...watch.files().keys()].filter((name) => name.startsWith('note'))).toEqual([]);
});

test('a test in progress continues when the probe is opened again', () => {
  const watch = newWatch();
  watch.openApp();
  reach(watch, 'T1  -');
  reach(watch, 'Go');
  watch.advance(10_000);
  watch.crash();
  watch.advance(20_000);
  watch.openApp();
  reach(watch, 'Go on with T1');
  expect(watch.texts()).toContain('How many pulses?');
});
