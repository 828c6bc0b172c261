import fc from 'fast-check';
import { ZONES } from '../../../core/body';
import { parsePlan } from '../../../core/plan/parse-plan';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/routine';
import { apply } from '../../../core/session/apply';
import type { Arming } from '../../../core/session/arming';
import type { Evidence } from '../../../core/session/evidence';
import { NOTHING_ARMED } from '../../../core/session/arming';
import { bookOthers, reopen, takeUp } from '../../../core/session/reopen';
import type { RunningSession, Session } from '../../../core/session/session';
import { elapsedAt, openCues, startSession } from '../../../core/session/session';
import { advance, begin, command } from '../../../core/session/transition';
import { SECOND } from '../../../core/time';
import { runs } from '../../runs';
import { plans } from '../arbitraries';

const AWAKE = { silenced: false };
const GUARD = 900;
/** 30 days after the last alarm. */
const GUARD_RINGS = (636 + 30 * 24 * 3600) * SECOND;
/** An alarm that nobody armed. */
const SIGN = 950;

describe('a session that a page left after 20 s and its alarms carried', () => {
  test('is taken up with what rang booked, each as late as its alarm was set', () => {
    const session = reopen(left(), armed(left()), evidence(100));
    expect(session.book).toEqual([PLAYED, RANG, RANG]);
    expect([session.phase, elapsedAt(session, 100_000)]).toEqual(['running', 100_000]);
  });

  test('waits for an alarm that is about to ring', () => {
    const session = reopen(left(), armed(left()), evidence(51, { alarmsLeft: everyAlarm() }));
    expect([session.phase, session.book]).toEqual(['running', [PLAYED]]);
  });

  test('waits for an alarm that is late for as long as its cue could still be played', () => {
    const late = (seconds: number): Session =>
      reopen(left(), armed(left()), evidence(seconds, { alarmsLeft: everyAlarm() }));
    expect([late(60).phase, late(60).book]).toEqual(['running', [PLAYED]]);
    expect([late(60.1).phase, late(60.1).book[1]]).toEqual([
      'paused',
      { outcome: 'missed', reason: 'unknown' },
    ]);
  });

  test('goes on under a living page, whatever its alarms do', () => {
    const lived = (seconds: number, alarmsLeft: readonly number[]): Session =>
      bookOthers(left(), armed(left()), evidence(seconds, { alarmsLeft }));
    expect(lived(51, everyAlarm())).toEqual(left());
    expect([lived(61, everyAlarm()).phase, lived(61, everyAlarm()).book[1]]).toEqual([
      'running',
      { outcome: 'missed', reason: 'unknown' },
    ]);
    expect(lived(52, []).book).toEqual([PLAYED, RANG]);
  });

  test('lets the page play a cue that no alarm could be set for', () => {
    const taken = takeUp(left(), refused(left()), evidence(52));
    expect(taken.effects.map(({ kind }) => kind)).toEqual(['save', 'play', 'arm']);
    expect(taken.session.book).toEqual([PLAYED, { outcome: 'delivered', by: 'page', late: 2_000 }]);
  });

  test('is taken up with what a timer has brought where no alarm could be set', () => {
    const timer = { outcome: 'delivered', by: 'timer', late: 500 };
    const session = reopen(left(), refused(left()), evidence(100, { timerRuns: true, alarmsLeft: [GUARD] }));
    expect([session.phase, session.book]).toEqual(['running', [PLAYED, timer, timer]]);
    const silent = reopen(
      left(),
      refused(left()),
      evidence(60, { timerRuns: true, alarmsLeft: [GUARD, SIGN] }),
    );
    expect([silent.phase, silent.book]).toEqual(['running', [PLAYED, SILENCED]]);
    const early = reopen(left(), refused(left()), evidence(50.4, { timerRuns: true }));
    expect(early.book).toEqual([PLAYED]);
  });

  test('is taken up with what a timer has brought before its alarms', () => {
    const timer = { outcome: 'delivered', by: 'timer', late: 500 };
    const session = reopen(left(), armed(left()), evidence(100, { timerRuns: true }));
    expect(session.book).toEqual([PLAYED, timer, timer]);
    const prompt = armed(left()).cues.map((cue) => ({ ...cue, rings: cue.rings - SECOND }));
    const late0 = { ...RANG, late: 0 };
    const { book } = reopen(left(), { ...armed(left()), cues: prompt }, evidence(100, { timerRuns: true }));
    expect(book).toEqual([PLAYED, late0, late0]);
  });

  test('does not know of a timer without any alarm whether what it plays now was swallowed before', () => {
    const none = { ...unguarded(left()), cues: refused(left()).cues };
    const silent = reopen(left(), none, evidence(60, { timerRuns: true, silenced: true, alarmsLeft: [] }));
    expect([silent.phase, silent.book]).toEqual(['running', [PLAYED, UNKNOWN]]);
    const loud = reopen(left(), none, evidence(60, { timerRuns: true, alarmsLeft: [] }));
    expect(loud.book).toEqual([PLAYED, { outcome: 'delivered', by: 'timer', late: 500 }]);
  });

  test('goes on when its alarms rang while the watch swallowed vibrations, whatever it does now', () => {
    for (const silenced of [true, false]) {
      const alarmsLeft = [SIGN, SIGN + 1, ...alarmsAfter(100)];
      const session = reopen(left(), armed(left()), evidence(100, { silenced, alarmsLeft }));
      expect([session.phase, session.book]).toEqual(['running', [PLAYED, SILENCED, SILENCED]]);
      expect(reopen(left(), armed(left()), evidence(100, { silenced })).book).toEqual([PLAYED, RANG, RANG]);
    }
  });

  test('does not say which of its cues were swallowed when only some were', () => {
    const alarmsLeft = [SIGN, ...alarmsAfter(100)];
    const session = reopen(left(), armed(left()), evidence(100, { alarmsLeft }));
    expect([session.phase, session.book]).toEqual(['running', [PLAYED, UNKNOWN, UNKNOWN]]);
  });

  test('ends with its record when all its time has passed', () => {
    const taken = takeUp(left(), armed(left()), evidence(700));
    expect(taken.effects.map(({ kind }) => kind)).toEqual(['save', 'arm', 'record']);
    expect(taken.session.phase === 'ended' && [taken.session.ending, taken.session.book.length]).toEqual([
      'finished',
      22,
    ]);
  });
});

