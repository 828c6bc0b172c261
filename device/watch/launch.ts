import type { Leg } from '../../core/body';
import type { HardQuestion } from '../../core/care/answers';
import type { Said } from '../../core/care/statement';
import type { Sign } from '../../core/care/sign-of-day';
import type { KnownRecord } from '../../core/record/outbox';
import type { Identity } from '../../core/state/identity';
import type { StoredSession } from '../../core/state/session-file';
import type { WholeSlot } from '../../core/state/slots';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { Memo } from '../../core/state/stored';
import { answerOf } from './fence';

/** What the pages of one launch of the app hand on to one another; it goes with the app. */
export interface LaunchMemory {
  /** Whether a page was shown. */
  landed?: boolean;
  /** When a page was left last. */
  leftAt?: Instant;
  /** Who the watch is while no disk will have it. */
  identity?: Identity;
  /** The page that was asked for and has not been opened yet. */
  awaited?: string | undefined;
  /** Whether the way to a page now is one that can be gone back: the last step led into a page, not to one in place of another. */
  wentInto?: boolean;
  /** The session as it was saved last. */
  session?: Memo<StoredSession | undefined>;
  /** Whether the phone was asked in this launch what is to be known before a session goes on; `asking` while the start page does. */
  phoneAsked?: 'asking' | 'asked';
  /** Whether the person was told how to get the picture back from a screen that looks black. */
  knowsWayBack?: boolean;
  /** What the person said when they stopped, for the page that asks what is wrong. */
  stopped?: Stopped | undefined;
  /** Whether the person has said what was wrong when they stopped, though the disk still says that they have not. */
  hasSaidWhy?: boolean;
  /** What was said of legs while no disk will have it. */
  unsaid?: readonly Said[] | undefined;
  /** The hard question to which the person said yes in a session, for the page that asks which leg. */
  saidYes?: HardQuestion | undefined;
  /** What the start page has to say to who touched Start on a notification and found no session begun. */
  notBegun?: 'done' | 'anotherDay' | 'noRoom' | undefined;
  /** Whether the person wants large text, once the preferences were read. */
  isLarge?: boolean;
  /** The record that was kept last. */
  record?: KnownRecord;
  /** What was written to each file, by its path. */
  written?: Map<string, Written>;
}

/** Where a person was who stopped because something is wrong, and the sign at which they did. */
export interface Stopped {
  readonly leg: Leg;
  readonly sign?: Sign;
  /** Whether the lock of the leg is on disk; not known of a stop that an earlier launch has noted. */
  readonly isLockKept?: boolean;
}

/** What was written to a file; `slot` where it was one. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly slot: WholeSlot | undefined;
}

export interface Launch {
  memory(): LaunchMemory;
  /** Whether this is the first page since the app was opened; asking makes it so no more. */
  isFirstPage(): boolean;
}

export const watchLaunch: Launch = {
  memory: launchMemory,
  isFirstPage() {
    const memory = launchMemory();
    const first = memory.landed !== true;
    memory.landed = true;
    return first;
  },
};

/** No page takes so long to take the place of another. */
const LAUNCH_AFTER: Millis = 5 * SECOND;

/**
 * The memory for a page that opens. Where the app's object outlives its pages, as it may beside a card (docs/platform.md, C4), a
 * page that comes long after another was left is the first of a launch of its own.
 */
export function memoryAt(now: Instant): void {
  const memory = launchMemory();
  memory.awaited = undefined;
  if (memory.leftAt !== undefined && Math.abs(now - memory.leftAt) > LAUNCH_AFTER) {
    memory.landed = false;
    delete memory.phoneAsked;
    memory.wentInto = false;
  }
}

/** Where the watch gives no memory, each page is the first and remembers for itself. */
const own: LaunchMemory = {};

export function launchMemory(): LaunchMemory {
  const memory = answerOf(memoryOfApp);
  return typeof memory === 'object' && memory !== null ? memory : own;
}

function memoryOfApp(): unknown {
  return getApp()._options.globalData;
}
