import fc from 'fast-check';
import { ZONES } from '../../../core/body';
import { parsePlan } from '../../../core/plan/parse-plan';
import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/plan/routine';
import { apply } from '../../../core/session/apply';
import type { Arming } from '../../../core/session/arming';
import type { Evidence } from '../../../core/session/evidence';
import { rangBeforeDue } from '../../../core/session/evidence';
import { NOTHING_ARMED } from '../../../core/session/arming';
import type { Mark, MarkDeed } from '../../../core/session/mark';
import { bookOthers, endWithheld, isPending, reopen, takeUp } from '../../../core/session/reopen';
import type { RunningSession, Session } from '../../../core/session/session';
import { elapsedAt, openCues } from '../../../core/session/session';
import { advance, begin, command } from '../../../core/session/transition';
import { SESSION_FILE, UNARMED } from '../../../core/state/session-file';
import { readStored, storedText } from '../../../core/state/stored';
import { SECOND } from '../../../core/time';
import type { Delivery } from '../../../core/session/delivery';
import { runs } from '../../runs';
import { FIVE_ZONES_A_LEG } from '../plans';

const AWAKE = { quiet: undefined };
const GUARD = 900;
/** 30 days after the last alarm. */
const GUARD_RINGS = (636 + 30 * 24 * 3600) * SECOND;

describe('a session in which a leg has been locked since', () => {
  const origin = { planRevision: 7, utcOffset: 60 };

  test('ends when it is resumed: what services brought is booked, nothing more is played, and the record names the leg', () => {
    const stored = { ...left(), origin };
    const { session, effects } = endWithheld(stored, armed(left()), evidence(100), {}, { legs: ['left'] });
    expect(session.book.slice(0, 3)).toEqual([PLAYED, RANG, RANG]);
    expect(session).toMatchObject({
      phase: 'ended',
      ending: 'stopped',
      origin: { ...origin, withheld: ['left'] },
    });
    expect(effects.map(({ kind }) => kind)).toEqual(['record', 'arm']);
  });

  test('names it beside legs left out before, and names none if it is not known how it began', () => {
    const stored = { ...left(), origin: { ...origin, withheld: ['right'] as const } };
    const again = endWithheld(stored, armed(left()), evidence(100), {}, { legs: ['left'] });
    expect(again.session.origin?.withheld).toEqual(['right', 'left']);
    const none = endWithheld({ ...left(), origin }, armed(left()), evidence(100), {}, { legs: [] });
    expect(none.session.origin).toEqual(origin);
    const unknown = endWithheld(left(), armed(left()), evidence(100), {}, { legs: ['left'] });
    expect(unknown.session.origin).toBeUndefined();
  });

  test('ends in the usual way if its end has passed, and if it had been paused', () => {
    const over = endWithheld({ ...left(), origin }, armed(left()), evidence(700), {}, { legs: ['left'] });
    expect(over.session).toMatchObject({ phase: 'ended', ending: 'finished' });
    const paused = certain(command(left(), 'pause', 21 * SECOND, AWAKE), 'it runs').session;
    const stopped = endWithheld(paused, NOTHING_ARMED, evidence(100), {}, { legs: ['left'] });
    expect(stopped.session).toMatchObject({ phase: 'ended', ending: 'stopped' });
  });
});

