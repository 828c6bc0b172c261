/**
 * A script world: its own global object and built-ins, in which code of the package runs as on the watch's engine. Node
 * creates one with `node:vm`, a browser with an iframe; the rest of the code does not know which.
 */

/** The text of a file of the package. Hosts may cache its compiled form by this object, so reuse the object. */
export interface ScriptSource {
  /** The path in the package, for stack traces: `page/start/index.js`. */
  readonly name: string;
  readonly code: string;
}

/** The built-ins of a world that the machine creates values with; the rest are unknown. */
export interface RealmGlobal {
  readonly Object: ObjectConstructor;
  readonly Array: ArrayConstructor;
  readonly Error: ErrorConstructor;
  readonly Promise: PromiseConstructor;
  readonly ArrayBuffer: ArrayBufferConstructor;
  readonly Uint8Array: Uint8ArrayConstructor;
  readonly DataView: DataViewConstructor;
  readonly Date: DateConstructor;
  readonly Math: Math;
  [name: string]: unknown;
}

export interface Realm {
  readonly global: RealmGlobal;
  /** Evaluates a whole file as a sloppy script. Exceptions are passed on. */
  run(source: ScriptSource): void;
  /**
   * Takes what the watch offers to scripts and returns what scripts should see instead; for a host that measures only
   * the scripts' own work.
   */
  lend?<Offered extends object>(offered: Offered): Offered;
  /** Called before functions of the world are called, once for all calls until `drain`. */
  enter?(): void;
  /**
   * Runs promise jobs until none is left, if the host can do so synchronously (Node). Elsewhere it does nothing, and
   * the jobs run while the host is awaited (`RealmHost.settled`).
   */
  drain(): void;
  /** Disposes of the world; nothing in it runs from then on. */
  dispose(): void;
}

export interface RealmHost {
  /** `onRejection` is called, some time later, for unhandled promise rejections, if the host can detect them. */
  create(onRejection: (reason: unknown) => void): Realm;
  /** Resolves once the promise jobs of every world have run. */
  settled(): Promise<void>;
}

/** Recreates a plain value with the world's own objects and arrays, as if its own code had created it. */
export function intoRealm(realm: Realm, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = new realm.global.Array<unknown>();
    for (const item of value) items.push(intoRealm(realm, item));
    return items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const made = new realm.global.Object() as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) made[key] = intoRealm(realm, item);
  return made;
}

/** Copies bytes into an `ArrayBuffer` of that world. */
export function bufferIntoRealm(realm: Realm, bytes: Uint8Array): ArrayBuffer {
  const buffer = new realm.global.ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** The bytes of an `ArrayBuffer` or a view of one, of any world; `undefined` for anything else. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (Object.prototype.toString.call(value) !== '[object ArrayBuffer]') return undefined;
  return new Uint8Array(value as ArrayBuffer);
}
