import type { AlarmParam } from '../../core/alarm/param';
import type { RingKind } from '../../core/check/proof';
import { proofsOf, RINGS } from '../../core/check/proof';
import type { Asking, CheckRun, Ringing } from '../../core/check/run';
import { answered, answersOf, asking, isCutOff, nextQuestion, overAt, ringTimes } from '../../core/check/run';
import type { Instant, Millis } from '../../core/time';
import { HOUR } from '../../core/time';
import { RING_SHEET } from '../store/mark-path';
import type { Marks } from '../store/marks';
import { openMarks } from '../store/marks';
import type { AlarmBook } from '../store/alarm-book';
import type { CheckStore } from '../store/check-store';
import type { Alarm } from '../watch/alarms';
import type { Watch } from '../watch/watch';

/** Once the check is over, no mark of it is needed. */
const ALL_RINGS = { revision: RING_SHEET.revision, booked: RINGS.length };

/** How long after the last ring the guard rings. */
const GUARD_AFTER: Millis = 24 * HOUR;

/**
 * The stage of the check. `none`: no check is going on. `wait`: its rings are still to come. `ask`: the person has to
 * say what they felt. `cutOff`: what rang, or what was felt, is no longer known.
 */
export type CheckStage =
  | { readonly kind: 'none' | 'cutOff' }
  | { readonly kind: 'wait'; readonly left: Millis }
  | { readonly kind: 'ask'; readonly about: RingKind };

/** Whether a check has begun, or why not. */
export type CheckBegun = 'begun' | 'noAlarms' | 'unsaved';

/** The check of this watch, as the page leads through it. */
export interface CheckRunner {
  stage(): CheckStage;
  /**
   * Sets the alarms of a check. It does not begin if the watch takes none, which shows nothing about any carrier, or if
   * it is not on disk, since the alarms would be forgotten.
   */
  begin(): CheckBegun;
  /**
   * Notes that the page is on the screen, which spoils rings meant for a dark screen; `byAlarm` says whether an alarm
   * has opened it.
   */
  look(byAlarm: boolean): void;
  /** Notes how many pulses the person has felt. */
  answer(felt: number): void;
}

export function checkRunner(
  store: CheckStore,
  book: AlarmBook,
  { clock, disk, modes, system }: Pick<Watch, 'clock' | 'disk' | 'modes' | 'system'>,
): CheckRunner {
  claimCheck(store, book);
  const marks = openMarks(disk);
  const keep = (run: CheckRun): boolean => store.save({ ...store.file(), run });
  /** Goes on to the next question, or to the result. */
  const goOn = (run: Asking): void => {
    if (nextQuestion(run) !== undefined) {
      keep({ phase: 'asking', ...run });
      return;
    }
    const checked = { ...proofsOf(answersOf(run)), model: system.model(), osVersion: system.osVersion() };
    const { run: _, ...rest } = store.file();
    store.save({ ...rest, checked });
  };
  const settle = (run: Ringing): void => {
    const left = book.left('check');
    book.replace('check', []);
    goOn(asking(run, left, modes.quiet() ? RINGS : quietRings(run, marks)));
    marks.removeBooked(ALL_RINGS);
  };
  return {
    stage() {
      const { run } = store.file();
      if (!run) return { kind: 'none' };
      const now = clock.now();
      if (isCutOff(run, now, book.left('check'))) return { kind: 'cutOff' };
      if (run.phase === 'ringing') return { kind: 'wait', left: Math.max(0, overAt(run.startedAt) - now) };
      const about = nextQuestion(run);
      return about ? { kind: 'ask', about } : { kind: 'cutOff' };
    },
    begin() {
      marks.prepare();
      const startedAt = clock.now();
      const [guard = 0, ...alarms] = book.replace('check', alarmsAt(ringTimes(startedAt)));
      const run: Ringing = { startedAt, guard, alarms, looks: [], opened: false };
      const begun = guard === 0 ? 'noAlarms' : keep({ phase: 'ringing', ...run }) ? 'begun' : 'unsaved';
      if (begun !== 'begun') book.replace('check', []);
      return begun;
    },
    look(byAlarm) {
      const { run } = store.file();
      if (run?.phase !== 'ringing') return;
      const now = clock.now();
      if (isCutOff(run, now, book.left('check'))) return;
      const opened = run.opened || (byAlarm && now >= Math.max(...ringTimes(run.startedAt)));
      const looks = opened ? run.looks : run.looks.concat(now);
      if (opened || now >= overAt(run.startedAt)) settle({ ...run, opened });
      else keep({ ...run, looks });
    },
    answer(felt) {
      const { run } = store.file();
      if (run?.phase === 'asking') goOn(answered(run, felt));
    },
  };
}

/** The rings that came in a quiet mode, as their services have noted. */
function quietRings({ startedAt, opened }: Ringing, marks: Marks): readonly RingKind[] {
  const places = RINGS.map((_, number) => ({ number }));
  const found = marks.of(RING_SHEET, places).filter(({ began }) => began >= startedAt);
  const quiet = RINGS.filter((_, place) => found.some(({ number }) => number === place));
  // An alarm opens no page in such a mode, which may have lasted.
  return quiet.includes('notification') && !opened ? quiet.concat('page') : quiet;
}

/** The alarms of a check: a guard, and one for each ring. */
function alarmsAt(times: readonly Instant[]): readonly Alarm[] {
  const rings = RINGS.map((ring, place): Alarm => {
    const param: AlarmParam = ring === 'page' ? { kind: 'page', of: 'check' } : { kind: 'check', ring };
    return { rings: Number(times[place]), param };
  });
  return [{ rings: Math.max(...times) + GUARD_AFTER, param: { kind: 'guard' } }, ...rings];
}

/** Gives the check the alarms named in its file. */
export function claimCheck(store: CheckStore, book: AlarmBook): void {
  const { run } = store.file();
  if (run?.phase === 'ringing') book.claim('check', [run.guard, ...run.alarms]);
}
