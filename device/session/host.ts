import type { Cue } from '../../core/cue/cue';
import type { EndedSession, Session } from '../../core/session/session';
import type { Evidence } from '../../core/session/evidence';
import { takeUp } from '../../core/session/reopen';
import type { Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { AlarmCarrier } from './alarm-carrier';
import { alarmCarrier, WATCHDOG } from './alarm-carrier';
import { openAlarmBook } from '../store/alarm-book';
import type { Undo } from '../watch/clock';
import type { Conductor, Stage } from './conductor';
import { conduct } from './conductor';
import { openPreferences } from '../store/preferences-store';
import { keepRecord } from './keep-record';
import { openSessionStore } from '../store/session-store';
import type { Watch } from '../watch/watch';
import { isTimerRunning, timerCarrier } from './timer-carrier';

export interface Host {
  readonly titleOf: (cue: Cue) => string;
  readonly show: Stage['show'];
  /** The session is over; `kept` says whether its record is on disk. Called again after every other try. */
  readonly over: (session: EndedSession, kept: boolean) => void;
}

/** How long a page waits before it tries again to keep a record that the disk did not take. */
const RETRY: Millis = 5 * SECOND;

/** How long a page that may sleep waits for an alarm that does not ring. */
const PATIENCE: Millis = 3 * SECOND;

/** Takes up the session that is on disk and runs it on this page; nothing when there is none. */
export function hostSession(watch: Watch, host: Host): Conductor | undefined {
  const { clock, disk, modes, services, system, vibrator } = watch;
  const store = openSessionStore(disk);
  const { stored } = store;
  if (!stored) return undefined;
  const { cueSet, strength, letScreenSleep, timerCarrier: wantsTimer } = openPreferences(disk).values();
  const timer = wantsTimer && system.hasTimer() ? timerCarrier(services, clock) : undefined;
  const book = openAlarmBook(disk, watch.alarms);
  book.claim('cue', [stored.arming.guard, ...stored.arming.cues.map(({ alarm }) => alarm)]);
  // A check that still runs would ring in between.
  book.replace('check', []);
  const isSilenced = (): boolean => modes.silenced() === 'yes';
  let saved = true;
  const save = (session: Session, playing?: number): void => {
    saved = store.save({ session, arming: alarms.sheet(), ...(playing === undefined ? {} : { playing }) });
  };
  const alarms: AlarmCarrier = alarmCarrier({
    alarms: book,
    watchdog: letScreenSleep ? 0 : WATCHDOG,
    titleOf: host.titleOf,
    save: (session) => {
      save(session);
    },
    before: { ...stored.arming, strength },
  });
  let isTakenUp = false;
  const timerRuns = (): boolean =>
    timer !== undefined && isTimerRunning(services) && (timer.started() || !isTakenUp);
  const evidence = (): Evidence => ({
    now: clock.now(),
    alarmsLeft: book.left('cue'),
    silenced: isSilenced(),
    timerRuns: timerRuns(),
  });
  let undoRetry: Undo = () => undefined;
  const keep = (session: EndedSession): void => {
    const kept = keepRecord(disk, store, session);
    host.over(session, kept);
    if (kept) return;
    undoRetry = clock.after(RETRY, () => {
      keep(session);
    });
  };
  const first = takeUp(stored.session, stored.arming, evidence(), stored.playing);
  isTakenUp = true;
  const conductor = conduct(
    {
      clock,
      haptics: vibrator,
      touch: { set: cueSet, strength },
      wrist: () => ({ silenced: isSilenced() }),
      evidence,
      arming: () => alarms.sheet(),
      carriers: timer ? [alarms, timer] : [alarms],
      patience: letScreenSleep ? PATIENCE : 0,
      isCarried: ({ alarm }) => alarm !== 0 || timer?.started() === true,
      save,
      isSaved: () => saved,
      record: keep,
      show: host.show,
    },
    first,
  );
  return {
    ...conductor,
    leave() {
      undoRetry();
      conductor.leave();
    },
  };
}
