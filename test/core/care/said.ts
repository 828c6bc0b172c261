import fc from 'fast-check';
import { LEGS } from '../../../core/body';
import type { Said, Statement } from '../../../core/care/statement';
import { pack } from '../../../core/care/statement';
import { instants } from '../arbitraries';

/** Few ids, so that unlocks match locks, and some ids occur twice. */
const IDS = ['a-1', 'a-2', 'a-3', 'a-4', 'b-1', 'b-2', 'b-3'] as const;

/** Reasons of this version and of a later one. */
const REASONS = ['ask.clot', 'stop.pain', 'sign.warmer', 'girth', 'hand', 'moon.full'] as const;

export function statements(): fc.Arbitrary<Statement> {
  const id = fc.constantFrom(...IDS);
  const lock = fc.record({
    ...{ kind: fc.constant('lock' as const), id, leg: fc.constantFrom(...LEGS) },
    ...{ why: fc.constantFrom(...REASONS), at: instants() },
  });
  const unlock = fc.record({
    ...{ kind: fc.constant('unlock' as const), id: id.map((each) => `${each}0`), lifts: id },
    ...{ doctorOn: fc.integer({ min: 18_000, max: 40_000 }), at: instants() },
  });
  return fc.oneof(lock, unlock);
}

/** A statement of a later version, which this one does not understand. */
export const FROM_LATER = [
  'c-1 rest left 3 moon',
  'c-2 lock tail x 1',
  'c-3 unlock',
] as unknown as readonly Said[];

/** A set of statements as a device keeps it, in any order. */
export function saids(maxLength = 12): fc.Arbitrary<readonly Said[]> {
  const later = fc.constantFrom(...FROM_LATER);
  const one = fc.oneof({ weight: 6, arbitrary: statements().map(pack) }, { weight: 1, arbitrary: later });
  return fc.uniqueArray(one, { maxLength });
}
