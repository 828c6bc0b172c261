import { COUNT, meterWasm } from './metered-wasm';

export interface MeteredEngine {
  /** The number of WebAssembly instructions executed so far. */
  readonly instructions: () => number;
  /** The number of bytes of its memory in use. */
  readonly heap: () => number;
}

/** The part of the WebAssembly interface needed here; Node's types have none. */
interface Wasm {
  instantiate: (bytes: Uint8Array, imports: Imports) => Promise<{ readonly instance: Instance }>;
}

interface Instance {
  readonly exports: Readonly<Record<string, unknown>>;
}

/** Emscripten passes its memory as the only import that has a buffer. */
type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Loads QuickJS so that it counts its instructions. There is only one QuickJS in a process, and it begins to load when
 * it is first imported, so it must be imported here first. It takes its WebAssembly from the global
 * `WebAssembly.instantiate`.
 */
export async function meteredEngine(): Promise<MeteredEngine> {
  const wasm = (globalThis as unknown as { readonly WebAssembly: Wasm }).WebAssembly;
  const { instantiate } = wasm;
  let metered: MeteredEngine | undefined;
  wasm.instantiate = async (bytes, imports) => {
    const made = await instantiate(meterWasm(bytes), imports);
    const count = made.instance.exports[COUNT] as { readonly value: bigint };
    metered = { instructions: () => Number(count.value), heap: () => heapInUse(memoryIn(imports)) };
    return made;
  };
  try {
    const { getQuickJS } = await import('quickjs-emscripten');
    await getQuickJS();
  } finally {
    wasm.instantiate = instantiate;
  }
  if (metered === undefined) throw new Error('QuickJS was loaded before it could be made to count');
  return metered;
}

function memoryIn(imports: Imports): DataView {
  for (const item of Object.values(imports).flatMap((group) => Object.values(group))) {
    const { buffer } = item as { readonly buffer?: unknown };
    if (isBuffer(buffer)) return new DataView(buffer);
  }
  throw new Error('QuickJS has no memory');
}

/** In a test, it is not an instance of the test's own ArrayBuffer. */
function isBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

/** In the WebAssembly of quickjs-emscripten 0.5.0: where the heap begins, and where its end is stored. */
const HEAP = { from: 5_314_432, endIsAt: 71_392 } as const;

/** The heap is that of Doug Lea's malloc: consecutive chunks, each with its size and two flags in its second word. */
function heapInUse(memory: DataView): number {
  const end = memory.getUint32(HEAP.endIsAt, true);
  let used = 0;
  for (let chunk = HEAP.from; chunk < end;) {
    const head = memory.getUint32(chunk + 4, true);
    const size = head & ~7;
    if (size === 0) break;
    if ((head & IN_USE) !== 0) used += size;
    chunk += size;
  }
  return used;
}

const IN_USE = 2;
