import type { Instant, Millis } from '../../core/time';
import { isWithin, SECOND } from '../../core/time';
import type { LaunchMemory } from '../../device/watch/launch';
import type { Look } from './view';

/** Whether the person wants the screen to look black. The picture returns while there is something to see or to say. */
export interface DarkLook {
  /** The person wants it dark. Says how to get the picture back, the first time in a launch. */
  darken(): void;
  /** Brings the picture back for good. */
  lighten(): void;
  /** A touch on the dark screen. Two in a row bring the picture back. */
  touch(): void;
  /** How the screen looks; `isQuiet` says that nothing has to be seen. */
  look(isQuiet: boolean): Look;
}

/** Two touches within this time bring the picture back; single ones come from greasy fingers and palms. */
const DOUBLE: Millis = 800;

/** How long the hint about bringing the picture back is shown, the first time in a launch. */
const WORD_FOR: Millis = 5 * SECOND;

/** `launch` remembers that the hint was shown. */
export function darkLook(now: () => Instant, launch: Pick<LaunchMemory, 'knowsWayBack'>): DarkLook {
  let wantedAt: Instant | undefined;
  let wordUntil: Instant = -Infinity;
  let lastTouch: Instant = -Infinity;
  return {
    darken() {
      wantedAt = now();
      if (launch.knowsWayBack) return;
      launch.knowsWayBack = true;
      wordUntil = wantedAt + WORD_FOR;
    },
    lighten() {
      wantedAt = undefined;
    },
    touch() {
      const before = lastTouch;
      lastTouch = now();
      if (isWithin(before, DOUBLE, lastTouch)) wantedAt = undefined;
    },
    look(isQuiet) {
      if (wantedAt === undefined || !isQuiet) return 'picture';
      const at = now();
      return at >= wantedAt && at < wordUntil ? 'word' : 'black';
    },
  };
}
