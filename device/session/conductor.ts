import { signalOf } from '../../core/cue/cue';
import type { Result } from '../../core/result';
import { ok } from '../../core/result';
import type { ArmedCue, Arming } from '../../core/session/arming';
import { armedUnder } from '../../core/session/arming';
import { afterClockStep, clockWasSet, stoodStill } from '../../core/session/clock-step';
import { TIMER_AFTER } from '../../core/session/delivery';
import type { SessionError } from '../../core/session/event';
import type { Evidence } from '../../core/session/evidence';
import { isGone, signsLeft } from '../../core/session/evidence';
import { bookOthers } from '../../core/session/reopen';
import type { EndedSession, RunningSession, Session } from '../../core/session/session';
import { dueCues, elapsedAt, nextCue, openCues } from '../../core/session/session';
import type { Command, Effect, Transition, Wrist } from '../../core/session/transition';
import { advance, command, inOrder } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import { view } from '../../core/session/view';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { CueCarrier } from './carrier';
import { WATCHDOG } from './alarm-carrier';
import type { Clock, Undo } from '../watch/clock';
import type { Haptics, Touch } from '../watch/vibrator';

export interface Stage {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly touch: Touch;
  readonly wrist: () => Wrist;
  /** All that the watch tells of its alarms; asked for only when something is odd. */
  readonly evidence: () => Evidence;
  /** What is armed now. */
  readonly arming: () => Arming;
  readonly carriers: readonly CueCarrier[];
  /** Whether something brings an armed cue when the page is gone. */
  readonly isCarried: (cue: ArmedCue) => boolean;
  /** Puts the session on disk, with the cue that is about to be played. */
  readonly save: (session: Session, playing?: number) => void;
  /** Whether all that was last to be put on disk is there. */
  readonly isSaved: () => boolean;
  /** Keeps the record of a session that has ended. */
  readonly record: (session: EndedSession) => void;
  /** Shows the session; `saved` is false while its last change is not on disk. `bare` cues have no carrier but the page. */
  readonly show: (session: SessionView, saved: boolean, bare: number) => void;
  /** How long the page leaves a due cue to the other carriers before it plays it itself. */
  readonly patience: Millis;
}

/** How long a page waits in a pause before it tries again to save what the disk did not take. */
const SAVE_AGAIN: Millis = 5 * SECOND;

/** Runs one session on a living page. */
export interface Conductor {
  tell(what: Command): Result<void, SessionError>;
  /** Shows the session once more, as it is now. */
  refresh(): void;
  isPaused(): boolean;
  /** The page goes; the session does not end, and a pattern that plays goes on to its end. */
  leave(): void;
}

/** Takes a session up where `first` has brought it, does what that asks for, and keeps it going. */
export function conduct(stage: Stage, first: Transition): Conductor {
  let session = first.session;
  let waiting = { since: stage.clock.now(), until: stage.clock.now() };
  let undoTimer: Undo = () => undefined;

  const show = (shown: SessionView): void => {
    stage.show(shown, stage.isSaved(), session.phase === 'running' ? bareCues(stage, session) : 0);
  };
  const take = (transition: Transition): void => {
    session = transition.session;
    const rearms = transition.effects.some(({ kind }) => kind === 'arm');
    if (rearms) stage.carriers.forEach((carrier) => carrier.forget());
    const playing = cueToPlay(transition);
    transition.effects.forEach((effect) => {
      if (effect.kind === 'save') stage.save(session, playing);
      else perform(stage, session, effect);
    });
    // Where no alarm that is gone can tell later that the cue was played, the disk has to.
    if (playing !== undefined && !rearms && !isToldByAlarm(stage, playing)) stage.save(session);
  };
  const catchUp = (reached: Instant): void => {
    take(broughtTo(stage, session, waiting, reached));
  };
  const showAndWait = (): void => {
    const now = stage.clock.now();
    const shown = view(session, now);
    show(shown);
    undoTimer();
    const delay = nextTick(shown, stage.isSaved());
    waiting = { since: now, until: now + (delay ?? 0) };
    if (delay !== undefined) undoTimer = stage.clock.after(delay, tick);
  };
  const tick = (): void => {
    catchUp(waiting.until);
    if (!stage.isSaved() && session.phase !== 'ended') stage.save(session);
    showAndWait();
  };

  take(first);
  showAndWait();
  return {
    tell(what) {
      catchUp(waiting.since);
      const done = command(session, what, stage.clock.now(), stage.wrist());
      if (done.ok) take(done.value);
      showAndWait();
      return done.ok ? ok(undefined) : done;
    },
    refresh() {
      show(view(session, stage.clock.now()));
    },
    isPaused: () => session.phase === 'paused',
    leave() {
      undoTimer();
    },
  };
}

