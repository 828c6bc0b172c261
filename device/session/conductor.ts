import { signalOf } from '../../core/cue/cue';
import { isLittleDone } from '../../core/record/record';
import type { Result } from '../../core/result';
import { CUE_GAP } from '../../core/plan/routine';
import { err, ok } from '../../core/result';
import type { Arming } from '../../core/session/arming';
import { armedUnder } from '../../core/session/arming';
import { apply } from '../../core/session/apply';
import { afterClockStep, clockWasSet, stoodStill } from '../../core/session/clock-step';
import { PLAYABLE_FOR } from '../../core/session/delivery';
import type { SessionError } from '../../core/session/event';
import type { Evidence } from '../../core/session/evidence';
import { isGone, rangBeforeDue } from '../../core/session/evidence';
import { isEarlySignalDue } from '../../core/session/early-signal';
import { remindAt } from '../../core/session/forgotten-pause';
import { bookOthers, isPending } from '../../core/session/reopen';
import type { DueCue, EndedSession, RunningSession, Session } from '../../core/session/session';
import { dueCues, elapsedAt, nextCue, openCues } from '../../core/session/session';
import type { Command, Effect, Transition, Wrist } from '../../core/session/transition';
import { advance, command, inOrder, withRefused } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import { view } from '../../core/session/view';
import type { Instant, Millis } from '../../core/time';
import { MINUTE, SECOND } from '../../core/time';
import type { CueCarrier } from './carrier';
import type { DeadMan } from './dead-man';
import type { Clock } from '../watch/clock';
import type { Waiting } from './timers';
import { timersOn } from './timers';
import type { Haptics, Touch } from '../watch/vibrator';

export interface Stage {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly touch: Touch;
  readonly wrist: () => Wrist;
  /** What alarms and services tell about the cues due by `until`; called when a cue is due. */
  readonly evidence: (until: Instant) => Evidence;
  /** What is armed now. An alarm whose cue is not on disk is unknown to services and brings nothing. */
  readonly arming: () => Arming;
  readonly carriers: readonly CueCarrier[];
  /** Present only where alarms are known to open the page. */
  readonly deadMan?: DeadMan;
  /** Saves the session, with the cue that is about to be played. */
  readonly save: (session: Session, playing?: number) => void;
  /** Whether everything last saved is on disk. */
  readonly isSaved: () => boolean;
  /** Keeps the record of an ended session. */
  readonly record: (session: EndedSession) => void;
  /**
   * Shows the session. `saved` is false while its last change is not on disk; `bare` is the number of cues with no
   * carrier but the page; `isOff` says that the watch is not on the wrist.
   */
  readonly show: (session: SessionView, saved: boolean, bare: number, isOff: boolean) => void;
  /** Whether the watch reports that it is not on the wrist. */
  readonly isOff: () => boolean;
  /** Whether an alarm has reminded of the present pause. */
  readonly hasReminded: () => boolean;
  /** Whether the early signal is on: a light tick shortly before the change of legs and the end. */
  readonly signalsEarly: boolean;
  /** Whether the motor may have been asleep until now, as on a page opened by an alarm. */
  readonly motorMaySleep: boolean;
  /** How long the page leaves a due cue to other carriers before playing it. */
  readonly patience: Millis;
}

/**
 * The longest time between saves of a running session, besides those at transitions. A restart of the watch loses no
 * more than this.
 */
const SAVE_EVERY: Millis = MINUTE;

/** How long a page waits during a pause before it retries a failed save. */
const SAVE_AGAIN: Millis = 5 * SECOND;

/** Runs one session while its page is open. */
export interface Conductor {
  tell(what: Command): Result<void, SessionError>;
  /** Shows the session again, as it is now. */
  refresh(): void;
  isPaused(): boolean;
  /** Whether so little was done that the person may not want a record of it. */
  isLittleDone(): boolean;
  /** The page closes. The session does not end, and a pattern that is playing completes. */
  leave(): void;
}

/** How long a motor that slept with the watch may need until it is felt (assumed; docs/platform.md, V13). */
const MOTOR_WAKES: Millis = SECOND / 2;

/**
 * Takes up a session as `takeUp` brings it to the present, performs the resulting effects, and keeps it going. If a cue
 * would have to be played at once by a motor that may be asleep, it is played half a second later, and everything is
 * booked as of then.
 */
