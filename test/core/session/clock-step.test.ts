import fc from 'fast-check';
import { makeRecord } from '../../../core/record/record';
import { makeRoutine } from '../../../core/plan/routine';
import { afterClockStep, clockWasSet, stoodStill } from '../../../core/session/clock-step';
import type { Arming } from '../../../core/session/arming';
import type { Evidence } from '../../../core/session/evidence';
import type { Mark } from '../../../core/session/mark';
import { NOTHING_ARMED } from '../../../core/session/arming';
import type { EndedSession, RunningSession } from '../../../core/session/session';
import { elapsedAt, openCues, startOf } from '../../../core/session/session';
import { advance, begin } from '../../../core/session/transition';
import { HOUR, SECOND } from '../../../core/time';
import { runs } from '../../runs';
import { plans } from '../arbitraries';
import { FIVE_ZONES_A_LEG } from '../plans';

const AWAKE = { quiet: undefined };
const WAITED = { since: 10_000, until: 11_000 };

/** What the clock shows after a one-second timer, and whether it was set meanwhile. */
const shown: readonly (readonly [number, boolean])[] = [
  [10_900, false],
  [11_000, false],
  [21_000, false],
  [21_001, true],
  [9_000, false],
  [8_999, true],
];

test.each(shown)('a clock that shows %d after a one-second timer was set: %s', (now, set) => {
  expect(clockWasSet(WAITED, now)).toBe(set);
});

test('a clock set forward moves the cues, and plays none of those it passed over', () => {
  const { session, effects } = afterClockStep(running(30), 30_000, UNARMED, evidence(30_000 + HOUR));
  expect(effects.map(({ kind }) => kind)).toEqual(['save', 'arm']);
  expect(elapsedAt(session, 30_000 + HOUR)).toBe(30_000);
  expect(session.phase === 'running' && openCues(session)[0]).toEqual({
    number: 1,
    cue: { kind: 'lightTouch', leg: 'left', zone: 'ankle' },
    due: 50_000 + HOUR,
  });
});

test.each([-HOUR, -5 * SECOND, HOUR, 50 * 365 * 24 * HOUR])(
  'after the clock is set by %d ms under a living page, the start of the session is by the new clock',
  (step) => {
    const start = 60 * 365 * 24 * HOUR;
    const begun = begin('id', makeRoutine(FIVE_ZONES_A_LEG), start, AWAKE).session;
    const { session } = afterClockStep(
      begun as RunningSession,
      30_000,
      UNARMED,
      evidence(start + 30_000 + step),
    );
    expect(startOf(session)).toBe(start + step);
    const twice = afterClockStep(session as RunningSession, 40_000, UNARMED, evidence(start + 40_000));
    expect(startOf(twice.session)).toBe(start);
    const ended = advance(session, start + step + HOUR, AWAKE).session;
    expect(makeRecord(ended as EndedSession, () => 60)).toMatchObject({
      startedAt: start + step,
      endedAt: start + step + 635_000,
    });
  },
);

test('no clock moves the start of a session before the earliest instant', () => {
  expect(startOf(afterClockStep(running(30), 30_000, UNARMED, evidence(0)).session)).toBe(0);
});

test('a clock set back does not hold the session up', () => {
  const { session } = afterClockStep(running(30), 30_000, UNARMED, evidence(30_000 - HOUR));
  const next = advance(session, 50_000 - HOUR, AWAKE);
  expect(next.effects.map(({ kind }) => kind)).toEqual(['save', 'play']);
});

test('a cue that a service brought because its alarm rang at once is over, and proves no time', () => {
  const before = running(30);
  const { session } = afterClockStep(before, 30_000, armed(before), {
    ...evidence(57_000),
    marks: [markAt(1, 57_000)],
  });
  expect(session.book.slice(1)).toEqual([{ outcome: 'played', by: 'alarm', late: 7_000 }]);
  expect(elapsedAt(session, 57_000)).toBe(30_000);
  expect(session.phase === 'running' && openCues(session)[0]?.cue.kind).toBe('moveUp');
});

test('of the cues that the clock of a lit watch was set past, the newest was brought if still true, and is over', () => {
  const before = running(30);
  const at = (now: number, quiet?: 'sleep') =>
    afterClockStep(before, 30_000, armed(before), { ...evidence(now), quiet }).session.book.slice(1);
  const byAlarm = { outcome: 'played', by: 'alarm' };
  const passed = { outcome: 'missed', reason: 'clockSet' };
  expect(at(57_000)).toEqual([byAlarm]);
  expect(at(57_000, 'sleep')).toEqual([{ outcome: 'swallowed', by: 'sleep' }]);
  expect(at(60_001)).toEqual([{ outcome: 'unknown' }]);
  expect(at(62_001)).toEqual([]);
  expect(at(100_000)).toEqual([passed, byAlarm]);
});

test('a cue that its alarm brought just before the clock was set back is over', () => {
  const before = running(30);
  const { session, effects } = afterClockStep(before, 51_000, armed(before), evidence(49_000));
  expect(session.book.slice(1)).toEqual([{ outcome: 'played', by: 'alarm' }]);
  expect(elapsedAt(session, 49_000)).toBe(51_000);
  expect(effects.map(({ kind }) => kind)).toEqual(['save', 'arm']);
});

