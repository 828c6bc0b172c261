/** What a session costs on the watch, on the virtual one. */
import { performance } from 'node:perf_hooks';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { makeRoutine } from '../../core/routine';
import { SECOND } from '../../core/time';
import type { VirtualWatch, WatchPackage } from '../../virtual-watch';
import { bootWatch } from '../../virtual-watch/node';

export interface SessionCost {
  /** By its plan, in ms. */
  readonly length: number;
  /** Alarms that are armed when the session has begun. */
  readonly alarms: number;
  /** Widget calls in a second in which no cue and no step comes: usual and most. */
  readonly callsAtRest: { readonly usual: number; readonly most: number };
  /** Writes to files and their bytes, from Start to the summary. */
  readonly writes: number;
  /** Runs of the service after the page died, and how long one took this computer, in ms. */
  readonly serviceRuns: number;
  readonly serviceMs: { readonly usual: number; readonly most: number };
}

const LENGTH = makeRoutine(DEFAULT_PLAN).length;
/** Long enough for the last pattern and the summary. */
const REST = 20 * SECOND;
/** After a cue the screen is lit for a while and the next step is drawn. */
const BUSY_SECONDS = [0, 1, 2];

export function sessionCost(packages: readonly WatchPackage[]): SessionCost {
  const watch = start(packages);
  const alarms = watch.alarms().length;
  const since = watch.now();
  const writes = watch.writes();
  watch.advance(LENGTH + REST);
  const calls = callsAtRest(watch, since);
  const ms = serviceTimes(packages);
  return {
    length: LENGTH,
    alarms,
    callsAtRest: { usual: middle(calls), most: Math.max(...calls) },
    writes: watch.writes() - writes,
    serviceRuns: ms.length,
    serviceMs: { usual: middle(ms), most: Math.max(...ms) },
  };
}

function start(packages: readonly WatchPackage[]): VirtualWatch {
  const watch = bootWatch({ zab: packages, device: 'Amazfit Balance' });
  watch.openApp();
  watch.tap('Start');
  return watch;
}

/** Widget calls of each second of the session that is not busy. */
function callsAtRest(watch: VirtualWatch, since: number): readonly number[] {
  const second = (at: number): number => Math.floor((at - since) / SECOND);
  const busy = new Set(watch.felt().flatMap(({ at }) => BUSY_SECONDS.map((after) => second(at) + after)));
  const calls = new Map<number, number>();
  for (const { at } of watch.widgetCalls()) calls.set(second(at), (calls.get(second(at)) ?? 0) + 1);
  return Array.from({ length: Math.floor(LENGTH / SECOND) - 1 }, (_, at) => at + 1)
    .filter((at) => !busy.has(at))
    .map((at) => calls.get(at) ?? 0);
}

/** Lets the page die at the beginning and measures what this computer needs for each run of the service. */
function serviceTimes(packages: readonly WatchPackage[]): readonly number[] {
  const watch = start(packages);
  watch.crash();
  const times: number[] = [];
  const until = watch.now() + LENGTH + REST;
  for (let runs = 0; watch.now() < until; runs = watch.serviceRuns().length) {
    const before = performance.now();
    watch.step(until);
    if (watch.serviceRuns().length > runs) times.push(performance.now() - before);
  }
  return times;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