describe('a session that a page left after 20 s and whose services left marks', () => {
  test('is resumed with the cues they brought, as late as they were', () => {
    const session = reopen(left(), armed(left()), evidence(100));
    expect(session.book).toEqual([PLAYED, RANG, RANG]);
    expect([session.phase, elapsedAt(session, 100_000)]).toEqual(['running', 100_000]);
  });

  test('calls a cue proven if a check has shown that this watch brings what a service plays', () => {
    const { book } = reopen(left(), armed(left()), evidence(100, { proof: 'proven' }));
    expect(book.slice(1)).toEqual([
      { ...RANG, proven: true },
      { ...RANG, proven: true },
    ]);
  });

  /** What a service noted of the second cue, and what became of it. */
  const noted: readonly (readonly [string, Partial<Mark>, Delivery])[] = [
    ['was swallowed by the mode that was on', { quiet: 'sleep' }, { outcome: 'swallowed', by: 'sleep' }],
    ['was not taken by the motor', { did: 'refused' }, { outcome: 'missed', reason: 'refused' }],
    [
      'came when it was not true any more',
      { did: 'late', began: 92_000 },
      { outcome: 'missed', reason: 'tooLate' },
    ],
    ['was not due yet', { did: 'early', began: 42_000 }, { outcome: 'missed', reason: 'tooEarly' }],
    ['came in a time that is still to come', { began: 3_600_000 }, { outcome: 'played', by: 'alarm' }],
    ['came a little late', { did: 'scene', began: 55_250 }, { outcome: 'played', by: 'alarm', late: 5_250 }],
  ];

  test.each(noted)(
    'a cue that %s is booked as such, and the others are not affected',
    (_what, other, delivery) => {
      const marks = marksUntil(130).map((mark) => (mark.number === 1 ? { ...mark, ...other } : mark));
      const session = reopen(left(), armed(left()), evidence(130, { marks }));
      expect(session.book).toEqual([PLAYED, delivery, RANG, RANG]);
      expect([session.phase, elapsedAt(session, 130_000)]).toEqual(['running', 130_000]);
    },
  );

  test('books a cue without a mark whose alarm is gone as not known', () => {
    const marks = marksUntil(130).filter(({ number }) => number !== 1);
    const session = reopen(left(), armed(left()), evidence(130, { marks }));
    expect(session.book).toEqual([PLAYED, UNKNOWN, RANG, RANG]);
    expect(elapsedAt(session, 130_000)).toBe(130_000);
  });

  test('waits for an alarm that is about to ring, and for a service that may be at work', () => {
    const waiting = evidence(51, { alarmsLeft: everyAlarm(), marks: [] });
    const session = reopen(left(), armed(left()), waiting);
    expect([session.phase, session.book]).toEqual(['running', [PLAYED]]);
    expect(isPending(left(), armed(left()), waiting)).toBe(false);
    const ringing = evidence(51.5, { marks: [] });
    expect(bookOthers(left(), armed(left()), ringing, true)).toEqual(left());
    expect(isPending(left(), armed(left()), ringing)).toBe(true);
    expect(isPending(left(), armed(left()), evidence(52, { marks: [] }))).toBe(false);
  });

  test('does not play a cue again that a service may just have brought on a lit watch', () => {
    const { session, effects } = takeUp(left(), armed(left()), evidence(51.5, { marks: [] }), {});
    expect(session.book).toEqual([PLAYED, UNKNOWN]);
    expect(effects.map(({ kind }) => kind)).toEqual(['save', 'arm']);
  });

  test('does not know of a cue that an alarm brought earlier where no service leaves marks, if a mode is on now', () => {
    const found = evidence(53, { marks: [], leavesMarks: false, quiet: 'doNotDisturb' });
    const { session } = takeUp(left(), armed(left()), found, {});
    expect(session.book).toEqual([PLAYED, UNKNOWN]);
  });

  test.each(['doNotDisturb', undefined] as const)(
    'tells a cue that a service has just brought where none leaves marks by the mode that is on: %s',
    (quiet) => {
      const found = evidence(51.5, { marks: [], leavesMarks: false, quiet });
      const { session } = takeUp(left(), armed(left()), found, {});
      const told = quiet ? { outcome: 'swallowed', by: quiet } : { outcome: 'played', by: 'alarm' };
      expect(session.book).toEqual([PLAYED, told]);
    },
  );

  test('continues under a living page, whatever its alarms do', () => {
    const lived = (seconds: number, told: Partial<Evidence>): Session =>
      bookOthers(left(), armed(left()), evidence(seconds, told), true);
    expect(lived(51, { alarmsLeft: everyAlarm(), marks: [] })).toEqual(left());
    const late = lived(61, { alarmsLeft: everyAlarm(), marks: [] });
    expect([late.phase, late.book[1]]).toEqual(['running', UNKNOWN]);
    expect(lived(52, {}).book).toEqual([PLAYED, RANG]);
  });

  test('under a living page an alarm that is gone shows what a service could not note on a lit watch', () => {
    const lit = evidence(52, { marks: [] });
    expect(bookOthers(left(), armed(left()), lit, true).book).toEqual([PLAYED, BY_ALARM]);
    const quiet = { ...lit, quiet: 'theatre' as const };
    expect(bookOthers(left(), armed(left()), quiet, true).book[1]).toEqual({
      outcome: 'swallowed',
      by: 'theatre',
    });
    const alarmsLeft = alarmsAfter(52).filter((id) => id !== GUARD);
    expect(bookOthers(left(), armed(left()), { ...lit, alarmsLeft }, true).book[1]).toEqual(UNKNOWN);
  });

  test('a page that has to continue at once takes a cue as brought if its alarm has just gone', () => {
    const ringing = evidence(51.5, { marks: [] });
    expect(bookOthers(left(), armed(left()), ringing, false).book).toEqual([PLAYED, BY_ALARM]);
  });

  test('lets the page play a cue whose alarm a living page saw gone before the cue was due', () => {
    const [next] = openCues(left());
    if (!next) throw new Error('a cue is open');
    const gone = { ...evidence(49, { marks: [] }), alarmsLeft: [GUARD] };
    const isGone = (seconds: number, alarmsLeft: readonly number[]): boolean =>
      rangBeforeDue(next, armed(left()), { ...evidence(seconds, { marks: [] }), alarmsLeft });
    expect([isGone(49, [GUARD]), isGone(49, everyAlarm()), isGone(51, [GUARD])]).toEqual([
      true,
      false,
      false,
    ]);
    expect(rangBeforeDue({ ...next, number: 99 }, armed(left()), gone)).toBe(false);
    const early = { ...evidence(50, { marks: [] }), alarmsLeft: [GUARD], rangEarly: [next.number] };
    expect(bookOthers(left(), armed(left()), early, true)).toEqual(left());
    const tooLate = { ...early, now: early.now + 11_000 };
    expect(bookOthers(left(), armed(left()), tooLate, true).book[1]).toEqual({
      outcome: 'missed',
      reason: 'tooEarly',
    });
  });

  test('lets the page play a cue that no alarm could be set for, and one whose alarm was too early', () => {
    const bare = takeUp(left(), refused(left()), evidence(52, { marks: [] }), {});
    expect(bare.effects.map(({ kind }) => kind)).toEqual(['save', 'play', 'arm']);
    expect(bare.session.book).toEqual([PLAYED, { outcome: 'played', by: 'page', late: 2_000 }]);
    const marks = [{ ...markAt(1, 44_000), did: 'early' as const }];
    const early = takeUp(left(), armed(left()), evidence(52, { marks }), {});
    expect(early.session.book).toEqual([PLAYED, { outcome: 'played', by: 'page', late: 2_000 }]);
  });

  test('ends with its record when all its time has passed', () => {
    const taken = takeUp(left(), armed(left()), evidence(700), {});
    expect(taken.effects.map(({ kind }) => kind)).toEqual(['save', 'record', 'arm']);
    expect(taken.session.phase === 'ended' && [taken.session.ending, taken.session.book.length]).toEqual([
      'finished',
      22,
    ]);
  });

  test('counts as done if only the last alarm came too late or not at all', () => {
    const last = 21;
    const late = marksUntil(700).map((mark) =>
      mark.number === last ? { ...mark, did: 'late' as const, began: mark.began + 11_000 } : mark,
    );
    [late, late.filter(({ number }) => number !== last)].forEach((marks) => {
      const { session } = takeUp(left(), armed(left()), evidence(700, { marks }), {});
      expect(session.phase === 'ended' && [session.ending, session.elapsed, session.unproven]).toEqual([
        'finished',
        635_000,
        [],
      ]);
    });
  });

  test.each([
    ['all alarms', 0, 12_000, { from: 20_000, to: 63_000 }],
    ['the last two alarms', 20, 11_000, { from: 575_000, to: 617_000 }],
    ['all alarms', 0, 60_000, { from: 20_000, to: 111_000 }],
  ])(
    'counts all but the time before the first if %s, from cue %i on, were late by %i ms',
    (_name, from, delay, doubted) => {
      const marks = marksUntil(700).map((mark) =>
        mark.number >= from ? { ...mark, did: 'late' as const, began: mark.began + delay } : mark,
      );
      const { session } = takeUp(left(), armed(left()), evidence(720, { marks }), {});
      expect(session.phase === 'ended' && [session.ending, session.elapsed, session.unproven]).toEqual([
        'finished',
        635_000,
        [doubted],
      ]);
      expect(session.book.some(({ outcome }) => outcome === 'missed')).toBe(true);
    },
  );

  test('waits for the person if the last cues ran all at once, as when the clock is set past them', () => {
    const marks = marksUntil(700).map((mark) =>
      mark.number >= 15 ? { ...mark, did: 'late' as const, began: 690_000 } : mark,
    );
    const { session } = takeUp(left(), armed(left()), evidence(700, { marks }), {});
    expect(session.phase).toBe('paused');
  });

  test('waits for the person if alarms rang one by one, but only after a clock set past the end', () => {
    const marks = marksUntil(360).map((mark) => ({
      ...mark,
      did: 'late' as const,
      began: mark.began + 1_700_000,
    }));
    const { session } = takeUp(left(), armed(left()), evidence(2_060, { marks }), {});
    expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 20_000]);
    expect(session.unproven).toEqual([]);
  });

  test('can be stored and read again, and doubts no time to come, whenever its services ran', () => {
    const moments = fc.array(fc.option(fc.integer({ min: 0, max: 2_000 })), { minLength: 21, maxLength: 21 });
    fc.assert(
      fc.property(moments, fc.integer({ min: 20, max: 2_000 }), (began, now) => {
        const marks = began.flatMap((second, at) =>
          second === null ? [] : [{ ...markAt(at + 1, second * SECOND), did: 'late' as const }],
        );
        const { session } = takeUp(left(), armed(left()), evidence(now, { marks }), {});
        const reached = elapsedAt(session, now * SECOND);
        expect(session.unproven.filter(({ from, to }) => to <= from || to > reached)).toEqual([]);
        const text = storedText(SESSION_FILE, { session, arming: UNARMED });
        expect(readStored(SESSION_FILE, text).value?.session).toEqual(session);
      }),
      { numRuns: runs(1000, 100) },
    );
  });

  test('waits for the person if two cues are missing at its end', () => {
    const marks = marksUntil(700).filter(({ number }) => number < 20);
    const { session } = takeUp(left(), armed(left()), evidence(700, { marks }), {});
    expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 575_000]);
  });

  test('does not wait because of one missing cue and another that has just come due, whose alarm is to ring', () => {
    const at = (second: number) => {
      const marks = marksUntil(second).filter(({ number }) => number !== 2);
      return takeUp(left(), armed(left()), evidence(second, { marks }), {}).session.phase;
    };
    expect([at(110.5), at(115)]).toEqual(['running', 'running']);
    const missing = evidence(112, { marks: marksUntil(60) });
    expect(takeUp(left(), armed(left()), missing, {}).session.phase).toBe('paused');
  });

  test('doubts only the time between two cues if two others between them are missing', () => {
    const marks = marksUntil(700).filter(({ number }) => number !== 3 && number !== 4);
    const { session } = takeUp(left(), armed(left()), evidence(700, { marks }), {});
    expect(session.phase).toBe('ended');
    expect(session.unproven).toEqual([{ from: 80_000, to: 170_000 }]);
    expect(session.book.filter((it) => it.outcome === 'unknown').length).toBe(2);
  });

  test('counts the time between services that ran late one by one, and waits only where they ran together', () => {
    const late = (mark: Mark, by: number): Mark => ({ ...mark, did: 'late', began: mark.began + by });
    const each = marksUntil(900).map((mark) => late(mark, 60_000));
    const slow = takeUp(left(), armed(left()), evidence(900, { marks: each }), {}).session;
    expect([slow.phase, slow.unproven]).toEqual(['ended', [{ from: 20_000, to: 111_000 }]]);
    const some = marksUntil(700).map((mark) => (mark.number < 3 ? late(mark, 20_000) : mark));
    expect(takeUp(left(), armed(left()), evidence(700, { marks: some }), {}).session.unproven).toEqual([]);
    const together = marksUntil(700).map((mark) =>
      mark.number > 19 ? { ...mark, did: 'late' as const, began: 2_000_000 } : mark,
    );
    const waiting = takeUp(left(), armed(left()), evidence(2_100, { marks: together }), {}).session;
    expect(waiting.phase === 'paused' && waiting.elapsed).toBe(575_000);
  });

  test('doubts skipped time only before the services that ran then', () => {
    const ran = (mark: Mark): Mark => ({ ...mark, did: 'late', began: 152_000 });
    const marks = marksUntil(700).map((mark) => (mark.number === 3 || mark.number === 4 ? ran(mark) : mark));
    const { session } = takeUp(left(), armed(left()), evidence(700, { marks }), {});
    expect(session.unproven).toEqual([{ from: 80_000, to: 152_000 }]);
  });
});

