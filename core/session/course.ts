import type { Activity, Routine, TimedCue } from '../plan/routine';
import { cuesOf } from '../plan/routine';
import type { Millis } from '../time';
import { SECOND } from '../time';
import type { DeliveryBook } from './delivery';

/** How much one press of "+15 s" adds to the current step. */
export const EXTENSION: Millis = 15 * SECOND;

/**
 * A step as it is really done. A step left early is shorter than planned, one done again stands twice, one that
 * was extended is longer. Times count from the session's start without its pauses.
 */
export interface Stretch {
  /** Place of the step in `routine.steps`. */
  readonly step: number;
  readonly activity: Activity;
  readonly from: Millis;
  readonly to: Millis;
  readonly cues: readonly TimedCue[];
}

/**
 * The way a session takes through its routine: stretches end to end from 0. What lies before the present never
 * changes, so a cue keeps its number, its place among all cues of the course, once it was due.
 */
export type Course = readonly Stretch[];

/** The course of a routine that nobody interferes with. */
export function plannedCourse(routine: Routine): Course {
  return routine.steps.map((planned, step) => ({ step, ...planned }));
}

export function courseLength(course: Course): Millis {
  return course[course.length - 1]?.to ?? 0;
}

/** The stretch at `elapsed`: the last one that has begun. A course always holds at least one. */
export function stretchAt(course: Course, elapsed: Millis): Stretch {
  return course.reduce((present, stretch) => (stretch.from <= elapsed ? stretch : present));
}

/** Every cue of a course in the order of time; the last one is the finish. */
export function cuesOfCourse(course: Course): readonly TimedCue[] {
  const known = laidOut.get(course);
  if (known) return known;
  const cues = course.reduce<readonly TimedCue[]>((before, stretch) => before.concat(stretch.cues), []);
  const all = cues.concat({ cue: { kind: 'finish' }, at: courseLength(course) });
  laidOut.set(course, all);
  return all;
}

/** A course never changes, and its cues are asked for several times a second. */
const laidOut = new WeakMap<Course, readonly TimedCue[]>();

/**
 * Leaves the present stretch at `elapsed` and goes on with the step at `step` of the routine; a step past the
 * last one ends the course there. Cues that were due stay, and so do the first `booked` ones.
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

/** Makes the present stretch longer by `EXTENSION`; reminders that this makes room for come after `elapsed`. */
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
 * The course of a session that is found to be no further than `elapsed`. Cues of later moments that are booked
 * already are over all the same and stand at `elapsed`; those that were not felt come anew at their time.
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

/** A course in which other cues were booked at `elapsed`, after the first `booked` of its own: they stand there, and all numbers fit the book. */
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
