import { SECOND } from '../../core/time';
import type { VirtualWatch } from '../../virtual-watch/node';
import { loadPackage, newWatch, reach, see, startSession } from './app';
import { recordsOn } from './disk';

beforeAll(loadPackage);

/** What may keep cues from being felt: how a watch comes to it, its line, and what there is to do. */
const HAZARDS: readonly (readonly [string, (watch: VirtualWatch) => void, string])[] = [
  ['Do not disturb is on.', (watch) => watch.setMode({ DND: true }), "Turn it off in the watch's settings"],
  ['Sleep mode is on.', (watch) => watch.setMode({ sleep: true }), "Turn it off in the watch's settings"],
  ['Theatre mode is on.', (watch) => watch.setMode({ theater: true }), "Turn it off in the watch's settings"],
  ['Power saving is on.', (watch) => watch.setMode({ powerSaving: true }), 'Turn it off for the session'],
  [
    'Power saving is on.',
    (watch) => watch.setMode({ ultraPowerSaving: true }),
    'Turn it off for the session',
  ],
  ['Watch not worn?', (watch) => watch.setWorn(false), 'Put it on'],
  ['Battery below 15 %.', (watch) => watch.setBattery(14), 'Charge the watch'],
  ['The watch takes no alarms.', (watch) => watch.limitAlarms(0), 'Keep Legato on the screen'],
];

test.each(HAZARDS)('"%s" is shown before a session, explained, and does not prevent starting', (...row) => {
  const [line, happen, remedy] = row;
  const watch = newWatch('Active 2 (Round)');
  happen(watch);
  watch.openApp();
  expect(watch.texts()).toContain(`! ${line}`);
  watch.tap(`! ${line}`);
  expect(watch.screen().shows).toBe('page/hazards/index');
  expect(see(watch, line)).toBe(true);
  expect(see(watch, remedy)).toBe(true);
  reach(watch, 'Done');
  expect(watch.screen().shows).toBe('page/start/index');
  reach(watch, 'Start');
  expect(watch.screen().shows).toBe('page/session/index');
  expect(watch.texts()).toContain('Pause');
});

test('several hazards share one line, and all are explained', () => {
  const watch = newWatch();
  watch.setMode({ DND: true, sleep: true });
  watch.setBattery(3);
  watch.openApp();
  watch.tap('! Cues may not be felt');
  ['Do not disturb is on.', 'Sleep mode is on.', 'Battery below 15 %.'].forEach((line) => {
    expect(see(watch, line)).toBe(true);
  });
});

test.each([
  ['a watch that is worn, awake and charged', (_watch: VirtualWatch) => undefined],
  ['15 % of battery', (watch: VirtualWatch) => watch.setBattery(15)],
  ['a watch that is not sure whether it is worn', (watch: VirtualWatch) => watch.setWear('unsure')],
])('%s is not a hazard', (_name, happen) => {
  const watch = newWatch();
  happen(watch);
  watch.openApp();
  expect(watch.texts().filter((text) => text.startsWith('!'))).toEqual([]);
});

test('a corrected hazard is gone from the start screen', () => {
  const watch = newWatch();
  watch.setMode({ DND: true });
  watch.openApp();
  watch.tap('! Do not disturb is on.');
  watch.setMode({ DND: false });
  reach(watch, 'Done');
  expect(watch.texts().filter((text) => text.startsWith('!'))).toEqual([]);
});

test('a change while the start screen is open, as in the quick settings, shows within seconds', () => {
  const watch = newWatch();
  const warnings = (): readonly string[] => watch.texts().filter((text) => text.startsWith('!'));
  watch.setMode({ DND: true });
  watch.openApp();
  expect(warnings()).toEqual(['! Do not disturb is on.']);
  watch.setMode({ DND: false });
  watch.advance(2 * SECOND);
  expect(warnings()).toEqual([]);
  watch.setWorn(false);
  watch.advance(2 * SECOND);
  expect(warnings()).toEqual(['! Watch not worn?']);
  const calls = watch.widgetCalls().length;
  watch.advance(3 * SECOND);
  expect(watch.widgetCalls()).toHaveLength(calls);
  expect(watch.alarms()).toEqual([]);
});

test('checking for hazards leaves no alarm behind', () => {
  const watch = newWatch();
  watch.openApp();
  expect(watch.alarms()).toEqual([]);
});

describe.each(['DND', 'sleep', 'theater'] as const)('a session in the mode %s', (mode) => {
  test('is not claimed to have been felt, whether its page lived or not', () => {
    [false, true].forEach((dies) => {
      const watch = newWatch();
      watch.setMode({ [mode]: true });
      startSession(watch);
      if (dies) watch.crash();
      watch.advance(640 * SECOND);
      if (dies) watch.openApp();
      watch.advance(3 * SECOND);
      expect(watch.felt()).toEqual([]);
      expect(recordsOn(watch)).toMatchObject([
        { ending: 'finished', cues: { due: 22, played: 0, late: 0, missed: 22 } },
      ]);
      expect(see(watch, '0 of 22 cues given')).toBe(true);
    });
  });

  test('is felt from the moment that the mode is left', () => {
    const watch = newWatch();
    watch.setMode({ [mode]: true });
    startSession(watch);
    watch.advance(100 * SECOND);
    watch.setMode({ [mode]: false });
    watch.advance(540 * SECOND);
    expect(watch.felt()).toHaveLength(19);
    expect(recordsOn(watch)).toMatchObject([{ cues: { due: 22, played: 19, missed: 3 } }]);
  });
});

test('with every alarm refused, a living page plays all cues, and after its death they are booked as not armed', () => {
  const alive = newWatch();
  alive.limitAlarms(0);
  startSession(alive);
  alive.advance(640 * SECOND);
  expect(alive.felt()).toHaveLength(22);
  expect(recordsOn(alive)).toMatchObject([{ cues: { due: 22, played: 22 } }]);
  const dead = newWatch();
  dead.limitAlarms(0);
  startSession(dead);
  dead.advance(100 * SECOND);
  dead.crash();
  dead.advance(200 * SECOND);
  dead.openApp();
  expect(dead.felt()).toHaveLength(3);
  expect(dead.texts()).toContain('Interrupted');
});
