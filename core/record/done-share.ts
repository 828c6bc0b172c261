/** The share of the planned time from which a leg, or a session that reached its end, counts as done. */
export const DONE_SHARE = 0.9;

/** Whether the seconds done of a leg on a day count as done. Watch, phone and card use the same share. */
export function isLegDone({ done, planned }: { readonly done: number; readonly planned: number }): boolean {
  return done > 0 && done >= planned * DONE_SHARE;
}