test('a page that lives leaves a cue open as long as it can play it, where the watch does not tell of its alarms', () => {
  const open = (seconds: number): number =>
    bookOthers(left(), armed(left()), evidence(seconds, { alarmsLeft: 'unknown' })).book.length;
  expect([open(51), open(60), open(61)]).toEqual([1, 1, 2]);
});

test('a watch that was off while its page was about to play is no further than that cue', () => {
  const { session } = takeUp(left(), armed(left()), evidence(700, { alarmsLeft: [] }), 0);
  expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 20_000]);
});

test('a watch that was off after its clock had gone back is no further than it knew', () => {
  const stepped = certain(
    apply(left(), { kind: 'stepped', at: -3_600_000, elapsed: 30_000 }),
    'the session runs',
  );
  const session = reopen(
    stepped,
    { ...NOTHING_ARMED, guard: GUARD, guardRings: GUARD_RINGS },
    evidence(-3_000, { alarmsLeft: [] }),
  );
  expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 30_000]);
});

describe('a cue that the page had booked to play when it died', () => {
  const alarmOf = (number: number, alarm: number): Arming => ({
    cues: [{ number, alarm, rings: 21_000 }],
    guard: GUARD,
    guardRings: GUARD_RINGS,
  });
  const bookAfter = (arming: Arming, alarmsLeft: readonly number[], told: Partial<Evidence> = {}) =>
    takeUp(left(), arming, evidence(22, { alarmsLeft: [GUARD, ...alarmsLeft], ...told }), 0).session.book[0];

  test('was played when its alarm is gone', () => {
    expect(bookAfter(alarmOf(0, 100), [])).toEqual(PLAYED);
  });

  test('is missed when its alarm is left, or never was', () => {
    const unknown = { outcome: 'missed', reason: 'unknown' };
    expect(bookAfter(alarmOf(0, 100), [100])).toEqual(unknown);
    expect(bookAfter(alarmOf(0, 0), [])).toEqual(unknown);
    expect(bookAfter(alarmOf(1, 101), [101])).toEqual(unknown);
  });

  test('is missed when its alarm went with all others, or rang out of time', () => {
    const unknown = { outcome: 'missed', reason: 'unknown' };
    expect(bookAfter(alarmOf(0, 100), [], { alarmsLeft: [] })).toEqual(unknown);
    expect(bookAfter(alarmOf(0, 100), [], { alarmsLeft: [SIGN] })).toEqual(unknown);
    expect(bookAfter({ ...alarmOf(0, 100), guard: 0 }, [])).toEqual(unknown);
    expect(bookAfter(alarmOf(0, 100), [], { alarmsLeft: 'unknown' })).toEqual(unknown);
  });
});

