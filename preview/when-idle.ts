/** The longest wait, in ms, in a browser that is never idle. */
const LONGEST_WAIT = 1_000;

/** Calls `run` once the browser has drawn what it has to draw. */
export function whenIdle(run: () => void): void {
  // Some browsers do not tell when they are idle.
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: LONGEST_WAIT });
  else setTimeout(run, LONGEST_WAIT);
}
