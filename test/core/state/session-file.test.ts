import fc from 'fast-check';
import { signOfLife } from '../../../core/session/reopen';
import { makeJournal, parseJournal } from '../../../core/state/journal';
import { SIGNALS, signalOf } from '../../../core/cue/cue';
import { STRENGTHS } from '../../../core/cue/pattern';
import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/plan/routine';
import { apply } from '../../../core/session/apply';
import { openCues, startSession } from '../../../core/session/session';
import type { ArmedSheet, ArmedSignal, StoredSession } from '../../../core/state/session-file';
import { parseCueSheet, SESSION_FILE, UNARMED } from '../../../core/state/session-file';
import type { Reading } from '../../../core/state/stored';
import { readStored, STORED_PROBLEMS, storedText } from '../../../core/state/stored';
import { runs } from '../../runs';
import { instants, plans, wildBeats } from '../arbitraries';
import type { Beat } from '../session/story';
import { outcome, STORY_ID, tell } from '../session/story';
import { TWO_ZONES_A_LEG } from '../plans';

const EACH = { numRuns: runs(1000, 200) };

test('any session survives being written and read, with its alarms', () => {
  fc.assert(
    fc.property(plans(), wildBeats(), sheets(), (plan, beats, arming) => {
      const stored: StoredSession = { session: outcome(tell(plan, beats)), arming };
      expect(read(written(stored))).toEqual({ value: stored });
    }),
    EACH,
  );
});

test('a file of version 1 is read too, by a page and by a service', () => {
  fc.assert(
    fc.property(plans(), wildBeats(), sheets(), (plan, beats, arming) => {
      const stored: StoredSession = { session: outcome(tell(plan, beats)), arming };
      const text = inVersion1(stored);
      expect(read(text)).toEqual({ value: stored });
      expect(parseCueSheet(text)).toEqual(parseCueSheet(written(stored)));
    }),
    EACH,
  );
});

test.each([
  [{}],
  [{ withheld: ['left'] }],
  [{ isUnasked: true }],
  [{ withheld: ['left', 'right'], isUnasked: true }],
] as const)('it says which legs are left out and whether everything was asked: %j', (care) => {
  const origin = { planRevision: 7, utcOffset: -60, ...care };
  const session = startSession(STORY_ID, makeRoutine(TWO_ZONES_A_LEG), 1_800_000_000_000, origin);
  const stored: StoredSession = { session, arming: UNARMED };
  expect(read(written(stored))).toEqual({ value: stored });
});

test('it says how far the clock was set since the session began', () => {
  const session = startSession(STORY_ID, makeRoutine(TWO_ZONES_A_LEG), 1_800_000_000_000);
  const stepped = apply(session, { kind: 'stepped', at: session.startedAt, elapsed: 0, by: -3_600_000 });
  const stored: StoredSession = { session: certain(stepped, 'it runs'), arming: UNARMED };
  expect(stored.session.clockSet).toBe(-3_600_000);
  expect(read(written(stored))).toEqual({ value: stored });
});

test('it says how often the watch was taken off', () => {
  const session = startSession(STORY_ID, makeRoutine(TWO_ZONES_A_LEG), 1_800_000_000_000);
  const off = certain(apply(session, { kind: 'takenOff', at: session.startedAt + 5_000 }), 'it runs');
  const stored: StoredSession = { session: off, arming: UNARMED };
  expect(read(written(stored))).toEqual({ value: stored });
});

test('it says which cue was about to be played', () => {
  const stored: StoredSession = {
    session: outcome(tell(TWO_ZONES_A_LEG, everySecond(20))),
    arming: UNARMED,
    playing: 0,
  };
  expect(read(written(stored))).toEqual({ value: stored });
});

test('it says by which plan and in which time zone the session began', () => {
  const origin = { planRevision: 1_772_694_870_250, utcOffset: -570 };
  const session = startSession(STORY_ID, makeRoutine(TWO_ZONES_A_LEG), 1_800_000_000_000, origin);
  const stored: StoredSession = { session, arming: UNARMED };
  expect(read(written(stored))).toEqual({ value: stored });
});

test.each([7, [], [1], [-1, 0], [1, 0.5], [1, 1441], [1, -1441], ['1', 60]])(
  'an unreadable origin does not lose the session: %j',
  (origin) => {
    const fields = JSON.parse(fileAfter([])) as Record<string, unknown>;
    const { value } = read(JSON.stringify({ ...fields, origin }));
    expect(value?.session).toMatchObject({ id: STORY_ID, origin: undefined });
  },
);

test('a service reads from it what it needs to play a cue', () => {
  fc.assert(
    fc.property(plans(), wildBeats(), sheets(), (plan, beats, arming) => {
      const session = outcome(tell(plan, beats));
      expect(parseCueSheet(written({ session, arming }))).toEqual({
        ...{ ...arming, id: STORY_ID, booked: session.book.length },
      });
    }),
    EACH,
  );
});

