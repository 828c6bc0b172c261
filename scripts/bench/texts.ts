/**
 * Replaces the texts that Zepp's compiler inserts: uses the global `texts`, or English, which is its own translation.
 */
export function gettext(msgid: string): string {
  const { texts } = globalThis as { readonly texts?: Readonly<Record<string, string>> };
  return texts?.[msgid] ?? msgid;
}
