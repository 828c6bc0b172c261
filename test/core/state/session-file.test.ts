import fc from 'fast-check';
import { signOfLife } from '../../../core/session/reopen';
import { makeJournal, parseJournal } from '../../../core/state/journal';
import { SIGNALS, signalOf } from '../../../core/cue/cue';
import { STRENGTHS } from '../../../core/cue/pattern';
import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/routine';
import { apply } from '../../../core/session/apply';
import { openCues, startSession } from '../../../core/session/session';
import type {
  ArmedSheet,
  ArmedSignal,
  SessionFileProblem,
  StoredSession,
} from '../../../core/state/session-file';
import {
  makeSessionFile,
  parseCueSheet,
  parseSessionFile,
  SESSION_FILE_PROBLEMS,
  UNARMED,
} from '../../../core/state/session-file';
import { runs } from '../../runs';
import { instants, plans, wildBeats } from '../arbitraries';
import type { Beat } from '../session/story';
import { outcome, STORY_ID, tell } from '../session/story';

const EACH = { numRuns: runs(1000, 200) };

test('any session survives being written and read, with its alarms', () => {
  fc.assert(
    fc.property(plans(), wildBeats(), sheets(), (plan, beats, arming) => {
      const stored: StoredSession = { session: outcome(tell(plan, beats)), arming };
      expect(parseSessionFile(makeSessionFile(stored))).toEqual({ ok: true, value: stored });
    }),
    EACH,
  );
});

test('it says how far the clock was set since the session began', () => {
  const session = startSession(STORY_ID, makeRoutine(DEFAULT_PLAN), 1_800_000_000_000);
  const stepped = apply(session, { kind: 'stepped', at: session.startedAt, elapsed: 0, by: -3_600_000 });
  const stored: StoredSession = { session: certain(stepped, 'it runs'), arming: UNARMED };
  expect(stored.session.clockSet).toBe(-3_600_000);
  expect(parseSessionFile(makeSessionFile(stored))).toEqual({ ok: true, value: stored });
});

test('it says which cue was about to be played', () => {
  const stored: StoredSession = {
    session: outcome(tell(DEFAULT_PLAN, everySecond(20))),
    arming: UNARMED,
    playing: 0,
  };
  expect(parseSessionFile(makeSessionFile(stored))).toEqual({ ok: true, value: stored });
});

test('it says by which plan and in which time zone the session began', () => {
  const origin = { planRevision: 1_772_694_870_250, utcOffset: -570 };
  const session = startSession(STORY_ID, makeRoutine(DEFAULT_PLAN), 1_800_000_000_000, origin);
  const stored: StoredSession = { session, arming: UNARMED };
  expect(parseSessionFile(makeSessionFile(stored))).toEqual({ ok: true, value: stored });
});

test.each([7, [], [1], [-1, 0], [1, 0.5], [1, 1441], [1, -1441], ['1', 60]])(
  'an origin that cannot be read costs no session: %j',
  (origin) => {
    const fields = JSON.parse(fileAfter([])) as Record<string, unknown>;
    const read = parseSessionFile(JSON.stringify({ ...fields, origin }));
    expect(read.ok && read.value.session).toMatchObject({ id: STORY_ID, origin: undefined });
  },
);

test('a service reads from it what it needs to bring a cue', () => {
  fc.assert(
    fc.property(plans(), wildBeats(), sheets(), (plan, beats, arming) => {
      const session = outcome(tell(plan, beats));
      expect(parseCueSheet(makeSessionFile({ session, arming }))).toEqual({
        ok: true,
        value: { ...arming, id: STORY_ID, booked: session.book.length },
      });
    }),
    EACH,
  );
});

test('a service reads from it whether the page was only about to play the last booked cue', () => {
  const session = outcome(tell(DEFAULT_PLAN, everySecond(20)));
  expect(parseCueSheet(makeSessionFile({ session, arming: UNARMED, playing: 0 }))).toMatchObject({
    value: { booked: 1, playing: 0 },
  });
});

test('it takes at most 2,048 bytes with 22 alarms armed, and 1,280 at the end of the default session', () => {
  const sizes = [fileAfter([]), fileAfter(everySecond(635))].map((text) => Buffer.byteLength(text));
  expect(sizes[0]).toBeLessThanOrEqual(2048);
  expect(sizes[1]).toBeLessThanOrEqual(1280);
});

test('it gives back what a notification says in any language', () => {
  const cue: ArmedSignal = { number: 0, alarm: 7, rings: 1, due: 0, signal: 1, title: '向上移动到小腿' };
  const text = makeSessionFile({
    session: outcome(tell(DEFAULT_PLAN, [])),
    arming: { ...UNARMED, cues: [cue] },
  });
  expect(parseCueSheet(text)).toMatchObject({ value: { cues: [cue] } });
});