describe('on a watch whose services were never found to leave marks', () => {
  const told = (seconds: number, other: Partial<Evidence> = {}): Evidence =>
    evidence(seconds, { marks: [], leavesMarks: false, ...other });

  test('an alarm that is gone has brought its cue, with unknown lateness, as long as the guard is there', () => {
    const session = reopen(left(), armed(left()), told(100));
    expect(session.book).toEqual([PLAYED, BY_ALARM, BY_ALARM]);
    expect([session.phase, elapsedAt(session, 100_000)]).toEqual(['running', 100_000]);
  });

  test('nothing is known about it without the guard, which a service that rang out of time cancels', () => {
    const alarmsLeft = alarmsAfter(100).filter((id) => id !== GUARD);
    const session = reopen(left(), armed(left()), told(100, { alarmsLeft }));
    expect(session.book).toEqual([PLAYED, UNKNOWN, UNKNOWN]);
  });
});

test('a living page leaves a cue open as long as it can play it, if the watch does not list its alarms', () => {
  const open = (seconds: number): number =>
    bookOthers(left(), armed(left()), evidence(seconds, { alarmsLeft: 'unknown', marks: [] }), true).book
      .length;
  expect([open(51), open(60), open(61)]).toEqual([1, 1, 2]);
});

test('if the watch went off while its page was about to play, the session is no further than that cue', () => {
  const { session } = takeUp(left(), armed(left()), evidence(700, { alarmsLeft: [], marks: [] }), {
    playing: 0,
  });
  expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 20_000]);
});

