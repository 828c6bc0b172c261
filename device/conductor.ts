import { signalOf } from '../core/cue';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import type { SessionError } from '../core/session/event';
import type { EndedSession, Session } from '../core/session/session';
import { elapsedAt, openCues } from '../core/session/session';
import { afterClockStep, clockWasSet } from '../core/session/clock-step';
import type { Arming, Evidence } from '../core/session/reopen';
import { takeUp } from '../core/session/reopen';
import type { Command, Effect, Transition, Wrist } from '../core/session/transition';
import { advance, command } from '../core/session/transition';
import { view } from '../core/session/view';
import type { Instant, Millis } from '../core/time';
import { SECOND } from '../core/time';
import type { CueCarrier } from './carrier';
import { WATCHDOG } from './alarm-carrier';
import type { Clock, Undo } from './clock';
import type { Haptics, Touch } from './haptics';

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
  /** Puts the session on disk; it is there when this returns. */
  readonly save: (session: Session) => void;
  /** Keeps the record of a session that has ended. */
  readonly record: (session: EndedSession) => void;
  /** Shows the session as it is at `now`. */
  readonly show: (session: Session, now: Instant) => void;
}

/** Runs one session on a living page. */
export interface Conductor {
  tell(what: Command): Result<void, SessionError>;
  session(): Session;
  /** The page goes; the session does not end, and a pattern that plays goes on to its end. */
  leave(): void;
}

/** Takes a session up where `first` has brought it, does what that asks for, and keeps it going. */
export function conduct(stage: Stage, first: Transition): Conductor {
  let session = first.session;
  let waiting = { since: stage.clock.now(), until: stage.clock.now() };
  let undoTimer: Undo = () => undefined;

  const take = (transition: Transition): void => {
    session = transition.session;
    const rearms = transition.effects.some(({ kind }) => kind === 'arm');
    if (rearms) stage.carriers.forEach((carrier) => carrier.forget());
    transition.effects.forEach((effect) => {
      perform(stage, session, effect);
    });
  };
  const catchUp = (reached: Instant): void => {
    take(broughtTo(stage, session, waiting, reached));
  };
  const showAndWait = (): void => {
    const now = stage.clock.now();
    stage.show(session, now);
    undoTimer();
    const delay = nextTick(session, now);
    waiting = { since: now, until: now + (delay ?? 0) };
    if (delay !== undefined) undoTimer = stage.clock.after(delay, tick);
  };
  const tick = (): void => {
    catchUp(waiting.until);
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
    session: () => session,
    leave() {
      undoTimer();
    },
  };
}

/**
 * The session at the present. `reached` is how far time has surely come since it was last looked at: should the
 * clock have been set meanwhile, no more than that counts as done. A cue that is so late that its alarm may have
 * rung is looked up before it is played.
 */
function broughtTo(
  stage: Stage,
  session: Session,
  waiting: { readonly since: Instant; readonly until: Instant },
  reached: Instant,
): Transition {
  const now = stage.clock.now();
  if (session.phase !== 'running') return { session, effects: [] };
  if (clockWasSet(waiting, now)) {
    return afterClockStep(session, elapsedAt(session, reached), stage.arming(), stage.evidence());
  }
  const isBehind = openCues(session).some(({ due }) => due <= now - WATCHDOG);
  return isBehind ? takeUp(session, stage.arming(), stage.evidence()) : advance(session, now, stage.wrist());
}

function perform(stage: Stage, session: Session, effect: Effect): void {
  switch (effect.kind) {
    case 'save':
      stage.save(session);
      return;
    case 'play':
      stage.haptics.play(signalOf(effect.cue), stage.touch);
      stage.carriers.forEach((carrier) => {
        carrier.release(effect.number);
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

/** When something changes next: the shown second, or a cue that is due before that. */
function nextTick(session: Session, now: Instant): Millis | undefined {
  if (session.phase !== 'running') return undefined;
  const { step, nextCueIn } = view(session, now);
  const toSecond = step.left % SECOND || SECOND;
  return nextCueIn === undefined ? toSecond : Math.min(toSecond, nextCueIn);
}
