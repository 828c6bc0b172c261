import type { Leg, Zone } from '../body';
import type { Cue, CueKind } from '../cue/cue';
import { massageSeconds } from '../plan/plan';
import type { Activity, Routine } from '../plan/routine';
import type { Instant, Millis } from '../time';
import { SECOND } from '../time';
import type { Course, Stretch } from './course';
import { courseLength, cuesOfCourse, stretchAt } from './course';
import type { DeliveryTotals, QuietMode } from './delivery';
import { totals } from './delivery';
import type { Ending, Session } from './session';
import { elapsedAt } from './session';

/** A span of time and how much of it is done. */
export interface Progress {
  readonly done: Millis;
  readonly left: Millis;
  readonly length: Millis;
}

/** A cue as a position in a session; `at` is in elapsed time. */
export interface CueMark {
  readonly kind: CueKind;
  readonly at: Millis;
  readonly isPlayed: boolean;
}

/** The course around the present. It stays the same object as long as nothing in it changes. */
export interface Way {
  /** Every cue of the session, in order of time. */
  readonly marks: readonly CueMark[];
  /** The past zones of which at least half was done. */
  readonly done: Readonly<Record<Leg, readonly Zone[]>>;
}

/** Everything any screen shows of a session. */
export interface SessionView {
  readonly phase: Session['phase'];
  /** Whether it is paused because the watch cut it off, not because the person paused it. */
  readonly interrupted: boolean;
  /** Present when the session has ended. */
  readonly ending?: Ending;
  readonly activity: Activity;
  /** What comes after the present step; undefined after the last one. */
  readonly next?: Activity;
  /** The present step. */
  readonly step: Progress;
  /** The whole session, assuming no further intervention. */
  readonly whole: Progress;
  /** Massage minutes, done and planned, as in the record; present when the watch cut the session off. */
  readonly massage?: Pick<Progress, 'done' | 'length'>;
  readonly way: Way;
  /** How long the person's pause has lasted. */
  readonly pausedFor?: Millis;
  /**
   * Whether there is time for a question: the person is getting comfortable, or has just begun with a plan that leaves
   * no time for that.
   */
  readonly isSettling: boolean;
  /** Whether the sign of the leg in hand was answered. */
  readonly isTouched: boolean;
  /** The last cue that was due, and how long ago in elapsed time. */
  readonly lastCue?: { readonly number: number; readonly cue: Cue; readonly ago: Millis };
  /** How long until the next cue; undefined when the session is over. */
  readonly nextCueIn?: Millis;
  readonly delivery: DeliveryTotals;
  /** The mode that swallowed the last booked cue, if one did. */
  readonly swallowedBy?: QuietMode;
}

/**
 * How long the question is shown if the plan leaves less than `ENOUGH_TO_ASK` to get comfortable; the zones go on
 * meanwhile.
 */
const SETTLES: Millis = 30 * SECOND;

/** The time for six questions, as fast as anybody answers. */
const ENOUGH_TO_ASK: Millis = 15 * SECOND;

/** What to show of `session` at `now`. It has no side effects, so drawing late, early or twice changes nothing. */
export function view(session: Session, now: Instant): SessionView {
  const elapsed = elapsedAt(session, now);
  const { course, routine } = session;
  const present = stretchAt(course, elapsed);
  const next = routine.steps[present.step + 1];
  const interrupted = session.phase === 'paused' && session.cause === 'interruption';
  const last = session.book[session.book.length - 1];
  return {
    phase: session.phase,
    interrupted,
    ...(interrupted ? { massage: massageOf(course, routine, elapsed) } : {}),
    ...(session.phase === 'ended' ? { ending: session.ending } : {}),
    activity: present.activity,
    ...(next ? { next: next.activity } : {}),
    step: progress(elapsed - present.from, present.to - present.from),
    whole: progress(elapsed, courseLength(course)),
    way: wayOf(session, present),
    isSettling: isSettling(routine, present, elapsed),
    isTouched: session.touched.includes(present.activity.leg),
    ...(session.phase === 'paused' && session.cause !== 'interruption'
      ? { pausedFor: Math.max(0, now - session.pausedAt) }
      : {}),
    ...cuesAround(session, elapsed),
    delivery: totals(session.book),
    ...(last?.outcome === 'swallowed' ? { swallowedBy: last.by } : {}),
  };
}

function isSettling({ plan }: Routine, { activity }: Stretch, elapsed: Millis): boolean {
  const leavesTime = plan.prepareSeconds * SECOND >= ENOUGH_TO_ASK;
  return activity.kind === 'prepare' || (!leavesTime && elapsed < SETTLES);
}

function massageOf(course: Course, { plan }: Routine, elapsed: Millis): Pick<Progress, 'done' | 'length'> {
  const done = course.reduce(
    (sum, { activity, from, to }) =>
      activity.kind === 'zone' ? sum + Math.max(0, Math.min(elapsed, to) - from) : sum,
    0,
  );
  return { done, length: massageSeconds(plan) * SECOND };
}

function progress(done: Millis, length: Millis): Progress {
  return { done, left: length - done, length };
}

function cuesAround(session: Session, elapsed: Millis): Pick<SessionView, 'lastCue' | 'nextCueIn'> {
  const cues = cuesOfCourse(session.course);
  const ahead = cues.findIndex((cue) => cue.at > elapsed);
  const dueCount = ahead < 0 ? cues.length : ahead;
  const last = cues[dueCount - 1];
  const next = session.phase === 'ended' ? undefined : cues[dueCount];
  return {
    ...(last ? { lastCue: { number: dueCount - 1, cue: last.cue, ago: elapsed - last.at } } : {}),
    ...(next ? { nextCueIn: next.at - elapsed } : {}),
  };
}

interface KnownWay {
  readonly book: Session['book'];
  readonly present: Stretch;
  readonly way: Way;
}

/** It is needed every second and changes only with a cue or a step. */
const ways = new WeakMap<Course, KnownWay>();

function wayOf({ course, book, routine }: Session, present: Stretch): Way {
  const known = ways.get(course);
  if (known?.book === book && known.present === present) return known.way;
  const marks = cuesOfCourse(course).map((timed, number) => ({
    ...{ kind: timed.cue.kind, at: timed.at },
    isPlayed: book[number]?.outcome === 'played',
  }));
  const past = course.slice(0, course.indexOf(present)).filter((stretch) => isMostlyDone(stretch, routine));
  const way = { marks, done: { left: zonesOf(past, 'left'), right: zonesOf(past, 'right') } };
  ways.set(course, { book, present, way });
  return way;
}

function isMostlyDone({ step, from, to }: Stretch, { steps }: Routine): boolean {
  const planned = steps[step];
  return planned !== undefined && 2 * (to - from) >= planned.to - planned.from;
}

function zonesOf(past: Course, leg: Leg): readonly Zone[] {
  return past.reduce<readonly Zone[]>(
    (zones, { activity }) =>
      activity.kind === 'zone' && activity.leg === leg ? zones.concat(activity.zone) : zones,
    [],
  );
}
