import { COUNT, meterWasm } from '../../../scripts/bench/metered-wasm';

interface Wasm {
  instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: Exports } }>;
}

interface Exports {
  readonly sum: (to: number) => number;
  readonly [COUNT]: { readonly value: bigint };
}

/** `sum(n)`: n + (n - 1) + … + 1, in a loop of eleven instructions. */
const SUM = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // One type, i32 -> i32; one function of it; one global, so that the counter is not the first; one export.
  ...[1, 6, 1, 0x60, 1, 0x7f, 1, 0x7f],
  ...[3, 2, 1, 0],
  ...[6, 6, 1, 0x7f, 0, 0x41, 5, 0x0b],
  ...[7, 7, 1, 3, 0x73, 0x75, 0x6d, 0, 0],
  ...[10, 30, 1, 28, 1, 1, 0x7f, 0x03, 0x40],
  ...[0x20, 0, 0x20, 1, 0x6a, 0x21, 1],
  ...[0x20, 0, 0x41, 1, 0x6b, 0x22, 0],
  ...[0x41, 0, 0x4a, 0x0d, 0, 0x0b, 0x20, 1, 0x0b],
]);

async function metered(): Promise<Exports> {
  const wasm = (globalThis as unknown as { readonly WebAssembly: Wasm }).WebAssembly;
  return (await wasm.instantiate(meterWasm(SUM))).instance.exports;
}

describe('a WebAssembly that counts', () => {
  test('still does what it did', async () => {
    expect((await metered()).sum(100)).toBe(5050);
  });

  test('counts each instruction as often as it is executed, without the counting ones', async () => {
    const { sum, [COUNT]: count } = await metered();
    const costs = [1, 2, 1000].map((times) => {
      const before = count.value;
      sum(times);
      return Number(count.value - before);
    });
    // loop; eleven for each round; the end of the loop, the result, the end of the function
    expect(costs).toEqual([1 + 11 + 3, 1 + 2 * 11 + 3, 1 + 1000 * 11 + 3]);
  });
});
