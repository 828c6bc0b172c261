import type { LockedPackage } from './lockfile';

/**
 * Licences under which something may ship with Legato, which is under MIT itself: they only require that their text is
 * passed on. Those of Unicode and Creative Commons, and copyleft ones, would need a decision.
 */
const SHIPPABLE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1'] as const;

const ALLOWED: ReadonlySet<string> = new Set(SHIPPABLE);

/** A message for each package that must not ship under its licence. */
export function licenceProblems(shipped: readonly LockedPackage[]): readonly string[] {
  return shipped.flatMap(({ name, version, license }) =>
    license !== undefined && isAllowed(license)
      ? []
      : [
          `${name} ${version} ships and has ${license === undefined ? 'no licence' : `the licence ${license}`}. Possible are ${SHIPPABLE.join(', ')}.`,
        ],
  );
}

/**
 * Evaluates an SPDX expression without brackets: all parts joined by `AND` must be allowed, and one of those joined by
 * `OR`.
 */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  return bare.split(' OR ').some((part) => part.split(' AND ').every((licence) => ALLOWED.has(licence)));
}
