import type { Cue } from '../core/cue';
import type { EndedSession, Session } from '../core/session/session';
import type { Evidence } from '../core/session/reopen';
import { takeUp } from '../core/session/reopen';
import type { Instant } from '../core/time';
import type { AlarmCarrier } from './alarm-carrier';
import { alarmCarrier, WATCHDOG } from './alarm-carrier';
import { watchAlarms } from './alarms';
import { watchClock } from './clock';
import type { Conductor } from './conductor';
import { conduct } from './conductor';
import { watchDisk } from './disk';
import { pageHaptics } from './haptics';
import { foundOutOfTime } from './out-of-time';
import { openPreferences } from './preferences-store';
import { keepRecord } from './records';
import { openSessionStore } from './session-store';
import { isSilenced } from './system';

export interface Host {
  readonly titleOf: (cue: Cue) => string;
  readonly show: (session: Session, now: Instant) => void;
  /** The session is over and its record is kept. */
  readonly over: (session: EndedSession) => void;
}

/** Takes up the session that is on disk and runs it on this page; nothing when there is none. */
export function hostSession(host: Host): Conductor | undefined {
  const store = openSessionStore(watchDisk);
  const { stored } = store;
  if (!stored) return undefined;
  const { cueSet, strength } = openPreferences(watchDisk).values();
  const carrier: AlarmCarrier = alarmCarrier({
    alarms: watchAlarms,
    watchdog: WATCHDOG,
    titleOf: host.titleOf,
    save: (session) => store.save({ session, arming: carrier.sheet() }),
    before: { ...stored.arming, strength },
  });
  const evidence = (): Evidence => {
    const alarmsLeft = watchAlarms.left();
    const rangOutOfTime = foundOutOfTime(carrier.sheet(), alarmsLeft);
    return { now: watchClock.now(), alarmsLeft, rangOutOfTime, silenced: isSilenced() };
  };
  return conduct(
    {
      clock: watchClock,
      haptics: pageHaptics(watchClock),
      touch: { set: cueSet, strength },
      wrist: () => ({ silenced: isSilenced() }),
      evidence,
      arming: () => carrier.sheet(),
      carriers: [carrier],
      save: (session) => store.save({ session, arming: carrier.sheet() }),
      record(session) {
        keepRecord(watchDisk, store, session);
        host.over(session);
      },
      show: host.show,
    },
    takeUp(stored.session, stored.arming, evidence()),
  );
}
