import fc from 'fast-check';
import { signalOf } from '../../core/cue/cue';
import { patternLength, patternOf } from '../../core/cue/pattern';
import { makeRoutine } from '../../core/plan/routine';
import { DEFAULT_PLAN, type Plan } from '../../core/plan/plan';
import { remindAt } from '../../core/session/forgotten-pause';
import { advance, begin, command, type Command } from '../../core/session/transition';
import { openCues, type Session } from '../../core/session/session';
import { SECOND } from '../../core/time';
import { plans } from '../core/arbitraries';
import { runs } from '../runs';
import { givePlan, loadPackage, newWatch, press, WATCHES, signalFelt, startSession } from './app';

/** How far from its due time a cue may be felt. */
const TOLERANCE_MS = 50;

beforeAll(loadPackage);

describe.each(WATCHES)('the default session on %s', (_screen, device) => {
  test('plays every cue once and on time', () => {
    const watch = newWatch(device);
    startSession(watch);
    const start = watch.now();
    watch.advance(11 * 60 * SECOND);
    const felt = watch.felt().map((each) => [signalFelt(each), Math.round((each.at - start) / SECOND)]);
    const leg = (from: number) =>
      [0, 1, 2, 3, 4].flatMap((n) => [
        [n + 1, from + 60 * n],
        ['lightTouch', from + 60 * n + 30],
      ]);
    expect(felt).toEqual([...leg(20), ['switchLeg', 320], ...leg(335), ['finish', 635]]);
    expect(watch.felt().every(({ at }) => (at - start) % SECOND <= TOLERANCE_MS)).toBe(true);
  });

  test('costs at most two widget calls in a second without a cue or a step', () => {
    const watch = newWatch(device);
    startSession(watch);
    const start = watch.now();
    watch.advance(630 * SECOND);
    const busy = watch.felt().flatMap(({ at }) => [0, 1, 2].map((after) => second(at - start) + after));
    const calls = new Map<number, number>();
    for (const { at } of watch.widgetCalls())
      calls.set(second(at - start), (calls.get(second(at - start)) ?? 0) + 1);
    const atRest = [...calls].filter(([when]) => when > 0 && !busy.includes(when)).map(([, count]) => count);
    expect(atRest.length).toBeGreaterThan(500);
    expect(Math.max(...atRest)).toBeLessThanOrEqual(2);
  });
});

test('any session plays what the rules say, whatever is pressed and when', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WATCHES), plans(240), presses(), ([, device], plan, story) => {
      const foreseen = expected(plan, story);
      // A long pause is felt too, which these rules do not say.
      fc.pre(!foreseen.hasLongPause);
      const watch = newWatch(device);
      givePlan(watch, plan);
      startSession(watch);
      const start = watch.now();
      for (const { wait, press: label } of story) {
        watch.advance(wait);
        watch.wake();
        press(watch, label);
        watch.scroll(-10_000);
      }
      watch.wake();
      if (watch.texts().includes('Resume')) watch.tap('Resume');
      watch.advance(600 * SECOND);
      const felt = watch.felt().map((each) => ({
        signal: each.cut ? 'cut' : signalFelt(each),
        at: each.at - start,
      }));
      const due = cutShort(foreseen.felt);
      expect(felt.map(({ signal }) => signal)).toEqual(due.map(({ signal }) => signal));
      felt.forEach(({ at }, index) => {
        expect(Math.abs(at - (due[index]?.at ?? NaN))).toBeLessThanOrEqual(TOLERANCE_MS);
      });
    }),
    { numRuns: runs(500, 25) },
  );
});

interface Press {
  readonly wait: number;
  readonly press: 'Pause' | 'Resume' | 'Next' | '+15 s';
}

function presses(): fc.Arbitrary<readonly Press[]> {
  return fc.array(
    fc.record({
      wait: fc.integer({ min: 0, max: 40 * SECOND }),
      press: fc.constantFrom('Pause', 'Resume', 'Next', '+15 s'),
    }),
    { maxLength: 12 },
  );
}

const MEANING: Readonly<Record<Press['press'], Command>> = {
  Pause: 'pause',
  Resume: 'resume',
  Next: 'next',
  '+15 s': 'extend',
};

/** What should be felt according to the rules of a session, computed from cue to cue without a watch. */
function expected(plan: Plan, story: readonly Press[]) {
  const wrist = { quiet: undefined };
  const felt: { signal: ReturnType<typeof signalOf>; at: number }[] = [];
  let now = 0;
  let hasLongPause = false;
  const take = ({ session, effects }: ReturnType<typeof advance>): Session => {
    for (const effect of effects)
      if (effect.kind === 'play') felt.push({ signal: signalOf(effect.cue), at: now });
    return session;
  };
  let session = take(begin('test', makeRoutine(plan), now, wrist));
  const waitUntil = (then: number): void => {
    hasLongPause ||= (remindAt(session) ?? Infinity) <= then;
    for (;;) {
      const due = session.phase === 'running' ? openCues(session)[0]?.due : undefined;
      if (due === undefined || due > then) break;
      now = due;
      session = take(advance(session, now, wrist));
    }
    now = then;
  };
  for (const { wait, press } of story) {
    waitUntil(now + wait);
    const done = command(session, MEANING[press], now, wrist);
    if (done.ok) session = take(done.value);
  }
  const resumed = command(session, 'resume', now, wrist);
  if (resumed.ok) session = take(resumed.value);
  waitUntil(now + 3600 * SECOND);
  return { felt, hasLongPause };
}

/** Tapping Next during a cue replaces it with the next one at once; at the moment it begins, nothing of it is felt. */
function cutShort(felt: ReturnType<typeof expected>['felt']) {
  return felt.flatMap(({ signal, at }, index) => {
    const next = felt[index + 1]?.at ?? Infinity;
    if (next <= at) return [];
    return [{ signal: next < at + patternLength(patternOf(signal, 'standard')) ? 'cut' : signal, at }];
  });
}

function second(ms: number): number {
  return Math.floor(ms / SECOND);
}

test('the default plan takes 10 min 35 s and holds 22 cues', () => {
  const { length, cues } = makeRoutine(DEFAULT_PLAN);
  expect([length, cues.length]).toEqual([635 * SECOND, 22]);
});
