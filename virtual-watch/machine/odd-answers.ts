/**
 * How a member of a module deviates from its documentation. Watches differ from the docs and from one another, so an
 * app should cope with any of these in any member that it can do without.
 *
 * - `throws`: throws an error that the app can catch, and does nothing else
 * - `doesNothing`: returns `undefined`, and does nothing else
 * - `missing`: does not exist
 * - `answers`: does its work but returns this value; a constant, or each constant of an object, has this value
 * - `changes`: does its work but returns this function of the true result
 */
export type OddAnswer =
  | 'throws'
  | 'doesNothing'
  | 'missing'
  | { readonly answers: unknown }
  | { readonly changes: (answer: unknown) => unknown };

/** The deviating members, by module and member; a method of a class is written `Vibrator.start`. */
export class OddAnswers {
  readonly #odd = new Map<string, OddAnswer>();

  /** Takes effect at once, also in running scripts; `undefined` restores the normal behaviour. */
  set(module: string, member: string, odd: OddAnswer | undefined): void {
    if (odd === undefined) this.#odd.delete(`${module} ${member}`);
    else this.#odd.set(`${module} ${member}`, odd);
  }

  of(module: string, member: string): OddAnswer | undefined {
    return this.#odd.size === 0 ? undefined : this.#odd.get(`${module} ${member}`);
  }
}
