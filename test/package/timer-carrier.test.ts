import fc from 'fast-check';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/routine';
import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { runs } from '../runs';
import { choose, feltAndDue, loadPackage, newWatch, reach, see, startSession } from './app';
import { recordsOn, sessionOn } from './disk';

const { cues, length } = makeRoutine(DEFAULT_PLAN);
/** A watch with API level 4.2. */
const WITH_TIMER = 'Active 2 (Round)';
const TIMER = 'app-service/timer';

beforeAll(loadPackage);

function begun(device: string, consent: 'granted' | 'unasked' | 'refused'): VirtualWatch {
  const watch = newWatch(device);
  choose(watch, { timerCarrier: true });
  watch.setConsent(consent);
  startSession(watch);
  return watch;
}

test('when the page is gone, its timer brings every cue within 0.6 s, and no alarm doubles it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: length - 1 }), (goneAt) => {
      const watch = begun(WITH_TIMER, 'granted');
      watch.advance(goneAt);
      watch.crash();
      watch.advance(700 * SECOND);
      const felt = watch.felt();
      const [signals, due] = feltAndDue(felt, cues);
      expect(signals).toEqual(due);
      felt.forEach(({ at, by }, index) => {
        const due = cues[index]?.at ?? NaN;
        if (due > goneAt) expect(by).toBe(TIMER);
        expect(at - due).toBeLessThanOrEqual(600);
      });
      expect(watch.services()).toEqual([]);
      watch.openApp();
      watch.advance(5 * SECOND);
      expect(recordsOn(watch)).toMatchObject([{ cues: { due: 22, played: 22, missed: 0 } }]);
    }),
    { numRuns: runs(60, 10) },
  );
});

test('while the timer runs, what it has brought is booked as its own', () => {
  const watch = begun(WITH_TIMER, 'granted');
  watch.advance(30 * SECOND);
  watch.crash();
  watch.advance(171 * SECOND);
  watch.openApp();
  const [first, ...others] = sessionOn(watch)?.session.book ?? [];
  expect(first).toMatchObject({ by: 'page' });
  expect(others).toEqual(
    watch
      .felt()
      .slice(1)
      .map(() => ({ outcome: 'delivered', by: 'timer', late: 500 })),
  );
  expect(others.length).toBeGreaterThanOrEqual(5);
});

test('a clock that is set back brings no cue twice, also where only the timer carries', () => {
  const watch = newWatch(WITH_TIMER);
  choose(watch, { timerCarrier: true });
  watch.setConsent('granted');
  watch.limitAlarms(0);
  startSession(watch);
  watch.advance(10 * SECOND);
  watch.crash();
  watch.stepClock(-30 * SECOND);
  watch.advance(60 * SECOND);
  expect(watch.felt().map(({ by }) => by)).toEqual([TIMER]);
  watch.openApp();
  watch.advance(700 * SECOND);
  expect(watch.felt()).toHaveLength(22);
  expect(recordsOn(watch)).toMatchObject([{ cues: { due: 22, played: 22, missed: 0 } }]);
});

test('a service that the watch does not start carries nothing, which the screen says where no alarm can be set', () => {
  const watch = newWatch(WITH_TIMER);
  choose(watch, { timerCarrier: true });
  watch.setConsent('granted');
  watch.limitAlarms(0);
  startSession(watch);
  watch.advance(30 * SECOND);
  expect(watch.texts().filter((text) => text.includes('without alarm'))).toEqual([]);
  watch.tap('Pause');
  watch.occupyServiceSlot();
  watch.tap('Resume');
  expect(watch.texts()).toContain('21 without alarm');
  watch.occupyServiceSlot(false);
  watch.advance(2 * SECOND);
  expect(watch.services()).toEqual([TIMER]);
  expect(watch.texts().filter((text) => text.includes('without alarm'))).toEqual([]);
});

