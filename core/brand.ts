declare const brand: unique symbol;

/** Marks a type that only one function makes, so that nobody passes data off as checked. */
export interface Brand<Name extends string> {
  readonly [brand]: Name;
}
