import fc from 'fast-check';
import type { Leg, Zone } from '../../core/body';
import { LEGS, ZONES } from '../../core/body';
import { parsePlan } from '../../core/plan/parse-plan';
import type { LegPlan, Plan, ZonePlan } from '../../core/plan/plan';
import { PLAN_LIMITS, PLAN_VERSION, planSeconds, ZONE_ORDERS } from '../../core/plan/plan';
import { certain } from '../../core/result';
import type { Delivery } from '../../core/session/delivery';
import { CARRIERS, MISS_REASONS, QUIET_MODES } from '../../core/session/delivery';
import { COMMANDS, ENDS } from '../../core/session/transition';
import type { Millis } from '../../core/time';
import { HOUR, MINUTE, SECOND } from '../../core/time';
import type { Beat } from './session/story';

/** Any plan that takes at most `longest` seconds. */
export function plans(longest: number = PLAN_LIMITS.totalSeconds.max): fc.Arbitrary<Plan> {
  return fc
    .record({
      version: fc.constant(PLAN_VERSION),
      prepareSeconds: pauseSeconds(),
      switchSeconds: pauseSeconds(),
      reminderSeconds: fc.oneof(fc.constant('off' as const), fc.integer(PLAN_LIMITS.reminderSeconds)),
      zoneOrder: fc.constantFrom(...ZONE_ORDERS),
      legs: fc.shuffledSubarray([...LEGS], { minLength: 1 }).chain((legs) => fc.tuple(...legs.map(legPlans))),
    })
    .filter((shape) => planSeconds(shape) <= longest)
    .map((shape) => certain(parsePlan(shape), 'the shape keeps to all limits'));
}

/** Anything that a person and a page do to a session, on a clock that only goes forward. */
export function steadyBeats(): fc.Arbitrary<readonly Beat[]> {
  return fc.array(beats(steadyWaits(), pageActs()), { maxLength: 40 });
}

/** The same, with a clock that may be set forward or back by up to two hours at any moment. */
export function unsteadyBeats(): fc.Arbitrary<readonly Beat[]> {
  return fc.array(beats(unsteadyWaits(), pageActs()), { maxLength: 40 });
}

/** The same, with everything else a journal can contain: claims about the time done and bookings of other carriers. */
export function wildBeats(): fc.Arbitrary<readonly Beat[]> {
  return fc.array(beats(unsteadyWaits(), fc.oneof(pageActs(), journalActs())), { maxLength: 40 });
}

export function deliveries(): fc.Arbitrary<Delivery> {
  return fc.oneof(
    fc.record(
      {
        outcome: fc.constant('played' as const),
        by: fc.constantFrom(...CARRIERS),
        late: fc.integer({ min: 0, max: 10 * SECOND }),
        proven: fc.constant(true as const),
      },
      { requiredKeys: ['outcome', 'by'] },
    ),
    fc.record({ outcome: fc.constant('swallowed' as const), by: fc.constantFrom(...QUIET_MODES) }),
    fc.constant({ outcome: 'unknown' as const }),
    fc.record({ outcome: fc.constant('missed' as const), reason: fc.constantFrom(...MISS_REASONS) }),
  );
}

/** An instant from 2020 to 2100. */
export function instants(): fc.Arbitrary<number> {
  return fc.integer({ min: 1_577_836_800_000, max: 4_102_444_800_000 });
}

function pauseSeconds(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer(PLAN_LIMITS.pauseSeconds));
}

function legPlans(leg: Leg): fc.Arbitrary<LegPlan> {
  return fc
    .subarray([...ZONES], { minLength: 1 })
    .chain((zones) => fc.record({ leg: fc.constant(leg), zones: fc.tuple(...zones.map(zonePlans)) }));
}

function zonePlans(zone: Zone): fc.Arbitrary<ZonePlan> {
  const short = fc.integer({ ...PLAN_LIMITS.zoneSeconds, max: 90 });
  const seconds = fc.oneof({ weight: 4, arbitrary: short }, fc.integer(PLAN_LIMITS.zoneSeconds));
  return fc.record({ zone: fc.constant(zone), seconds });
}

function beats(waits: fc.Arbitrary<Millis>, acts: fc.Arbitrary<Beat['act']>): fc.Arbitrary<Beat> {
  return fc.record({ after: waits, quiet: fc.constantFrom(undefined, ...QUIET_MODES), act: acts });
}

function steadyWaits(): fc.Arbitrary<Millis> {
  return fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 3 * SECOND }),
    fc.integer({ min: 0, max: 70 }).map((seconds) => seconds * SECOND),
    fc.integer({ min: 0, max: 20 * MINUTE }),
  );
}

function unsteadyWaits(): fc.Arbitrary<Millis> {
  const steps = fc.integer({ min: -2 * HOUR, max: 2 * HOUR });
  const stepsBack = fc.integer({ min: -MINUTE, max: 0 });
  return fc.oneof({ weight: 6, arbitrary: steadyWaits() }, steps, stepsBack);
}

function pageActs(): fc.Arbitrary<Beat['act']> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({ kind: 'advance' as const }) },
    {
      weight: 5,
      arbitrary: fc
        .constantFrom(...COMMANDS.filter((what) => !ENDS.includes(what)))
        .map((what) => ({ kind: 'command' as const, what })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...ENDS).map((what) => ({ kind: 'command' as const, what })) },
  );
}

function journalActs(): fc.Arbitrary<Beat['act']> {
  const claims = fc.record({
    kind: fc.constantFrom('stepped' as const, 'interrupted' as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const bookings = fc.record({
    kind: fc.constant('booked' as const),
    deliveries: fc.array(deliveries(), { minLength: 1, maxLength: 4 }),
  });
  return fc.oneof(claims, bookings);
}
