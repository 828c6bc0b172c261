/** Repairs made to a text without asking, with their names in a sentence. They never change the meaning of the text. */
export const REPAIR_NAMES = {
  invisible: 'invisible signs',
  quotes: 'quotation marks',
  quoting: 'the signs > of a mail',
  around: 'text around the plan',
  commas: 'commas',
  comments: 'comments',
  formatting: 'signs of formatting',
  lineBreaks: 'line breaks',
  decimalCommas: 'decimal commas',
  otherSigns: 'signs of another keyboard',
  standardParts: 'parts that it does not tell of, as in the standard plan',
  numbersInQuotes: 'numbers in quotation marks',
} as const;
export type Repair = keyof typeof REPAIR_NAMES;

/** In the order in which they are reported. */
export const REPAIRS = Object.keys(REPAIR_NAMES) as readonly Repair[];
