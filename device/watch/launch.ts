import type { Leg } from '../../core/body';
import type { HardQuestion } from '../../core/care/answers';
import type { CareBook } from '../../core/care/book';
import type { Sign } from '../../core/care/sign-of-day';
import type { KnownRecord } from '../../core/record/outbox';
import type { EndedSession } from '../../core/session/session';
import type { Identity } from '../../core/state/identity';
import type { Preferences } from '../../core/state/preferences';
import type { StoredSession } from '../../core/state/session-file';
import type { WholeSlot } from '../../core/state/slots';
import type { Instant, Millis } from '../../core/time';
import { SECOND } from '../../core/time';
import type { Memo } from '../../core/state/stored';
import { answerOf } from './fence';

/** What the pages of one launch of the app pass to one another; it is lost when the app closes. */
export interface LaunchMemory {
  /** Whether a page was shown. */
  landed?: boolean;
  /** The page of reminders was opened to put one off today. */
  putsOff?: boolean;
  /** When the start page took a notification away, which the page of reminders has not heard of yet. */
  ringSeen?: Instant | undefined;
  /** When a page was last left. */
  leftAt?: Instant;
  /** The identity of the watch, while the disk does not take it. */
  identity?: Identity;
  /** An id that is noted on disk as given out, and not used yet. */
  reserved?: string | undefined;
  /** The page that was requested and has not opened yet. */
  awaited?: string | undefined;
  /**
   * Whether it is possible to go back from the present page: the last step went into a page and did not replace one.
   */
  wentInto?: boolean;
  /** The session as it was last saved. */
  session?: Memo<StoredSession | undefined>;
  /**
   * Whether the phone was asked in this launch what must be known before a session goes on; `asking` while the start
   * page does so.
   */
  phoneAsked?: 'asking' | 'asked';
  /** A notification begins a session, as soon as the start page has asked the phone for locks. */
  begins?: boolean | undefined;
  /** Whether the person was told how to get the picture back from a screen that looks black. */
  knowsWayBack?: boolean;
  /** What the person said when they stopped, for the page that asks what is wrong. */
  stopped?: Stopped | undefined;
  /** What the watch knows about locks and a stop, while the disk does not take it. */
  care?: CareBook | undefined;
  /** The session that has ended, while the disk does not take its record. */
  ended?: EndedSession | undefined;
  /** The hard question the person answered with yes in a session, for the page that asks which leg. */
  saidYes?: HardQuestion | undefined;
  /** Why touching Start on a notification began no session, for the start page to show. */
  notBegun?: 'done' | 'anotherDay' | 'noRoom' | undefined;
  /** The text size and when the day ends, once the preferences were read. */
  choices?: Choices;
  /** The record that was kept last. */
  record?: KnownRecord;
  /** The known contents of files, by path: what was written, and what was read of files that only pages write. */
  written?: Map<string, Written>;
}

/** The preferences that concern every page. */
export type Choices = Pick<Preferences, 'dayEnd' | 'largeText'>;

/** Where in the session a person stopped because something is wrong, and the sign at which they did. */
export interface Stopped {
  readonly leg: Leg;
  readonly sign?: Sign;
}

/** The contents of a file, undefined if it does not exist; `slot` if it holds one. */
export interface Written {
  readonly bytes: Uint8Array | undefined;
  readonly slot: WholeSlot | undefined;
}

export interface Launch {
  memory(): LaunchMemory;
  /** Whether this is the first page since the app was opened; true only for the first call. */
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

/** No page takes longer than this to replace another. */
const LAUNCH_AFTER: Millis = 5 * SECOND;

/**
 * The memory for a page that opens. If the app object outlives its pages, as it may next to a card (docs/platform.md,
 * C4), a page that opens long after another was left is the first of a new launch.
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

/** Asked for once by each page, since the app object lives at least as long. */
let shared: LaunchMemory | undefined;

/** If the watch offers no shared memory, each page counts as the first and remembers only for itself. */
export function launchMemory(): LaunchMemory {
  if (shared) return shared;
  const memory = answerOf(memoryOfApp);
  return (shared = typeof memory === 'object' && memory !== null ? memory : {});
}

function memoryOfApp(): unknown {
  return getApp()._options.globalData;
}
