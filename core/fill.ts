/** Puts values into the braces of a text, all at one go: a value may have braces of its own. Braces without a value stay. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>> = {}): string {
  return pattern.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}
