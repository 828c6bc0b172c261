/** What a session costs on the watch, measured on the virtual one. */
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/plan/routine';
import { SECOND } from '../../core/time';
import type { VirtualWatch, WatchPackage } from '../../virtual-watch';
import { bootWatch } from '../../virtual-watch/node';

export interface SessionCost {
  /** The length according to its plan, in ms. */
  readonly length: number;
  /** The number of alarms armed after the session has begun. */
  readonly alarms: number;
  /** Widget calls in a second without a cue or step: the usual and the highest number. */
  readonly callsAtRest: { readonly usual: number; readonly most: number };
  /** The number of writes to files and their bytes, from Start to the summary. */
  readonly writes: number;
  /** Runs of the service until the end if the page dies at the beginning. */
  readonly serviceRuns: number;
}

const LENGTH = makeRoutine(DEFAULT_PLAN).length;
/** Long enough for the last pattern and the summary. */
const REST = 20 * SECOND;
/** After a cue the screen is lit for a while, and the next step is drawn. */
const BUSY_SECONDS = [0, 1, 2];

export function sessionCost(packages: readonly WatchPackage[]): SessionCost {
  const watch = start(packages);
  const alarms = watch.alarms().length;
  const since = watch.now();
  const writes = watch.writes();
  watch.advance(LENGTH + REST);
  const calls = callsAtRest(watch, since);
  return {
    length: LENGTH,
    alarms,
    callsAtRest: { usual: middle(calls), most: Math.max(...calls) },
    writes: watch.writes() - writes,
    serviceRuns: serviceRuns(packages),
  };
}

function start(packages: readonly WatchPackage[]): VirtualWatch {
  const watch = bootWatch({ zab: packages, device: 'Amazfit Balance' });
  watch.openApp();
  watch.tap('Start');
  return watch;
}

/** The widget calls in each second of the session that is not busy. */
function callsAtRest(watch: VirtualWatch, since: number): readonly number[] {
  const second = (at: number): number => Math.floor((at - since) / SECOND);
  const busy = new Set(watch.felt().flatMap(({ at }) => BUSY_SECONDS.map((after) => second(at) + after)));
  const calls = new Map<number, number>();
  for (const { at } of watch.widgetCalls()) calls.set(second(at), (calls.get(second(at)) ?? 0) + 1);
  return Array.from({ length: Math.floor(LENGTH / SECOND) - 1 }, (_, at) => at + 1)
    .filter((at) => !busy.has(at))
    .map((at) => calls.get(at) ?? 0);
}

function serviceRuns(packages: readonly WatchPackage[]): number {
  const watch = start(packages);
  watch.crash();
  watch.advance(LENGTH + REST);
  return watch.serviceRuns().length;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
