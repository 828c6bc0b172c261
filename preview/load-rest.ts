/**
 * How long after the watch is shown the rest is loaded, in ms. Until then the processor belongs to the first session: on
 * one core, the rest takes as long as the session.
 */
const REST_AFTER = 5_000;

/** Loads later what the first session does not need. If that fails, what is shown still works. */
export function loadRest(load: () => Promise<void>): void {
  setTimeout(() => void load().catch(console.warn), REST_AFTER);
}
