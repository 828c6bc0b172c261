/** Parses what a person types: durations and choices. */

const MS = { ms: 1, s: 1_000, min: 60_000, h: 3_600_000 } as const;
type Unit = keyof typeof MS;

/** Parses `20 s`, `-5min`, `300 ms` or `1.5 h` into ms; otherwise throws an error with a readable message. */
export function durationOf(text: string): number {
  const [, number = '', unit = ''] = /^([-+]?\d+(?:\.\d+)?)\s*(ms|s|min|h)$/.exec(text) ?? [];
  if (number === '') throw new Error(`"${text}" is no length of time, such as 20 s, 5 min, 300 ms or 1 h.`);
  return Math.round(Number(number) * MS[unit as Unit]);
}

/** Formats ms as `1:05.0`. */
export function timeOf(ms: number): string {
  const tenths = Math.round(ms / 100);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}`;
}

/** Finds a choice, ignoring case; otherwise throws an error that lists all choices. */
export function choiceOf<Choice extends string>(choices: readonly Choice[], text: string): Choice {
  const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw new Error(`"${text}" is none of ${choices.join(', ')}.`);
  return found;
}