test('a service reads from it whether the page was only about to play the last booked cue', () => {
  const session = outcome(tell(TWO_ZONES_A_LEG, everySecond(20)));
  expect(parseCueSheet(written({ session, arming: UNARMED, playing: 0 }))).toMatchObject({
    booked: 1,
    playing: 0,
  });
});

test('it takes at most 1,024 bytes with 22 alarms armed, and at the end of the default session', () => {
  const sizes = [fileAfter([]), fileAfter(everySecond(635))].map((text) => Buffer.byteLength(text));
  expect(sizes[0]).toBeLessThanOrEqual(1024);
  expect(sizes[1]).toBeLessThanOrEqual(1024);
});

test('it preserves the text of a notification in any language', () => {
  const cue: ArmedSignal = { number: 0, alarm: 7, rings: 1, due: 0, signal: 1, title: '向上移动到小腿' };
  const text = written({
    session: outcome(tell(TWO_ZONES_A_LEG, [])),
    arming: { ...UNARMED, cues: [cue] },
  });
  expect(parseCueSheet(text)).toMatchObject({ cues: [cue] });
});

/** The fault, and the change that puts it into a file. */
const wrong: readonly (readonly [string, Record<string, unknown>])[] = [
  ['no version', { version: undefined }],
  ['a number for an id', { id: 7 }],
  ['a start in words', { startedAt: 'today' }],
  ['a revision below none', { revision: -1 }],
  ['no guard', { guard: undefined }],
  ['a guard that rings at no time', { guardRings: null }],
  ['half a cue booked', { booked: 0.5 }],
  ['a strength of no motor', { strength: 'wild' }],
  ['no list of alarms', { armed: {} }],
  ['an alarm that is none', { armed: [7] }],
  ['an alarm without an id', { armed: [[0, null, 1, 0]] }],
  ['an alarm for a time in words', { armed: [[0, 7, '1', 0]] }],
  ['an alarm that says nothing', { armed: [[0, 7, 1, 99]] }],
  ['an alarm of which it is not known when it rings', { wait: null, armed: [[0, 7, 1, 0]] }],
  ['an alarm for no signal', { says: [[99, 'Ankle']], armed: [[0, 7, 1, 0]] }],
  ['an alarm with a number for a title', { says: [[1, 8]], armed: [[0, 7, 1, 0]] }],
  ['a cue about to be played that is not booked', { playing: 0 }],
  ['a word for the cue about to be played', { playing: 'finish' }],
  ['a plan over the limits', { plan: [1, 121, 15, 30, 'upward', ['left', 'ankle', 60]] }],
  ['a plan with half a zone', { plan: [1, 20, 15, 30, 'upward', ['left', 'ankle']] }],
  ['no plan', { plan: undefined }],
  ['no journal', { journal: undefined }],
  ['an event that is none', { journal: ['paused'] }],
  ['an event of no kind', { journal: [['slept', 1000]] }],
  ['an event without a time', { journal: [['paused']] }],
  ['a claim without a time', { journal: [['stepped', 1000]] }],
  ['an interruption that does not say how much was done', { journal: [['interrupted', 1000]] }],
  ['a delivery that is none', { journal: [['booked', 20000, 7]] }],
  ['a delivery by no carrier', { journal: [['booked', 20000, 'x7']] }],
  ['a miss without a reason', { journal: [['booked', 20000, 'm99']] }],
  ['an event that makes no sense', { journal: [['resumed', 1000]] }],
];

test.each(wrong)('%s is refused with its code', (_name, change) => {
  const fields = JSON.parse(fileAfter([])) as Record<string, unknown>;
  expect(read(JSON.stringify({ ...fields, ...change }))).toEqual({ value: undefined, problem: 'damaged' });
});

/** The same in a file as version 1 wrote it. */
const wrongInVersion1: typeof wrong = [
  ['a version that never was', { version: 0 }],
  ['no list of alarms', { armed: {} }],
  ['an alarm that is none', { armed: [7] }],
  ['an alarm without an id', { armed: [[0, null, 1, 0, 1, 'Ankle']] }],
  ['an alarm for no signal', { armed: [[0, 7, 1, 0, 99, 'Ankle']] }],
  ['an alarm with a number for a title', { armed: [[0, 7, 1, 0, 1, 8]] }],
  ['a plan over the limits', { plan: { ...TWO_ZONES_A_LEG, prepareSeconds: 121 } }],
];

test.each(wrongInVersion1)('%s is refused in a file of version 1 as well', (_name, change) => {
  const session = outcome(tell(TWO_ZONES_A_LEG, []));
  const fields = JSON.parse(inVersion1({ session, arming: UNARMED })) as Record<string, unknown>;
  expect(read(JSON.stringify({ ...fields, ...change }))).toEqual({ value: undefined, problem: 'damaged' });
});

