/** What a run of the tests was asked for. It comes by the environment, because jest's workers hear of nothing else. */

/**
 * How often a property is tried: `long` times with `npm run test:long`, else `daily` times, each day with other cases.
 *
 * Use it as `fc.assert(property, { numRuns: runs(1000, 100) })`.
 */
export function runs(long: number, daily: number): number {
  return isLong() ? long : daily;
}

/** Whether thousands are to be tried instead of what fits into a few minutes. */
export function isLong(): boolean {
  return isSet('LEGATO_LONG');
}

/** Whether `CI` is set to anything but `false` or `0`. */
export function inCi(): boolean {
  return isSet('CI');
}

/** The seed of the day, or the one that was asked for; `undefined` when jest was called without `npm test`. */
export function seedOfRun(): number | undefined {
  return numberIn('LEGATO_SEED');
}

/** The one story that is to be told again. */
export function storyToRepeat(): number | undefined {
  return numberIn('LEGATO_STORY');
}

/** How many seconds each kind of story is allotted. */
export function secondsAllotted(): number {
  return numberIn('LEGATO_STORY_SECONDS') ?? (inCi() ? 40 : 10);
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
