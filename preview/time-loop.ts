/**
 * Lets the time of the watch follow the time of the room, so many times as fast; and keeps what a person does in order
 * with it: a watch in a browser runs promise jobs only between turns, so one thing has to settle before the next.
 */
import type { Loss } from '../core/session/delivery';
import type { Felt } from '../virtual-watch/machine/vibrator';
import type { VirtualWatch } from '../virtual-watch/watch';
import { lastLoss } from './stored-session';

export const SPEEDS = [1, 2, 5, 10, 30, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** How far `toNextCue` looks: longer than a zone of a plan can be. */
const LOOK_AHEAD_MS = 20 * 60 * 1000;
/** Between two looks while the page is hidden and no frames are drawn. */
const HIDDEN_MS = 250;
/** A screen that is held for longer than this goes on by itself; nobody looks at one thing for so long. */
const LONGEST_LOOK_MS = 60_000;
/** A longer pause than a browser makes for a hidden page: the computer slept, and the watch with it. */
const SLEPT_MS = 70_000;

/** How the way to the next cue ended. */
export type WayEnd = { readonly kind: 'felt' | 'none' } | { readonly kind: 'lost'; readonly loss: Loss };

export interface Loop {
  /** How fast time runs when nobody is needed at the glass. */
  speed: Speed;
  /** How fast it runs now. */
  pace(): Speed;
  /** Does something to the watch, after whatever is under way. */
  readonly act: (run: (watch: VirtualWatch) => void) => void;
  /** Lets time pass until something is felt or a cue is lost, as long as something can be, for twenty minutes at most. */
  toNextCue(): Promise<WayEnd>;
  /** The watch stands still from here on. */
  stop(): void;
}

export interface LoopDeps {
  readonly watch: VirtualWatch;
  readonly speed: Speed;
  /** Called after each step, with the page in view once a frame. */
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
    const again = (): void => onceSeen(next);
    void enqueue(turn).then(again, again);
  };
  next();
  return loop;
}

/**
 * Whether the screen is lit only until its time is up: then it is there to be read and touched, which takes a person as
 * long as ever. An app that goes on by itself holds the screen.
 */
function waitsForPerson(watch: VirtualWatch): boolean {
  return watch.screen().lit && watch.screenHold().brightMs <= LONGEST_LOOK_MS;
}

/** Lets `ms` of the room pass. What happens on the way may change the pace, and does so for the rest of them. */
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

/** Whether anything is there that could still bring a cue: the app, or an alarm. */
function mayCue(watch: VirtualWatch): boolean {
  return watch.screen().shows.startsWith('page/') || watch.alarms().length > 0;
}

/** With the next frame, or a little later when the page is hidden and has none. */
function onceSeen(run: () => void): void {
  if (document.hidden) setTimeout(run, HIDDEN_MS);
  else requestAnimationFrame(run);
}
