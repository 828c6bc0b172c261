/** In the place of the texts that Zepp's compiler puts in: the global `texts`, and English, which is its own translation. */
export function gettext(msgid: string): string {
  const { texts } = globalThis as { readonly texts?: Readonly<Record<string, string>> };
  return texts?.[msgid] ?? msgid;
}
