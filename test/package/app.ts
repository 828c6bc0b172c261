import { readFileSync } from 'node:fs';
import type { Signal } from '../../core/cue';
import { SIGNALS } from '../../core/cue';
import { patternOf } from '../../core/pattern';
import type { Plan } from '../../core/plan/plan';
import { makePlanFile } from '../../core/state/plan-file';
import { sealSlot } from '../../core/state/slots';
import { ensurePackage } from '../../scripts/build/ensure-package';
import { bootWatch, type Felt, type VirtualWatch } from '../../virtual-watch/node';

/** One watch for each of the six screens that a package is made for. */
export const SCREENS = [
  ['round 416', 'Amazfit Falcon'],
  ['round 454', 'Amazfit Cheetah (Round)'],
  ['round 466', 'Amazfit GTR 4'],
  ['round 480', 'Amazfit Balance'],
  ['square 390x450', 'Amazfit Bip 6'],
  ['square 432x514', 'Amazfit Bip Max'],
] as const;

let bytes: Uint8Array | undefined;

/** Builds the package when it is not there; call it before all tests of a file. */
export async function loadPackage(): Promise<void> {
  bytes = new Uint8Array(readFileSync(await ensurePackage()));
}

/** A watch with the app on it and nothing on its disk. */
export function newWatch(device = 'Amazfit Balance', language = 'en-US'): VirtualWatch {
  if (!bytes) throw new Error('call loadPackage first');
  return bootWatch({ zab: bytes, device, language });
}

/** Puts a plan where the app keeps the one that the phone sent. */
export function givePlan(watch: VirtualWatch, plan: Plan): void {
  const text = sealSlot({ sequence: 1, payload: makePlanFile({ revision: 1, plan }) });
  watch.putFile('plan.a', Buffer.from(text));
}

/** Opens the app and starts a session. */
export function startSession(watch: VirtualWatch): void {
  watch.openApp();
  watch.tap('Start');
}

/** The signal that a felt pattern stands for when a page plays it with the standard set. */
export function signalFelt({ pulses }: Felt): Signal {
  const found = SIGNALS.filter((signal) => {
    const { count, on } = patternOf(signal, 'standard');
    return count === pulses.length && pulses.every(({ onMs }) => onMs === on);
  });
  if (found[0] === undefined) throw new Error(`no cue feels like ${JSON.stringify(pulses)}`);
  return found[0];
}
