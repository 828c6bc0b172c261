/** Creates a value on first use and caches it, so that a page does not wait for what it may not need. */
export function lazily<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => (made = made ?? { it: make() }).it;
}
