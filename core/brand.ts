declare const brand: unique symbol;

/** Marks a type that only one function can create, so that unchecked data cannot pass as checked. */
export interface Brand<Name extends string> {
  readonly [brand]: Name;
}
