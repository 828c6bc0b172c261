/**
 * How a member of a module of the watch behaves instead of as documented. Watches differ from their documents and from one
 * another, so an app is to live with any of these at any member that it can do without.
 *
 * - `throws`: an error that the app can catch, and nothing else happens
 * - `doesNothing`: it answers `undefined`, and nothing else happens
 * - `missing`: it is not there
 * - `answers`: it does what it should, and answers this; a constant, or one of an object of constants, has this value
 * - `changes`: it does what it should, and answers what this makes of the true answer
 */
export type OddAnswer =
  | 'throws'
  | 'doesNothing'
  | 'missing'
  | { readonly answers: unknown }
  | { readonly changes: (answer: unknown) => unknown };

/** Which members answer oddly, by module and member; a method of a class is `Vibrator.start`. */
export class OddAnswers {
  readonly #odd = new Map<string, OddAnswer>();

  /** From now on, also in scripts that run already; `undefined` makes the member answer as it should again. */
  set(module: string, member: string, odd: OddAnswer | undefined): void {
    if (odd === undefined) this.#odd.delete(`${module} ${member}`);
    else this.#odd.set(`${module} ${member}`, odd);
  }

  of(module: string, member: string): OddAnswer | undefined {
    return this.#odd.size === 0 ? undefined : this.#odd.get(`${module} ${member}`);
  }
}
