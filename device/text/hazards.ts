import type { Hazard } from '../../core/preflight';
import type { TextId } from './ids';

/** The names of hazards, in one line. */
export const HAZARD_NAMES: Readonly<Record<Hazard, TextId>> = {
  doNotDisturb: 'Do not disturb is on.',
  sleepMode: 'Sleep mode is on.',
  theatreMode: 'Theatre mode is on.',
  notWorn: 'The watch is not worn.',
  alarmsRefused: 'The watch takes no alarms.',
  noDarkCues: 'Keep the screen lit.',
  powerSaving: 'Power saving is on.',
  batteryLow: 'Battery below 15 %.',
};
