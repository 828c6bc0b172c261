import fc from 'fast-check';

/**
 * For a property that is told in several files, so that several processes share it: in CI each part has a seed of its
 * own, made of the one that all tests have.
 */
export function partSeed(part: number): { readonly seed?: number } {
  const { seed } = fc.readConfigureGlobal();
  return seed === undefined ? {} : { seed: seed + part };
}
