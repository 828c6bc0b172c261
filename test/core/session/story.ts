import type { Plan } from '../../../core/plan/plan';
import { makeRoutine } from '../../../core/plan/routine';
import { apply } from '../../../core/session/apply';
import { courseLength } from '../../../core/session/course';
import type { Delivery, QuietMode } from '../../../core/session/delivery';
import type { SessionError, SessionEvent } from '../../../core/session/event';
import type { Session } from '../../../core/session/session';
import { elapsedAt } from '../../../core/session/session';
import type { Command, Effect } from '../../../core/session/transition';
import { advance, begin, command } from '../../../core/session/transition';
import type { Instant, Millis } from '../../../core/time';

/** One thing that happens to a session, `after` the one before on the watch's clock. */
export interface Beat {
  /** Negative when the clock was set back in between. */
  readonly after: Millis;
  readonly quiet: QuietMode | undefined;
  readonly act:
    | { readonly kind: 'advance' }
    | { readonly kind: 'command'; readonly what: Command }
    /** `share` is the claimed done part of the course. */
    | { readonly kind: 'stepped' | 'interrupted'; readonly share: number }
    | { readonly kind: 'booked'; readonly deliveries: readonly Delivery[] };
}

/** A session right after one beat of its story. */
export interface Moment {
  readonly now: Instant;
  readonly act: Beat['act'] | { readonly kind: 'begin' };
  readonly before: Session;
  readonly session: Session;
  readonly effects: readonly Effect[];
  readonly refusal?: SessionError;
}

export const STORY_ID = 'k3f9-7';
export const STORY_START: Instant = 1_800_000_000_000;

/** Runs the story of a session from its start. Every session in it is frozen, so that no code can change it. */
export function tell(plan: Plan, beats: readonly Beat[]): readonly [Moment, ...Moment[]] {
  const first = begin(STORY_ID, makeRoutine(plan), STORY_START, { quiet: undefined });
  const opening: Moment = { ...first, now: STORY_START, act: { kind: 'begin' }, before: first.session };
  const moments: [Moment, ...Moment[]] = [frozen(opening)];
  let latest = opening;
  beats.forEach((beat) => {
    latest = frozen(next(latest.session, latest.now + beat.after, beat));
    moments.push(latest);
  });
  return moments;
}

/** The session that a story ends with. */
export function outcome(moments: readonly [Moment, ...Moment[]]): Session {
  return (moments[moments.length - 1] ?? moments[0]).session;
}

function next(before: Session, now: Instant, { act, quiet }: Beat): Moment {
  const idle = { now, act, before, session: before, effects: [] };
  switch (act.kind) {
    case 'advance':
      return { ...idle, ...advance(before, now, { quiet }) };
    case 'command': {
      const done = command(before, act.what, now, { quiet });
      return done.ok ? { ...idle, ...done.value } : { ...idle, refusal: done.error };
    }
    case 'booked':
      return afterEvent(idle, { kind: 'booked', at: now, deliveries: act.deliveries });
    case 'stepped':
    case 'interrupted': {
      const elapsed = Math.floor(act.share * courseLength(before.course));
      return afterEvent(idle, { kind: act.kind, at: now, elapsed });
    }
  }
}

function afterEvent(idle: Moment, event: SessionEvent): Moment {
  const done = apply(idle.before, event);
  return done.ok ? { ...idle, session: done.value } : { ...idle, refusal: done.error };
}

/** What is proven done of a session, whatever the clock says from here on. */
export function vouched(session: Session): Millis {
  return elapsedAt(session, -Infinity);
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
