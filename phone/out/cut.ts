/** A text that may have been cut. */
export interface Cut {
  readonly text: string;
  /** The number of rows included, and the total. */
  readonly rows: number;
  readonly of: number;
}

/** The longest sequence of whole rows from the beginning, with their line ends, that has at most `limit` characters. */
export function cutRows(text: string, limit: number): Cut {
  const of = rowsIn(text);
  if (text.length <= limit) return { text, rows: of, of };
  const first = limit < 1 ? '' : text.slice(0, text.lastIndexOf('\n', limit - 1) + 1);
  return { text: first, rows: rowsIn(first), of };
}

/** The number of rows; what follows the last line end is a row if it is not empty. */
function rowsIn(text: string): number {
  const pieces = text.split('\n');
  return pieces.length - (pieces[pieces.length - 1] === '' ? 1 : 0);
}

/**
 * The most characters of subject and text in a mail, before they are encoded as a link, in which a Chinese character
 * takes nine. Phones open far longer links (Q8).
 */
export const MAIL_LIMIT = 1800;

/**
 * A link that opens a mail with subject and text, containing as many whole rows as fit; `told` is added if rows are
 * missing. Lines end as a link has to say it (RFC 6068, section 5), since some mail programs join them otherwise.
 */
export function mailLink(
  subject: string,
  text: string,
  told: (cut: Cut) => string,
): { readonly address: string; readonly cut: Cut } {
  const address = (body: string): string =>
    `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  const limit = MAIL_LIMIT - subject.length;
  const { text: first, of } = cutRows(text, limit);
  const mail = first.replace(/\r?\n/g, '\r\n');
  const whole = cutRows(mail, limit);
  if (whole.rows === of) return { address: address(mail), cut: whole };
  // The longest form of the sentence.
  const longest = told({ text: '', rows: of, of });
  const cut = { ...cutRows(mail, limit - longest.length), of };
  return { address: address(`${cut.text}${told(cut)}`), cut };
}
