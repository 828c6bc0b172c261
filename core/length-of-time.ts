/** The translatable texts for a length of time. */
export const LENGTH_TEXTS = ['{seconds} s', '{minutes} min', '{minutes} min {seconds} s'] as const;

/** One of these texts and the values to fill in. */
export interface LengthInWords {
  readonly words: (typeof LENGTH_TEXTS)[number];
  readonly values: { readonly minutes: number; readonly seconds: number };
}

/** Whole seconds in words: `10 min 35 s`, `5 min`, `40 s`. */
export function lengthInWords(length: number): LengthInWords {
  const values = { minutes: Math.floor(length / 60), seconds: length % 60 };
  if (values.minutes === 0) return { words: '{seconds} s', values };
  return { words: values.seconds === 0 ? '{minutes} min' : '{minutes} min {seconds} s', values };
}