test.each(['{"version":1', '[]', '', '{"version":2}'])('a service reads nothing of %s', (text) => {
  expect(parseCueSheet(text)).toBeUndefined();
});

test('any content of a field is read or refused; nothing throws', () => {
  const fields = JSON.parse(fileAfter(everySecond(100))) as Record<string, unknown>;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(fields)), fc.jsonValue(), (name, value) => {
      const stored = read(JSON.stringify({ ...fields, [name]: value }));
      expect([undefined, ...STORED_PROBLEMS]).toContain(stored.problem);
      expect(stored.value === undefined).toBe(stored.problem !== undefined);
    }),
    EACH,
  );
});

// Helpers

function written(stored: StoredSession): string {
  return storedText(SESSION_FILE, stored);
}

function read(text: string): Reading<StoredSession | undefined> {
  return readStored(SESSION_FILE, text);
}

/** What version 1 wrote. */
function inVersion1(stored: StoredSession): string {
  const { wait: _wait, says: _says, ...fields } = JSON.parse(written(stored)) as Record<string, unknown>;
  const armed = stored.arming.cues.map((cue) => [
    ...[cue.number, cue.alarm, cue.rings, cue.due, cue.signal, cue.title],
  ]);
  return JSON.stringify({ ...fields, version: 1, plan: stored.session.routine.plan, armed });
}

function sheets(): fc.Arbitrary<ArmedSheet> {
  const cue = fc.record({
    number: fc.nat(),
    alarm: fc.nat(),
    rings: instants(),
    due: instants(),
    signal: fc.constantFrom(...SIGNALS),
    title: fc.string({ unit: 'grapheme' }),
  });
  return fc.record({
    revision: fc.nat(),
    guard: fc.nat(),
    guardRings: instants(),
    strength: fc.constantFrom(...STRENGTHS),
    cues: fc.array(cue, { maxLength: 25 }),
  });
}

/** The file of the default session after `beats`, with an alarm for each cue that is still to come. */
function fileAfter(beats: readonly Beat[]): string {
  const session = outcome(tell(TWO_ZONES_A_LEG, beats));
  const cues = session.phase === 'running' ? openCues(session) : [];
  const armed = cues.map(({ number, cue, due }): ArmedSignal => {
    return {
      number,
      alarm: 1000 + number,
      rings: due + 1000,
      due,
      signal: signalOf(cue),
      title: `Upper thigh, ${signalOf(cue)}`,
    };
  });
  return written({ session, arming: { ...UNARMED, revision: 3, guard: 999, cues: armed } });
}

function everySecond(count: number): readonly Beat[] {
  return new Array<Beat>(count).fill({ after: 1000, quiet: undefined, act: { kind: 'advance' } });
}

describe('what a page notes besides the session', () => {
  const session = startSession('id', makeRoutine(TWO_ZONES_A_LEG), 1_000);
  const told = (alive: unknown): unknown => {
    const file = JSON.parse(written({ session, arming: UNARMED })) as object;
    return read(JSON.stringify({ ...file, alive })).value?.alive;
  };

  test('is when it was alive and how far it had come', () => {
    const alive = { at: 31_000, elapsed: 30_000 };
    expect(read(written({ session, arming: UNARMED, alive })).value?.alive).toEqual(alive);
    expect(signOfLife(session, 31_000)).toEqual(alive);
  });

  test.each([[undefined], ['soon'], [[1]], [[-5_000_000, 1]], [[5, -1]]])(
    'is nothing if it is %j',
    (alive) => {
      expect(told(alive)).toBeUndefined();
    },
  );
});

test.each([
  [{ kind: 'unplayed', at: 21_000 }],
  [{ kind: 'unplayed', at: 21_000, delivery: { outcome: 'unknown' } }],
  [{ kind: 'unplayed', at: 21_000, delivery: { outcome: 'played', by: 'alarm', late: 1_040, proven: true } }],
  [{ kind: 'unplayed', at: 21_000, delivery: { outcome: 'swallowed', by: 'theatre' } }],
  [{ kind: 'unproven', at: 21_000, from: 5, to: 900 }],
] as const)('the journal keeps %j', (event) => {
  expect(parseJournal(JSON.parse(JSON.stringify(makeJournal([event], 1_000))), 1_000)).toEqual([event]);
});

test.each([[['unplayed', 1, 'x1']], [['unproven', 1, 5, 4]], [['unproven', 1]], [['booked', 1, 'q3']]])(
  'a journal does not accept %j',
  (entry) => {
    expect(parseJournal([entry], 0)).toBeUndefined();
  },
);