/** What is wrong, the change that makes a file so, and the code. */
const wrong: readonly (readonly [string, Record<string, unknown>, SessionFileProblem])[] = [
  ['the next version', { version: 2 }, 'fromNewerVersion'],
  ['no version', { version: undefined }, 'wrongShape'],
  ['a number for an id', { id: 7 }, 'wrongShape'],
  ['a start in words', { startedAt: 'today' }, 'wrongShape'],
  ['a revision below none', { revision: -1 }, 'wrongShape'],
  ['no guard', { guard: undefined }, 'wrongShape'],
  ['a guard that rings at no time', { guardRings: null }, 'wrongShape'],
  ['half a cue booked', { booked: 0.5 }, 'wrongShape'],
  ['a strength of no motor', { strength: 'wild' }, 'wrongShape'],
  ['no list of alarms', { armed: {} }, 'wrongShape'],
  ['an alarm that is none', { armed: [7] }, 'wrongShape'],
  ['an alarm without an id', { armed: [[0, null, 1, 0, 1, 'Ankle']] }, 'wrongShape'],
  ['an alarm for no signal', { armed: [[0, 7, 1, 0, 99, 'Ankle']] }, 'wrongShape'],
  ['an alarm with a number for a title', { armed: [[0, 7, 1, 0, 1, 8]] }, 'wrongShape'],
  ['a cue about to be played that is not booked', { playing: 0 }, 'wrongShape'],
  ['a word for the cue about to be played', { playing: 'finish' }, 'wrongShape'],
  ['a plan over the limits', { plan: { ...DEFAULT_PLAN, prepareSeconds: 121 } }, 'badPlan'],
  ['no plan', { plan: undefined }, 'badPlan'],
  ['no journal', { journal: undefined }, 'badJournal'],
  ['an event that is none', { journal: ['paused'] }, 'badJournal'],
  ['an event of no kind', { journal: [['slept', 1000]] }, 'badJournal'],
  ['an event without a time', { journal: [['paused']] }, 'badJournal'],
  ['a claim without a time', { journal: [['stepped', 1000]] }, 'badJournal'],
  ['a delivery that is none', { journal: [['booked', 20000, 7]] }, 'badJournal'],
  ['a delivery by no carrier', { journal: [['booked', 20000, 'x7']] }, 'badJournal'],
  ['a miss without a reason', { journal: [['booked', 20000, 'm99']] }, 'badJournal'],
  ['an event that makes no sense', { journal: [['resumed', 1000]] }, 'badJournal'],
];

test.each(wrong)('%s is refused and named', (_name, change, error) => {
  const fields = JSON.parse(fileAfter([])) as Record<string, unknown>;
  expect(parseSessionFile(JSON.stringify({ ...fields, ...change }))).toEqual({ ok: false, error });
});

test.each([
  ['no JSON', '{"version":1', 'notJson'],
  ['a list', '[]', 'wrongShape'],
] as const)('%s is refused and named, also for a service', (_name, text, error) => {
  expect([parseSessionFile(text), parseCueSheet(text)]).toEqual([
    { ok: false, error },
    { ok: false, error },
  ]);
});

test('every code of the closed set is met by one of these', () => {
  expect(new Set([...wrong.map((row) => row[2]), 'notJson'])).toEqual(new Set(SESSION_FILE_PROBLEMS));
});

test('whatever stands in a field, it is read or refused; nothing throws', () => {
  const fields = JSON.parse(fileAfter(everySecond(100))) as Record<string, unknown>;
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(fields)), fc.jsonValue(), (name, value) => {
      const read = parseSessionFile(JSON.stringify({ ...fields, [name]: value }));
      expect(read.ok || SESSION_FILE_PROBLEMS.includes(read.error)).toBe(true);
    }),
    EACH,
  );
});

// Helpers

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
  const session = outcome(tell(DEFAULT_PLAN, beats));
  const cues = session.phase === 'running' ? openCues(session) : [];
  const armed = cues.map(({ number, cue, due }): ArmedSignal => {
    return {
      number,
      alarm: 1000 + number,
      rings: due + 1000,
      due,
      signal: signalOf(cue),
      title: 'Lower thigh',
    };
  });
  return makeSessionFile({ session, arming: { ...UNARMED, revision: 3, guard: 999, cues: armed } });
}

function everySecond(count: number): readonly Beat[] {
  return new Array<Beat>(count).fill({ after: 1000, quiet: undefined, act: { kind: 'advance' } });
}

describe('what a page says of itself besides the session', () => {
  const session = startSession('id', makeRoutine(DEFAULT_PLAN), 1_000);
  const told = (alive: unknown): unknown => {
    const file = JSON.parse(makeSessionFile({ session, arming: UNARMED })) as object;
    const read = parseSessionFile(JSON.stringify({ ...file, alive }));
    return read.ok ? read.value.alive : read.error;
  };

  test('is when it lived and how far it had come', () => {
    const alive = { at: 31_000, elapsed: 30_000 };
    const read = parseSessionFile(makeSessionFile({ session, arming: UNARMED, alive }));
    expect(read.ok && read.value.alive).toEqual(alive);
    expect(signOfLife(session, 31_000)).toEqual(alive);
  });

  test.each([[undefined], ['soon'], [[1]], [[-5_000_000, 1]], [[5, -1]]])(
    'is nothing where it is %j',
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
  'no journal has %j',
  (entry) => {
    expect(parseJournal([entry], 0)).toBeUndefined();
  },
);