export function conduct(given: Stage, from: Session, takeUp: () => Transition): Conductor {
  let session = from;
  let rangEarly: readonly number[] = [];
  const stage: Stage = { ...given, evidence: (until) => ({ ...given.evidence(until), rangEarly }) };
  const { clock } = stage;
  const disk = savesOn(stage);
  const wrist = wristLooks(stage.isOff);
  const timers = timersOn(clock);
  let isBegun = false;
  let isLeft = false;
  let feltAt: Instant = -Infinity;

  const show = (shown: SessionView): void => {
    const bare = session.phase === 'running' ? bareCues(stage, session) : 0;
    stage.show(shown, stage.isSaved(), bare, session.phase === 'running' && wrist.isOff());
  };
  const take = (transition: Transition): void => {
    const { length } = session.book;
    session = transition.session;
    const rearms = transition.effects.some(({ kind }) => kind === 'arm');
    if (rearms) {
      rangEarly = [];
      stage.carriers.forEach((carrier) => carrier.forget());
    }
    const playing = cueToPlay(transition);
    transition.effects.forEach((effect) => {
      if (effect.kind === 'save') disk.save(session, playing);
      else if (effect.kind === 'play') play(effect);
      else perform(stage, session, effect);
    });
    if (session.book.length !== length) stage.deadMan?.follow(session);
    if (playing === undefined || session.phase === 'ended') return;
    // If no missing alarm can show later that the cue was played, the disk has to; that it was not played always goes
    // to disk.
    const isTaken = session.book[playing]?.outcome === 'played';
    if (!isTaken || (!rearms && !isToldByAlarm(stage, playing))) disk.save(session);
  };
  const play = ({ number, cue }: PlayEffect): void => {
    feltAt = clock.now();
    const isTaken = stage.haptics.play(signalOf(cue), stage.touch);
    if (!isTaken) session = withRefused(session, clock.now());
    stage.carriers.forEach((carrier) => {
      carrier.release(session, number);
    });
  };
  const catchUp = (reached: Instant, waits: boolean): void => {
    take(broughtTo(stage, session, timers.waiting(), { reached, waits }));
  };
  const lookAtWrist = (): void => {
    if (!wrist.look(session.phase === 'running')) return;
    const noted = apply(session, { kind: 'takenOff', at: clock.now() });
    if (noted.ok) take({ session: noted.value, effects: [{ kind: 'save' }] });
  };
  /** A live page reminds by itself. Arming anew cancels the alarm, whether the watch confirms it or not. */
  const remindOfPause = (): void => {
    if (stage.hasReminded()) return;
    stage.haptics.play('lightTouch', stage.touch);
    take({ session, effects: [{ kind: 'save' }, { kind: 'arm' }] });
  };
  /** The gap after a cue also applies to one that came late. */
  const signalEarly = (now: Instant): void => {
    if (!stage.signalsEarly || now - feltAt < CUE_GAP) return;
    if (isEarlySignalDue(session, timers.waiting().since, now)) stage.haptics.play('lightTouch', stage.touch);
  };
  const showAndWait = (): void => {
    const now = clock.now();
    const shown = view(session, now);
    show(shown);
    const delay = nextTick(shown, stage.isSaved(), remindAt(session), now);
    timers.wait(delay, tick, shown.nextCueIn === delay ? lookAhead : undefined);
  };
  const lookAhead = (): void => {
    const early = earlyCue(stage, session);
    if (early !== undefined) rangEarly = rangEarly.concat(early);
  };
  const tick = (): void => {
    const now = clock.now();
    if (isNow(remindAt(session), timers.waiting().since, now)) remindOfPause();
    catchUp(timers.waiting().until, true);
    signalEarly(now);
    lookAtWrist();
    if (session.phase !== 'ended' && disk.isDue(now)) disk.save(session);
    showAndWait();
  };
  const begin = (transition: Transition): void => {
    isBegun = true;
    take(transition);
    showAndWait();
  };

  const atOnce = takeUp();
  if (stage.motorMaySleep && atOnce.effects.some(({ kind }) => kind === 'play')) {
    show(view(session, clock.now()));
    timers.wait(MOTOR_WAKES, () => begin(takeUp()));
  } else begin(atOnce);
  return {
    tell(what) {
      if (isLeft) return err('ended');
      if (!isBegun) begin(takeUp());
      catchUp(timers.waiting().since, false);
      const done = command(session, what, clock.now(), stage.wrist());
      if (done.ok) take(done.value);
      showAndWait();
      return done.ok ? ok(undefined) : done;
    },
    refresh() {
      show(view(session, clock.now()));
    },
    isPaused: () => session.phase === 'paused',
    isLittleDone: () => isLittleDone(session, clock.now()),
    leave() {
      isLeft = true;
      timers.stop();
      stage.deadMan?.leave();
    },
  };
}

/** Saves the session, and knows when a periodic save is due. */
function savesOn(stage: Stage) {
  let savedAt = stage.clock.now();
  return {
    save(session: Session, playing?: number): void {
      savedAt = stage.clock.now();
      stage.save(session, playing);
    },
    isDue: (now: Instant): boolean => !stage.isSaved() || now - savedAt >= SAVE_EVERY || now < savedAt,
  };
}

/** Counts consecutive readings of the watch off the wrist, since a single one may be a sensor error. */
function wristLooks(isOff: () => boolean) {
  let looks = 0;
  return {
    isOff: (): boolean => looks > 0,
    /** Returns whether it has just become certain. */
    look(isRunning: boolean): boolean {
      looks = isRunning && isOff() ? looks + 1 : 0;
      return looks === 2;
    },
  };
}

