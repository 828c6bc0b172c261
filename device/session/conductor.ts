import { isLittleDone } from '../../core/record/record';
import type { Result } from '../../core/result';
import { err, ok } from '../../core/result';
import { armedUnder } from '../../core/session/arming';
import { afterClockStep, clockWasSet, stoodStill } from '../../core/session/clock-step';
import { PLAYABLE_FOR } from '../../core/session/delivery';
import type { SessionError } from '../../core/session/event';
import type { Evidence } from '../../core/session/evidence';
import { hasLostAlarms, isGone } from '../../core/session/evidence';
import { remindAt } from '../../core/session/forgotten-pause';
import { bookOthers, isPending } from '../../core/session/reopen';
import type { DueCue, RunningSession, Session } from '../../core/session/session';
import { dueCues, elapsedAt, nextCue } from '../../core/session/session';
import type { Command, Effect, Transition } from '../../core/session/transition';
import { advance, command, inOrder } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import { view } from '../../core/session/view';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import { heldSession } from './held-session';
import type { Stage } from './stage';
import type { Waiting } from './timers';
import { timersOn } from './timers';

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
  const held = heldSession(given, from);
  const { stage, take } = held;
  const { clock } = stage;
  const timers = timersOn(clock);
  let isBegun = false;
  let isLeft = false;

  const refresh = (): void => {
    held.show(view(held.session(), clock.now()));
  };
  const catchUp = (reached: Instant, waits: boolean): void => {
    take(broughtTo(stage, held.session(), timers.waiting(), { reached, waits }));
  };
  const showAndWait = (): void => {
    const now = clock.now();
    const shown = view(held.session(), now);
    held.show(shown);
    const delay = nextTick(shown, stage.isSaved(), remindAt(held.session()), now);
    timers.wait(delay, tick, shown.nextCueIn === delay ? held.lookAhead : undefined);
  };
  const tick = (): void => {
    const now = clock.now();
    const { since, until } = timers.waiting();
    if (isNow(remindAt(held.session()), since, now)) held.remindOfPause();
    catchUp(until, true);
    held.signalEarly(since, now);
    held.lookAtWrist();
    held.saveIfDue(now);
    showAndWait();
  };
  const begin = (transition: Transition): void => {
    isBegun = true;
    take(transition);
    showAndWait();
  };
  const remind = (): void => {
    held.remindOfPause();
    showAndWait();
  };

  beginAwake(stage, takeUp, timers, { begin, refresh, remind });
  return {
    tell(what) {
      if (isLeft) return err('ended');
      if (!isBegun) begin(takeUp());
      catchUp(timers.waiting().since, false);
      const done = command(held.session(), what, clock.now(), stage.wrist());
      if (done.ok) take(done.value);
      showAndWait();
      return done.ok ? ok(undefined) : done;
    },
    refresh,
    isPaused: () => held.session().phase === 'paused',
    isLittleDone: () => isLittleDone(held.session(), clock.now()),
    leave() {
      isLeft = true;
      timers.stop();
      stage.deadMan?.leave();
    },
  };
}

interface Steps {
  readonly begin: (transition: Transition) => void;
  readonly refresh: () => void;
  /** Reminds of a pause. */
  readonly remind: () => void;
}

/** Begins, and lets a motor that may be asleep wake before something has to be felt. */
function beginAwake(
  stage: Stage,
  takeUp: () => Transition,
  timers: ReturnType<typeof timersOn>,
  { begin, refresh, remind }: Steps,
): void {
  const atOnce = takeUp();
  const { motorMaySleep } = stage;
  if (motorMaySleep && atOnce.effects.some(({ kind }) => kind === 'play')) {
    refresh();
    timers.wait(MOTOR_WAKES, () => {
      begin(takeUp());
    });
    return;
  }
  begin(atOnce);
  if (motorMaySleep && isOpenedInPause(stage, atOnce.session)) timers.wait(MOTOR_WAKES, remind);
}

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
 * waited long enough for its alarm. After either, arming anew cancels alarms of which the page does not know: those that
 * services have set, and late ones. It also replaces alarms that the watch has lost, as it may when its clock is set.
 */
function afterOthers(stage: Stage, session: RunningSession, now: Instant, waits: boolean): Transition {
  const evidence = stage.evidence(now);
  const arming = stage.arming();
  const booked = bookOthers(session, arming, evidence, waits);
  const [next] = dueCues(booked, now);
  const isRinging = waits && isPending(booked, arming, evidence);
  if (isRinging || (next && isLeftToAlarm(stage, next, evidence))) {
    return { session: booked, effects: booked === session ? [] : [{ kind: 'save' }] };
  }
  const then = advance(booked, now, evidence);
  if (then.session === session) return then;
  const wasLate = dueCues(session, now - SECOND).length > 0;
  const isToArm = booked !== session || wasLate || hasLostAlarms(session, arming, evidence);
  const arm: readonly Effect[] = isToArm ? [{ kind: 'arm' }] : [];
  return { session: then.session, effects: inOrder([{ kind: 'save' }, ...arm, ...then.effects]) };
}

/** Whether the page, which may be dark, waits for a cue's alarm. One that has rung, and too early, brings nothing. */
function isLeftToAlarm(stage: Stage, { number, due }: DueCue, evidence: Evidence): boolean {
  const armed = armedUnder(stage.arming(), number);
  const mayRing = armed !== undefined && armed.alarm !== 0 && !isGone(armed, evidence);
  return mayRing && evidence.now < due + stage.patience;
}

/** Whether a reminder fell due after `since`, and recently enough to be of use. */
function isNow(reminder: Instant | undefined, since: Instant, now: Instant): boolean {
  return reminder !== undefined && since < reminder && reminder <= now && now - reminder <= PLAYABLE_FOR;
}

/** Whether the alarm of a forgotten pause has just opened the page, which then reminds the person. */
function isOpenedInPause(stage: Stage, session: Session): boolean {
  return stage.arming().form === 'page' && isNow(remindAt(session), -Infinity, stage.clock.now());
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
