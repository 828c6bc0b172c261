/** Performs a whole session on the virtual watch, as for a person who only presses Start, and records what happens. */
import { signalOf, type Signal } from '../../core/cue/cue';
import type { Plan } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import { PLAN_FILE } from '../../core/state/plan-file';
import { sealSlot } from '../../core/state/slots';
import { storedText } from '../../core/state/stored';
import type { DeviceFacts, Felt, VirtualWatch, WatchPackage } from '../../virtual-watch';
import type { PictureNode } from '../../virtual-watch/face/picture';
import { bootWatch } from '../../virtual-watch/node';

export interface Performance {
  readonly plan: Plan;
  readonly device: DeviceFacts;
  readonly language: string;
  readonly packages: readonly WatchPackage[];
}

/** A line of a transcript: the page has changed, something was felt, or both. */
export interface Moment {
  /** In ms since Start was pressed. */
  readonly at: number;
  /** The page: `page/session/index`. */
  readonly shows: string;
  /** The visible texts, without buttons and running times. */
  readonly reads: readonly string[];
  readonly felt?: Felt;
}

/** A cue of the plan; `at` is in ms since Start. */
export interface DueCue {
  readonly at: number;
  readonly signal: Signal;
}

export interface Transcript {
  readonly moments: readonly Moment[];
  readonly due: readonly DueCue[];
  /** The texts of the last page, in reading order. */
  readonly ending: readonly string[];
}

/** How much longer than planned a session may take before it is given up. */
const GRACE_MS = 60_000;

/** Throws when the app does something that no watch allows, or does not finish. */
export function perform({ plan, device, language, packages }: Performance): Transcript {
  const watch = bootWatch({ zab: packages, device, language });
  putPlan(watch, plan);
  watch.openApp();
  const moments: Moment[] = [momentOf(watch, 0)];
  const startedAt = watch.now();
  watch.tap(watch.package.translations(language).get('Start') ?? 'Start');
  const routine = makeRoutine(plan);
  watchUntilSummary(watch, startedAt, startedAt + routine.length + GRACE_MS, moments);
  const due = routine.cues.map(({ at, cue }) => ({ at, signal: signalOf(cue) }));
  return { moments: asFeltInTheEnd(moments, watch.felt()), due, ending: watch.texts() };
}

/** A vibration is recorded when it begins, and may be cut short later. */
function asFeltInTheEnd(moments: readonly Moment[], felts: readonly Felt[]): readonly Moment[] {
  let next = 0;
  return moments.map((moment) => {
    const felt = moment.felt === undefined ? undefined : felts[next++];
    return felt === undefined ? moment : { ...moment, felt };
  });
}

/** Writes the plan where the app keeps it; a plan on disk is one that the phone has sent. */
function putPlan(watch: VirtualWatch, plan: Plan): void {
  const payload = storedText(PLAN_FILE, { revision: 1, plan });
  watch.putFile('plan.a', sealSlot({ sequence: 1, payload }));
}

function watchUntilSummary(watch: VirtualWatch, startedAt: number, until: number, moments: Moment[]): void {
  let felts = 0;
  const note = (): void => {
    const at = watch.now() - startedAt;
    const fresh = watch.felt().slice(felts);
    felts += fresh.length;
    const moment = momentOf(watch, at);
    for (const felt of fresh) moments.push({ ...moment, at: felt.at - startedAt, felt });
    const last = moments[moments.length - 1];
    if (fresh.length === 0 && last?.shows !== moment.shows) moments.push(moment);
  };
  note();
  while (!isOver(watch)) {
    if (!watch.step(until))
      throw new Error(`The session did not end: the watch says ${watch.texts().join(', ')}.`);
    note();
  }
  // The last pattern is still being played.
  watch.advance(FINISH_MS);
}

const FINISH_MS = 5_000;

function isOver(watch: VirtualWatch): boolean {
  return watch.screen().shows.startsWith('page/summary');
}

function momentOf(watch: VirtualWatch, at: number): Moment {
  return { at, shows: watch.screen().shows, reads: watch.picture().nodes.flatMap(readable) };
}

const RUNNING_TIME = /^[\d:/ ]+$/;

function readable(node: PictureNode): readonly string[] {
  return node.kind === 'text' && node.text !== '' && !RUNNING_TIME.test(node.text) ? [node.text] : [];
}