/** What cut a session off that was left after 20 s and opened again after 400 s, and why its cues were missed. */
const cutOff: readonly (readonly [string, (session: Session) => Arming, Partial<Evidence>, string])[] = [
  ['the watch was off', armed, { alarmsLeft: [] }, 'watchOff'],
  ['no alarm could be set', refused, {}, 'notArmed'],
  ['nothing was armed', () => ({ ...armed(left()), cues: [] }), {}, 'notArmed'],
  ['no alarm rang', armed, { alarmsLeft: everyAlarm() }, 'unknown'],
  ['the watch does not tell of its alarms', armed, { alarmsLeft: 'unknown' }, 'unknown'],
  ['the clock was set', armed, { alarmsLeft: [SIGN] }, 'clockSet'],
  ['the clock was set and no guard was', unguarded, { alarmsLeft: [SIGN] }, 'clockSet'],
  ['an alarm is gone too early and no guard was set', unguarded, { alarmsLeft: [] }, 'watchOff'],
];

test.each(cutOff)(
  'when %s, it waits for the person with what is known to be done',
  (_name, arm, told, reason) => {
    const session = reopen(left(), arm(left()), evidence(400, told));
    expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 20_000]);
    expect(session.book[0]).toEqual(PLAYED);
    const since = session.book.slice(1);
    expect(since.length).toBeGreaterThanOrEqual(12);
    expect(since).toEqual(since.map(() => ({ outcome: 'missed', reason })));
    expect(takeUp(left(), arm(left()), evidence(400, told)).effects.map(({ kind }) => kind)).toEqual([
      'save',
      'arm',
    ]);
  },
);

test('a cue that was felt is not played again because one before it could still have been', () => {
  const plan = {
    ...DEFAULT_PLAN,
    legs: [{ leg: 'left', zones: ZONES.map((zone) => ({ zone, seconds: 5 })) }],
  };
  const short = makeRoutine(certain(parsePlan(plan), 'five zones of 5 s are within the limits'));
  const session = brought(begin('id', short, 0, AWAKE).session, 20);
  const { cues } = armed(session);
  const arming = {
    ...armed(session),
    cues: cues.map((cue) => (cue.number === 1 ? { ...cue, alarm: 0 } : cue)),
  };
  const taken = takeUp(
    session,
    arming,
    evidence(32, { alarmsLeft: [GUARD, ...cues.slice(2).map(({ alarm }) => alarm)] }),
  );
  expect(taken.effects.map(({ kind }) => kind)).toEqual(['save', 'arm']);
  expect(taken.session.book).toEqual([PLAYED, { outcome: 'missed', reason: 'overtaken' }, RANG]);
});

test('a session whose finish was booked is not cut off any more', () => {
  const through = apply(left(), {
    kind: 'booked',
    at: 635_000,
    deliveries: new Array<typeof RANG>(21).fill(RANG),
  });
  const taken = takeUp(certain(through, '22 cues are due'), armed(left()), evidence(700, { alarmsLeft: [] }));
  expect(taken.session.phase === 'ended' && taken.session.ending).toBe('finished');
});

test('a watch that went off right after the end takes nothing from a session', () => {
  const almost = startSession('id', makeRoutine(DEFAULT_PLAN), 0);
  const through = brought(almost, 634);
  const session = reopen(through, armed(through), evidence(650, { alarmsLeft: [] }));
  expect([session.phase, elapsedAt(session, 650_000)]).toEqual(['paused', 605_000]);
});

