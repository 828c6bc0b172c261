import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/plan/routine';
import { apply } from '../../../core/session/apply';
import type { Session } from '../../../core/session/session';
import { advance, begin, command } from '../../../core/session/transition';
import { view } from '../../../core/session/view';
import { FIVE_ZONES_A_LEG } from '../plans';

const AWAKE = { quiet: undefined };
const NOTHING_YET = { due: 0, played: 0, late: 0, missed: 0, latest: 0 };

test('at the start everything is still to come', () => {
  const { way, ...seen } = view(started(), 0);
  expect([way.marks.length, way.done]).toEqual([22, { left: [], right: [] }]);
  expect(seen).toEqual({
    phase: 'running',
    interrupted: false,
    isSettling: true,
    isTouched: false,
    activity: { kind: 'prepare', leg: 'left' },
    next: { kind: 'zone', leg: 'left', zone: 'ankle', opening: 'begin' },
    step: { done: 0, left: 20_000, length: 20_000 },
    whole: { done: 0, left: 635_000, length: 635_000 },
    nextCueIn: 20_000,
    delivery: NOTHING_YET,
  });
});

test('in the middle of a zone it shows the zone, what follows, and the cues around', () => {
  const session = advance(started(), 50_250, AWAKE).session;
  const { way, ...seen } = view(session, 53_000);
  expect(way.marks.slice(0, 3)).toEqual([
    { kind: 'begin', at: 20_000, isPlayed: false },
    { kind: 'lightTouch', at: 50_000, isPlayed: true },
    { kind: 'moveUp', at: 80_000, isPlayed: false },
  ]);
  expect(seen).toEqual({
    phase: 'running',
    interrupted: false,
    isSettling: false,
    isTouched: false,
    activity: { kind: 'zone', leg: 'left', zone: 'ankle', opening: 'begin' },
    next: { kind: 'zone', leg: 'left', zone: 'calf', opening: 'moveUp' },
    step: { done: 33_000, left: 27_000, length: 60_000 },
    whole: { done: 53_000, left: 582_000, length: 635_000 },
    lastCue: { number: 1, cue: { kind: 'lightTouch', leg: 'left', zone: 'ankle' }, ago: 3_000 },
    nextCueIn: 27_000,
    delivery: { due: 2, played: 1, late: 0, missed: 1, latest: 250 },
  });
});

test('in the last zone nothing follows but the finish', () => {
  const seen = view(advance(started(), 600_000, AWAKE).session, 600_000);
  expect(seen.next).toBeUndefined();
  expect([seen.activity.kind, seen.step.left, seen.nextCueIn]).toEqual(['zone', 35_000, 5_000]);
});

test('a pause stops everything', () => {
  const paused = told(started(), 'pause', 5_000);
  const { pausedFor, ...later } = view(paused, 900_000);
  expect(later).toEqual({ ...view(paused, 5_000), pausedFor: undefined });
  expect([pausedFor, view(paused, 1_000).pausedFor]).toEqual([895_000, 0]);
});

test('the past is shown by leg, for zones of which at least half was done, and updated when it changes', () => {
  const early = advance(started(), 85_000, AWAKE).session;
  expect(view(early, 85_000).way.done).toEqual({ left: ['ankle'], right: [] });
  expect(view(early, 86_000).way).toBe(view(early, 85_000).way);
  const hurried = told(told(early, 'next', 90_000), 'next', 130_000);
  expect(view(hurried, 130_000).way.done).toEqual({ left: ['ankle', 'knee'], right: [] });
  const last = advance(started(), 400_000, AWAKE).session;
  expect(view(last, 400_000).way.done.left).toHaveLength(5);
  expect(view(last, 400_000).way.done.right).toEqual(['ankle']);
});

test('after the end it shows how it ended, and waits for no cue', () => {
  const finished = view(advance(started(), 635_000, AWAKE).session, 999_999);
  expect([finished.ending, finished.whole.left, finished.nextCueIn]).toEqual(['finished', 0, undefined]);
  const stopped = view(told(started(), 'end', 5_000), 999_999);
  expect([stopped.ending, stopped.whole.done, stopped.nextCueIn]).toEqual(['stopped', 5_000, undefined]);
});

test('an interrupted session says so until the person goes on', () => {
  const cutOff = certain(apply(started(), { kind: 'interrupted', at: 60_000, elapsed: 5_000 }), 'it runs');
  const going = certain(apply(cutOff, { kind: 'resumed', at: 70_000 }), 'it waits');
  expect([cutOff, told(started(), 'pause', 5_000), going].map((it) => view(it, 70_000).interrupted)).toEqual([
    true,
    false,
    false,
  ]);
});

test('a session that was cut off tells how long was massaged, and not how long one sat down', () => {
  const massageAt = (elapsed: number) =>
    view(certain(apply(started(), { kind: 'interrupted', at: 700_000, elapsed }), 'it runs'), 700_000)
      .massage;
  expect([5_000, 80_000, 330_000].map(massageAt)).toEqual(
    [0, 60_000, 300_000].map((done) => ({ done, length: 600_000 })),
  );
  expect(view(started(), 5_000).massage).toBeUndefined();
});

// Helpers

function started(): Session {
  return begin('id', makeRoutine(FIVE_ZONES_A_LEG), 0, AWAKE).session;
}

function told(session: Session, what: 'pause' | 'end' | 'next', now: number): Session {
  return certain(command(session, what, now, AWAKE), 'the session runs').session;
}

test.each([
  ['that leaves no time', 0, 0, true],
  ['that leaves no time', 0, 29_999, true],
  ['that leaves no time', 0, 30_000, false],
  ['that leaves little time', 14, 29_999, true],
  ['that leaves time', 15, 14_999, true],
  ['that leaves time', 15, 15_000, false],
])(
  'with a plan %s, %i s, for getting comfortable, there is time for a question after %i ms: %s',
  (_what, prepareSeconds, at, isSettling) => {
    const session = begin('settling', makeRoutine({ ...FIVE_ZONES_A_LEG, prepareSeconds }), 0, AWAKE).session;
    expect(view(session, at).isSettling).toBe(isSettling);
  },
);
