import type { LockedPackage } from './lockfile';

/**
 * Licences under which something may ship with Legato, which is under MIT itself: they ask for their words to be passed on and
 * for nothing else. The two of Unicode and Creative Commons and the copyleft ones would need a decision.
 */
export const SHIPPABLE = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
] as const;

const ALLOWED: ReadonlySet<string> = new Set(SHIPPABLE);

/** A sentence for each package that must not ship under the licence that it has. */
export function licenceProblems(shipped: readonly LockedPackage[]): readonly string[] {
  return shipped.flatMap(({ name, version, license }) =>
    license !== undefined && isAllowed(license)
      ? []
      : [
          `${name} ${version} ships and has ${license === undefined ? 'no licence' : `the licence ${license}`}. Possible are ${SHIPPABLE.join(', ')}.`,
        ],
  );
}

/** Of an SPDX expression without brackets: all that `AND` joins must be allowed, of what `OR` joins one. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  return bare.split(' OR ').some((part) => part.split(' AND ').every((licence) => ALLOWED.has(licence)));
}
