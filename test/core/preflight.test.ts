import type { Hazard, WatchFacts } from '../../core/preflight';
import { HAZARDS, LOW_BATTERY_PERCENT, preflight } from '../../core/preflight';

const SAFE: WatchFacts = {
  doNotDisturb: false,
  sleepMode: false,
  theatreMode: false,
  powerSaving: false,
  worn: true,
  batteryPercent: LOW_BATTERY_PERCENT,
  takesAlarms: true,
  noDarkCues: false,
};

const HARMFUL: Readonly<Record<Hazard, Partial<WatchFacts>>> = {
  doNotDisturb: { doNotDisturb: true },
  sleepMode: { sleepMode: true },
  theatreMode: { theatreMode: true },
  notWorn: { worn: false },
  alarmsRefused: { takesAlarms: false },
  noDarkCues: { noDarkCues: true },
  powerSaving: { powerSaving: true },
  batteryLow: { batteryPercent: LOW_BATTERY_PERCENT - 1 },
};

test('a watch without hazards is ready', () => {
  expect(preflight(SAFE)).toEqual([]);
});

test.each(HAZARDS)('%s is reported, and nothing else', (hazard) => {
  expect(preflight({ ...SAFE, ...HARMFUL[hazard] })).toEqual([hazard]);
});

test('of several hazards, the most certain one is reported first', () => {
  const facts = HAZARDS.reduce<WatchFacts>((all, hazard) => ({ ...all, ...HARMFUL[hazard] }), SAFE);
  expect(preflight(facts)).toEqual(HAZARDS);
});
