/**
 * Replaces the placeholders of a text, such as `{name}`, in a single pass, so braces within a value are left alone.
 * Placeholders without a value stay.
 */
export function fill(pattern: string, values: Readonly<Record<string, string | number>> = {}): string {
  return pattern.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}
