/** Every sentence that tells a length of time, to be translated. */
export const LENGTH_TEXTS = ['{seconds} s', '{minutes} min', '{minutes} min {seconds} s'] as const;

/** Such a sentence, and what is filled into it. */
export interface LengthInWords {
  readonly words: (typeof LENGTH_TEXTS)[number];
  readonly values: { readonly minutes: number; readonly seconds: number };
}

/** Whole seconds as one says them: `10 min 35 s`, `5 min`, `40 s`. */
export function lengthInWords(length: number): LengthInWords {
  const values = { minutes: Math.floor(length / 60), seconds: length % 60 };
  if (values.minutes === 0) return { words: '{seconds} s', values };
  return { words: values.seconds === 0 ? '{minutes} min' : '{minutes} min {seconds} s', values };
}
