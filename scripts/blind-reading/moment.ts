/** Random moments of a session, and their written form. */
import type { Leg } from '../../core/body';
import { LEGS, otherLeg, ZONES } from '../../core/body';
import { DEFAULT_PLAN, startingWith } from '../../core/plan/plan';
import type { Activity, Step } from '../../core/plan/routine';
import { makeRoutine } from '../../core/plan/routine';
import { SECOND } from '../../core/time';

/** What can be read in a picture. */
export interface Moment {
  readonly leg: Leg;
  readonly doing: Doing;
  readonly isPaused: boolean;
  /** Whole seconds left of the step. */
  readonly left: number;
}

export const DOINGS = ['get comfortable', ...ZONES, 'change legs'] as const;
export type Doing = (typeof DOINGS)[number];

/** A moment with how to get there: the leg done first, and the seconds from the start of the session. */
export interface StagedMoment extends Moment {
  readonly firstLeg: Leg;
  readonly second: number;
}

/**
 * The requested number of moments; the same `random` numbers give the same moments. All activities occur about equally
 * often, each of them paused half of the time. A change of legs is given by the leg to change to.
 */
export function randomMoments(count: number, random: () => number): readonly StagedMoment[] {
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(random() * items.length)] ?? items[0];
  const all = shuffled(
    Array.from({ length: count }, (_, index) => ({
      doing: DOINGS[index % DOINGS.length] ?? 'get comfortable',
      isPaused: Math.floor(index / DOINGS.length) % 2 === 1,
    })),
    random,
  );
  return all.map(({ doing, isPaused }) => {
    const leg = pick(LEGS);
    const firstLeg = doing === 'get comfortable' ? leg : doing === 'change legs' ? otherLeg(leg) : pick(LEGS);
    const step = stepOf(firstLeg, leg, doing);
    // Neither the first nor the last second of a step, so that nothing changes while it is drawn.
    const into = 1 + Math.floor(random() * ((step.to - step.from) / SECOND - 2));
    const second = step.from / SECOND + into;
    return { leg, doing, isPaused, firstLeg, second, left: step.to / SECOND - second };
  });
}

/** `3: left, lowerThigh, paused, 0:42`. */
export function lineOf({ leg, doing, isPaused, left }: Moment, number: number): string {
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return `${number}: ${[leg, doing, isPaused ? 'paused' : 'running', time].join(', ')}`;
}

function stepOf(firstLeg: Leg, leg: Leg, doing: Doing): Step {
  const { steps } = makeRoutine(startingWith(DEFAULT_PLAN, firstLeg));
  const step = steps.find(({ activity }) => activity.leg === leg && doingOf(activity) === doing);
  if (!step) throw new Error(`the standard plan has no ${doing} of the ${leg} leg`);
  return step;
}

function doingOf(activity: Activity): Doing {
  switch (activity.kind) {
    case 'prepare':
      return 'get comfortable';
    case 'zone':
      return activity.zone;
    case 'switchLeg':
      return 'change legs';
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