test('if the watch was off, the session is where its page was last alive', () => {
  const alive = { at: 49_000, elapsed: 49_000 };
  const { session } = takeUp(left(), armed(left()), evidence(700, { alarmsLeft: [], marks: [] }), { alive });
  expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 49_000]);
  const older = takeUp(left(), armed(left()), evidence(700, { alarmsLeft: [], marks: [] }), {
    alive: { at: 19_000, elapsed: 19_000 },
  });
  expect(older.session.phase === 'paused' && older.session.elapsed).toBe(20_000);
});

test('if the watch was off after its clock went back, the session is no further than was known', () => {
  const stepped = certain(
    apply(left(), { kind: 'stepped', at: -3_600_000, elapsed: 30_000 }),
    'the session runs',
  );
  const session = reopen(
    stepped,
    { ...NOTHING_ARMED, guard: GUARD, guardRings: GUARD_RINGS },
    evidence(-3_000, { alarmsLeft: [], marks: [] }),
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
    takeUp(left(), arming, evidence(22, { alarmsLeft: [GUARD, ...alarmsLeft], marks: [], ...told }), {
      playing: 0,
    }).session.book[0];

  test('was played if its alarm is gone and left no mark', () => {
    expect(bookAfter(alarmOf(0, 100), [])).toEqual(PLAYED);
  });

  test('was brought by its alarm if that left a mark', () => {
    expect(bookAfter(alarmOf(0, 100), [], { marks: [markAt(0, 21_040)] })).toEqual({
      outcome: 'played',
      by: 'alarm',
      late: 1_040,
    });
  });

  test('is known after the guard has rung in its time only if a later service shows that the watch stayed on', () => {
    const over = (marks: readonly Mark[]) =>
      bookAfter(alarmOf(0, 100), [], { now: GUARD_RINGS + SECOND, alarmsLeft: [], marks });
    expect(over([])).toEqual(UNKNOWN);
    expect(over([markAt(1, 51_000)])).toEqual(PLAYED);
  });

  test('is not known if its alarm is left, or was never set', () => {
    expect(bookAfter(alarmOf(0, 100), [100])).toEqual(UNKNOWN);
    expect(bookAfter(alarmOf(0, 0), [])).toEqual(UNKNOWN);
    expect(bookAfter(alarmOf(1, 101), [101])).toEqual(UNKNOWN);
  });

  test('is not known if all alarms are gone, or the watch does not list them', () => {
    expect(bookAfter(alarmOf(0, 100), [], { alarmsLeft: [] })).toEqual(UNKNOWN);
    expect(bookAfter(alarmOf(0, 100), [], { alarmsLeft: 'unknown' })).toEqual(UNKNOWN);
  });

  test('is not known if a service cancelled the guard, as one does that keeps still and can leave no mark', () => {
    const alarmsLeft = alarmsAfter(100).filter((id) => id !== GUARD);
    expect(bookAfter(alarmOf(0, 100), [], { alarmsLeft })).toEqual(UNKNOWN);
  });
});

/**
 * What interrupted a session that was left after 20 s and opened again after 400 s, and what is known about its cues.
 */
const cutOff: readonly (readonly [string, (session: Session) => Arming, Partial<Evidence>, Delivery])[] = [
  ['the watch was off', armed, { alarmsLeft: [] }, { outcome: 'unknown' }],
  ['no alarm could be set', refused, {}, { outcome: 'missed', reason: 'notArmed' }],
  [
    'nothing was armed',
    () => ({ ...armed(left()), cues: [] }),
    {},
    { outcome: 'missed', reason: 'notArmed' },
  ],
  ['no alarm rang', armed, { alarmsLeft: everyAlarm() }, { outcome: 'unknown' }],
  ['the watch does not tell of its alarms', armed, { alarmsLeft: 'unknown' }, { outcome: 'unknown' }],
];

test.each(cutOff)(
  'if %s, it waits for the person with what is known to be done',
  (_name, arm, told, delivery) => {
    const found = evidence(400, { marks: [], ...told });
    const session = reopen(left(), arm(left()), found);
    expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 20_000]);
    expect(session.book[0]).toEqual(PLAYED);
    const since = session.book.slice(1);
    expect(since.length).toBeGreaterThanOrEqual(12);
    expect(since).toEqual(since.map(() => delivery));
    expect(takeUp(left(), arm(left()), found, {}).effects.map(({ kind }) => kind)).toEqual(['save', 'arm']);
  },
);

