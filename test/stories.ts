/**
 * Stories: long random sequences of events, after each of which the same laws must hold. A kind of story runs for an
 * allotted time, because no fixed number of them is right for every machine.
 */
import fc from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isLong, secondsAllotted, seedOfRun, storyToRepeat } from './runs';

export interface StoryKind<Story> {
  /** Their name in the count at the end of the run. */
  readonly name: string;
  /** The argument of `npm test -- …` that runs only these. */
  readonly path: string;
  readonly stories: fc.Arbitrary<Story>;
  /** Throws if the story does not end as it must. */
  readonly tell: (story: Story) => void;
  /** Seeds of stories that once found a fault; every run includes them, or the `foundADay` whose turn it is. */
  readonly found: readonly number[];
  /** For stories that take seconds each: how many of `found` a run of the day includes. A long run includes all. */
  readonly foundADay?: number;
  /** What happens in a story, in a few words each: every run includes each of these events, whatever its seed. */
  readonly ingredients?: (story: Story) => readonly string[];
  /** How many run in a long run, however long that takes. A day runs a quarter of them at most. */
  readonly long: number;
  /** How many stories one seed stands for: more than one if running a story is as fast as generating it. */
  readonly perSeed?: number;
}

/** Declares the tests of a kind of story: the fixed ones, and those of the day. `law` says what holds after each. */
export function testStories<Story>(law: string, kind: StoryKind<Story>): void {
  const fixed = [...foundOfDay(kind), ...someOfEverything(kind)];
  describe(law, () => {
    if (fixed.length > 0) test.each(fixed)('in story %d', (seed) => tellSeed(kind, seed));

    test('in the stories of the day, for the allotted time', () => {
      const repeated = storyToRepeat();
      if (repeated !== undefined) tellSeed(kind, repeated);
      else note(kind.name, fixed.length, tellDay(kind));
    });
  });
}

/** Those of `found` whose turn it is; the seed of a day is one more than that of the day before. */
export function foundOfDay<Story>({ found, foundADay = found.length }: StoryKind<Story>): readonly number[] {
  if (isLong()) return found;
  const first = ((seedOfRun() ?? 0) * foundADay) % Math.max(1, found.length);
  return [...found, ...found].slice(first, first + foundADay);
}

/** A few seeds whose stories together contain everything that the first 200 do: the richest one, then what it lacks. */
function someOfEverything<Story>({ stories, ingredients }: StoryKind<Story>): readonly number[] {
  if (!ingredients) return [];
  const rows = Array.from({ length: 200 }, (_, index) => {
    const seed = index + 1;
    return { seed, has: new Set(ingredients(storyOf(stories, seed))) };
  });
  const missing = new Set(rows.flatMap(({ has }) => [...has]));
  const seeds: number[] = [];
  while (missing.size > 0) {
    const gain = ({ has }: (typeof rows)[number]): number =>
      [...has].filter((each) => missing.has(each)).length;
    const best = rows.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    best.has.forEach((each) => missing.delete(each));
    seeds.push(best.seed);
  }
  return seeds;
}

function storyOf<Story>(stories: fc.Arbitrary<Story>, seed: number): Story {
  let first: { readonly story: Story } | undefined;
  fc.check(
    fc.property(stories, (story) => {
      first = { story };
    }),
    { seed, numRuns: 1 },
  );
  if (!first) throw new Error('a seed has a story');
  return first.story;
}

interface Told {
  readonly told: number;
  readonly seconds: number;
}

/** At least one story runs, so that this never passes without testing anything. */
export function tellDay<Story>(kind: StoryKind<Story>): Told {
  const { perSeed = 1 } = kind;
  const day = seedOfRun() ?? 0;
  const begun = performance.now();
  const end = begun + 1000 * secondsAllotted();
  const isEnough = (told: number): boolean =>
    isLong() ? told >= kind.long : told >= kind.long / 4 || performance.now() >= end;
  let told = 0;
  do {
    tellSeed(kind, storySeed(day, told));
    told += perSeed;
  } while (!isEnough(told));
  return { told, seconds: Math.round((performance.now() - begun) / 1000) };
}

/** Runs the story of a seed; if it fails, throws with the simplest failing story and how to repeat it. */
export function tellSeed<Story>({ path, stories, tell, perSeed = 1 }: StoryKind<Story>, seed: number): void {
  const property = fc.property(stories, (story) => {
    tell(story);
  });
  const limit = { interruptAfterTimeLimit: SIMPLIFYING_MS };
  const result = fc.check(property, { seed, numRuns: perSeed, ...limit });
  if (!result.failed) return;
  const report = fc.defaultReportMessage(result) ?? 'a story failed';
  const again = `To tell this story again: LEGATO_STORY=${seed} npm test -- ${path}`;
  throw new Error(`${again}\n\n${report}`, { cause: result.errorInstance });
}

/** How long to look for a simpler story after a failure. */
const SIMPLIFYING_MS = 90_000;

/** A different seed for each story of a day, of 31 bits as fast-check needs; adjacent days share almost none. */
function storySeed(day: number, number: number): number {
  let hash = Math.imul(day, 0x9e37_79b1) ^ Math.imul(number + 1, 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a_2d39);
  return (hash ^ (hash >>> 15)) >>> 1;
}

/** For the count at the end of the run: the workers that run stories have no other way to report it. */
function note(name: string, fixed: number, told: Told): void {
  const folder = join(__dirname, '..', 'build', 'stories');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name.replace(/\W+/g, '-')}.json`), JSON.stringify({ name, fixed, ...told }));
}
