import type { Signal } from '../../core/cue/cue';
import { signalOf } from '../../core/cue/cue';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { choose, loadPackage, reach, showByCheck, signalFelt, startSession, watchWith } from './app';
import { recordsOn } from './disk';

const { cues } = makeRoutine(DEFAULT_PLAN);
const SIGNALS = cues.map(({ cue }) => signalOf(cue));

beforeAll(loadPackage);

/** A watch whose check has shown that an alarm opens a page, and that patterns of services are felt whole. */
function opensPages(): VirtualWatch {
  const watch = watchWith({ outlastsService: 'everything' });
  showByCheck(watch, { service: 'proven', form: 'full', page: 'proven' });
  return watch;
}

function signalsFelt(watch: VirtualWatch): readonly Signal[] {
  return watch.felt().map((each) => signalFelt(each));
}

/** The alarms that open a page. */
function openers(watch: VirtualWatch): readonly unknown[] {
  return watch.alarms().filter((alarm) => alarm.url.startsWith('page/'));
}

test('a page that dies without notice is opened again a few seconds after the next cue, and plays the rest itself', () => {
  const watch = opensPages();
  startSession(watch);
  watch.advance(20 * SECOND);
  watch.crash();
  watch.advance(700 * SECOND);
  expect(signalsFelt(watch)).toEqual(SIGNALS);
  const byServices = watch.felt().filter(({ carrier }) => carrier === 'service');
  expect(byServices).toHaveLength(1);
  expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, played: 22 } }]);
});

test('a page that dies once between any two cues loses none of them', () => {
  const watch = opensPages();
  startSession(watch);
  while (watch.felt().length < cues.length) {
    watch.advanceToNextFelt();
    // Long enough for the pattern, which ends with its page.
    watch.advance(2 * SECOND);
    if (watch.felt().length % 2 === 1) watch.crash();
  }
  watch.advance(60 * SECOND);
  expect(signalsFelt(watch)).toEqual(SIGNALS);
});

test('a living page is never opened again, and leaves no alarm behind', () => {
  const watch = opensPages();
  startSession(watch);
  expect(openers(watch)).toHaveLength(1);
  const pages = new Set<string | undefined>();
  for (let second = 0; second < 640; second += 1) {
    watch.advance(SECOND);
    pages.add(watch.screen().shows);
    expect(watch.alarms().length).toBeLessThanOrEqual(24);
  }
  expect([...pages]).toEqual(['page/session/index', 'page/summary/index']);
  expect(watch.felt().map(({ carrier }) => carrier)).toEqual(cues.map(() => 'page'));
  expect(openers(watch)).toEqual([]);
});

test.each<[string, (watch: VirtualWatch) => void]>([
  ['a pause', (watch) => reach(watch, 'Pause')],
  ['leaving', (watch) => watch.press('HOME')],
  [
    'the end',
    (watch) => {
      reach(watch, 'End session');
      reach(watch, 'End');
    },
  ],
])('%s cancels the alarm', (_name, act) => {
  const watch = opensPages();
  startSession(watch);
  watch.advance(90 * SECOND);
  act(watch);
  expect(openers(watch)).toEqual([]);
  watch.advance(60 * SECOND);
  expect(openers(watch)).toEqual([]);
});

test('if no check has shown that an alarm opens a page, none is set', () => {
  const watch = watchWith({});
  startSession(watch);
  expect(openers(watch)).toEqual([]);
});

test('it does not light a screen that may sleep', () => {
  const watch = opensPages();
  choose(watch, { letScreenSleep: true });
  startSession(watch);
  expect(openers(watch)).toEqual([]);
});

test('it gets the first alarm if there are few', () => {
  const watch = opensPages();
  watch.limitAlarms(10);
  startSession(watch);
  expect(openers(watch)).toHaveLength(1);
  watch.advance(20 * SECOND);
  watch.crash();
  watch.advance(700 * SECOND);
  expect(signalsFelt(watch)).toEqual(SIGNALS);
});

test('a session ended by hand before the alarm is not opened again', () => {
  const watch = opensPages();
  startSession(watch);
  watch.advance(70 * SECOND);
  watch.crash();
  watch.openApp();
  watch.advance(2 * SECOND);
  reach(watch, 'End session');
  reach(watch, 'End');
  watch.advance(2 * SECOND);
  expect(openers(watch)).toEqual([]);
  watch.advance(60 * SECOND);
  expect(watch.screen().shows).toBe('watchface');
});

describe('a watch whose alarms ring too early', () => {
  const EARLY = [2_000, 4_900, 5_500, 31_000, 61_000] as const;

  /** What is felt of a session, and what the record says of it. */
  const expectWhole = (watch: VirtualWatch): void => {
    startSession(watch);
    watch.advance(700 * SECOND);
    expect(signalsFelt(watch)).toEqual(SIGNALS);
    watch.felt().forEach(({ at }, number) => {
      const late = at - (cues[number]?.at ?? NaN);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(SECOND);
    });
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, played: 22 } }]);
  };
  const early = (watch: VirtualWatch, ms: number): VirtualWatch => {
    watch.delayAlarms(-ms);
    return watch;
  };
  const opensForCues = (options: Parameters<typeof watchWith>[0] = {}): VirtualWatch => {
    const watch = watchWith(options);
    showByCheck(watch, { service: 'failed', page: 'proven' });
    return watch;
  };

  test.each(EARLY)('by %d ms loses no cue of a page that lives, which dead-man alarms open again', (ms) => {
    expectWhole(early(opensPages(), ms));
  });

  test.each(EARLY)(
    'by %d ms loses no cue of a page that lives, which the alarms of cues open again',
    (ms) => {
      expectWhole(early(opensForCues(), ms));
    },
  );

  test.each(['minuteBefore', 'nearestMinute', 'minuteAfter'] as const)(
    'as they ring at %s loses no cue of a page that lives',
    (alarmGrain) => {
      expectWhole(opensForCues({ alarmGrain }));
      const watch = watchWith({ outlastsService: 'everything', alarmGrain });
      showByCheck(watch, { service: 'proven', form: 'full', page: 'proven' });
      expectWhole(watch);
    },
  );

  test.each(EARLY)('by %d ms plays no cue before its time where alarms open a page that is gone', (ms) => {
    const watch = early(opensForCues(), ms);
    startSession(watch);
    watch.advance(30 * SECOND);
    watch.crash();
    watch.screenOff();
    watch.advance(700 * SECOND);
    expect(signalsFelt(watch)).toEqual(SIGNALS);
    expect(recordsOn(watch)).toMatchObject([{ ending: 'finished', cues: { due: 22, played: 22 } }]);
  });
});
