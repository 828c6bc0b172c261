import type { Cue } from '../core/cue';
import { signalOf } from '../core/cue';
import type { DueCue, Session } from '../core/session/session';
import { makeCueParam } from '../core/state/cue-param';
import type { ArmedSheet, ArmedSignal } from '../core/state/session-file';
import type { Instant, Millis } from '../core/time';
import { HOUR, SECOND } from '../core/time';
import type { Alarms } from './alarms';
import type { CueCarrier } from './carrier';

/** The service that an alarm opens. */
export const CUE_SERVICE = 'app-service/cue';

/** The page has this long to play a cue before its alarm rings. */
export const WATCHDOG: Millis = SECOND;

/** How long after the last cue the guard alarm rings; see `Arming.guard`. */
const GUARD_AFTER: Millis = 24 * HOUR;

/** The carrier that outlives the page: one alarm for each cue, and one that shows whether the watch was off. */
export interface AlarmCarrier extends CueCarrier {
  /** What is armed, for the session file: the service that an alarm wakes reads it there. */
  sheet(): ArmedSheet;
}

export interface AlarmCarrierOptions {
  readonly alarms: Alarms;
  /** How long the alarms leave the cue to the page; none when the page lets the screen sleep. */
  readonly watchdog: Millis;
  /** What a notification of a cue says. */
  readonly titleOf: (cue: Cue) => string;
  /** Puts the new sheet on disk. */
  readonly save: (session: Session) => void;
  readonly before: ArmedSheet;
}

export function alarmCarrier(options: AlarmCarrierOptions): AlarmCarrier {
  const { alarms, watchdog, titleOf, save } = options;
  let sheet = options.before;
  return {
    sheet: () => sheet,
    forget() {
      sheet = { ...sheet, revision: sheet.revision + 1, cues: [], guard: 0 };
    },
    arm(session, cues) {
      alarms.left().forEach((id) => {
        alarms.cancel(id);
      });
      if (cues.length === 0) return;
      const armed = cues.map((cue) => armCue(alarms, session.id, sheet.revision, cue, watchdog, titleOf));
      sheet = { ...sheet, cues: armed, guard: armGuard(alarms, armed) };
      save(session);
    },
    release(number) {
      sheet.cues.forEach((cue) => {
        if (cue.number === number && cue.alarm !== 0) alarms.cancel(cue.alarm);
      });
    },
  };
}

function armCue(
  alarms: Alarms,
  session: string,
  revision: number,
  { number, cue, due }: DueCue,
  watchdog: Millis,
  titleOf: (cue: Cue) => string,
): ArmedSignal {
  const rings = ringsAt(due, watchdog);
  const alarm = alarms.set(rings, CUE_SERVICE, makeCueParam({ session, revision, number }));
  return { number, alarm, rings, due, signal: signalOf(cue), title: titleOf(cue) };
}

/** The next whole second from `due` on, alarms know no finer time, and the watchdog after it. */
function ringsAt(due: Instant, watchdog: Millis): Instant {
  return Math.ceil(due / SECOND) * SECOND + watchdog;
}

function armGuard(alarms: Alarms, armed: readonly ArmedSignal[]): number {
  const last = armed.reduce((latest, { rings }) => Math.max(latest, rings), 0);
  return alarms.set(last + GUARD_AFTER, CUE_SERVICE, 'guard');
}
