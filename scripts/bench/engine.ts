/**
 * What the package costs on the watch's language engine, QuickJS of 2020; here in WebAssembly, on this computer. What the
 * virtual watch does when the package calls it is in all figures.
 */
import { SECOND } from '../../core/time';
import { bootOnQuickJs } from '../../virtual-watch/node/quickjs';

export interface EngineCost {
  /** Time in ms from launch until the start screen is drawn. */
  readonly launchMs: number;
  /** From the tap on Start until the session screen is drawn and all is armed. */
  readonly startMs: number;
  /** For one second of a session in which no cue comes. */
  readonly secondMs: number;
  /** For one run of the service that an alarm wakes, its script and the app's included. */
  readonly serviceMs: number;
}

/** Seconds of the default plan's first zone between two cues. */
const REST = { from: 25, to: 45 } as const;

export async function engineCost(zab: Uint8Array, device = 'Amazfit Balance'): Promise<EngineCost> {
  const watch = await bootOnQuickJs({ zab, device });
  const spent = (run: () => void): number => {
    watch.timeSpent();
    run();
    return watch.timeSpent();
  };
  const launchMs = spent(() => watch.call('openApp'));
  const startMs = spent(() => watch.call('tap', 'Start'));
  watch.advance(REST.from * SECOND);
  const restMs = spent(() => {
    watch.advance((REST.to - REST.from) * SECOND);
  });
  watch.call('crash');
  const felt = watch.call('felt').length;
  const serviceMs = spent(() => {
    watch.advance(60 * SECOND);
  });
  const runs = watch.call('felt').length - felt;
  watch.dispose();
  return { launchMs, startMs, secondMs: restMs / (REST.to - REST.from), serviceMs: serviceMs / runs };
}