test('one that rang at once and was swallowed is over as well', () => {
  const before = running(30);
  const { session } = afterClockStep(before, 30_000, armed(before), {
    ...evidence(57_000),
    marks: [{ ...markAt(1, 57_000), quiet: 'doNotDisturb' }],
  });
  expect(session.book.slice(1)).toEqual([{ outcome: 'swallowed', by: 'doNotDisturb' }]);
});

test('alarms that rang on time distinguish a page that stood still from a clock set forward', () => {
  const before = running(30);
  const arming = armed(before);
  const late = { ...evidence(62_000), alarmsLeft: [GUARD] };
  expect(stoodStill(before, arming, late)).toBe(true);
  // The guard was taken by a service whose alarm rang out of time.
  expect(stoodStill(before, arming, { ...late, alarmsLeft: [] })).toBe(false);
  // An alarm that rang ten seconds ago is no evidence, nor is one that is left, or one of a booked cue.
  expect(stoodStill(before, arming, { ...late, now: 61_000 })).toBe(false);
  expect(stoodStill(before, arming, { ...late, alarmsLeft: [GUARD, 101] })).toBe(false);
  const booked = { ...arming, cues: [{ number: 0, alarm: 100, rings: 21_000 }] };
  expect(stoodStill(before, booked, late)).toBe(false);
});

test('a cue that was passed over before one that was felt is missed because of the clock', () => {
  const before = running(30);
  const { session } = afterClockStep(before, 30_000, armed(before), {
    ...evidence(85_000),
    marks: [{ ...markAt(1, 85_000), did: 'late' }, markAt(2, 85_000)],
  });
  expect(session.book.slice(1)).toEqual([
    { outcome: 'missed', reason: 'clockSet' },
    { outcome: 'played', by: 'alarm', late: 5_000 },
  ]);
});

test('an alarm that is still there, was never set, or opens the page, brought no cue', () => {
  const before = running(30);
  const still = afterClockStep(before, 30_000, armed(before), { ...evidence(57_000), alarmsLeft: [101] });
  const never = { ...armed(before), cues: armed(before).cues.map((cue) => ({ ...cue, alarm: 0 })) };
  const ofPages: Arming = { ...armed(before), form: 'page' };
  const others = [never, ofPages].map((arming) => afterClockStep(before, 30_000, arming, evidence(57_000)));
  expect([still, ...others].map(({ session }) => session.book)).toEqual(new Array(3).fill(before.book));
});

test('an alarm that the watch has dropped with all others, as the clock was set, brought no cue', () => {
  const before = running(30);
  const { session } = afterClockStep(before, 30_000, armed(before), { ...evidence(57_000), alarmsLeft: [] });
  expect(session.book).toEqual(before.book);
});

test('it is not known what an alarm has brought if a service that kept still has taken the guard', () => {
  const before = running(30);
  const { session } = afterClockStep(before, 30_000, armed(before), {
    ...evidence(57_000),
    alarmsLeft: [102],
  });
  expect(session.book.slice(1)).toEqual([{ outcome: 'unknown' }]);
});

test('it is not known whether the end was felt if only the guard can tell that the watch has kept its alarms', () => {
  const before = running(610);
  const at = (alarmsLeft: readonly number[]) =>
    afterClockStep(before, 610_000, armed(before), { ...evidence(637_000), alarmsLeft }).session.book.slice(
      21,
    );
  expect(at([GUARD])).toEqual([{ outcome: 'played', by: 'alarm' }]);
  expect(at([])).toEqual([{ outcome: 'unknown' }]);
});

test('however the clock is set, no time is claimed and none is lost', () => {
  fc.assert(
    fc.property(
      plans(),
      fc.nat({ max: 600 }),
      fc.integer({ min: -2 * HOUR, max: 2 * HOUR }),
      (plan, second, step) => {
        const session = begin('id', makeRoutine(plan), 0, AWAKE).session;
        const before = advance(session, second * SECOND, AWAKE).session;
        fc.pre(before.phase === 'running');
        const now = second * SECOND + step;
        const after = afterClockStep(before, second * SECOND, armed(before), evidence(now)).session;
        expect(elapsedAt(after, now)).toBe(second * SECOND);
        expect(after.book.slice(0, before.book.length)).toEqual(before.book);
        expect(after.phase === 'running' && openCues(after).every(({ due }) => due > now)).toBe(true);
      },
    ),
    { numRuns: runs(1000, 200) },
  );
});

// Helpers

function markAt(number: number, began: number): Mark {
  return { session: 'id', revision: 1, number, began, did: 'brief', quiet: undefined };
}

const UNARMED: Arming = NOTHING_ARMED;
const GUARD = 900;

function running(second: number): RunningSession {
  const session = begin('id', makeRoutine(FIVE_ZONES_A_LEG), 0, AWAKE).session;
  const brought = advance(session, second * SECOND, AWAKE).session;
  if (brought.phase !== 'running') throw new Error('The default session runs for 635 s.');
  return brought;
}

function armed(session: RunningSession): Arming {
  const cues = openCues(session).map(({ number, due }) => ({
    number,
    alarm: 100 + number,
    rings: due + SECOND,
  }));
  return { cues, guard: GUARD, guardRings: 31 * 24 * HOUR };
}

/** All alarms of cues have rung. */
function evidence(now: number): Evidence {
  return { now, alarmsLeft: [GUARD], quiet: undefined, marks: [], leavesMarks: false, proof: 'notTried' };
}