test('while the page lives, the timer keeps still', () => {
  const watch = begun(WITH_TIMER, 'granted');
  expect(watch.services()).toEqual([TIMER]);
  watch.advance(300 * SECOND);
  watch.tap('Pause');
  expect(watch.services()).toEqual([]);
  watch.tap('Resume');
  expect(watch.services()).toEqual([TIMER]);
  watch.advance(340 * SECOND);
  expect(watch.felt().map(({ by }) => by)).toEqual(cues.map(() => 'page/session/index'));
  expect(watch.services()).toEqual([]);
});

test.each(['unasked', 'refused'] as const)('with consent %s the alarms carry', (consent) => {
  const watch = begun(WITH_TIMER, consent);
  expect(watch.services()).toEqual([]);
  watch.crash();
  watch.advance(700 * SECOND);
  expect(watch.felt().map(({ by }) => by)).toEqual(cues.map(() => 'app-service/cue'));
});

test('when another app has the one place for a service, the alarms carry', () => {
  const watch = newWatch(WITH_TIMER);
  choose(watch, { timerCarrier: true });
  watch.setConsent('granted');
  watch.occupyServiceSlot();
  startSession(watch);
  watch.crash();
  watch.advance(700 * SECOND);
  expect(watch.felt().map(({ by }) => by)).toEqual(cues.map(() => 'app-service/cue'));
});

test('the touch that chooses the timer asks for consent; nothing else does', () => {
  const watch = newWatch(WITH_TIMER);
  watch.openApp();
  reach(watch, 'Preferences');
  reach(watch, 'Background timer: off');
  expect(watch.picture().modal).toBeDefined();
  watch.tap(answers(watch)[1] ?? '');
  expect(watch.consent()).toBe('granted');
  expect(see(watch, 'Background timer: on')).toBe(true);
  reach(watch, 'Background timer: on');
  expect(watch.picture().modal).toBeUndefined();
});

test.each(['Amazfit GTR 4', 'Amazfit Balance'])(
  'on %s, below API 4.0, the timer is neither offered nor run',
  (device) => {
    const watch = begun(device, 'granted');
    expect(watch.services()).toEqual([]);
    watch.crash();
    watch.advance(700 * SECOND);
    expect(watch.felt().map(({ by }) => by)).toEqual(cues.map(() => 'app-service/cue'));
    watch.openApp();
    watch.advance(5 * SECOND);
    watch.tap('Done');
    reach(watch, 'Preferences');
    expect(see(watch, 'Background timer')).toBe(false);
  },
);

test('below API 4.0 nobody is told of a consent that would change nothing', () => {
  const watch = newWatch('Amazfit Balance');
  choose(watch, { timerCarrier: true });
  watch.openApp();
  expect(see(watch, 'Background timer not allowed.')).toBe(false);
});

test('where no alarm can be set, the timer carries all the same, and that is known afterwards', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 0, max: 700 * SECOND }), (letScreenSleep, away) => {
      const watch = newWatch(WITH_TIMER);
      choose(watch, { timerCarrier: true, letScreenSleep });
      watch.setConsent('granted');
      watch.limitAlarms(0);
      startSession(watch);
      watch.crash();
      watch.advance(away);
      watch.openApp();
      watch.advance(700 * SECOND);
      watch.openApp();
      watch.advance(5 * SECOND);
      expect(watch.felt()).toHaveLength(22);
      expect(recordsOn(watch)).toMatchObject([
        { ending: 'finished', cues: { due: 22, played: 22, missed: 0 } },
      ]);
      expect(watch.services()).toEqual([]);
    }),
    { numRuns: runs(60, 10) },
  );
});

test('a watch that restarts has no service and no alarm of the session left', () => {
  const watch = begun(WITH_TIMER, 'granted');
  watch.advance(100 * SECOND);
  const felt = watch.felt().length;
  watch.reboot();
  watch.advance(700 * SECOND);
  expect([watch.services(), watch.alarms(), watch.felt().length]).toEqual([[], [], felt]);
  watch.openApp();
  expect(watch.texts()).toContain('Interrupted');
});

function answers(watch: VirtualWatch): readonly string[] {
  return watch.picture().modal?.buttons.map(({ label }) => label) ?? [];
}
