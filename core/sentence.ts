import { fill } from './fill';

/** A sentence with `{names}` to be filled in: the text can be translated, the values are the same in all languages. */
export interface Sentence {
  readonly text: string;
  /** Names in a list are parted the way the language does it. */
  readonly values: Readonly<Record<string, SentenceValue>>;
}

/** A value that is a sentence itself is translated as well. */
export type SentenceValue = string | number | readonly string[] | Sentence;

/** A list of names and one name more. */
export const LISTED = '{list}, {item}';

/** A sentence as it is read; `translate` gives the text in another language. */
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
