import fc from 'fast-check';
import { LEGS, ZONES } from '../../../core/body';
import {
  secondsOf,
  stepped,
  withOtherLegFirst,
  withOtherOrder,
  withPause,
  withReminder,
  withStep,
  withZone,
} from '../../../core/plan/edit';
import { parsePlan } from '../../../core/plan/parse-plan';
import type { Plan } from '../../../core/plan/plan';
import { PLAN_LIMITS } from '../../../core/plan/plan';
import { presetPlan, PRESETS } from '../../../core/plan/presets';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import { TWO_ZONES_A_LEG } from '../plans';

const EACH = { numRuns: runs(2000, 300) };

test('a tap on plus or minus goes to the next multiple of fifteen seconds and stops at the limits', () => {
  const limits = PLAN_LIMITS.zoneSeconds;
  expect([60, 65, 5, 890, 900].map((seconds) => stepped(seconds, 1, limits))).toEqual([75, 75, 15, 900, 900]);
  expect([60, 65, 15, 5].map((seconds) => stepped(seconds, -1, limits))).toEqual([45, 60, 5, 5]);
});

test('every tap makes a different plan within all limits, or is not offered', () => {
  const touches = fc.oneof(
    fc.record({
      leg: fc.constantFrom(...LEGS),
      zone: fc.constantFrom(...ZONES),
      by: fc.constantFrom(1, -1, true, false),
    }),
    fc.record({
      pause: fc.constantFrom('prepareSeconds' as const, 'switchSeconds' as const),
      by: fc.constantFrom(1 as const, -1 as const),
    }),
    fc.record({ reminder: fc.constantFrom(1 as const, -1 as const, 'on' as const, 'off' as const) }),
    fc.constantFrom('order' as const, 'legs' as const),
  );
  fc.assert(
    fc.property(plans(), touches, (plan, touch) => {
      const next = touched(plan, touch);
      if (!next) return;
      expect(parsePlan(next)).toEqual({ ok: true, value: next });
      expect(next).not.toEqual(plan);
    }),
    EACH,
  );
});

type Touch =
  | 'order'
  | 'legs'
  | { readonly leg: 'left' | 'right'; readonly zone: (typeof ZONES)[number]; readonly by: number | boolean }
  | { readonly pause: 'prepareSeconds' | 'switchSeconds'; readonly by: 1 | -1 }
  | { readonly reminder: 1 | -1 | 'on' | 'off' };

function touched(plan: Plan, touch: Touch): Plan | undefined {
  if (touch === 'order') return withOtherOrder(plan);
  if (touch === 'legs') return withOtherLegFirst(plan);
  if ('reminder' in touch) return withReminder(plan, touch.reminder);
  if ('pause' in touch) return withPause(plan, touch.pause, touch.by);
  const { leg, zone, by } = touch;
  return typeof by === 'boolean' ? withZone(plan, leg, zone, by) : withStep(plan, leg, zone, by > 0 ? 1 : -1);
}

test('there is no plus or minus for a zone outside the plan, or for reminders that are off', () => {
  const one = withZone(TWO_ZONES_A_LEG, 'left', 'knee', false);
  expect(one && secondsOf(one, 'left', 'knee')).toBeUndefined();
  expect(one && withStep(one, 'left', 'knee', 1)).toBeUndefined();
  const off = withReminder(TWO_ZONES_A_LEG, 'off');
  expect(off && withReminder(off, 1)).toBeUndefined();
});

test('every preset gives a plan within all limits, whatever the plan before; "one leg" keeps the first one', () => {
  fc.assert(
    fc.property(plans(), fc.constantFrom(...PRESETS), (before, preset) => {
      const plan = presetPlan(preset, before);
      expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
      if (preset === 'oneLeg') expect(plan.legs.map(({ leg }) => leg)).toEqual([before.legs[0]?.leg]);
    }),
    EACH,
  );
});
