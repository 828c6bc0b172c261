/** Where a page holds what a command makes: two comments, which nobody sees who reads the page. */
export interface Marks {
  readonly begin: string;
  readonly end: string;
}

/** A page with `text` between its two marks, in the place of what stood there; throws a sentence where it lacks one. */
export function withBetween(page: string, { begin, end }: Marks, text: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The page has no "${begin}" and "${end}".`);
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}
