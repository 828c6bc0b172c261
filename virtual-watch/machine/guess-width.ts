/** About half the size for a letter, the whole for a Chinese character. */
export function guessWidth(text: string, size: number): number {
  return Array.from(text).reduce(
    (sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e80 ? size : size * 0.55),
    0,
  );
}
