import type { Identity } from '../../core/state/identity';

/** What the pages of one launch of the app hand on to one another; it goes with the app. */
export interface LaunchMemory {
  /** Whether a page was shown. */
  landed?: boolean;
  /** Who the watch is while no disk will have it. */
  identity?: Identity;
  /** What was written to each file, by its path. */
  written?: Map<string, string>;
}

export function launchMemory(): LaunchMemory {
  return getApp()._options.globalData ?? {};
}

/** Whether this is the first page since the app was opened; asking makes it so no more. */
export function isFirstPage(): boolean {
  const memory = launchMemory();
  const first = memory.landed !== true;
  memory.landed = true;
  return first;
}
