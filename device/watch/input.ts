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

/** Whether the page keeps what it is told from doing what it does elsewhere. */
export type Swallow = boolean;

/** What a person does with keys, crown and wrist. A watch that takes none of the listeners is heard nothing of. */
export interface Input {
  /**
   * Tells a page of its keys. Short presses may never reach it on some watches (docs/platform.md), so nothing may depend on
   * swallowing one.
   */
  listenToKeys(heard: (press: Press) => Swallow): Undo;
  /** Tells of turns of the crown. A watch may not scroll by it meanwhile. */
  listenToCrown(clock: Clock, turned: (press: Press) => void): Undo;
  /** Tells of swipes, `isBack` of one that leaves the page unless it is kept from that. */
  listenToSwipes(heard: (isBack: boolean) => Swallow): Undo;
  /**
   * Tells when the wrist is turned over, and when a palm is laid on the glass. The platform has no way to stop listening: what
   * is told later is ignored.
   */
  onWrist(heard: (what: WristMotion) => void): Undo;
}

export type WristMotion = 'flip' | 'palm';

/** A crown turned by less than this, in degrees, was touched and not turned. */
const TURN = 30;

/** Turns that follow one another faster than this are one turn; after a rest of as long a new one begins. */
const TURN_REST: Millis = 800;

/** `type` of a wrist motion, as against a palm on the glass (Zepp OS docs, onWristMotion). */
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
    // What a sleeve moves now and then never adds up to a turn.
    degrees = Math.abs(degree) + (isWithinRest(now, lastMoved) ? degrees : 0);
    lastMoved = now;
    // A degree that is no number is no turn either.
    if (!(degrees >= TURN)) return;
    degrees = 0;
    lastHeard = now;
    heard({ kind: 'turn' });
  };
}

/** A clock that was set back ends every rest. */
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
