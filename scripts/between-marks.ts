/** Two HTML comments that enclose generated text in a page; they are invisible to readers. */
export interface Marks {
  readonly begin: string;
  readonly end: string;
}

/** Replaces the text between a page's two marks. Throws an error with a readable message if a mark is missing. */
export function withBetween(page: string, { begin, end }: Marks, text: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The page has no "${begin}" and "${end}".`);
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}
