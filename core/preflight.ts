/** What can stand between a cue and the wrist, the most certain harm first. */
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

/** What the watch tells of itself before a session. */
export interface WatchFacts {
  readonly doNotDisturb: boolean;
  readonly sleepMode: boolean;
  readonly theatreMode: boolean;
  /** Any of the watch's power saving modes. */
  readonly powerSaving: boolean;
  readonly worn: boolean;
  readonly batteryPercent: number;
  /** Whether the watch takes another alarm. */
  readonly takesAlarms: boolean;
  /** Whether a check has shown that nothing is felt of this watch with its screen dark, and the screen may go dark. */
  readonly noDarkCues: boolean;
}

/** Below this much a battery may not last a session, and watches begin to save power. */
export const LOW_BATTERY_PERCENT = 15;

/** Everything that may keep cues from being felt, in the order of `HAZARDS`; a session may start all the same. */
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