/** The next cue, if its alarm is found gone shortly before the cue is due. */
function earlyCue(stage: Stage, session: Session): number | undefined {
  const next = session.phase === 'running' ? nextCue(session) : undefined;
  if (next === undefined) return undefined;
  return rangBeforeDue(next, stage.arming(), stage.evidence(-Infinity)) ? next.number : undefined;
}

/** The cue that a transition plays and has booked as played. */
function cueToPlay({ session, effects }: Transition): number | undefined {
  const last = session.book.length - 1;
  const plays = effects.some(({ kind }) => kind === 'play');
  return plays && session.book[last]?.outcome === 'played' ? last : undefined;
}

type PlayEffect = Extract<Effect, { readonly kind: 'play' }>;

interface Look {
  /**
   * How much time has certainly passed since the session was last looked at. If the clock was set meanwhile, only this
   * much counts.
   */
  readonly reached: Instant;
  /** Whether to wait for an alarm that may be about to bring a cue. A command does not wait. */
  readonly waits: boolean;
}

/** The session brought to the present. */
function broughtTo(stage: Stage, session: Session, waiting: Waiting, { reached, waits }: Look): Transition {
  const now = stage.clock.now();
  if (session.phase !== 'running') return { session, effects: [] };
  if (clockWasSet(waiting, now)) {
    const arming = stage.arming();
    const evidence = stage.evidence(Infinity);
    if (!stoodStill(session, arming, evidence)) {
      return afterClockStep(session, elapsedAt(session, reached), arming, evidence);
    }
  }
  const next = nextCue(session);
  return next !== undefined && next.due <= now
    ? afterOthers(stage, session, now, waits)
    : advance(session, now, stage.wrist());
}

/**
 * Books what other carriers have done with the due cues, and plays a cue that nothing has brought after the page has
 * waited long enough for its alarm. After a long wait, arming anew cancels the late alarms.
 */
function afterOthers(stage: Stage, session: RunningSession, now: Instant, waits: boolean): Transition {
  const evidence = stage.evidence(now);
  const arming = stage.arming();
  const booked = bookOthers(session, arming, evidence, waits);
  const [next] = dueCues(booked, now);
  const isRinging = waits && isPending(booked, arming, evidence);
  if (isRinging || (next && isLeftToAlarm(stage, next, now))) {
    return { session: booked, effects: booked === session ? [] : [{ kind: 'save' }] };
  }
  const then = advance(booked, now, evidence);
  if (then.session === session) return then;
  const wasLate = dueCues(session, now - SECOND).length > 0;
  const arm: readonly Effect[] = wasLate ? [{ kind: 'arm' }] : [];
  return { session: then.session, effects: inOrder([{ kind: 'save' }, ...arm, ...then.effects]) };
}

/** Whether the page, which may be dark, waits for a cue's alarm. */
function isLeftToAlarm(stage: Stage, { number, due }: DueCue, now: Instant): boolean {
  const armed = armedUnder(stage.arming(), number);
  return armed !== undefined && armed.alarm !== 0 && now < due + stage.patience;
}

function perform(
  stage: Stage,
  session: Session,
  effect: Exclude<Effect, { readonly kind: 'save' | 'play' }>,
): void {
  switch (effect.kind) {
    case 'arm': {
      const cues = session.phase === 'running' ? openCues(session) : [];
      // Set before the cues, which may use up all alarms.
      stage.deadMan?.follow(session);
      stage.carriers.forEach((carrier) => {
        carrier.arm(session, cues);
      });
      return;
    }
    case 'record':
      if (session.phase === 'ended') stage.record(session);
      return;
  }
}

/** Whether the alarm of the played cue was set and is now gone. */
function isToldByAlarm(stage: Stage, played: number): boolean {
  const arming = stage.arming();
  const armed = armedUnder(arming, played);
  // An alarm that opens the page may be gone because it has opened this one.
  if (!armed || arming.form === 'page') return false;
  const evidence = stage.evidence(-Infinity);
  return isGone(armed, evidence) && !evidence.rangEarly?.includes(played);
}

/** The number of cues to come that only a live page would bring. */
function bareCues(stage: Stage, session: RunningSession): number {
  const { length } = session.book;
  return stage.arming().cues.filter((cue) => cue.number >= length && cue.alarm === 0).length;
}

/** Whether a reminder fell due after `since`, and recently enough to be of use. */
function isNow(reminder: Instant | undefined, since: Instant, now: Instant): boolean {
  return reminder !== undefined && since < reminder && reminder <= now && now - reminder <= PLAYABLE_FOR;
}

/** The time of the next change: the displayed second, a cue due before that, a retry of a save, or a reminder. */
function nextTick(
  { phase, step, nextCueIn }: SessionView,
  saved: boolean,
  reminder: Instant | undefined,
  now: Instant,
): Millis | undefined {
  if (phase === 'paused' && !saved) return SAVE_AGAIN;
  if (reminder !== undefined && reminder > now) return reminder - now;
  if (phase !== 'running') return undefined;
  const toSecond = step.left % SECOND || SECOND;
  return nextCueIn === undefined ? toSecond : Math.min(toSecond, nextCueIn);
}
