/** The options of a test run. They come from the environment, because jest's workers get nothing else. */

/**
 * How often a property is tried: `long` times with `npm run test:long`, otherwise `daily` times, each day with other
 * cases.
 *
 * Use it as `fc.assert(property, { numRuns: runs(1000, 100) })`.
 */
export function runs(long: number, daily: number): number {
  return isLong() ? long : daily;
}

/** Whether to try thousands instead of what fits into a few minutes. */
export function isLong(): boolean {
  return isSet('LEGATO_LONG');
}

/** Whether `CI` is set to anything but `false` or `0`. */
export function inCi(): boolean {
  return isSet('CI');
}

/** The seed of the day, or the requested one; `undefined` if jest was called without `npm test`. */
export function seedOfRun(): number | undefined {
  return numberIn('LEGATO_SEED');
}

/**
 * Whether number `at` is tried today, if of `of` neighbours one is tried each day, and each within as many days. A long
 * run tries all.
 */
export function isForToday(at: number, of: number): boolean {
  return isLong() || (at + (seedOfRun() ?? 0)) % of === 0;
}

/** The one story to repeat. */
export function storyToRepeat(): number | undefined {
  return numberIn('LEGATO_STORY');
}

/** How many seconds each kind of story may run. */
export function secondsAllotted(): number {
  return numberIn('LEGATO_STORY_SECONDS') ?? (inCi() ? 9 : 8);
}

function isSet(name: string): boolean {
  const flag = process.env[name];
  return !(flag === undefined || flag === '' || flag === 'false' || flag === '0');
}

function numberIn(name: string): number | undefined {
  const text = process.env[name] ?? '';
  if (text === '') return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Error(`${name} is a number, not "${text}"`);
  return number;
}
