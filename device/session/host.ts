import type { Answers } from '../../core/care/answers';
import { lacksLock } from '../../core/care/answers';
import type { CareBook } from '../../core/care/book';
import { lockedOf, mustEnd } from '../../core/care/may-begin';
import { darkForm, NOT_TRIED, proofOfForm } from '../../core/check/proof';
import type { Cue } from '../../core/cue/cue';
import type { EndedSession, StopCause } from '../../core/session/session';
import type { Evidence } from '../../core/session/evidence';
import type { Mark } from '../../core/session/mark';
import { endWithheld, takeUp } from '../../core/session/reopen';
import type { Transition, Wrist } from '../../core/session/transition';
import { notedStop } from '../../core/state/noted-stop';
import type { Preferences } from '../../core/state/preferences';
import { letsScreenSleep } from '../../core/state/preferences';
import type { StoredSession } from '../../core/state/session-file';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { AlarmCarrier } from './alarm-carrier';
import { alarmCarrier, WATCHDOG } from './alarm-carrier';
import type { AlarmBook } from '../store/alarm-book';
import { claimCues, openAlarmBook } from '../store/alarm-book';
import type { Undo } from '../watch/clock';
import type { Conductor } from './conductor';
import { conduct } from './conductor';
import { openCareStore } from '../store/care-store';
import { claimReminders } from '../store/reminder-sheet';
import { readChecked } from '../store/checked';
import { isRecorded } from './keep-record';
import { deadManAlarm, mayRingTooEarly } from './dead-man';
import { pauseReminder } from './pause-reminder';
import { recordKeeper } from './record-keeper';
import type { SavedSession } from './saved-session';
import { isNothingArmed, savedSession } from './saved-session';
import type { Stage } from './stage';
import type { SessionStore } from '../store/session-store';
import { openSessionStore } from '../store/session-store';
import type { Watch } from '../watch/watch';
import type { Marks } from '../store/marks';
import { openMarks } from '../store/marks';

export interface Host {
  readonly preferences: Preferences;
  readonly titleOf: (cue: Cue) => string;
  readonly show: Stage['show'];
  /**
   * The session is over; `kept` says whether its record is on disk. `isStopNoted` tells that the person had stopped
   * when an earlier page was cut off, so that the session itself may not know. Called again after each retry.
   */
  readonly over: (session: EndedSession, kept: boolean, isStopNoted: boolean) => void;
}

/** How long a page that may sleep waits for an alarm that does not ring. */
const PATIENCE: Millis = 3 * SECOND;

/** A session that runs on this page. */
export interface Hosted extends Conductor {
  /**
   * Discards the session, with its alarms and without a record. Returns whether that is on disk; if not, the session
   * goes on. Once it is, the session is gone wherever the watch is cut off, and alarms that still ring find nothing to
   * bring.
   */
  discard(): boolean;
}

/** What is known about locks. A yes whose lock was lost leaves it in doubt which legs are locked. */
function careNow({ disk, launch }: Pick<Watch, 'disk' | 'launch'>, answers: Answers): CareBook {
  const care = openCareStore(disk, launch.memory());
  if (lacksLock(answers, care.book().said)) care.doubt();
  return care.book();
}

/**
 * Takes up the session on disk and runs it on this page; undefined when there is none. A session that must not go on,
 * because a leg of it was locked since, ends at once.
 */
export function hostSession(watch: Watch, host: Host): Hosted | undefined {
  const { clock, disk, launch, modes, vibrator } = watch;
  const store = openSessionStore(disk, launch.memory());
  const stored = withEnd(store.value(), launch.memory().ended);
  if (!stored) return undefined;
  const isBare = isNothingArmed(stored.arming);
  // A session that has just begun is skipped, because the check takes long.
  const hasBegun = !isBare || stored.session.journal.length > 0;
  if (hasBegun && isRemoved(watch, store, stored)) return undefined;
  const care = careNow(watch, host.preferences);
  if (!hasBegun && isDropped(store, care)) return undefined;
  const { cueSet, strength, earlySignal } = host.preferences;
  const { proofs, form, letsSleep, wakesPage } = carriersFor(watch, host.preferences);
  const book = alarmsOf(watch, stored);
  const marks = openMarks(disk);
  const isCutOff = isBare && !isNone(book.left('cue'));
  const bare = isBare && !isCutOff ? stored.session : undefined;
  const saving = savedSession(clock, store, () => alarms.sheet(), stored, bare);
  const alarms: AlarmCarrier = alarmCarrier({
    alarms: book,
    marks,
    watchdog: letsSleep ? 0 : WATCHDOG,
    form,
    titleOf: host.titleOf,
    save: (session) => {
      saving.save(session);
    },
    before: { ...stored.arming, strength, revision: stored.arming.revision + (isCutOff ? 1 : 0) },
  });
  const reminder = pauseReminder(book, clock, () => saving.onDisk().revision, hasBegun, form === 'page');
  const wrist = (): Wrist => ({ quiet: modes.quiet() });
  const worn = wornOrNot(watch);
  const evidence = (until: Instant): Evidence => ({
    ...{ now: clock.now(), alarmsLeft: book.left('cue') },
    ...wrist(),
    marks: marksUntil(until, marks, stored.session.id, saving),
    leavesMarks: marks.everFound(),
    proof: proofOfForm(proofs, alarms.sheet().form ?? 'brief'),
  });
  const recording = recordKeeper(watch, store, host, care.stopped !== undefined);
  const noted = notedStop(stored.session.id, care);
  if (noted?.stop === 'sign') {
    launch.memory().stopped = { leg: noted.leg, sign: noted.sign };
  }
  const conductor = conduct(
    {
      ...{ clock, haptics: vibrator, touch: { set: cueSet, strength }, wrist },
      evidence,
      arming: saving.armed,
      isOff: worn.isOff,
      // The pause reminder goes first, so that it makes room for the cues.
      carriers: [reminder, alarms],
      ...(wakesPage && !mayRingTooEarly(stored, clock.now()) ? { deadMan: deadManAlarm(book) } : {}),
      hasReminded: () => reminder.hasRung(),
      // If the screen may sleep, it is not known when a service has brought the previous cue.
      signalsEarly: earlySignal && !letsSleep,
      // A person who opens the app gets here through the start page.
      motorMaySleep: launch.memory().landed !== true,
      patience: letsSleep ? PATIENCE : 0,
      save: saving.save,
      isSaved: saving.isSaved,
      record(session) {
        if (!recording.keep(session)) saving.save(session);
      },
      show(...told) {
        host.show(...told);
        // Marks are removed only after their content is on disk and the cue was felt.
        marks.removeBooked(saving.onDisk());
      },
    },
    stored.session,
    () => takenUp(stored, evidence(Infinity), care, noted?.stop),
  );
  const leave = (): void => {
    worn.undo();
    recording.leave();
    conductor.leave();
  };
  return {
    ...conductor,
    leave,
    discard() {
      if (!store.write(undefined)) return false;
      leave();
      takeBackAlarms(book);
      return true;
    },
  };
}

