import type { Cue } from '../cue/cue';
import type { Routine } from '../plan/routine';
import type { Result } from '../result';
import { certain, err, ok } from '../result';
import type { Instant } from '../time';
import { apply } from './apply';
import { courseLength } from './course';
import type { Delivery, QuietMode } from './delivery';
import { givesWay, PLAYABLE_FOR, UNKNOWN } from './delivery';
import type { SessionError } from './event';
import type { DueCue, RunningSession, Session } from './session';
import { canTakeBack, dueCues, elapsedAt, openCues, startSession } from './session';

/**
 * What a person can tell a session. `back` right after `next` takes that back; otherwise it repeats the step. `touch` answers
 * the sign of the leg in hand; `hurt` and `stopAtSign` end the session because something is wrong.
 */
export const COMMANDS = [
  ...(['pause', 'resume', 'next', 'back', 'extend', 'end'] as const),
  ...(['touch', 'hurt', 'stopAtSign'] as const),
] as const;
export type Command = (typeof COMMANDS)[number];

/** The commands that end a session. */
export const ENDS: readonly Command[] = ['end', 'hurt', 'stopAtSign'];

/**
 * What the watch has to do, in this order: `save` the session before anything is shown, `play` a cue that the page
 * delivers, `record` a session that has ended, `arm` the other carriers for the cues still open (none, if the session
 * does not run).
 */
export type Effect =
  | { readonly kind: 'save' }
  | { readonly kind: 'play'; readonly number: number; readonly cue: Cue }
  | { readonly kind: 'record' }
  | { readonly kind: 'arm' };

export interface Transition {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

/** What can hold vibrations back at this moment. */
export interface Wrist {
  /** The active mode that swallows vibrations; undefined if there is none, or the watch does not tell. */
  readonly quiet: QuietMode | undefined;
}

/** Begins a session. */
export function begin(id: string, routine: Routine, now: Instant, wrist: Wrist): Transition {
  const first = advance(startSession(id, routine, now), now, wrist);
  return { session: first.session, effects: inOrder([SAVE, ...first.effects, ARM]) };
}

/**
 * Brings a session to `now`: plays the cue that is due, books what was due, and ends the session when its routine is
 * over. Calling it late, early or twice does no harm. Of several overdue cues only the newest is played, and only while
 * it still applies.
 */
export function advance(session: Session, now: Instant, wrist: Wrist): Transition {
  if (session.phase !== 'running') return { session, effects: [] };
  const { session: booked, effects } = deliverDue(session, now, wrist);
  const over = elapsedAt(session, now) >= courseLength(session.course);
  if (!over) return { session: booked, effects };
  const ended = certain(apply(booked, { kind: 'finished', at: now }), 'the end has passed');
  return { session: ended, effects: inOrder([...effects, SAVE, RECORD, ARM]) };
}

/** The session after the motor refused the cue it was to play last. */
export function withRefused(session: Session, now: Instant): Session {
  const delivery: Delivery = { outcome: 'missed', reason: 'refused' };
  const done = apply(session, { kind: 'unplayed', at: now, delivery });
  // If a mode swallowed the cue, that stays its outcome.
  return done.ok ? done.value : session;
}

/** Executes a command after bringing the session to `now`, or returns why it is invalid. */
export function command(
  session: Session,
  what: Command,
  now: Instant,
  wrist: Wrist,
): Result<Transition, SessionError> {
  if (session.phase !== 'running') return commandAfter({ session, effects: [] }, what, now, wrist);
  const before = advance(session, now, wrist);
  if (before.session.phase === 'ended') return err('ended');
  const done = commandAfter(before, what, now, wrist);
  // Two patterns at once would cut each other short, so a cue due at this moment gives way to the one that the command
  // causes.
  const isTwice = done.ok && done.value.effects.filter(({ kind }) => kind === 'play').length > 1;
  if (!isTwice) return done;
  return commandAfter({ session: withDueOvertaken(session, now), effects: [] }, what, now, wrist);
}

function commandAfter(
  before: Transition,
  what: Command,
  now: Instant,
  wrist: Wrist,
): Result<Transition, SessionError> {
  const done = apply(before.session, { kind: eventOf(what, before.session, now), at: now });
  if (!done.ok) return done;
  const after = advance(done.value, now, wrist);
  return ok({
    session: after.session,
    effects: inOrder([...before.effects, ...effectsOf(what), ...after.effects]),
  });
}

function effectsOf(what: Command): readonly Effect[] {
  // Once its record is on disk, a session is over, whatever its own file says.
  if (ENDS.includes(what)) return [RECORD, ARM];
  // A touch moves no cue.
  return what === 'touch' ? [SAVE] : [SAVE, ARM];
}

/** The session with all due cues booked as missed. */
export function withDueOvertaken(session: RunningSession, now: Instant): Session {
  const deliveries = dueCues(session, now).map((cue) => missedFor(cue, now));
  if (deliveries.length === 0) return session;
  return certain(apply(session, { kind: 'booked', at: now, deliveries }), OPEN);
}

const SAVE: Effect = { kind: 'save' };
const ARM: Effect = { kind: 'arm' };
const RECORD: Effect = { kind: 'record' };

function eventOf(what: Command, session: Session, now: Instant) {
  switch (what) {
    case 'pause':
      return 'paused';
    case 'resume':
      return 'resumed';
    case 'next':
      return 'movedOn';
    case 'back':
      return canTakeBack(session, now) ? 'tookBack' : 'repeated';
    case 'extend':
      return 'extended';
    case 'end':
      return 'stopped';
    case 'touch':
      return 'touched';
    case 'hurt':
      return 'hurt';
    case 'stopAtSign':
      return 'stoppedAtSign';
  }
}

function deliverDue(session: RunningSession, now: Instant, wrist: Wrist): Transition {
  const due = dueCues(session, now);
  const newest = due[due.length - 1];
  if (!newest) return { session, effects: [] };
  const next = openCues(session)[due.length];
  const isPlayed = isPlayable(newest, now) && !givesWay(newest.due, next?.due ?? Infinity, now);
  const deliveries = due.map((cue) => deliveryOf(cue, isPlayed && cue === newest, now, wrist));
  const booked = certain(apply(session, { kind: 'booked', at: now, deliveries }), OPEN);
  const { number, cue } = newest;
  const effects: readonly Effect[] = isPlayed ? [SAVE, { kind: 'play', number, cue }] : [SAVE];
  return { session: booked, effects };
}

const OPEN = 'these cues are open';

function deliveryOf(cue: DueCue, isPlayed: boolean, now: Instant, wrist: Wrist): Delivery {
  if (!isPlayed) return missedFor(cue, now);
  if (wrist.quiet) return { outcome: 'swallowed', by: wrist.quiet };
  return { outcome: 'played', by: 'page', late: now - cue.due };
}

/** Why a due cue is not played: it is too late to be of use, or a newer one comes. */
function missedFor(cue: DueCue, now: Instant): Delivery {
  return isPlayable(cue, now) ? { outcome: 'missed', reason: 'overtaken' } : UNKNOWN;
}

function isPlayable(cue: DueCue, now: Instant): boolean {
  return now - cue.due <= PLAYABLE_FOR;
}

/**
 * Sorts effects into the order in which they are done: one save before anything can be noticed, then the cue, then what
 * takes time.
 */
export function inOrder(effects: readonly Effect[]): readonly Effect[] {
  const of = (kind: Effect['kind']): readonly Effect[] => effects.filter((effect) => effect.kind === kind);
  return [...of('save').slice(0, 1), ...of('play'), ...of('record'), ...of('arm').slice(0, 1)];
}
