import {
  GESTURE_RIGHT,
  KEY_BACK,
  KEY_DOWN,
  KEY_EVENT_CLICK,
  KEY_EVENT_LONG_PRESS,
  KEY_HOME,
  KEY_SELECT,
  KEY_SHORTCUT,
  KEY_UP,
  offDigitalCrown,
  offGesture,
  offKey,
  onDigitalCrown,
  onGesture,
  onKey,
  onWristMotion,
  WRIST_MOTION_FLIP,
} from '@zos/interaction';
import type { Key, Press } from '../../core/session/keys';
import type { Instant, Millis } from '../../core/time';
import type { Clock, Undo } from './clock';
import { attempt } from './fence';

/** Whether the page prevents the default action. */
export type Swallow = boolean;

/** A person's input by keys, crown and wrist. If a watch rejects a listener, nothing is heard of it. */
export interface Input {
  /**
   * Listens to keys. On some watches short presses may never reach the page (docs/platform.md), so nothing may depend
   * on swallowing one.
   */
  listenToKeys(heard: (press: Press) => Swallow): Undo;
  /** Listens to turns of the crown. Meanwhile the watch may not scroll with it. */
  listenToCrown(clock: Clock, turned: (press: Press) => void): Undo;
  /** Listens to swipes; `isBack` is set for one that leaves the page unless that is prevented. */
  listenToSwipes(heard: (isBack: boolean) => Swallow): Undo;
  /**
   * Listens for the wrist being turned over, and for a palm on the glass. The platform cannot stop listening, so later
   * events are ignored.
   */
  onWrist(heard: (what: WristMotion) => void): Undo;
}

export type WristMotion = 'flip' | 'palm';

/** A crown turned by less than this, in degrees, was only touched. */
const TURN = 30;

/** Turns that follow one another faster than this count as one turn; after a rest this long, a new one begins. */
const TURN_REST: Millis = 800;

/** The `type` of a wrist motion, as opposed to a palm on the glass (Zepp OS docs, onWristMotion). */
const WRIST_EVENT = 3;
const PALM_EVENT = 0;

export const watchInput: Input = {
  listenToKeys(heard) {
    attempt(() => {
      onKey({ callback: keyListener(heard) });
    });
    return () => {
      attempt(() => {
        offKey();
      });
    };
  },
  listenToCrown(clock, turned) {
    attempt(() => {
      onDigitalCrown({ callback: crownListener(clock, turned) });
    });
    return () => {
      attempt(() => {
        offDigitalCrown();
      });
    };
  },
  listenToSwipes(heard) {
    attempt(() => {
      onGesture({ callback: (gesture) => heard(gesture === GESTURE_RIGHT) });
    });
    return () => {
      attempt(() => {
        offGesture();
      });
    };
  },
  onWrist(heard) {
    let listening = true;
    attempt(() => {
      onWristMotion({
        callback({ type, motion }) {
          if (!listening) return;
          if (type === PALM_EVENT) heard('palm');
          if (type === WRIST_EVENT && motion === WRIST_MOTION_FLIP) heard('flip');
        },
      });
    });
    return () => {
      listening = false;
    };
  },
};

function keyListener(heard: (press: Press) => Swallow): (key: number, event: number) => Swallow {
  return (key, event) => {
    const name = nameOf(key);
    if (name && event === KEY_EVENT_CLICK) return heard({ kind: 'click', key: name });
    return name !== undefined && event === KEY_EVENT_LONG_PRESS && heard({ kind: 'hold' });
  };
}

function crownListener(clock: Clock, heard: (press: Press) => void): (key: number, degree: number) => void {
  let degrees = 0;
  let lastMoved = -Infinity;
  let lastHeard = -Infinity;
  return (_key, degree) => {
    const now = clock.now();
    if (isWithinRest(now, lastHeard)) return;
    // Occasional movements by a sleeve never add up to a turn.
    degrees = Math.abs(degree) + (isWithinRest(now, lastMoved) ? degrees : 0);
    lastMoved = now;
    // NaN does not count as a turn either.
    if (!(degrees >= TURN)) return;
    degrees = 0;
    lastHeard = now;
    heard({ kind: 'turn' });
  };
}

/** A clock that was set back ends any rest. */
function isWithinRest(now: Instant, since: Instant): boolean {
  return now >= since && now < since + TURN_REST;
}

function nameOf(key: number): Key | undefined {
  switch (key) {
    case KEY_HOME:
      return 'home';
    case KEY_SHORTCUT:
      return 'shortcut';
    case KEY_UP:
      return 'up';
    case KEY_DOWN:
      return 'down';
    case KEY_SELECT:
      return 'select';
    case KEY_BACK:
      return 'back';
    default:
      return undefined;
  }
}
