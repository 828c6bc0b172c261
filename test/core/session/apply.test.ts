import { certain } from '../../../core/result';
import { makeRoutine } from '../../../core/plan/routine';
import { apply, replay } from '../../../core/session/apply';
import { cuesOfCourse } from '../../../core/session/course';
import type { SessionEvent } from '../../../core/session/event';
import { JOURNAL_LIMIT, SESSION_ERRORS } from '../../../core/session/event';
import type { Session } from '../../../core/session/session';
import { elapsedAt, openCues, startSession } from '../../../core/session/session';
import { view } from '../../../core/session/view';
import { FIVE_ZONES_A_LEG } from '../plans';

const PLAYED = { outcome: 'played', by: 'page', late: 0 } as const;
const RANG = { outcome: 'played', by: 'alarm', late: 900 } as const;
const OFF = { outcome: 'missed', reason: 'watchOff' } as const;

/** A journal whose last event makes no sense, and the code for it. */
const senseless: readonly (readonly [string, readonly SessionEvent[], string])[] = [
  ['a pause in a pause', [at(1, 'paused'), at(2, 'paused')], 'alreadyPaused'],
  [
    'an interruption of a pause',
    [at(1, 'paused'), { kind: 'interrupted', at: 2_000, elapsed: 0 }],
    'alreadyPaused',
  ],
  ['going on without a pause', [at(1, 'resumed')], 'notPaused'],
  ['a finish before the end', [at(634, 'finished')], 'notOver'],
  ['a finish in a pause', [at(634, 'paused'), at(800, 'finished')], 'notOver'],
  ['anything after the end', [at(1, 'stopped'), at(2, 'extended')], 'ended'],
  ['a booking after the end', [at(1, 'stopped'), booked(2, PLAYED)], 'ended'],
  ['more cues than there are', [booked(635, ...new Array<typeof OFF>(23).fill(OFF))], 'noSuchCue'],
  ['a booking of nothing', [booked(1)], 'noSuchCue'],
  ['a cue before its time', [booked(19, PLAYED)], 'notDue'],
  [
    'a move by somebody who felt the finish',
    [booked(635, ...new Array<typeof OFF>(22).fill(OFF)), at(635, 'movedBack')],
    'ended',
  ],
  [
    'taking back a step that was left too long ago',
    [at(30, 'movedOn'), at(36.001, 'tookBack')],
    'nothingToTakeBack',
  ],
  ['taking back a step that was not left', [at(30, 'tookBack')], 'nothingToTakeBack'],
  ['taking back what was never booked', [{ kind: 'unplayed', at: 1_000 }], 'noSuchCue'],
  ['taking back a cue that was missed', [booked(20, OFF), { kind: 'unplayed', at: 21_000 }], 'noSuchCue'],
  ['one pause too many', [...pauses(JOURNAL_LIMIT / 2), at(700, 'paused')], 'journalFull'],
];

test.each(senseless)('%s is refused and named', (_name, journal, error) => {
  expect(replay(fresh(), journal.slice(0, -1)).ok).toBe(true);
  expect(replay(fresh(), journal)).toEqual({ ok: false, error });
});

test('a journal is refused for its first invalid event, whatever follows', () => {
  const journal = [at(1, 'resumed'), at(2, 'stopped'), at(3, 'paused')];
  expect(replay(fresh(), journal)).toEqual({ ok: false, error: 'notPaused' });
});

test('these cover every code of the closed set', () => {
  expect(new Set(senseless.map((row) => row[2]))).toEqual(new Set(SESSION_ERRORS));
});

test('the count of times the watch was taken off is kept to the end, and a wavering sensor does not fill the journal', () => {
  const session = after(at(1, 'takenOff'), at(2, 'paused'), at(3, 'takenOff'), at(4, 'stopped'));
  expect([session.phase, session.timesTakenOff, elapsedAt(session, 9_000)]).toEqual(['ended', 2, 2_000]);
  const full = after(...pauses(JOURNAL_LIMIT / 2));
  expect(apply(full, at(700, 'takenOff'))).toEqual({ ok: false, error: 'journalFull' });
});

test('a leg whose sign was answered is noted once, and nothing else in the session changes', () => {
  const before = after(at(1, 'paused'));
  const touched = after(at(1, 'paused'), at(2, 'touched'), at(3, 'touched'));
  expect(touched).toEqual({ ...before, touched: ['left'], journal: touched.journal });
  const full = after(...pauses(JOURNAL_LIMIT / 2));
  expect(apply(full, at(700, 'touched'))).toEqual({ ok: false, error: 'journalFull' });
});

test.each([
  ['hurt', 'hurts'],
  ['stoppedAtSign', 'sign'],
] as const)('a session that was "%s" has been stopped, and says why', (kind, stop) => {
  const journal = pauses(JOURNAL_LIMIT / 2);
  for (const before of [
    [],
    [at(1, 'paused')],
    journal,
    [{ kind: 'interrupted', at: 5_000, elapsed: 4_000 }] as const,
  ]) {
    expect(after(...before, at(700, kind))).toMatchObject({ phase: 'ended', ending: 'stopped', stop });
  }
});

test('a full journal still has room for the end event', () => {
  const full = after(...pauses(JOURNAL_LIMIT / 2));
  expect(full.journal.length).toBe(JOURNAL_LIMIT);
  expect(certain(apply(full, at(700, 'stopped')), 'it runs').phase).toBe('ended');
});

