/**
 * A script world: its own global object and built-ins, in which code of the package runs as on the watch's engine.
 * Node makes one with `node:vm`, a browser with an iframe; nothing else here knows which.
 */

/** Text of a file of the package. Hosts may keep its compiled form by this object, so keep the object. */
export interface ScriptSource {
  /** Path in the package, for stack traces: `page/start/index.js`. */
  readonly name: string;
  readonly code: string;
}

/** The built-ins of a world that the machine builds values with, and the rest as unknown. */
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
  /** Evaluates a whole file as a sloppy script. What it throws comes out. */
  run(source: ScriptSource): void;
  /** Takes what the watch offers to scripts by name and gives what they find instead: a host that counts their work alone. */
  lend?<Offered extends object>(offered: Offered): Offered;
  /** Told before functions of the world are called, once for all that are called before `drain`. */
  enter?(): void;
  /**
   * Runs promise jobs until none is left, where the host can do that at once (Node). Elsewhere it does nothing, and the
   * jobs run while the host is awaited (`RealmHost.settled`).
   */
  drain(): void;
  /** Lets go of the world; nothing in it runs from then on. */
  dispose(): void;
}

export interface RealmHost {
  /** `onRejection` hears of promises rejected with nobody listening, some time later, where the host can tell. */
  create(onRejection: (reason: unknown) => void): Realm;
  /** Resolves once the promise jobs of every world have run. */
  settled(): Promise<void>;
}

/** A plain value made anew of the world's own objects and arrays, as if its own code had written it. */
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

/** A copy of bytes as an `ArrayBuffer` of that world. */
export function bufferIntoRealm(realm: Realm, bytes: Uint8Array): ArrayBuffer {
  const buffer = new realm.global.ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** The bytes of an `ArrayBuffer` or a view of one, of whatever world; `undefined` for anything else. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (Object.prototype.toString.call(value) !== '[object ArrayBuffer]') return undefined;
  return new Uint8Array(value as ArrayBuffer);
}
