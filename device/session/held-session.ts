import { signalOf } from '../../core/cue/cue';
import { CUE_GAP } from '../../core/plan/routine';
import { armedUnder } from '../../core/session/arming';
import { apply } from '../../core/session/apply';
import { hasLostAlarms, isGone, rangBeforeDue } from '../../core/session/evidence';
import { isEarlySignalDue } from '../../core/session/early-signal';
import type { Session } from '../../core/session/session';
import { nextCue, openCues } from '../../core/session/session';
import type { Effect, Transition } from '../../core/session/transition';
import { withRefused } from '../../core/session/transition';
import type { SessionView } from '../../core/session/view';
import type { Instant, Millis } from '../../core/time';
import { MINUTE } from '../../core/time';
import type { Stage } from './stage';

/**
 * The longest time between saves of a running session, besides those at transitions. A restart of the watch loses no
 * more than this.
 */
const SAVE_EVERY: Millis = MINUTE;

/** The session that is conducted: performs what its transitions ask for, and what the page does besides. */
export function heldSession(given: Stage, from: Session) {
  let session = from;
  let rangEarly: readonly number[] = [];
  let feltAt: Instant = -Infinity;
  const stage: Stage = { ...given, evidence: (until) => ({ ...given.evidence(until), rangEarly }) };
  const { clock, haptics, touch } = stage;
  const disk = savesOn(stage);
  const wrist = wristLooks(stage.isOff);

  const play = ({ number, cue }: PlayEffect): void => {
    feltAt = clock.now();
    if (!haptics.play(signalOf(cue), touch)) session = withRefused(session, clock.now());
    stage.carriers.forEach((carrier) => carrier.release(session, number));
  };
  const take = (transition: Transition): void => {
    const { length } = session.book;
    session = transition.session;
    const rearms = transition.effects.some(({ kind }) => kind === 'arm');
    const rung = rearms ? lastRungEarly(stage, session) : NONE;
    if (rearms) {
      rangEarly = [];
      stage.carriers.forEach((carrier) => carrier.forget());
    }
    const playing = cueToPlay(transition);
    transition.effects.forEach((effect) => {
      if (effect.kind === 'save') disk.save(session, playing);
      else if (effect.kind === 'play') play(effect);
      else perform(stage, session, effect, rung);
    });
    if (session.book.length !== length) stage.deadMan?.follow(session);
    if (playing !== undefined && isToSave(stage, session, playing, rearms)) disk.save(session);
  };
  return {
    ...{ stage, take, session: () => session },
    show: (shown: SessionView): void => {
      const isOff = session.phase === 'running' && wrist.isOff();
      stage.show(shown, stage.isSaved(), bareCues(stage, session), isOff);
    },
    lookAhead: (): void => {
      rangEarly = rangEarly.concat(earlyCue(stage, session));
    },
    lookAtWrist: (): void => {
      if (!wrist.look(session.phase === 'running')) return;
      const noted = apply(session, { kind: 'takenOff', at: clock.now() });
      if (noted.ok) take({ session: noted.value, effects: [{ kind: 'save' }] });
    },
    /** A live page reminds by itself. Arming anew cancels the alarm, whether the watch confirms it or not. */
    remindOfPause: (): void => {
      if (stage.hasReminded()) return;
      haptics.play('lightTouch', touch);
      take({ session, effects: [{ kind: 'save' }, { kind: 'arm' }] });
    },
    /** The gap after a cue also applies to one that came late. */
    signalEarly: (since: Instant, now: Instant): void => {
      const mayBeFelt = stage.signalsEarly && now - feltAt >= CUE_GAP;
      if (mayBeFelt && isEarlySignalDue(session, since, now)) haptics.play('lightTouch', touch);
    },
    saveIfDue: (now: Instant): void => {
      if (session.phase !== 'ended' && disk.isDue(now)) disk.save(session);
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
function earlyCue(stage: Stage, session: Session): readonly number[] {
  const next = session.phase === 'running' ? nextCue(session) : undefined;
  return next && rangBeforeDue(next, stage.arming(), stage.evidence(-Infinity)) ? [next.number] : [];
}

/** The cue that a transition plays and has booked as played. */
function cueToPlay({ session, effects }: Transition): number | undefined {
  const last = session.book.length - 1;
  const plays = effects.some(({ kind }) => kind === 'play');
  return plays && session.book[last]?.outcome === 'played' ? last : undefined;
}

/**
 * The last cue for which an alarm has opened the page before its time. Set again, that alarm would do so at once, and
 * then again.
 */
function lastRungEarly(stage: Stage, session: Session): number {
  const arming = stage.arming();
  if (session.phase !== 'running' || arming.form !== 'page') return NONE;
  const evidence = stage.evidence(-Infinity);
  if (hasLostAlarms(session, arming, evidence)) return NONE;
  return openCues(session).reduce(
    (last, cue) => (rangBeforeDue(cue, arming, evidence) ? cue.number : last),
    NONE,
  );
}

/** Less than the number of any cue. */
const NONE = -1;

type PlayEffect = Extract<Effect, { readonly kind: 'play' }>;

function perform(
  stage: Stage,
  session: Session,
  effect: Exclude<Effect, { readonly kind: 'save' | 'play' }>,
  rung: number,
): void {
  switch (effect.kind) {
    case 'arm': {
      const open = session.phase === 'running' ? openCues(session) : [];
      const cues = open.filter(({ number }) => number > rung);
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

/**
 * Whether a session has to go to disk after a cue was played. If no missing alarm can show later that it was, the disk
 * has to; that it was not played always goes to disk.
 */
function isToSave(stage: Stage, { phase, book }: Session, playing: number, rearms: boolean): boolean {
  if (phase === 'ended') return false;
  const isTaken = book[playing]?.outcome === 'played';
  return !isTaken || (!rearms && !isToldByAlarm(stage, playing));
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
function bareCues(stage: Stage, { phase, book }: Session): number {
  if (phase !== 'running') return 0;
  return stage.arming().cues.filter((cue) => cue.number >= book.length && cue.alarm === 0).length;
}
