import { SECOND } from '../../core/time';
import { readFileSync } from 'node:fs';
import type { Leg } from '../../core/body';
import { NOTHING_SAID } from '../../core/care/book';
import { pack } from '../../core/care/statement';
import type { Checked } from '../../core/check/checked';
import { NOT_TRIED } from '../../core/check/proof';
import type { BriefSignal, FeltSignal, Signal } from '../../core/cue/cue';
import { BRIEF_SIGNALS, briefOf, SIGNALS, signalOf } from '../../core/cue/cue';
import type { CueSet } from '../../core/cue/pattern';
import { patternOf } from '../../core/cue/pattern';
import type { Plan } from '../../core/plan/plan';
import type { TimedCue } from '../../core/plan/routine';
import { CARE_FILE } from '../../core/state/care-file';
import { CHECK_FILE } from '../../core/state/check-file';
import { PLAN_FILE } from '../../core/state/plan-file';
import type { Preferences } from '../../core/state/preferences';
import { DEFAULT_PREFERENCES, PREFERENCES_FILE, UNCHANGED_PREFERENCES } from '../../core/state/preferences';
import { sealSlot } from '../../core/state/slots';
import { storedText } from '../../core/state/stored';
import { ensurePackage } from '../../scripts/build/ensure-package';
import { bootWatch, deviceNamed, type Felt, type VirtualWatch } from '../../virtual-watch/node';
import { isFeltAs } from '../../preview/felt-name';

/** One watch for each of the six screens that the package supports: the screen, and the model. */
export const WATCHES = [
  'Amazfit Falcon',
  'Amazfit Cheetah (Round)',
  'Amazfit GTR 4',
  'Amazfit Balance',
  'Amazfit Bip 6',
  'Amazfit Bip Max',
].map((name) => {
  const { shape, width, height } = deviceNamed(name);
  return [`${shape} ${width}x${height}`, name] as const;
});

let bytes: Uint8Array | undefined;

/** Builds the package if it does not exist; call it before all tests of a file. */
export async function loadPackage(): Promise<void> {
  bytes = new Uint8Array(readFileSync(await ensurePackage()));
}

/** A watch with the app and an empty disk; `seed` determines its random numbers. */
export function newWatch(device = 'Amazfit Balance', language = 'en-US', seed = 1): VirtualWatch {
  return watchWith({ device, language, seed });
}

/** The same, with other answers where the documentation is silent. */
export function watchWith(options: Partial<Parameters<typeof bootWatch>[0]>): VirtualWatch {
  if (!bytes) throw new Error('call loadPackage first');
  return bootWatch({ device: 'Amazfit Balance', ...options, zab: bytes });
}

/** Puts a plan where the app keeps the one that the phone sent. */
export function givePlan(watch: VirtualWatch, plan: Plan): void {
  const payload = storedText(PLAN_FILE, { revision: 1, plan });
  watch.putFile('plan.a', sealSlot({ sequence: 1, payload }));
}

/** Puts preferences where the app keeps them, as if they had been chosen before. */
export function choose(watch: VirtualWatch, chosen: Partial<Preferences>): void {
  const values = { ...DEFAULT_PREFERENCES, ...chosen };
  putPayload(watch, 'preferences', storedText(PREFERENCES_FILE, { ...UNCHANGED_PREFERENCES, values }));
}

/** Stores the result of a check for this watch. */
export function showByCheck(watch: VirtualWatch, proofs: Partial<Checked>): void {
  const { name, osVersion } = watch.device;
  const checked = { ...NOT_TRIED, ...proofs, model: name, osVersion };
  putPayload(watch, 'check', storedText(CHECK_FILE, { checked }));
}

/**
 * The answers of a person without any of the conditions: while a question is open, lotion mode does not lock the touch
 * screen.
 */
export const ANSWERED: Partial<Preferences> = {
  ...({ clotAnswer: 'no', injuryAnswer: 'no', pregnantAnswer: 'no' } as const),
  ...({ painAnswer: 'no', illAnswer: 'no', skinAnswer: 'no' } as const),
};

/** Puts a payload into a file of two slots; what was in the other slot is older. */
export function putPayload(watch: VirtualWatch, name: string, payload: string): void {
  watch.putFile(`${name}.a`, sealSlot({ sequence: 1_000, payload }));
}

/** Locks legs as if a person had done it on the phone. */
export function lockLegs(watch: VirtualWatch, ...legs: readonly Leg[]): void {
  const said = legs.map((leg) => pack({ kind: 'lock', id: `${leg}-1`, leg, why: 'hand', at: 1 }));
  const payload = storedText(CARE_FILE, { ...NOTHING_SAID, said });
  putPayload(watch, 'care', payload);
  // Without its other slot, locks might be lost.
  watch.putFile('care.b', sealSlot({ sequence: 1, payload }));
}

/** Taps the text on the page, scrolling to it if needed. */
export function reach(watch: VirtualWatch, label: string): void {
  if (!comesInSight(watch, (text) => text === label)) see(watch, label);
  watch.tap(label);
}

/** Taps the text on the page as a person does, who touches no second time at once. */
export function touch(watch: VirtualWatch, label: string): void {
  reach(watch, label);
  watch.advance(SECOND / 2);
}

/** Taps the element with this label, if the page has one. */
export function press(watch: VirtualWatch, label: string): void {
  if (comesInSight(watch, (text) => text === label)) watch.tap(label);
}

/** Scrolls to the text on the page; without it, the page stays at its end. */
export function see(watch: VirtualWatch, label: string): boolean {
  return comesInSight(watch, (text) => text.includes(label));
}

function comesInSight(watch: VirtualWatch, isIt: (text: string) => boolean): boolean {
  const isSeen = (): boolean => watch.texts().some(isIt);
  if (!isSeen()) watch.scroll(-10_000);
  for (let tries = 0; tries < 40 && !isSeen(); tries += 1) watch.scroll(40);
  return isSeen();
}

/** Opens the app and starts a session. */
export function startSession(watch: VirtualWatch): void {
  watch.openApp();
  watch.tap('Start');
}

/** Swipes out of the app; a session that runs asks about the first swipe. */
export function swipeOut(watch: VirtualWatch): void {
  watch.swipe('right');
  if (watch.texts().includes('The session goes on. Leave?')) watch.swipe('right');
}

/** The signal that a felt pattern stands for when a page plays it. */
export function signalFelt(felt: Felt, set: CueSet = 'standard'): Signal {
  return signalLike(felt, SIGNALS, set);
}

/** The signal that a felt pattern stands for when a service plays it. */
export function briefSignalFelt(felt: Felt): BriefSignal {
  return signalLike(felt, BRIEF_SIGNALS, 'standard');
}

/** What was felt, in order, and what should have been felt for these cues: a service has fewer signals than a page. */
export function feltAndDue(
  felts: readonly Felt[],
  cues: readonly TimedCue[],
): readonly [felt: readonly FeltSignal[], due: readonly FeltSignal[]] {
  const felt = felts.map((each) => (each.carrier === 'page' ? signalFelt(each) : briefSignalFelt(each)));
  const due = cues.map(({ cue }, number) =>
    felts[number]?.carrier === 'service' ? briefOf(signalOf(cue)) : signalOf(cue),
  );
  return [felt, due];
}

function signalLike<Known extends FeltSignal>(felt: Felt, signals: readonly Known[], set: CueSet): Known {
  const found = signals.find((signal) => isFeltAs(felt, patternOf(signal, set)));
  if (found === undefined) throw new Error(`no cue feels like ${JSON.stringify(felt.pulses)}`);
  return found;
}
