/** A number in base 36, at most `digits` digits long. A larger number becomes the largest one that fits. */
export function base36(value: number, digits: number): string {
  return Math.min(value, 36 ** digits - 1).toString(36);
}

/** Like `base36`, but padded with zeros to exactly `digits` digits. */
export function base36Padded(value: number, digits: number): string {
  return base36(value, digits).padStart(digits, '0');
}

/** As lenient as `parseInt`. To validate the input, encode the result again and compare. */
export function fromBase36(word: string): number {
  return parseInt(word, 36);
}
