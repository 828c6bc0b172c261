/** A text and whether it is all of it. */
export interface Cut {
  readonly text: string;
  /** Rows that are there, of how many. */
  readonly rows: number;
  readonly of: number;
}

/** As many whole rows from the beginning as `fits` takes, with their ends. */
export function cutRows(text: string, fits: (text: string) => boolean): Cut {
  const rows = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(rows.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return { text: rows.slice(0, low).join(''), rows: low, of: rows.length };
}

/** A link that opens a mail is no longer than this, as it is written. */
export const MAIL_LIMIT = 1800;

/** A link that opens a mail with subject and text, and as many whole rows of it as it takes; `told` is said where rows are missing. */
export function mailLink(
  subject: string,
  text: string,
  told: (cut: Cut) => string,
): { readonly address: string; readonly cut: Cut } {
  const address = (body: string): string =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const whole = cutRows(text, (part) => address(part).length <= MAIL_LIMIT);
  if (whole.rows === whole.of) return { address: address(text), cut: whole };
  // The sentence is as long as it can get.
  const longest = told({ text: '', rows: whole.of, of: whole.of });
  const cut = cutRows(text, (part) => address(`${part}${longest}`).length <= MAIL_LIMIT);
  return { address: address(`${cut.text}${told(cut)}`), cut };
}
