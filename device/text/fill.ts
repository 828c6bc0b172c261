/** Puts values into the braces of a text; braces without a value stay. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>> = {}): string {
  return pattern.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}
