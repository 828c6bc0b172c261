/**
 * How often a property is tried: `ci` times where `CI` is set to anything but `false` or `0`, else `local` times.
 *
 * Use it as `fc.assert(property, { numRuns: runs(1000, 100) })`.
 */
export function runs(ci: number, local: number): number {
  return inCi() ? ci : local;
}

/** Whether `CI` is set to anything but `false` or `0`. */
export function inCi(): boolean {
  const flag = process.env['CI'];
  return !(flag === undefined || flag === '' || flag === 'false' || flag === '0');
}