test('if the clock is set past many cues, it continues from there and claims none of the skipped time', () => {
  const marks = openCues(left())
    .filter(({ due }) => due <= 400_000)
    .map(({ number }): Mark => ({ ...markAt(number, 395_000), did: 'late' }));
  const session = reopen(left(), armed(left()), evidence(400, { marks }));
  expect([session.phase, session.unproven]).toEqual(['running', [{ from: 20_000, to: 395_000 }]]);
});

test('if the clock is set past the end, it waits at the last certain position', () => {
  const marks = openCues(left()).map(({ number }): Mark => ({ ...markAt(number, 3_600_000), did: 'late' }));
  const session = reopen(left(), armed(left()), evidence(3_700, { marks }));
  expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 20_000]);
});

test('after a restart that lost no cue, it asks before it continues', () => {
  const { session } = takeUp(left(), armed(left()), evidence(45, { alarmsLeft: [], marks: [] }), {});
  expect(session.phase === 'paused' && [session.cause, session.elapsed]).toEqual(['interruption', 20_000]);
});

test('one lost alarm of many is not a restart', () => {
  const alarmsLeft = alarmsAfter(45).filter((id) => id !== 110);
  const { session } = takeUp(left(), armed(left()), evidence(45, { alarmsLeft }), {});
  expect([session.phase, elapsedAt(session, 45_000)]).toEqual(['running', 45_000]);
});

