/** The share of what was planned from which on a session that went to its end counts as done. */
export const DONE_SHARE = 0.9;

/** Whether so many seconds of a leg on a day count as done: by the same share, on watch, phone and card. */
export function isLegDone({ done, planned }: { readonly done: number; readonly planned: number }): boolean {
  return done > 0 && done >= planned * DONE_SHARE;
}
