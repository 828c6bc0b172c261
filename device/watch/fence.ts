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

/** The fields of an answer that should be an object; there are none in anything else. */
export function fieldsOf(told: unknown): Readonly<Record<string, unknown>> {
  return typeof told === 'object' && told !== null ? { ...told } : {};
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