test('a clock an hour back makes the session count on from where it was', () => {
  const session = reopen(left(), armed(left()), evidence(-3_600, { alarmsLeft: everyAlarm() }));
  expect([session.phase, elapsedAt(session, -3_600_000)]).toEqual(['running', 20_000]);
  expect(session.phase === 'running' && openCues(session)[0]?.due).toBe(-3_570_000);
});

test('an alarm that rang before the clock went back is not set again, and the session counts on from its cue', () => {
  const left50and80 = everyAlarm().filter((id) => id !== 101 && id !== 102);
  const session = reopen(left(), armed(left()), evidence(-3_600, { alarmsLeft: left50and80 }));
  expect(session.book).toEqual([PLAYED, RANG, RANG]);
  expect(elapsedAt(session, -3_600_000)).toBe(80_000);
  expect(session.phase === 'running' && openCues(session)[0]?.due).toBe(-3_570_000);
});

test('the same goes for a clock that went back a little, and for cues that no alarm could be set for', () => {
  const one = { ...armed(left()), cues: armed(left()).cues.filter(({ number }) => number !== 1) };
  const session = reopen(
    left(),
    one,
    evidence(70, { alarmsLeft: everyAlarm().filter((id) => id !== 101 && id !== 102) }),
  );
  expect(session.book).toEqual([PLAYED, { outcome: 'missed', reason: 'notArmed' }, RANG]);
  expect(elapsedAt(session, 70_000)).toBe(80_000);
});

test('an alarm that is gone too early says nothing of a clock when no guard could be set', () => {
  const session = reopen(left(), unguarded(left()), evidence(-3_600, { alarmsLeft: [] }));
  expect([session.book, elapsedAt(session, -3_600_000)]).toEqual([[PLAYED], 20_000]);
  expect(session.phase === 'paused' && session.cause).toBe('interruption');
});

test('a cue that rang ahead of a clock that went back is over, whether it was felt or swallowed', () => {
  const some = { ...armed(left()), cues: armed(left()).cues.filter(({ number }) => number !== 1) };
  const alarmsLeft = [SIGN, ...everyAlarm().filter((id) => id !== 102)];
  const session = reopen(
    left(),
    some,
    evidence(-3_600, { alarmsLeft: alarmsLeft.filter((id) => id !== 101) }),
  );
  expect(session.book).toEqual([PLAYED, { outcome: 'missed', reason: 'notArmed' }, SILENCED]);
  const soon = { ...some, cues: some.cues.map((cue) => ({ ...cue, rings: cue.rings - 25_000 })) };
  expect(reopen(left(), soon, evidence(45, { alarmsLeft })).phase).toBe('running');
});

describe('days later', () => {
  const DAY = 24 * 3600;

  test('a session that its alarms carried to its end is as it was', () => {
    const taken = takeUp(left(), armed(left()), evidence(29 * DAY));
    expect(taken.session.phase === 'ended' && taken.session.ending).toBe('finished');
    expect(taken.session.book).toEqual([PLAYED, ...new Array<typeof RANG>(21).fill(RANG)]);
  });

  test('when the guard has rung as well, nobody knows any more, and nothing is claimed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 31 * DAY, max: 400 * DAY }), fc.boolean(), (second, signed) => {
        const { session } = takeUp(
          left(),
          armed(left()),
          evidence(second, { alarmsLeft: signed ? [SIGN] : [] }),
        );
        expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual([
          'interruption',
          20_000,
        ]);
        expect(session.book).toEqual([PLAYED, ...new Array<typeof UNKNOWN>(21).fill(UNKNOWN)]);
      }),
      { numRuns: runs(1000, 100) },
    );
  });
});

test('a watch that restarts never makes cues seem delivered, with a guard or without', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 20, max: 100_000 }), (guarded, second) => {
      const arming = guarded ? armed(left()) : unguarded(left());
      const { session } = takeUp(left(), arming, evidence(second, { alarmsLeft: [] }));
      expect(session.book.slice(1).filter(({ outcome }) => outcome === 'delivered')).toEqual([]);
    }),
    { numRuns: runs(1000, 200) },
  );
});

