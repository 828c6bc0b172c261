import type { CueSheet } from '../../core/state/session-file';
import type { Alarms } from '../watch/alarms';

/**
 * What a service has to tell, it tells by alarms, for it writes no files: one that the page did not set is found among
 * those that are left (core/session/reopen). It rings with the guard, and nobody hears it.
 */
function leaveSign(alarms: Alarms, { guardRings }: CueSheet): void {
  alarms.set({ rings: guardRings, param: { kind: 'sign' } });
}

/** Leaves a sign that the vibration of a cue was swallowed; without a guard nobody could tell what it says. */
export function signSwallowed(alarms: Alarms, sheet: CueSheet): void {
  if (sheet.guard !== 0) leaveSign(alarms, sheet);
}

/** Leaves a sign that an alarm rang at the wrong time. */
export function signOutOfTime(alarms: Alarms, sheet: CueSheet): void {
  leaveSign(alarms, sheet);
  alarms.cancel(sheet.guard);
}
