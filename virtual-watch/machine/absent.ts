import type { Realm } from './realm';

/**
 * What desktop engines have and the engine of a watch does not (zpm's qjsc, QuickJS 2020-07-05, was run with the names
 * below; `BigInt` exists in qjsc but is reported missing on watches). Code that uses one of them passes every test on a
 * desktop and fails on the watch, so the script worlds of the virtual watch leave them out.
 */
const ABSENT_GLOBALS = [
  'Intl',
  'BigInt',
  'BigInt64Array',
  'BigUint64Array',
  'WeakRef',
  'FinalizationRegistry',
  'WebAssembly',
  'Iterator',
  'structuredClone',
  'queueMicrotask',
  'TextEncoder',
  'TextDecoder',
  'fetch',
  'process',
  'performance',
  'setImmediate',
  'escape',
  'unescape',
] as const;

/** Timers are not global: each page gets its own, since they end with it. */
const ABSENT_TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const;

const ABSENT_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
  Array: ['fromAsync'],
  'String.prototype': ['at', 'isWellFormed', 'toWellFormed'],
  Object: ['hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Promise: ['withResolvers', 'try'],
  'Set.prototype': [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
  ],
  'Uint8Array.__proto__.prototype': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with'],
  'ArrayBuffer.prototype': ['resize', 'transfer', 'transferToFixedLength'],
  // Without Intl, these fall back to output that differs between engines.
  'Date.prototype': ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'],
  'Number.prototype': ['toLocaleString'],
};

export function removeWhatAWatchHasNot(realm: Realm): void {
  for (const name of [...ABSENT_GLOBALS, ...ABSENT_TIMERS]) Reflect.deleteProperty(realm.global, name);
  for (const [path, members] of Object.entries(ABSENT_MEMBERS)) {
    const owner = follow(realm, path);
    if (typeof owner !== 'object' && typeof owner !== 'function') continue;
    if (owner === null) continue;
    for (const member of members) Reflect.deleteProperty(owner, member);
  }
}

function follow(realm: Realm, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    const owner = value as Readonly<Record<string, unknown>> | undefined;
    return owner?.[name];
  }, realm.global);
}