test('a cue that was booked and perhaps never played is missed for an unknown reason', () => {
  const unknown = { outcome: 'unknown' };
  const session = after(booked(50, OFF, PLAYED), { kind: 'unplayed', at: 51_000 });
  expect(session.book).toEqual([OFF, unknown]);
  const ended = after(booked(50, OFF, PLAYED), at(51, 'stopped'), { kind: 'unplayed', at: 52_000 });
  expect([ended.phase, ended.book]).toEqual(['ended', [OFF, unknown]]);
});

describe('a session that was cut off', () => {
  const cutOff = after(booked(20, PLAYED), booked(90, PLAYED, OFF), {
    kind: 'interrupted',
    at: 90_000,
    elapsed: 50_000,
  });

  test('waits at the position that is known to be done', () => {
    expect([cutOff.phase, elapsedAt(cutOff, 500_000)]).toEqual(['paused', 50_000]);
  });

  test('is interrupted when the person ends it, and keeps what was missed', () => {
    const ended = certain(apply(cutOff, at(600, 'stopped')), 'it waits');
    expect(ended.phase === 'ended' && [ended.ending, ended.elapsed, ended.book]).toEqual([
      'interrupted',
      50_000,
      [PLAYED, PLAYED, OFF],
    ]);
  });

  test('plays missed cues again when the person goes on', () => {
    const going = certain(apply(cutOff, at(600, 'resumed')), 'it waits');
    expect(going.phase === 'running' && openCues(going).slice(0, 2)).toEqual([
      { number: 3, cue: { kind: 'moveUp', leg: 'left', zone: 'calf' }, due: 630_000 },
      { number: 4, cue: { kind: 'lightTouch', leg: 'left', zone: 'calf' }, due: 660_000 },
    ]);
  });

  test('is not shown at a position before the cues that the page has played', () => {
    const sure = after(booked(20, PLAYED), booked(50, PLAYED), {
      kind: 'interrupted',
      at: 60_000,
      elapsed: 0,
    });
    expect(elapsedAt(sure, 60_000)).toBe(50_000);
  });
});

describe('a clock that was set', () => {
  test('moves the cues that are still to come', () => {
    const stepped = after(booked(20, PLAYED), { kind: 'stepped', at: 7_000_000, elapsed: 30_000 });
    expect(stepped.phase === 'running' && openCues(stepped)[0]?.due).toBe(7_020_000);
  });

  test('does not repeat a cue that was felt too early, and claims no time for it', () => {
    const stepped = after(booked(20, PLAYED), booked(52, RANG), {
      kind: 'stepped',
      at: 52_000,
      elapsed: 43_000,
    });
    expect(elapsedAt(stepped, 52_000)).toBe(43_000);
    expect(cuesOfCourse(stepped.course).slice(1, 3)).toEqual([
      { cue: { kind: 'lightTouch', leg: 'left', zone: 'ankle' }, at: 43_000 },
      { cue: { kind: 'moveUp', leg: 'left', zone: 'calf' }, at: 80_000 },
    ]);
  });
});

test('a reminder that fits because of +15 s comes, one that has passed does not', () => {
  const early = after(at(75, 'extended'));
  expect(seconds(early).slice(0, 4)).toEqual([20, 50, 80, 95]);
  const late = after(at(22, 'extended'), at(84, 'extended'));
  expect(seconds(late).slice(0, 4)).toEqual([20, 50, 80, 110]);
});

test('a cue that was due before a move stays to be booked', () => {
  const moved = after(at(25, 'movedOn'));
  expect(moved.phase === 'running' && openCues(moved)[0]).toEqual({
    number: 0,
    cue: { kind: 'begin', leg: 'left', zone: 'ankle' },
    due: 20_000,
  });
});

test('next and back without time in between leave nothing behind', () => {
  const toAndFro = new Array<number>(50).fill(0).flatMap(() => [at(5, 'movedOn'), at(5, 'movedBack')]);
  const still = after(at(5, 'paused'), ...toAndFro);
  expect(still.course.length).toBe(makeRoutine(FIVE_ZONES_A_LEG).steps.length + 1);
});

test('after next in a pause, the zone opens when the session goes on', () => {
  const waiting = after(at(5, 'paused'), at(8, 'movedOn'));
  expect(view(waiting, 9_000).activity).toMatchObject({ kind: 'zone', zone: 'ankle' });
  const going = certain(apply(waiting, at(60, 'resumed')), 'it waits');
  expect(going.phase === 'running' && openCues(going)[0]).toEqual({
    number: 0,
    cue: { kind: 'begin', leg: 'left', zone: 'ankle' },
    due: 60_000,
  });
});

// Helpers

function fresh(): ReturnType<typeof startSession> {
  return startSession('id', makeRoutine(FIVE_ZONES_A_LEG), 0);
}

function after(...journal: readonly SessionEvent[]): Session {
  return certain(replay(fresh(), journal), 'the journal makes sense');
}

function at(
  second: number,
  kind: Exclude<SessionEvent['kind'], 'booked' | 'stepped' | 'interrupted' | 'unproven'>,
): SessionEvent {
  return { kind, at: second * 1000 };
}

function booked(
  second: number,
  ...deliveries: (SessionEvent & { kind: 'booked' })['deliveries'][number][]
): SessionEvent {
  return { kind: 'booked', at: second * 1000, deliveries };
}

function pauses(count: number): readonly SessionEvent[] {
  return new Array<number>(count).fill(0).flatMap((_, place) => [at(place, 'paused'), at(place, 'resumed')]);
}

function seconds(session: Session): readonly number[] {
  return cuesOfCourse(session.course).map((cue) => cue.at / 1000);
}