test('a played cue is not played again because of an open cue before it', () => {
  const plan = {
    ...FIVE_ZONES_A_LEG,
    legs: [{ leg: 'left', zones: ZONES.map((zone) => ({ zone, seconds: 5 })) }],
  };
  const short = makeRoutine(certain(parsePlan(plan), 'five zones of 5 s are within the limits'));
  const session = brought(begin('id', short, 0, AWAKE).session, 20);
  const { cues } = armed(session);
  const arming = {
    ...armed(session),
    cues: cues.map((cue) => (cue.number === 1 ? { ...cue, alarm: 0 } : cue)),
  };
  const alarmsLeft = [GUARD, ...cues.slice(2).map(({ alarm }) => alarm)];
  const taken = takeUp(session, arming, evidence(32, { alarmsLeft, marks: [markAt(2, 31_000)] }), {});
  expect(taken.effects.map(({ kind }) => kind)).toEqual(['save', 'arm']);
  expect(taken.session.book).toEqual([PLAYED, { outcome: 'missed', reason: 'overtaken' }, RANG]);
});

test('a session whose finish was booked can no longer be interrupted', () => {
  const through = apply(left(), {
    kind: 'booked',
    at: 635_000,
    deliveries: new Array<typeof RANG>(21).fill(RANG),
  });
  const found = evidence(700, { alarmsLeft: [], marks: [] });
  const taken = takeUp(certain(through, '22 cues are due'), armed(left()), found, {});
  expect(taken.session.phase === 'ended' && taken.session.ending).toBe('finished');
});