test('a session that is paused or has ended is taken up as it is', () => {
  const paused = command(left(), 'pause', 26_000, AWAKE);
  const ended = command(left(), 'end', 26_000, AWAKE);
  [paused, ended].forEach((told) => {
    const stored = told.ok ? told.value.session : left();
    expect(reopen(stored, armed(left()), evidence(400))).toBe(stored);
    const kinds = takeUp(stored, armed(left()), evidence(400)).effects.map(({ kind }) => kind);
    expect(kinds).toEqual(stored.phase === 'ended' ? ['save', 'arm', 'record'] : ['save', 'arm']);
  });
});

test('whenever a session is left and taken up, all that was due is booked and no more time is claimed than passed', () => {
  const second = fc.nat({ max: 2000 });
  fc.assert(
    fc.property(
      plans(),
      second,
      second,
      fc.array(fc.nat()),
      fc.boolean(),
      fc.boolean(),
      (plan, leave, away, lost, off, silenced) => {
        const stored = brought(begin('id', makeRoutine(plan), 0, AWAKE).session, leave);
        const now = (leave + away) * SECOND;
        const arming = armed(stored);
        const stillThere = arming.cues.filter(({ rings }) => rings > now).map(({ alarm }) => alarm);
        const alarmsLeft = off ? [] : [GUARD, ...stillThere, ...lost];
        const { session } = takeUp(
          stored,
          arming,
          evidence(now / SECOND, { alarmsLeft, silenced, timerRuns: silenced && off }),
        );
        expect(session.book.slice(0, stored.book.length)).toEqual(stored.book);
        expect(elapsedAt(session, now)).toBeLessThanOrEqual(Math.max(now, elapsedAt(stored, now)));
        if (session.phase === 'running') {
          const open = openCues(session).filter(({ due }) => due <= now);
          open.forEach(({ number, due }) => {
            expect(stillThere.concat(lost)).toContain(100 + number);
            expect(now - due).toBeLessThanOrEqual(5 * SECOND);
          });
        }
      },
    ),
    { numRuns: runs(1000, 200) },
  );
});

// Helpers

const PLAYED = { outcome: 'delivered', by: 'page', late: 0 } as const;
const RANG = { outcome: 'delivered', by: 'alarm', late: 1_000 } as const;
const SILENCED = { outcome: 'missed', reason: 'doNotDisturb' } as const;
const UNKNOWN = { outcome: 'missed', reason: 'unknown' } as const;

/** The default session, last brought on by its page after 20 s. */
function left(): RunningSession {
  const session = brought(begin('id', makeRoutine(DEFAULT_PLAN), 0, AWAKE).session, 20);
  if (session.phase !== 'running') throw new Error('After 20 s the default session runs.');
  return session;
}

/** The session on a page that looks at every whole second. */
function brought(session: Session, until: number): Session {
  let latest = session;
  for (let second = 0; second <= until; second += 1) latest = advance(latest, second * SECOND, AWAKE).session;
  return latest;
}

/** One alarm a cue, a second after it; their ids are 100 and the cue's number. */
function armed(session: Session): Arming {
  const cues = session.phase === 'running' ? openCues(session) : [];
  return {
    cues: cues.map(({ number, due }) => ({ number, alarm: 100 + number, rings: due + SECOND })),
    guard: GUARD,
    guardRings: GUARD_RINGS,
  };
}

function unguarded(session: Session): Arming {
  return { ...armed(session), guard: 0 };
}

function refused(session: Session): Arming {
  return { ...armed(session), cues: armed(session).cues.map((cue) => ({ ...cue, alarm: 0 })) };
}

function everyAlarm(): readonly number[] {
  return [GUARD, ...armed(left()).cues.map(({ alarm }) => alarm)];
}

/** What the watch tells when every alarm of the default session rang in its second. */
function evidence(second: number, told: Partial<Evidence> = {}): Evidence {
  const quiet = { silenced: false, timerRuns: false };
  return { ...quiet, now: second * SECOND, alarmsLeft: alarmsAfter(second), ...told };
}

/** The guard and what has not rung by then. */
function alarmsAfter(second: number): readonly number[] {
  const ahead = armed(left()).cues.filter(({ rings }) => rings > second * SECOND);
  return [GUARD, ...ahead.map(({ alarm }) => alarm)];
}
