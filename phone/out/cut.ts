/** A text that may have been cut. */
export interface Cut {
  readonly text: string;
  /** The number of rows included, and the total. */
  readonly rows: number;
  readonly of: number;
}

/** The longest sequence of whole rows from the beginning that `fits` accepts, including their line ends. */
export function cutRows(text: string, fits: (text: string) => boolean): Cut {
  const pieces = text.split('\n');
  const of = pieces.length - (pieces[pieces.length - 1] === '' ? 1 : 0);
  if (fits(text)) return { text, rows: of, of };
  const first = (rows: number): string => (rows === 0 ? '' : `${pieces.slice(0, rows).join('\n')}\n`);
  let [low, high] = [0, Math.max(0, of - 1)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(first(middle))) low = middle;
    else high = middle - 1;
  }
  return { text: first(low), rows: low, of };
}

/**
 * The most characters of subject and text in a mail, before they are encoded as a link, in which a Chinese character
 * takes nine. Phones open far longer links (Q8).
 */
export const MAIL_LIMIT = 1800;

/**
 * A link that opens a mail with subject and text, containing as many whole rows as fit; `told` is added if rows are
 * missing.
 */
export function mailLink(
  subject: string,
  text: string,
  told: (cut: Cut) => string,
): { readonly address: string; readonly cut: Cut } {
  const address = (body: string): string =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const isMail = (body: string): boolean => subject.length + body.length <= MAIL_LIMIT;
  const whole = cutRows(text, isMail);
  if (whole.rows === whole.of) return { address: address(text), cut: whole };
  // The longest form of the sentence.
  const longest = told({ text: '', rows: whole.of, of: whole.of });
  const cut = cutRows(text, (part) => isMail(`${part}${longest}`));
  return { address: address(`${cut.text}${told(cut)}`), cut };
}
