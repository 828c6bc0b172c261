import type { Activity, Routine, TimedCue } from '../plan/routine';
import { cuesOf } from '../plan/routine';
import type { Millis } from '../time';
import { SECOND } from '../time';
import type { DeliveryBook } from './delivery';

/** How much one press of "+15 s" adds to the current step. */
export const EXTENSION: Millis = 15 * SECOND;

/**
 * A step as actually done. A step left early is shorter than planned, a repeated one appears twice, an extended one is
 * longer. Times count from the session's start, without pauses.
 */
export interface Stretch {
  /** The index of the step in `routine.steps`. */
  readonly step: number;
  readonly activity: Activity;
  readonly from: Millis;
  readonly to: Millis;
  readonly cues: readonly TimedCue[];
}

/**
 * The way a session takes through its routine: stretches end to end from 0. The past never changes, so once a cue was
 * due, its number, which is its index among all cues of the course, stays the same.
 */
export type Course = readonly Stretch[];

/** The course of a routine without any intervention. */
export function plannedCourse(routine: Routine): Course {
  return routine.steps.map((planned, step) => ({ step, ...planned }));
}

export function courseLength(course: Course): Millis {
  return course[course.length - 1]?.to ?? 0;
}

/** The stretch at `elapsed`: the last one that has begun. A course always has at least one. */
export function stretchAt(course: Course, elapsed: Millis): Stretch {
  return course.reduce((present, stretch) => (stretch.from <= elapsed ? stretch : present));
}

/** Every cue of a course in order of time; the last one is the finish. */
export function cuesOfCourse(course: Course): readonly TimedCue[] {
  const known = laidOut.get(course);
  if (known) return known;
  const cues = course.reduce<readonly TimedCue[]>((before, stretch) => before.concat(stretch.cues), []);
  const all = cues.concat({ cue: { kind: 'finish' }, at: courseLength(course) });
  laidOut.set(course, all);
  return all;
}

/** A course is immutable, and its cues are needed several times a second. */
const laidOut = new WeakMap<Course, readonly TimedCue[]>();

/**
 * Leaves the present stretch at `elapsed` and continues with the routine's step `step`; a step past the last one ends
 * the course there. Cues that were due stay, and so do the first `booked` ones.
 */
export function goToStep(
  routine: Routine,
  course: Course,
  elapsed: Millis,
  booked: number,
  step: number,
): Course {
  const past = cutAt(course, elapsed, booked);
  if (step >= routine.steps.length) return past;
  return past.filter(leavesATrace).concat(layFrom(routine, step, elapsed));
}

/** Makes the present stretch longer by `EXTENSION`. Reminders that now fit come after `elapsed`. */
export function extend(routine: Routine, course: Course, elapsed: Millis): Course {
  const present = course.indexOf(stretchAt(course, elapsed));
  return course.map((stretch, index) => {
    if (index < present) return stretch;
    if (index > present) return shift(stretch, EXTENSION);
    const to = stretch.to + EXTENSION;
    const laid = cuesOf(stretch.activity, { from: stretch.from, to }, routine.plan.reminderSeconds);
    const past = stretch.cues.filter((cue) => cue.at <= elapsed);
    return { ...stretch, to, cues: past.concat(laid.filter((cue) => cue.at > elapsed)) };
  });
}

/**
 * The course of a session that turns out to be no further than `elapsed`. Later cues that are already booked are still
 * over and are moved to `elapsed`; those that were not felt come again at their time.
 */
export function rewind(course: Course, elapsed: Millis, book: DeliveryBook): Course {
  const present = stretchAt(course, elapsed);
  const cues = cuesOfCourse(course);
  const over = cues.slice(0, book.length).filter(({ at }) => at > elapsed);
  if (over.length === 0) return course;
  const felt = cues.filter((_, number) => book[number]?.outcome === 'played');
  const isToCome = (cue: TimedCue): boolean => cue.at > elapsed && !felt.includes(cue);
  return course.map((stretch) => {
    const past = stretch.cues.filter(({ at }) => at <= elapsed);
    const now = stretch === present ? over.map(({ cue }) => ({ cue, at: elapsed })) : [];
    return { ...stretch, cues: [...past, ...now, ...stretch.cues.filter(isToCome)] };
  });
}

/**
 * The course with extra cues at `elapsed`, after the first `booked` of its own, so that cue numbers match a book in
 * which other cues were booked there.
 */
export function withCuesAt(
  course: Course,
  elapsed: Millis,
  booked: number,
  others: readonly TimedCue[],
): Course {
  const present = stretchAt(course, elapsed);
  const there = others.map(({ cue }) => ({ cue, at: elapsed }));
  const before = course
    .slice(0, course.indexOf(present))
    .reduce((count, stretch) => count + stretch.cues.length, 0);
  const past = Math.max(0, booked - before);
  const cues = [...present.cues.slice(0, past), ...there, ...present.cues.slice(past)];
  return course.map((stretch) => (stretch === present ? { ...present, cues } : stretch));
}

function layFrom(routine: Routine, step: number, from: Millis): Course {
  const { reminderSeconds } = routine.plan;
  let start = from;
  return routine.steps.slice(step).map(({ activity, from: plannedFrom, to: plannedTo }, index) => {
    const bounds = { from: start, to: start + plannedTo - plannedFrom };
    start = bounds.to;
    return { step: step + index, activity, ...bounds, cues: cuesOf(activity, bounds, reminderSeconds) };
  });
}

function cutAt(course: Course, elapsed: Millis, booked: number): Course {
  let number = 0;
  const wasDue = (cue: TimedCue): boolean => {
    number += 1;
    return cue.at < elapsed || number <= booked;
  };
  return course
    .filter((stretch) => stretch.from <= elapsed)
    .map((stretch) => ({
      ...stretch,
      to: Math.min(stretch.to, elapsed),
      cues: stretch.cues.filter(wasDue),
    }));
}

function leavesATrace(stretch: Stretch): boolean {
  return stretch.to > stretch.from || stretch.cues.length > 0;
}

function shift(stretch: Stretch, by: Millis): Stretch {
  return {
    ...stretch,
    from: stretch.from + by,
    to: stretch.to + by,
    cues: stretch.cues.map((cue) => ({ ...cue, at: cue.at + by })),
  };
}
