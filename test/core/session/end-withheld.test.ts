import fc from 'fast-check';
import { makeRoutine } from '../../../core/plan/routine';
import { NOTHING_ARMED } from '../../../core/session/arming';
import type { Evidence } from '../../../core/session/evidence';
import { endWithheld } from '../../../core/session/reopen';
import type { Origin, Session } from '../../../core/session/session';
import { elapsedAt, startSession } from '../../../core/session/session';
import { advance, command } from '../../../core/session/transition';
import { SECOND } from '../../../core/time';
import { runs } from '../../runs';
import { TWO_ZONES_A_LEG } from '../plans';

const AWAKE = { quiet: undefined };
const ORIGIN: Origin = { planRevision: 0, utcOffset: 0 };
const ROUTINE = makeRoutine(TWO_ZONES_A_LEG);

/** A session that a page ran until `now`. */
function doneUntil(now: number, origin: Origin | undefined = ORIGIN): Session {
  return advance(startSession('a-1', ROUTINE, 0, origin), now, AWAKE).session;
}

function end(
  session: Session,
  now: number,
  ...legs: readonly ('left' | 'right')[]
): ReturnType<typeof endWithheld> {
  const evidence: Evidence = {
    ...AWAKE,
    now,
    alarmsLeft: [],
    marks: [],
    leavesMarks: true,
    proof: 'notTried',
  };
  return endWithheld(
    session,
    NOTHING_ARMED,
    evidence,
    { alive: { at: now, elapsed: elapsedAt(session, now) } },
    { legs },
  );
}

test('is over with what was done, recorded and without alarms, and names the locked legs', () => {
  const { session, effects } = end(doneUntil(100 * SECOND), 105 * SECOND, 'right');
  expect(session).toMatchObject({ phase: 'ended', ending: 'stopped', elapsed: 105 * SECOND });
  expect(session.origin?.withheld).toEqual(['right']);
  expect(effects).toEqual([{ kind: 'record' }, { kind: 'arm' }]);
});

test('names a leg that was left out before as well', () => {
  const before = doneUntil(100 * SECOND, { ...ORIGIN, withheld: ['left'] });
  expect(end(before, 105 * SECOND, 'right').session.origin?.withheld).toEqual(['left', 'right']);
});

test('names no leg if none is known to be locked, nor in a session of an older version', () => {
  expect(end(doneUntil(100 * SECOND), 105 * SECOND).session.origin).toEqual(ORIGIN);
  const old = advance(startSession('a-1', ROUTINE, 0), 100 * SECOND, AWAKE).session;
  expect(end(old, 105 * SECOND, 'right').session).toMatchObject({ phase: 'ended', origin: undefined });
});

test.each(['hurts', 'sign'] as const)(
  'says “%s” if the person had stopped for that before the watch was cut off',
  (stop) => {
    const evidence: Evidence = {
      ...AWAKE,
      now: 105 * SECOND,
      alarmsLeft: [],
      marks: [],
      leavesMarks: true,
      proof: 'notTried',
    };
    const { session } = endWithheld(doneUntil(100 * SECOND), NOTHING_ARMED, evidence, {}, { legs: [], stop });
    expect(session).toMatchObject({ phase: 'ended', ending: 'stopped', stop });
  },
);

test('keeps its ending if it had ended before', () => {
  const ended = command(doneUntil(100 * SECOND), 'end', 101 * SECOND, AWAKE);
  if (!ended.ok) throw new Error('it can be ended');
  expect(end(ended.value.session, 200 * SECOND, 'left').session).toBe(ended.value.session);
});

test('whenever it is resumed, it ends, plays nothing, and claims no cue as played that was not', () => {
  const times = fc.record({
    until: fc.integer({ min: 0, max: 700 * SECOND }),
    after: fc.integer({ min: -3600 * SECOND, max: 3600 * SECOND }),
    isPaused: fc.boolean(),
  });
  fc.assert(
    fc.property(times, ({ until, after, isPaused }) => {
      const running = doneUntil(until);
      const paused = command(running, 'pause', until, AWAKE);
      const before = isPaused && paused.ok ? paused.value.session : running;
      const { session, effects } = end(before, Math.max(0, until + after), 'left');
      expect(session.phase).toBe('ended');
      expect(effects.some(({ kind }) => kind === 'play')).toBe(false);
      const isPlayed = ({ outcome }: { readonly outcome: string }): boolean => outcome === 'played';
      expect(session.book.filter(isPlayed).length).toBeLessThanOrEqual(before.book.filter(isPlayed).length);
    }),
    { numRuns: runs(2000, 150) },
  );
});
