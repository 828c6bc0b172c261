/** What can keep a cue from being felt, the most certain harm first. */
export const HAZARDS = [
  'doNotDisturb',
  'sleepMode',
  'theatreMode',
  'notWorn',
  'alarmsRefused',
  'noDarkCues',
  'powerSaving',
  'batteryLow',
] as const;
export type Hazard = (typeof HAZARDS)[number];

/** What the watch reports about itself before a session. */
export interface WatchFacts {
  readonly doNotDisturb: boolean;
  readonly sleepMode: boolean;
  readonly theatreMode: boolean;
  /** Whether any power saving mode is on. */
  readonly powerSaving: boolean;
  readonly worn: boolean;
  readonly batteryPercent: number;
  /** Whether the watch takes another alarm. */
  readonly takesAlarms: boolean;
  /** Whether a check has shown that nothing is felt with the screen dark, and the screen may go dark in a session. */
  readonly noDarkCues: boolean;
}

/** Below this level the battery may not last a session, and watches begin to save power. */
export const LOW_BATTERY_PERCENT = 15;

/** All hazards, in the order of `HAZARDS`. A session may start all the same. */
export function preflight(facts: WatchFacts): readonly Hazard[] {
  const present: Readonly<Record<Hazard, boolean>> = {
    doNotDisturb: facts.doNotDisturb,
    sleepMode: facts.sleepMode,
    theatreMode: facts.theatreMode,
    notWorn: !facts.worn,
    alarmsRefused: !facts.takesAlarms,
    noDarkCues: facts.noDarkCues,
    powerSaving: facts.powerSaving,
    batteryLow: facts.batteryPercent < LOW_BATTERY_PERCENT,
  };
  return HAZARDS.filter((hazard) => present[hazard]);
}
