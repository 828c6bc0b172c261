/** Formats a duration in seconds or, from a minute on, in minutes and seconds. */
export function lasting(seconds: number, unit: string): string {
  const whole = Math.floor(seconds);
  if (whole < 60) return `${String(whole)}${unit}`;
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, '0')}`;
}
