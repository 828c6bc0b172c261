/** In the place of the texts that Zepp's compiler puts in: English is its own translation. */
export function gettext(msgid: string): string {
  return msgid;
}
