/** The seed of a day: its date in UTC, such as 20261128. */
export function seedOfDay(now: Date): number {
  return Number(now.toISOString().slice(0, 10).replace(/-/g, ''));
}
