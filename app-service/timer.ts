import { exit } from '@zos/app-service';
import { createSysTimer, stopTimer } from '@zos/timer';
import { PLAYABLE_FOR, TIMER_AFTER } from '../core/session/delivery';
import type { ArmedSignal } from '../core/state/session-file';
import { watchAlarms } from '../device/watch/alarms';
import { readCueSheet } from '../device/session/cue-sheet';
import { playFromService } from '../device/watch/vibrator';
import { signSwallowed } from '../device/session/signs';
import { silencedNow } from '../device/watch/modes';

/** A pattern ends with the service that plays it, so the service outlives the last one. */
const LAST_WORDS_MS = 1000;

let timer = 0;

/**
 * Brings cues to the wrist from a timer of its own, when the page is gone. It waits for one cue at a time and looks
 * into the session file before it plays: what the page has played, or another arming, is not for it.
 */
AppService({
  onInit() {
    waitForNext(-1);
  },
  onDestroy() {
    stopTimer(timer);
  },
});

function waitForNext(after: number): void {
  const sheet = readCueSheet();
  const next = sheet?.cues.find(({ number }) => number > after && number >= sheet.booked);
  if (!sheet || !next) {
    // Where a cue had no alarm, that the service still runs is what tells the page later that it was carried.
    if (!sheet?.cues.some(({ alarm }) => alarm === 0)) timer = createSysTimer(false, LAST_WORDS_MS, exit);
    return;
  }
  const { revision } = sheet;
  const delay = Math.max(0, next.due + TIMER_AFTER - Date.now());
  timer = createSysTimer(false, delay, () => {
    // The clock was set back. Where no alarm that is gone will tell that the cue has come, it comes in its new time.
    const isEarly = next.alarm === 0 && Date.now() < next.due;
    if (!isEarly) bring(next, revision);
    waitForNext(isEarly ? after : next.number);
  });
}

/** Plays the cue, unless it was played (then its alarm is gone) or belongs to an older arming, and takes its alarm back. */
function bring(cue: ArmedSignal, revision: number): void {
  const sheet = readCueSheet();
  if (sheet?.revision !== revision || cue.number < sheet.booked) return;
  const left = watchAlarms.left();
  if (cue.alarm !== 0 && left !== 'unknown' && !left.includes(cue.alarm)) return;
  if (Date.now() - cue.due > PLAYABLE_FOR) return;
  if (silencedNow() === 'yes') {
    // The alarm that is left will find out the same, and leave the sign.
    if (cue.alarm === 0) signSwallowed(watchAlarms, sheet);
    return;
  }
  playFromService(cue.signal, 'brief', sheet.strength);
  watchAlarms.cancel(cue.alarm);
}
