import type { Hazard } from '../../core/preflight';
import type { QuietMode } from '../../core/session/delivery';
import type { TextId } from './ids';

/** The names of hazards, in one line. */
export const HAZARD_NAMES: Readonly<Record<Hazard, TextId>> = {
  doNotDisturb: 'Do not disturb is on.',
  sleepMode: 'Sleep mode is on.',
  theatreMode: 'Theatre mode is on.',
  notWorn: 'Watch not worn?',
  alarmsRefused: 'The watch takes no alarms.',
  noDarkCues: 'Keep Legato open.',
  powerSaving: 'Power saving is on.',
  batteryLow: 'Battery below 15 %.',
};

/** That a quiet mode is on, so that nothing is felt. */
export const QUIET_NAMES: Readonly<Record<QuietMode, TextId>> = {
  doNotDisturb: HAZARD_NAMES.doNotDisturb,
  sleep: HAZARD_NAMES.sleepMode,
  theatre: HAZARD_NAMES.theatreMode,
};
