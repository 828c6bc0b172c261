import type { CueParam, PauseParam, ServiceRing } from '../core/alarm/param';
import { parseCueServiceParam, SERVICE_RINGS } from '../core/alarm/param';
import { briefOf } from '../core/cue/cue';
import { BRIEF_LIMIT } from '../core/cue/pattern';
import { ring } from '../core/alarm/rung';
import { armedUnder } from '../core/session/arming';
import type { MarkDeed } from '../core/session/mark';
import { heirOf } from '../core/session/window';
import type { ArmedSignal, CueSheet } from '../core/state/session-file';
import type { Instant } from '../core/time';
import { readCueSheet } from '../device/session/cue-sheet';
import { isMarked, leaveMark } from '../device/session/mark-file';
import type { MarkPlace } from '../device/store/mark-path';
import { RING_SHEET } from '../device/store/mark-path';
import { watchAlarms } from '../device/watch/alarms';
import { stayBusy } from '../device/watch/busy';
import { quietMode } from '../device/watch/modes';
import { watchNotifications } from '../device/watch/notifications';
import { playFromService, stopFromService } from '../device/watch/vibrator';

/**
 * Brings one cue to the wrist when no page is alive. It is woken by an alarm, has 600 ms and no timers, and writes only
 * the mark of what it did, in a file of its own.
 */
AppService({
  onInit(text) {
    const began = Date.now();
    const param = parseCueServiceParam(text);
    switch (param?.kind) {
      case 'cue':
        bring(param, began);
        return;
      case 'pause':
        remind(param, began);
        return;
      case 'check':
        ringFor(param.ring, began);
        return;
      case 'guard':
      case 'probe':
      case undefined:
        return;
    }
  },
});

/** The title of a notification that belongs to no cue. */
const NAME = 'Legato';

/**
 * Rings for the check, with the longest pattern there is. In a quiet mode it leaves a mark, since what is not felt then
 * shows nothing about the carrier.
 */
function ringFor(ring: ServiceRing, began: Instant): void {
  const quiet = quietMode();
  const { id: session, revision } = RING_SHEET;
  const number = SERVICE_RINGS.indexOf(ring);
  if (quiet) leaveMark({ session, revision, number, began, did: 'full', quiet });
  if (ring === 'notification') {
    watchNotifications.post(NAME);
    return;
  }
  playFromService('finish', 'full', 'normal');
  if (ring === 'busy') stayBusy(BRIEF_LIMIT);
}

function bring(wanted: CueParam, began: Instant): void {
  const sheet = readCueSheet();
  // An alarm may ring twice.
  if (!sheet || isMarked(wanted)) return;
  const { session, revision, number } = wanted;
  const rung = ring(sheet, wanted, began);
  switch (rung.kind) {
    case 'play':
      sayAndMark({ session, revision, number }, rung.cue, sheet, began);
      return;
    case 'early':
    case 'late': {
      const isKnown = leaveMark({ session, revision, number, began, did: rung.kind, quiet: quietMode() });
      if (!isKnown) takeGuard(sheet);
      // A page that lives plays a cue whose alarm was early as if it had not rung.
      if (isKnown || rung.kind === 'late') passOn(sheet, number);
      return;
    }
    case 'nothing':
      return;
  }
}

/**
 * Brings a cue, leaves the mark of it, and passes the alarm on. A pattern comes before anything else. A notification may
 * light the screen, and then a service cannot write (docs/platform.md, B4), so the mark says before that one is posted.
 */
function sayAndMark(place: MarkPlace, cue: Said, sheet: CueSheet, began: Instant): void {
  const mark = (did: MarkDeed): boolean => leaveMark({ ...place, began, did, quiet: quietMode() });
  const isFirst = sheet.form === 'notification';
  if (isFirst) {
    mark('posting');
    passOn(sheet, place.number);
  }
  const did = say(cue, sheet);
  mark(did);
  if (!isFirst) passOn(sheet, place.number);
  if (did === 'busy') stayBusy(BRIEF_LIMIT);
  if (did === 'scene' && briefOf(cue.signal) === 'legDone') endScene();
}

/** The scene of the long pulse is reported to go on without end on some watches (docs/platform.md, V6). */
function endScene(): void {
  if (stayBusy(BRIEF_LIMIT)) stopFromService();
}

type Said = Pick<ArmedSignal, 'signal' | 'title'>;

/** Plays or posts a cue in the form that the sheet asks for, and nothing else. */
function say({ signal, title }: Said, { form, strength }: CueSheet): MarkDeed {
  if (form === 'notification') return watchNotifications.post(title) ? 'notification' : 'refused';
  const did = playFromService(signal, form === 'full' ? 'full' : 'brief', strength);
  return did === 'brief' && form === 'busy' ? 'busy' : did;
}

/**
 * The alarm that rang has made room for that of another cue. It is cancelled, since a watch may go on to list it, and
 * then it would seem still to come. A page that lives, as it may where the watch is lit, sets all alarms anew once it has
 * seen that a service brought its cue.
 */
function passOn(sheet: CueSheet, number: number): void {
  const { id, revision, cues, booked } = sheet;
  const rang = armedUnder(sheet, number);
  if (rang && rang.alarm !== 0) watchAlarms.cancel(rang.alarm);
  const heir = heirOf(
    cues.filter((cue) => cue.number >= booked),
    number,
  );
  if (!heir) return;
  const param = { kind: 'cue', session: id, revision, number: heir.number } as const;
  watchAlarms.set({ rings: heir.rings, param });
}

/** No plan has this many cues. */
const REMINDER = 99_999;

/** A pause that still lasts has the same arming, since every command creates a new one. */
function remind({ session, revision }: PauseParam, began: Instant): void {
  const place = { session, revision, number: REMINDER };
  const sheet = readCueSheet();
  if (sheet?.id !== session || sheet.revision !== revision || isMarked(place)) return;
  sayAndMark(place, { signal: 'lightTouch', title: NAME }, sheet, began);
}

/**
 * Where marks cannot be left, missing alarms count as played cues as long as the guard is there. These cues were not
 * played, so the guard is cancelled.
 */
function takeGuard({ guard }: CueSheet): void {
  watchAlarms.cancel(guard);
}
