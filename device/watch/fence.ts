/**
 * Asks the watch and believes nothing of it: what it answers is to be looked at, and an exception is no answer. Whoever
 * asks says what is so without one.
 */
export function answerOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** Has the watch do what may as well fail, and answers whether it went without an exception. */
export function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
