import type { CueParam, PauseParam, ServiceRing } from '../core/alarm/param';
import { parseAlarmParam } from '../core/alarm/param';
import { BRIEF_LIMIT } from '../core/cue/pattern';
import { ring } from '../core/alarm/rung';
import type { MarkDeed } from '../core/session/mark';
import { heirOf } from '../core/session/window';
import type { ArmedSignal, CueSheet } from '../core/state/session-file';
import type { Instant } from '../core/time';
import { readCueSheet } from '../device/session/cue-sheet';
import { isMarked, leaveMark } from '../device/session/mark-file';
import { watchAlarms } from '../device/watch/alarms';
import { stayBusy } from '../device/watch/busy';
import { quietMode } from '../device/watch/modes';
import { watchNotifications } from '../device/watch/notifications';
import { playFromService } from '../device/watch/vibrator';

/**
 * Brings one cue to the wrist when no page is alive. An alarm wakes it, it has 600 ms and no timers, and it writes
 * nothing but the mark of what it did, in a file of its own.
 */
AppService({
  onInit(text) {
    const began = Date.now();
    const param = parseAlarmParam(text);
    switch (param?.kind) {
      case 'cue':
        bring(param, began);
        return;
      case 'pause':
        remind(param, began);
        return;
      case 'check':
        ringFor(param.ring);
        return;
      case 'guard':
      case 'probe':
      case undefined:
        return;
    }
  },
});

/** What a notification says that is of no cue. */
const NAME = 'Legato';

/** What the check wants to know of, in the longest pattern that there is. */
function ringFor(ring: ServiceRing): void {
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
    case 'play': {
      const did = say(rung.cue, sheet);
      if (leaveMark({ session, revision, number, began, did, quiet: quietMode() })) passOn(sheet, number);
      if (did === 'busy') stayBusy(BRIEF_LIMIT);
      return;
    }
    case 'early':
    case 'late':
      if (leaveMark({ session, revision, number, began, did: rung.kind, quiet: quietMode() })) {
        passOn(sheet, number);
      } else takeGuard(sheet);
      return;
    case 'nothing':
      return;
  }
}

/** Says a cue in the form that the sheet asks for, and nothing besides. */
function say(
  { signal, title }: Pick<ArmedSignal, 'signal' | 'title'>,
  { form, strength }: CueSheet,
): MarkDeed {
  if (form === 'notification') return watchNotifications.post(title) ? 'notification' : 'refused';
  const did = playFromService(signal, form === 'full' ? 'full' : 'brief', strength);
  return did === 'brief' && form === 'busy' ? 'busy' : did;
}

/**
 * The alarm that has rung has made room for that of another cue. Only one whose mark is left passes it on: without one, the
 * watch is lit, and a page may be setting alarms itself.
 */
function passOn({ id, revision, cues, booked }: CueSheet, number: number): void {
  const heir = heirOf(
    cues.filter((cue) => cue.number >= booked),
    number,
  );
  if (!heir) return;
  const param = { kind: 'cue', session: id, revision, number: heir.number } as const;
  watchAlarms.set({ rings: heir.rings, param });
}

/** No plan has so many cues. */
const REMINDER = 99_999;

/** A pause that went on has the arming that it had: every command makes another. */
function remind({ session, revision }: PauseParam, began: Instant): void {
  const place = { session, revision, number: REMINDER };
  const sheet = readCueSheet();
  if (sheet?.id !== session || sheet.revision !== revision || isMarked(place)) return;
  const did = say({ signal: 'lightTouch', title: NAME }, sheet);
  leaveMark({ ...place, began, did, quiet: quietMode() });
  if (did === 'busy') stayBusy(BRIEF_LIMIT);
}

/** Where no mark can be left, the guard is what makes alarms tell that their cues were brought: these were not. */
function takeGuard({ guard }: CueSheet): void {
  watchAlarms.cancel(guard);
}