/** Whether the record of the session on disk was kept. Then the session is removed, with its alarms. */
function isRemoved(watch: Watch, store: SessionStore, stored: StoredSession): boolean {
  if (!isRecorded(watch.disk, stored.session)) return false;
  takeBackAlarms(alarmsOf(watch, stored));
  store.write(undefined);
  return true;
}

/** Drops a session of which nothing was done yet if a lock was found lost: to the person, none has begun. */
function isDropped(store: SessionStore, { mayLack }: CareBook): boolean {
  return mayLack && store.write(undefined);
}

/** The session on disk, as it has ended in this launch if the disk has not taken that. */
function withEnd(stored: StoredSession | undefined, ended: EndedSession | undefined) {
  return stored && ended?.id === stored.session.id ? { session: ended, arming: stored.arming } : stored;
}

/** How this watch carries cues while the page sleeps or is gone, as far as it has shown what it can do. */
function carriersFor({ disk, system }: Watch, preferences: Preferences) {
  const proofs = readChecked(disk, system) ?? NOT_TRIED;
  const form = darkForm(proofs);
  // Only a service can stand in for a page that sleeps; an alarm that opens the page is for one that is gone.
  const letsSleep = letsScreenSleep(preferences) && form !== 'page';
  // If the screen may sleep, it should not be lit for a page that is gone.
  const wakesPage = !letsSleep && form !== 'page' && proofs.page === 'proven';
  return { proofs, form, letsSleep, wakesPage };
}

/** Follows whether the watch reports that it is off the wrist. */
function wornOrNot({ wear }: Watch): { readonly isOff: () => boolean; readonly undo: Undo } {
  let isOff = wear.worn() === 'no';
  const undo = wear.onChange(() => {
    isOff = wear.worn() === 'no';
  });
  return { isOff: () => isOff, undo };
}

/** The stored session, brought to the present. It ends if a leg of it was locked since. */
function takenUp(stored: StoredSession, evidence: Evidence, care: CareBook, stop?: StopCause): Transition {
  const { session, arming } = stored;
  const { plan } = session.routine;
  return mustEnd(plan, care)
    ? endWithheld(session, arming, evidence, stored, { legs: lockedOf(plan, care), stop })
    : takeUp(session, arming, evidence, stored);
}

function takeBackAlarms(book: AlarmBook): void {
  book.replace('cue', []);
  book.replace('pause', []);
  book.replace('deadMan', []);
}

/** The alarms of the stored session. Cancels those of a running check, which would ring during the session. */
function alarmsOf({ alarms, disk }: Watch, { arming }: StoredSession): AlarmBook {
  const book = openAlarmBook(disk, alarms);
  claimCues(book, arming);
  claimReminders(disk, book);
  book.replace('check', []);
  return book;
}

/**
 * The marks of due cues that are not booked yet, and of the last booked one, which the page may not have played. Cues
 * without an alarm are included, since a service may have set one.
 */
function marksUntil(
  until: Instant,
  marks: Marks,
  id: string,
  { armed, onDisk }: SavedSession,
): readonly Mark[] {
  const { revision, cues } = armed();
  const { booked } = onDisk();
  return marks.of(
    { id, revision },
    cues.filter(({ number, due }) => number >= booked - 1 && due <= until),
  );
}

/** Whether the watch certainly holds no alarm. */
function isNone(left: readonly number[] | 'unknown'): boolean {
  return left !== 'unknown' && left.length === 0;
}