test('after the clock goes back an hour, the session continues from where it was', () => {
  const session = reopen(left(), armed(left()), evidence(-3_600, { alarmsLeft: everyAlarm(), marks: [] }));
  expect([session.phase, elapsedAt(session, -3_600_000)]).toEqual(['running', 20_000]);
  expect(session.phase === 'running' && openCues(session)[0]?.due).toBe(-3_570_000);
});

test('a cue brought before the clock went back is not repeated, and the session continues from it', () => {
  const alarmsLeft = everyAlarm().filter((id) => id !== 101 && id !== 102);
  const marks = [markAt(1, 51_000), markAt(2, 81_000)];
  const session = reopen(left(), armed(left()), evidence(-3_600, { alarmsLeft, marks }));
  expect(session.book).toEqual([PLAYED, RANG, RANG]);
  expect(elapsedAt(session, -3_600_000)).toBe(80_000);
  expect(session.phase === 'running' && openCues(session)[0]?.due).toBe(-3_570_000);
});

test('a cue that only rang too late before the clock went back is still to come', () => {
  const marks = marksUntil(700).map((mark) =>
    mark.number > 2 ? { ...mark, did: 'late' as const, began: 2_000_000 } : mark,
  );
  const session = reopen(left(), armed(left()), evidence(100, { marks }));
  expect([session.phase, session.book, elapsedAt(session, 100_000)]).toEqual([
    'running',
    [PLAYED, RANG, RANG],
    100_000,
  ]);
});

test.each([
  ['in time', 172_000],
  ['so late that it tells nothing of the time', 182_000],
])(
  'of the time that the clock had skipped before it went back, none is claimed, if the last cue came %s',
  (_when, began) => {
    const marks = marksUntil(180).map((mark) => {
      const { number } = mark;
      if (number < 3) return mark;
      return number < 5 ? { ...mark, did: 'late' as const, began } : { ...mark, began };
    });
    const session = reopen(left(), armed(left()), evidence(100, { marks }));
    const doubted = [{ from: 80_000, to: 170_000 }];
    expect([elapsedAt(session, 100_000), session.unproven]).toEqual([170_000, doubted]);
  },
);

test('an alarm that opened the page before its cue was due does not show that the clock went back', () => {
  const arming: Arming = { ...armed(left()), form: 'page' };
  const alarmsLeft = alarmsAfter(49).filter((id) => id !== 101);
  const seen = evidence(49, { alarmsLeft, marks: [], leavesMarks: false });
  const session = reopen(left(), arming, seen);
  expect([session.book, elapsedAt(session, 49 * SECOND)]).toEqual([left().book, 49 * SECOND]);
});

