/** A number in base 36, which is no longer than `digits`: a larger one becomes the largest that has room. */
export function base36(value: number, digits: number): string {
  return Math.min(value, 36 ** digits - 1).toString(36);
}

/** The same with zeros before it, so that it always has as many digits. */
export function base36Padded(value: number, digits: number): string {
  return base36(value, digits).padStart(digits, '0');
}

/** As lenient as `parseInt`: what is not written as above is found out by writing it again. */
export function fromBase36(word: string): number {
  return parseInt(word, 36);
}
