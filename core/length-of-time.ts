/** A length of time as a sentence to be translated, and what is filled into it. */
export interface LengthInWords {
  readonly words: '{seconds} s' | '{minutes} min' | '{minutes} min {seconds} s';
  readonly values: { readonly minutes: number; readonly seconds: number };
}

/** Whole seconds as one says them: `10 min 35 s`, `5 min`, `40 s`. */
export function lengthInWords(length: number): LengthInWords {
  const values = { minutes: Math.floor(length / 60), seconds: length % 60 };
  if (values.minutes === 0) return { words: '{seconds} s', values };
  return { words: values.seconds === 0 ? '{minutes} min' : '{minutes} min {seconds} s', values };
}