test('the same holds if the clock went back a little, and for cues without an alarm', () => {
  const one = { ...armed(left()), cues: armed(left()).cues.filter(({ number }) => number !== 1) };
  const alarmsLeft = everyAlarm().filter((id) => id !== 101 && id !== 102);
  const session = reopen(left(), one, evidence(70, { alarmsLeft, marks: [markAt(2, 81_000)] }));
  expect(session.book).toEqual([PLAYED, { outcome: 'missed', reason: 'notArmed' }, RANG]);
  expect(elapsedAt(session, 70_000)).toBe(80_000);
});

describe('days later', () => {
  const DAY = 24 * 3600;

  test('a session that its alarms carried to its end is unchanged', () => {
    const taken = takeUp(left(), armed(left()), evidence(400 * DAY, { alarmsLeft: [] }), {});
    expect(taken.session.phase === 'ended' && taken.session.ending).toBe('finished');
    expect(taken.session.book).toEqual([PLAYED, ...new Array<typeof RANG>(21).fill(RANG)]);
  });

  test('without marks, and after the guard has rung as well, nothing is known and nothing is claimed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 31 * DAY, max: 400 * DAY }), (second) => {
        const found = evidence(second, { alarmsLeft: [], marks: [], leavesMarks: false });
        const { session } = takeUp(left(), armed(left()), found, {});
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

test('a watch that restarts never makes cues seem played, with a guard or without', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 20, max: 100_000 }),
      (guarded, leavesMarks, second) => {
        const arming = guarded ? armed(left()) : unguarded(left());
        const found = evidence(second, { alarmsLeft: [], marks: [], leavesMarks });
        const { session } = takeUp(left(), arming, found, {});
        expect(session.book.slice(1).filter(({ outcome }) => outcome === 'played')).toEqual([]);
      },
    ),
    { numRuns: runs(1000, 200) },
  );
});

test('a paused or ended session is resumed unchanged', () => {
  const paused = command(left(), 'pause', 26_000, AWAKE);
  const ended = command(left(), 'end', 26_000, AWAKE);
  [paused, ended].forEach((told) => {
    const stored = told.ok ? told.value.session : left();
    expect(reopen(stored, armed(left()), evidence(400))).toBe(stored);
    const kinds = takeUp(stored, armed(left()), evidence(400), {}).effects.map(({ kind }) => kind);
    expect(kinds).toEqual(stored.phase === 'ended' ? ['save', 'record', 'arm'] : ['save', 'arm']);
  });
});

// Helpers

const PLAYED = { outcome: 'played', by: 'page', late: 0 } as const;
const RANG = { outcome: 'played', by: 'alarm', late: 1_000 } as const;
const BY_ALARM = { outcome: 'played', by: 'alarm' } as const;
const UNKNOWN = { outcome: 'unknown' } as const;

/** The default session, last advanced by its page after 20 s. */
function left(): RunningSession {
  const session = brought(begin('id', makeRoutine(FIVE_ZONES_A_LEG), 0, AWAKE).session, 20);
  if (session.phase !== 'running') throw new Error('After 20 s the default session runs.');
  return session;
}

/** The session on a page that advances it at every whole second. */
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

/** The mark of a service that ran at `began` for the cue of this number. */
function markAt(number: number, began: number): Mark {
  const did: MarkDeed = 'brief';
  return { session: 'id', revision: 1, number, began, did, quiet: undefined };
}

/** The marks of all services of the default session whose alarms have rung on time by then. */
function marksUntil(second: number): readonly Mark[] {
  return armed(left())
    .cues.filter(({ rings }) => rings <= second * SECOND)
    .map(({ number, rings }) => markAt(number, rings));
}

/** What the watch reports if every alarm of the default session rang on time and left its mark. */
function evidence(second: number, told: Partial<Evidence> = {}): Evidence {
  return {
    now: second * SECOND,
    quiet: undefined,
    alarmsLeft: alarmsAfter(second),
    marks: marksUntil(second),
    leavesMarks: true,
    proof: 'notTried',
    ...told,
  };
}

/** The guard and what has not rung by then. */
function alarmsAfter(second: number): readonly number[] {
  const ahead = armed(left()).cues.filter(({ rings }) => rings > second * SECOND);
  return [GUARD, ...ahead.map(({ alarm }) => alarm)];
}
