import type { AlarmForm, Cue } from '../../core/cue/cue';
import { signalOf } from '../../core/cue/cue';
import { NOTHING_ARMED } from '../../core/session/arming';
import type { DueCue, Session } from '../../core/session/session';
import type { ArmedSheet, ArmedSignal } from '../../core/state/session-file';
import type { Instant, Millis } from '../../core/time';
import { HOUR, SECOND } from '../../core/time';
import type { AlarmBook } from '../store/alarm-book';
import type { Marks } from '../store/marks';
import type { Alarm } from '../watch/alarms';
import type { CueCarrier } from './carrier';

/** How long the page has to play a cue before its alarm rings. */
export const WATCHDOG: Millis = SECOND;

/** How long after the last cue the guard rings. A session opened by then can be reported correctly. */
const GUARD_AFTER: Millis = 30 * 24 * HOUR;

/** The carrier that outlives the page: an alarm for each cue, and one that shows whether the watch was off. */
export interface AlarmCarrier extends CueCarrier {
  /** What is armed, for the session file, where the service that an alarm wakes reads it. */
  sheet(): ArmedSheet;
}

export interface AlarmCarrierOptions {
  readonly alarms: AlarmBook;
  readonly marks: Marks;
  /** How long the alarms leave a cue to the page; 0 if the page lets the screen sleep. */
  readonly watchdog: Millis;
  /** How the alarms should bring cues. */
  readonly form: AlarmForm;
  /** The text of a cue's notification. */
  readonly titleOf: (cue: Cue) => string;
  /** Writes the new sheet to disk. */
  readonly save: (session: Session) => void;
  readonly before: ArmedSheet;
}

export function alarmCarrier(options: AlarmCarrierOptions): AlarmCarrier {
  const { alarms, marks, watchdog, form, save } = options;
  const titleOf = form === 'notification' ? options.titleOf : (): string => '';
  const alarmOf = ({ id }: Session, signal: ArmedSignal): Alarm => {
    const { number, rings } = signal;
    if (form === 'page') return { rings, param: { kind: 'page', of: 'cue' } };
    return { rings, param: { kind: 'cue', session: id, revision: sheet.revision, number } };
  };
  let sheet = options.before;
  return {
    sheet: () => sheet,
    forget() {
      sheet = { ...sheet, ...NOTHING_ARMED, revision: sheet.revision + 1, cues: [] };
    },
    arm(session, cues) {
      if (cues.length === 0) {
        alarms.replace('cue', []);
        return;
      }
      marks.prepare();
      const last = cues.reduce((latest, cue) => Math.max(latest, cue.due), 0);
      const guardRings = ringsAt(last, watchdog) + GUARD_AFTER;
      const guardAlarm = guardAt(guardRings);
      const signals = cues.map((cue) => signalFor(cue, watchdog, titleOf));
      const ranked = byNeed(signals);
      const [first = 0, guard = 0, ...later] = alarms.replace('cue', [
        ...ranked.slice(0, 1).map((signal) => alarmOf(session, signal)),
        guardAlarm,
        ...ranked.slice(1).map((signal) => alarmOf(session, signal)),
      ]);
      const ids = [first, ...later];
      ranked.forEach((signal, rank) => {
        signal.alarm = ids[rank] ?? 0;
      });
      sheet = {
        ...sheet,
        form,
        cues: signals,
        guard: guard === 0 ? alarms.add('cue', guardAlarm) : guard,
        guardRings,
      };
      save(session);
    },
    release(session, number) {
      const played = sheet.cues.find((cue) => cue.number === number && cue.alarm !== 0);
      if (!played) return;
      alarms.cancel('cue', played.alarm);
      const guard = isGuardTaken(sheet, number, alarms.left('cue'))
        ? alarms.add('cue', guardAt(sheet.guardRings))
        : 0;
      const later = sheet.cues.filter((cue) => cue.number > number);
      const refused = byNeed(later).find(({ alarm }) => alarm === 0);
      const alarm = refused ? alarms.add('cue', alarmOf(session, refused)) : 0;
      if (alarm === 0 && guard === 0) return;
      const cues = sheet.cues.map((cue) => (cue === refused ? { ...cue, alarm } : cue));
      sheet = { ...sheet, cues, guard: guard === 0 ? sheet.guard : guard };
      save(session);
    },
  };
}

function guardAt(rings: Instant): Alarm {
  return { rings, param: { kind: 'guard' } };
}

/**
 * Whether only the guard is gone, of it and the alarms of the cues after `played`. A service that rang early and could
 * leave no mark has then cancelled it, so that its cue does not count as played; the page has played that cue since.
 */
function isGuardTaken(
  { guard, cues }: ArmedSheet,
  played: number,
  left: readonly number[] | 'unknown',
): boolean {
  if (guard === 0 || left === 'unknown' || left.includes(guard)) return false;
  return cues.every(({ number, alarm }) => number <= played || alarm === 0 || left.includes(alarm));
}

/**
 * The order in which cues get alarms, since a watch may take fewer than there are cues. The next one comes first: its
 * service sets the alarm of another (`heirOf`), and so on, so that one alarm is enough for all if the page is gone.
 */
function byNeed<Cue extends ArmedSignal>(cues: readonly Cue[]): readonly Cue[] {
  return [...cues.slice(0, 1), ...byWeight(cues.slice(1))];
}

/**
 * Orders cues by importance: the end, the change of legs, moving up, then reminders; within each kind, sooner ones
 * first, as in `cues`.
 */
function byWeight<Cue extends ArmedSignal>(cues: readonly Cue[]): readonly Cue[] {
  const kinds: Record<'finish' | 'switchLeg' | 'moveUp' | 'lightTouch', Cue[]> = {
    finish: [],
    switchLeg: [],
    moveUp: [],
    lightTouch: [],
  };
  cues.forEach((cue) => {
    const { signal } = cue;
    kinds[typeof signal === 'number' ? 'moveUp' : signal].push(cue);
  });
  return [...kinds.finish, ...kinds.switchLeg, ...kinds.moveUp, ...kinds.lightTouch];
}

/** Has no alarm until the watch assigns one. */
type SignalToArm = ArmedSignal & { alarm: number };

function signalFor(cue: DueCue, watchdog: Millis, titleOf: (cue: Cue) => string): SignalToArm {
  return {
    number: cue.number,
    alarm: 0,
    rings: ringsAt(cue.due, watchdog),
    due: cue.due,
    signal: signalOf(cue.cue),
    title: titleOf(cue.cue),
  };
}

/** The first whole second from `due` on, since alarms have no finer resolution, plus the watchdog. */
export function ringsAt(due: Instant, watchdog: Millis): Instant {
  return Math.ceil(due / SECOND) * SECOND + watchdog;
}
