/** The outcome of an operation that can fail: a value, or an error from a closed set. */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Problem };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function err<Problem>(error: Problem): { readonly ok: false; readonly error: Problem } {
  return { ok: false, error };
}

/**
 * Returns the value of a result that cannot be an error here; `because` says why. Throws if it is one, since that is a
 * bug and not bad input.
 */
export function certain<Value>(result: Result<Value, unknown>, because: string): Value {
  if (result.ok) return result.value;
  throw new Error(`This cannot fail because ${because}, yet it did: ${String(result.error)}`);
}
