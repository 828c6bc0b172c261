import { fill } from './fill';

/** A sentence with `{names}` to fill in. The text is translated; the values are the same in all languages. */
export interface Sentence {
  readonly text: string;
  /** A list of names is joined as the language does it. */
  readonly values: Readonly<Record<string, SentenceValue>>;
}

/** A value that is itself a sentence is translated too. */
export type SentenceValue = string | number | readonly string[] | Sentence;

/** How a list is extended by one item. */
export const LISTED = '{list}, {item}';

/** Fills in a sentence; `translate` returns a text in the person's language. */
export function filled({ text, values }: Sentence, translate = (english: string) => english): string {
  const spoken = Object.entries(values).map(
    ([name, value]) => [name, spokenValue(value, translate)] as const,
  );
  return fill(translate(text), Object.fromEntries(spoken));
}

function spokenValue(value: SentenceValue, translate: (english: string) => string): string | number {
  if (typeof value !== 'object') return value;
  return isSentence(value) ? filled(value, translate) : listed(value, translate);
}

function isSentence(value: readonly string[] | Sentence): value is Sentence {
  return 'text' in value;
}

function listed(names: readonly string[], translate: (english: string) => string): string {
  return names.reduce((list, item) => fill(translate(LISTED), { list, item }));
}
