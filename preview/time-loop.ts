/**
 * Advances the watch's time with real time, at a chosen speed, and keeps the visitor's actions in order with it. In a
 * browser, promise jobs run only between tasks, so each action has to settle before the next.
 */
import type { Loss } from '../core/session/delivery';
import type { Felt } from '../virtual-watch/machine/vibrator';
import type { VirtualWatch } from '../virtual-watch/watch';
import { lastLoss } from './stored-session';

export const SPEEDS = [1, 2, 5, 10, 30, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** How far `toNextCue` looks ahead: longer than a zone of a plan can be. */
const LOOK_AHEAD_MS = 20 * 60 * 1000;
/** The time between updates while the page is hidden and no frames are drawn. */
const HIDDEN_MS = 250;
/** From this speed on, a clock jumps at each update anyway, so the screen is drawn less often than the browser could. */
const FAST = 10;
/** The time between updates then. Sixty of them in a second would take one and a half processors, for nothing. */
const FAST_MS = 50;
/** A screen held on for longer than this is not waiting for a person, since nobody looks at one thing for so long. */
const LONGEST_LOOK_MS = 60_000;
/** A pause longer than browsers make for a hidden page: the computer slept, and the watch with it. */
const SLEPT_MS = 70_000;

/** How the advance to the next cue ended. */
export type WayEnd = { readonly kind: 'felt' | 'none' } | { readonly kind: 'lost'; readonly loss: Loss };

export interface Loop {
  /** The speed of time while no one needs to look at the screen. */
  speed: Speed;
  /** The present speed. */
  pace(): Speed;
  /** Does something to the watch, after the current action. */
  readonly act: (run: (watch: VirtualWatch) => void) => void;
  /**
   * Lets time pass until something is felt or a cue is lost, as long as that is possible, for twenty minutes at most.
   */
  toNextCue(): Promise<WayEnd>;
  /** Stops the watch's time for good. */
  stop(): void;
}

export interface LoopDeps {
  readonly watch: VirtualWatch;
  readonly speed: Speed;
  /** Called after each step: while the page is visible once a frame, or less often if time runs fast. */
  readonly show: () => void;
}

export function startLoop({ watch, speed, show }: LoopDeps): Loop {
  let last = performance.now();
  let stopped = false;
  let queue = Promise.resolve();

  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.then(
      () => undefined,
      (error: unknown) => reportError(error),
    );
    return result;
  };
  const turn = async (): Promise<void> => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    if (stopped || passed > SLEPT_MS) return;
    await pass(watch, passed, () => loop.pace());
    show();
  };
  const skip = async (): Promise<WayEnd> => {
    const end = await passToCue(watch, () => stopped);
    last = performance.now();
    show();
    return end;
  };
  const loop: Loop = {
    speed,
    pace: () => (waitsForPerson(watch) ? 1 : loop.speed),
    act: (run) => {
      void enqueue(async () => {
        if (stopped) return;
        run(watch);
        await watch.settled();
        show();
      });
    },
    toNextCue: () => enqueue(skip),
    stop: () => {
      stopped = true;
    },
  };

  const next = (): void => {
    if (stopped) return;
    const again = (): void => onceSeen(next, loop.pace());
    void enqueue(turn).then(again, again);
  };
  next();
  return loop;
}

/**
 * Whether the screen is lit only until its timeout. Then it is there to be read and touched, so time runs at normal
 * speed. An app that goes on by itself holds the screen on.
 */
function waitsForPerson(watch: VirtualWatch): boolean {
  return watch.screen().lit && watch.screenHold().brightMs <= LONGEST_LOOK_MS;
}

/** Lets `ms` of real time pass. An event on the way may change the speed for the rest. */
async function pass(watch: VirtualWatch, ms: number, pace: () => Speed): Promise<void> {
  let left = ms;
  for (let isMore = true; isMore;) {
    const [from, paceNow] = [watch.now(), pace()];
    isMore = watch.step(from + Math.max(0, left) * paceNow);
    await watch.settled();
    left -= (watch.now() - from) / paceNow;
  }
}

async function passToCue(watch: VirtualWatch, isStopped: () => boolean): Promise<WayEnd> {
  const felt: Felt[] = [];
  const unlisten = watch.onFelt((next) => felt.push(next));
  const before = lastLoss(watch)?.number;
  const until = watch.now() + LOOK_AHEAD_MS;
  let lost: ReturnType<typeof lastLoss>;
  let writes = watch.writes();
  while (felt.length === 0 && !lost && !isStopped() && mayCue(watch) && watch.step(until)) {
    await watch.settled();
    if (watch.writes() === writes) continue;
    writes = watch.writes();
    const last = lastLoss(watch);
    if (last && last.number !== before) lost = last;
  }
  unlisten();
  if (felt.length > 0) return { kind: 'felt' };
  return lost ? { kind: 'lost', loss: lost.loss } : { kind: 'none' };
}

/** Whether anything could still bring a cue: the app, or an alarm. */
function mayCue(watch: VirtualWatch): boolean {
  return watch.screen().shows.startsWith('page/') || watch.alarms().length > 0;
}

/** Runs with the next frame, or slightly later when time runs fast, or the page is hidden and has no frames. */
function onceSeen(run: () => void, pace: Speed): void {
  if (document.hidden) setTimeout(run, HIDDEN_MS);
  else if (pace >= FAST) setTimeout(run, FAST_MS);
  else requestAnimationFrame(run);
}