/** The cue that a transition plays and has booked as delivered. */
function cueToPlay({ session, effects }: Transition): number | undefined {
  const last = session.book.length - 1;
  const plays = effects.some(({ kind }) => kind === 'play');
  return plays && session.book[last]?.outcome === 'delivered' ? last : undefined;
}

/**
 * The session at the present. `reached` is how far time has surely come since it was last looked at: should the
 * clock have been set meanwhile, no more than that counts as done. A cue that is so late that another carrier may have
 * brought it, of which a timer is the quickest, is looked up before it is played.
 */
function broughtTo(
  stage: Stage,
  session: Session,
  waiting: { readonly since: Instant; readonly until: Instant },
  reached: Instant,
): Transition {
  const now = stage.clock.now();
  if (session.phase !== 'running') return { session, effects: [] };
  const arming = stage.arming();
  if (clockWasSet(waiting, now)) {
    const evidence = stage.evidence();
    if (!stoodStill(session, arming, evidence)) {
      return afterClockStep(session, elapsedAt(session, reached), arming, evidence);
    }
  }
  const next = nextCue(session);
  const waited = now - (next?.due ?? now);
  const isLeft = arming.cues.some((cue) => cue.number === next?.number && stage.isCarried(cue));
  const patience = isLeft ? stage.patience : 0;
  return waited >= (patience > 0 ? 0 : TIMER_AFTER)
    ? afterOthers(stage, session, waited, patience)
    : advance(session, now, stage.wrist());
}

/**
 * Books what other carriers have done with the cues that are due, the first for `waited`, and plays one that nothing has
 * brought when `patience` is over. Arming anew takes away alarms that are late and signs that services left.
 */
function afterOthers(stage: Stage, session: RunningSession, waited: Millis, patience: Millis): Transition {
  const evidence = stage.evidence();
  // A timer that runs may be about to play it; by the time that an alarm would, it surely has.
  if (evidence.timerRuns && waited < WATCHDOG) return { session, effects: [] };
  const { now } = evidence;
  const arming = stage.arming();
  const booked = bookOthers(session, arming, evidence);
  const [next] = dueCues(booked, now);
  const waits = next !== undefined && now < next.due + patience;
  const then = waits ? { session: booked, effects: [] } : advance(booked, now, stage.wrist());
  if (then.session === session) return then;
  const hasSigns = signsLeft(arming, evidence) > 0;
  const arm: readonly Effect[] = hasSigns || then.session !== booked ? [{ kind: 'arm' }] : [];
  return { session: then.session, effects: inOrder([{ kind: 'save' }, ...arm, ...then.effects]) };
}

function perform(stage: Stage, session: Session, effect: Exclude<Effect, { readonly kind: 'save' }>): void {
  switch (effect.kind) {
    case 'play':
      stage.haptics.play(signalOf(effect.cue), stage.touch);
      stage.carriers.forEach((carrier) => {
        carrier.release(session, effect.number);
      });
      return;
    case 'arm': {
      const cues = session.phase === 'running' ? openCues(session) : [];
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

/** Whether the alarm of a cue was set and is gone, now that the cue was played. */
function isToldByAlarm(stage: Stage, played: number): boolean {
  const armed = armedUnder(stage.arming(), played);
  return armed !== undefined && isGone(armed, stage.evidence());
}

/** How many cues are to come that nothing brings when the page is gone. */
function bareCues(stage: Stage, session: RunningSession): number {
  const { length } = session.book;
  return stage.arming().cues.filter((cue) => cue.number >= length && !stage.isCarried(cue)).length;
}

/** When something changes next: the shown second, a cue that is due before that, or another try to save. */
function nextTick({ phase, step, nextCueIn }: SessionView, saved: boolean): Millis | undefined {
  if (phase === 'paused' && !saved) return SAVE_AGAIN;
  if (phase !== 'running') return undefined;
  const toSecond = step.left % SECOND || SECOND;
  return nextCueIn === undefined ? toSecond : Math.min(toSecond, nextCueIn);
}
