/**
 * Calls the watch's API without trusting it: the caller has to check the result, and an exception gives undefined. The
 * caller decides what holds in that case.
 */
export function answerOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** The fields of a result that should be an object; empty for anything else. */
export function fieldsOf(told: unknown): Readonly<Record<string, unknown>> {
  return typeof told === 'object' && told !== null ? { ...told } : {};
}

/** Calls something that may fail, and returns whether it did not throw. */
export function attempt(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
