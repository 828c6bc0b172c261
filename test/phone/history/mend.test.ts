import { dayFrom } from '../../../core/calendar/day';
import { DEFAULT_PLAN, legSeconds } from '../../../core/plan/plan';
import type { SessionRecord } from '../../../core/record/record';
import { deleteSessions } from '../../../phone/deletions';
import { putExcuses, readExcuses } from '../../../phone/history/excuses';
import { noteOf } from '../../../phone/history/gist';
import { openLibrary } from '../../../phone/history/library';
import { putMade, readMadeIndex, removeMade } from '../../../phone/history/made';
import type { HandMade } from '../../../phone/history/mend';
import {
  addWithUndo,
  deleteWithUndo,
  excuseWithUndo,
  handMade,
  movedStart,
  moveWithUndo,
} from '../../../phone/history/mend';
import { MOVES, readMoves } from '../../../phone/history/moves';
import { lookAt } from '../../../phone/history/overview';
import { putDays } from '../../../phone/history/schedule';
import { putHistorySettings } from '../../../phone/history/history-settings';
import { readUndo, undoLast } from '../../../phone/history/undo';
import { putRecords } from '../../../phone/ledger';
import type { PhoneState } from '../../../phone/phone-state';
import { readPhoneState } from '../../../phone/phone-state';
import { readPlan } from '../../../phone/plan-store';
import {
  MADE_INDEX_KEY,
  MADE_MONTH_PREFIX,
  UNDO_CONTENT_PREFIX,
  UNDO_KEY,
} from '../../../phone/storage-keys';
import { dailyRecord } from '../../core/record/records';
import { MemoryStorage } from '../memory-storage';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const day = (text: string): number => dayFrom(text) ?? NaN;
/** Local time of a phone that is an hour ahead of UTC. */
const at = (text: string, hour: number): number => day(text) * DAY + (hour - 1) * HOUR;
const stateAt = (storage: MemoryStorage, now: number): PhoneState =>
  readPhoneState(storage, { now, offsetAt: () => 60 });

describe('a session that is entered by hand', () => {
  const entered = (made: Partial<HandMade>, now: number, storage = new MemoryStorage()): SessionRecord => {
    const whole = { day: day('2026-03-07'), minutes: { left: 5, right: 5 }, note: '', ...made };
    const record = handMade(whole, stateAt(storage, now), true);
    if (!record.ok) throw new Error(record.error);
    return record.value;
  };

  test.each([
    ['begins at noon', at('2026-03-08', 9), at('2026-03-07', 12)],
    ['ends now where noon has not come', at('2026-03-07', 9), at('2026-03-07', 9) - 10 * MINUTE],
    [
      'begins with its day where no more of it has passed',
      at('2026-03-07', 4) + 10 * MINUTE,
      at('2026-03-07', 4),
    ],
  ])('%s', (_, now, start) => {
    expect(entered({}, now).startedAt).toBe(start);
  });

  test('begins after what was done on its day', () => {
    const storage = new MemoryStorage();
    const evening = {
      ...dailyRecord(2),
      startedAt: at('2026-03-07', 20),
      endedAt: at('2026-03-07', 20) + HOUR,
    };
    const left = { ...evening, zones: evening.zones.filter(({ leg }) => leg === 'left') };
    putRecords(storage, [left]);
    expect(entered({ minutes: { left: 0, right: 5 } }, at('2026-03-08', 9), storage).startedAt).toBe(
      left.endedAt,
    );
  });

  const half = (startedAt: number): SessionRecord => {
    const zones = dailyRecord(2).zones.map((zone) => ({ ...zone, doneSeconds: 30 }));
    return { ...dailyRecord(2), zones, startedAt, endedAt: startedAt + 10 * MINUTE };
  };
  const tried = (record: SessionRecord, now: number, right: number, isInAddition = false) => {
    const storage = new MemoryStorage();
    putRecords(storage, [record]);
    const made = { day: day('2026-03-07'), minutes: { left: 0, right }, note: '' };
    return handMade(made, stateAt(storage, now), isInAddition);
  };

  test('is entered beside another of the same leg only if the person says that it is in addition', () => {
    const evening = half(at('2026-03-07', 20));
    const now = at('2026-03-08', 9);
    expect(tried(evening, now, 3)).toEqual({ ok: false, error: 'over' });
    expect(tried(evening, now, 3, true).ok).toBe(true);
    const left = { ...evening, zones: evening.zones.filter(({ leg }) => leg === 'left') };
    expect(tried(left, now, 3).ok).toBe(true);
    expect(tried(half(at('2026-03-05', 20)), now, 3).ok).toBe(true);
  });

  test('lies over no other if its day has room for it, and is not entered unasked if it has none', () => {
    const morning = half(at('2026-03-07', 8));
    const left = { ...morning, zones: morning.zones.filter(({ leg }) => leg === 'left') };
    const justAfter = tried(left, left.endedAt + MINUTE, 30);
    expect(justAfter.ok && justAfter.value.endedAt).toBe(left.startedAt);
    const early = { ...left, startedAt: at('2026-03-07', 4), endedAt: at('2026-03-07', 4) + 10 * MINUTE };
    expect(tried(early, early.endedAt, 8)).toEqual({ ok: false, error: 'over' });
    const over = tried(early, early.endedAt, 8, true);
    expect(over.ok && over.value.endedAt).toBe(early.endedAt);
  });

  test('takes no more time than has passed of its day', () => {
    const tryAt = (now: number, left: number, right: number, offsetAt = (): number => 60) => {
      const state = readPhoneState(new MemoryStorage(), { now, offsetAt });
      return handMade({ day: day('2026-03-29'), minutes: { left, right }, note: '' }, state, false);
    };
    // The day begins at four o'clock.
    expect(tryAt(at('2026-03-29', 4) + 9 * MINUTE, 5, 5)).toEqual({ ok: false, error: 'notYet' });
    expect(tryAt(at('2026-03-29', 4) + 10 * MINUTE, 5, 5).ok).toBe(true);
    // On the day on which the clock is set forward, it is set past two o'clock.
    const summer = Date.UTC(2026, 2, 29, 1);
    const offsetAt = (instant: number): number => (instant < summer ? 60 : 120);
    const storage = new MemoryStorage();
    putHistorySettings(storage, { dayEnd: 2, weekStart: 1, charts: 'picture' });
    const state = readPhoneState(storage, { now: summer + 10 * MINUTE, offsetAt });
    const made = (left: number) =>
      handMade({ day: day('2026-03-29'), minutes: { left, right: 0 }, note: '' }, state, false);
    expect([made(11), made(10)]).toEqual([
      { ok: false, error: 'notYet' },
      { ok: true, value: expect.objectContaining({ startedAt: summer }) as unknown },
    ]);
  });

  test('begins in the first of two hours of the same name', () => {
    const winter = Date.UTC(2026, 9, 25, 1);
    const storage = new MemoryStorage();
    putHistorySettings(storage, { dayEnd: 2, weekStart: 1, charts: 'picture' });
    const state = readPhoneState(storage, {
      now: winter - 30 * MINUTE,
      offsetAt: (instant) => (instant < winter ? 120 : 60),
    });
    const made = handMade(
      { day: day('2026-10-25'), minutes: { left: 30, right: 0 }, note: '' },
      state,
      false,
    );
    expect(made.ok && made.value.startedAt).toBe(winter - HOUR);
  });

  test('is compared with what was planned for its day, or with itself if nothing was planned', () => {
    const storage = new MemoryStorage();
    putRecords(storage, [dailyRecord(0)]);
    const planned = (): readonly number[] =>
      entered({ minutes: { left: 7, right: 0 } }, at('2026-03-08', 9), storage).zones.map(
        ({ plannedSeconds }) => plannedSeconds,
      );
    expect(planned()).toEqual(DEFAULT_PLAN.legs.slice(0, 1).map(legSeconds));
    putDays(storage, readPlan(storage), [1], at('2026-03-07', 9), (since) => Math.floor(since / DAY));
    expect(planned()).toEqual([420]);
  });

  test('is compared with the plan even if it is the first, or earlier than the first', () => {
    const storage = new MemoryStorage();
    const made = { minutes: { left: 2, right: 5 } };
    const states = (): readonly string[] =>
      lookAt(stateAt(storage, at('2026-03-08', 9)), { from: day('2026-03-03'), to: day('2026-03-04') }).map(
        ({ legs }) => `${legs.left.state} ${legs.right.state}`,
      );
    putMade(storage, [entered({ ...made, day: day('2026-03-04') }, at('2026-03-08', 9), storage)]);
    expect(states()).toEqual(['before before', 'partly done']);
    putMade(storage, [entered({ ...made, day: day('2026-03-03') }, at('2026-03-08', 9) + 1, storage)]);
    expect(states()).toEqual(['partly done', 'partly done']);
  });

  test.each([
    [{ day: day('2026-03-09') }, 'future'],
    [{ day: day('2014-12-31') }, 'farAway'],
    [{ day: day('0001-01-01') }, 'farAway'],
    [{ minutes: { left: 0, right: 0 } }, 'nothing'],
    [{ minutes: { left: 121, right: 0 } }, 'tooLong'],
  ])('is refused if it is impossible: %j', (made, problem) => {
    const whole = { day: day('2026-03-07'), minutes: { left: 5, right: 5 }, note: '', ...made };
    const record = handMade(whole, stateAt(new MemoryStorage(), at('2026-03-08', 9)), true);
    expect(record.ok ? 'ok' : record.error).toBe(problem);
  });

  test('has a note that reads back, and none if another version wrote an invalid one', () => {
    const record = entered({ note: ' =“far”,\n 中文 🦵 ' }, at('2026-03-08', 9));
    expect(noteOf(record)).toBe('=“far”, 中文 🦵');
    expect(noteOf({ extensions: { note: '%E0%A4%A' } })).toBe('');
  });
});

describe('the date of a session', () => {
  const moved = (text: string | undefined, minute: number | undefined) => {
    const storage = new MemoryStorage();
    putRecords(storage, [dailyRecord(0), dailyRecord(1)]);
    const where = text === undefined ? undefined : day(text);
    const start = movedStart(dailyRecord(0), where, minute, stateAt(storage, at('2026-04-01', 12)), false);
    return start.ok ? new Date(start.value.startedAt).toISOString() : start.error;
  };

  test.each([
    ['2026-03-20', 21 * 60 + 5, '2026-03-20T20:05:00.000Z'],
    [undefined, 0, 'noDate'],
    ['2026-03-20', undefined, 'noDate'],
    ['1969-12-31', 0, 'farAway'],
    ['2015-01-01', 0, '2014-12-31T23:00:00.000Z'],
    ['2026-04-02', 0, 'future'],
  ])('%s at minute %s is %s', (text, minute, told) => {
    expect(moved(text, minute)).toBe(told);
  });

  test('stays to the second if the minute is the one in which it began, and no other session is in its way', () => {
    const storage = new MemoryStorage();
    const own = dailyRecord(0);
    // A session that was entered by hand begins with a full minute.
    const full = { ...dailyRecord(1), startedAt: dailyRecord(1).startedAt - 30_000 };
    const beside = { ...dailyRecord(2), startedAt: own.startedAt - 30_000 };
    putRecords(storage, [own, full, beside]);
    const state = stateAt(storage, at('2026-04-01', 12));
    for (const session of [own, full]) {
      const minute = Math.floor(((session.startedAt + HOUR) % DAY) / MINUTE);
      const itsDay = Math.floor((session.startedAt + HOUR) / DAY);
      expect(movedStart(session, itsDay, minute, state, false)).toEqual({
        ok: true,
        value: { startedAt: session.startedAt, utcOffset: 60 },
      });
    }
  });

  test.each([
    ['in no time zone', 0],
    ['in another season', 60],
  ])(
    'is taken in local time of the phone if it has not come %s, as of a watch whose clock was wrong',
    (_, offset) => {
      const storage = new MemoryStorage();
      const session = {
        ...dailyRecord(0),
        startedAt: Date.UTC(2020, 0, 1),
        endedAt: Date.UTC(2020, 0, 1) + HOUR,
      };
      const wrong = { ...session, utcOffset: offset };
      putRecords(storage, [wrong]);
      // In summer the phone is two hours ahead of UTC.
      const now = Date.UTC(2026, 6, 10, 6, 30);
      const state = readPhoneState(storage, { now, offsetAt: () => 120 });
      const move = (minute: number) => movedStart(wrong, day('2026-07-10'), minute, state, false);
      expect(move(8 * 60 + 14)).toEqual({
        ok: true,
        value: { startedAt: Date.UTC(2026, 6, 10, 6, 14), utcOffset: 120 },
      });
      expect(move(8 * 60 + 31)).toEqual({ ok: false, error: 'future' });
      expect(move(5 * 60)).toMatchObject({ ok: true, value: { utcOffset: offset } });
    },
  );

  test('cannot be the start of another session', () => {
    const storage = new MemoryStorage();
    const start = at('2026-03-20', 8);
    putRecords(storage, [dailyRecord(0), { ...dailyRecord(1), startedAt: start, endedAt: start + HOUR }]);
    const state = stateAt(storage, at('2026-04-01', 12));
    expect(movedStart(dailyRecord(0), day('2026-03-20'), 8 * 60, state, true)).toEqual({
      ok: false,
      error: 'taken',
    });
  });

  test('is that of another session only if the person says so', () => {
    const storage = new MemoryStorage();
    const start = at('2026-03-20', 8);
    putRecords(storage, [dailyRecord(0), { ...dailyRecord(1), startedAt: start, endedAt: start + HOUR }]);
    const state = stateAt(storage, at('2026-04-01', 12));
    const move = (minute: number, mayBeOver = false) =>
      movedStart(dailyRecord(0), day('2026-03-20'), minute, state, mayBeOver);
    expect(move(8 * 60 + 30)).toEqual({ ok: false, error: 'over' });
    expect(move(8 * 60 - 5)).toEqual({ ok: false, error: 'over' });
    expect(move(8 * 60 + 30, true)).toMatchObject({ ok: true, value: { startedAt: start + HOUR / 2 } });
    expect([move(9 * 60).ok, move(7 * 60).ok]).toEqual([true, true]);
    const own = Math.floor(((dailyRecord(0).startedAt + HOUR) % DAY) / MINUTE) + 2;
    expect(movedStart(dailyRecord(0), day('2026-03-05'), own, state, false).ok).toBe(true);
  });

  test('can be changed again, and returns to the first one by undoing a deletion', () => {
    const storage = new MemoryStorage();
    putRecords(storage, [dailyRecord(0), dailyRecord(1)]);
    moveWithUndo(storage, dailyRecord(0), { startedAt: at('2026-04-02', 8), utcOffset: 60 });
    const [once] = openLibrary(storage).sessionsOf('2026-04');
    if (!once) throw new Error('it was moved');
    moveWithUndo(storage, once, { startedAt: at('2026-05-02', 8), utcOffset: 60 });
    const [twice] = openLibrary(storage).sessionsOf('2026-05');
    if (!twice) throw new Error('it was moved again');
    expect([...readMoves(storage).values()].map(({ from }) => from.startedAt)).toEqual([
      dailyRecord(0).startedAt,
    ]);
    deleteWithUndo(storage, [twice]);
    expect(openLibrary(storage).count()).toBe(1);
    // A moved session is not added to the entered ones, where it would be a duplicate.
    undoLast(storage);
    expect([openLibrary(storage).count(), readMadeIndex(storage).size]).toEqual([2, 0]);
  });

  test.each(['{}', '{"version":1,"moves":[["a",1,0,"x"]]}', '{"version":1,"moves":["a"]}', 'x'])(
    'is the original one if the stored one is %s',
    (text) => {
      const storage = new MemoryStorage([[MOVES.name, text]]);
      putRecords(storage, [dailyRecord(0)]);
      expect(openLibrary(storage).sessionsOf('2026-03')).toEqual([dailyRecord(0)]);
    },
  );
});

describe('sessions that were imported or entered', () => {
  const brought = (): MemoryStorage => {
    const storage = new MemoryStorage();
    putMade(storage, [dailyRecord(0), dailyRecord(1)]);
    putMade(storage, [dailyRecord(2), dailyRecord(30)]);
    return storage;
  };

  test.each(['', 'x', '{"version":1}', '{"version":1,"months":[["2026-03",0,3],["2026-04",1,1]]}'])(
    'are found by their keys if the list of their months is %j',
    (text) => {
      const storage = brought();
      // What counted before the last write was not removed.
      const old = storage.getItem(`${MADE_MONTH_PREFIX}2026-03.2`) ?? '';
      storage.setItem(`${MADE_MONTH_PREFIX}2026-03.1`, old);
      storage.setItem(MADE_INDEX_KEY, text);
      const library = openLibrary(storage);
      expect([library.months, library.count()]).toEqual([['2026-03', '2026-04'], 4]);
      expect(putMade(storage, [dailyRecord(3)]).ok).toBe(true);
      expect(openLibrary(storage).count()).toBe(5);
    },
  );

  test('stay when the list of their months is gone and the storage refuses the next one', () => {
    for (let taken = 0; taken < 9; taken += 1) {
      const storage = brought();
      storage.removeItem(MADE_INDEX_KEY);
      storage.moods = [...Array<'good'>(taken).fill('good'), ...Array<'silent'>(9).fill('silent')];
      const { ok } = addWithUndo(storage, [dailyRecord(3)]);
      expect([taken, openLibrary(storage).count()]).toEqual([taken, ok ? 5 : 4]);
      storage.moods = [];
      addWithUndo(storage, [dailyRecord(3)]);
      expect(openLibrary(storage).count()).toBe(5);
    }
  });

  test('that are damaged stay in place, and the rest still works', () => {
    const storage = brought();
    const key = `${MADE_MONTH_PREFIX}2026-03.2`;
    const text = (storage.getItem(key) ?? '').replace(/"2 [^"]*"/, '"2 x"');
    storage.setItem(key, text);
    const library = openLibrary(storage);
    library.sessionsOf('2026-03');
    expect(library.damaged()).toEqual(['2026-03']);
    putMade(storage, [dailyRecord(4)]);
    expect([storage.getItem(key), openLibrary(storage).sessionsOf('2026-03').length]).toEqual([text, 3]);
  });

  test('are removed all or none, and a missing one changes nothing', () => {
    const storage = brought();
    removeMade(storage, [dailyRecord(7)]);
    expect(openLibrary(storage).count()).toBe(4);
    removeMade(storage, [dailyRecord(0), dailyRecord(30)]);
    expect(openLibrary(storage).count()).toBe(2);
  });

  test('count without those that were deleted', () => {
    const storage = brought();
    deleteSessions(storage, [dailyRecord(2)]);
    expect([openLibrary(storage).countOf('2026-03'), openLibrary(storage).count()]).toEqual([2, 3]);
  });
});

describe('what can be undone', () => {
  const changed = (): MemoryStorage => {
    const storage = new MemoryStorage();
    putRecords(storage, [dailyRecord(0)]);
    addWithUndo(storage, [dailyRecord(1)]);
    return storage;
  };
  const damaged = (key: string, name: string, value: unknown): MemoryStorage => {
    const storage = changed();
    const good = JSON.parse(storage.getItem(key) ?? '') as Record<string, unknown>;
    storage.setItem(key, JSON.stringify({ ...good, [name]: value }));
    return storage;
  };

  test.each([
    ['change', 'invented'],
    ['count', -1],
    ['keys', 'none'],
    ['left', 'none'],
    ['content', 'none'],
    ['content', 7],
  ])('is nothing if its %s is %j', (name, value) => {
    const storage = damaged(UNDO_KEY, name, value);
    expect(readUndo(storage)).toBeUndefined();
    expect(undoLast(storage)).toEqual({ ok: true, value: undefined });
    expect(openLibrary(storage).count()).toBe(2);
  });

  test.each([
    ['texts', 'none'],
    ['texts', ['x']],
    ['texts', [[1, null]]],
    ['texts', [['plan', 7]]],
    ['added', 'none'],
    ['added', ['x']],
    ['added', [['a', 1, 0.5]]],
    ['deleted', 'none'],
    ['deleted', ['x']],
    ['excuses', 'none'],
    ['excuses', ['x']],
    ['excuses', [['2026-03-05', 'ill', '']]],
  ])('cannot be undone if the %s it takes are %j, and is no longer offered then', (name, value) => {
    const storage = damaged(`${UNDO_CONTENT_PREFIX}1`, name, value);
    expect(undoLast(storage).ok).toBe(false);
    expect([readUndo(storage), openLibrary(storage).count()]).toEqual([undefined, 2]);
    expect(storage.keys().filter((key) => key.startsWith(UNDO_KEY))).toEqual([]);
  });

  test.each([
    [{}, true],
    [{ left: ['0 '] }, true],
    [{ left: ['1 x'] }, false],
    [{ texts: 7 }, false],
  ])('may have been stored by an older version of Legato, which left %j', (change, isOffered) => {
    const storage = changed();
    const { id, startedAt, utcOffset } = dailyRecord(1);
    const old = {
      ...{ version: 1, change: 'added', count: 1, texts: [['history.excuses', null]] },
      ...{ added: [[id, startedAt, utcOffset]], deleted: [] },
    };
    storage.setItem(UNDO_KEY, JSON.stringify({ ...old, ...change }));
    expect(readUndo(storage)?.change).toBe(isOffered ? 'added' : undefined);
    undoLast(storage);
    expect(openLibrary(storage).count()).toBe(isOffered ? 1 : 2);
  });

  test('is a day of its own, so that a day which is excused later stays so', () => {
    const storage = changed();
    putExcuses(storage, new Map([[20_518, { kind: 'withheld', reason: 'mine' }]]));
    excuseWithUndo(storage, [20_518, 20_519], { kind: 'excused', reason: 'far' });
    putExcuses(storage, new Map([[20_520, { kind: 'excused', reason: 'told by a watch' }]]));
    undoLast(storage);
    expect([...readExcuses(storage)]).toEqual([
      [20_518, { kind: 'withheld', reason: 'mine' }],
      [20_520, { kind: 'excused', reason: 'told by a watch' }],
    ]);
  });

  test('can be tried again if the storage did not accept all of it', () => {
    const storage = changed();
    deleteWithUndo(storage, [dailyRecord(0)]);
    // The ledger removes it when the next one comes.
    putRecords(storage, [dailyRecord(2)]);
    for (let good = 0; good < 6; good += 1) {
      const again = storage.copy();
      again.moods = Array.from({ length: good }, () => 'good' as const);
      again.mood = 'throws';
      undoLast(again);
      again.mood = 'good';
      again.moods = [];
      undoLast(again);
      expect([good, openLibrary(again).count(), readUndo(again)]).toEqual([good, 3, undefined]);
    }
  });
});

test('days before the first session do not count, and later months need not read it', () => {
  const storage = new MemoryStorage();
  putRecords(storage, [dailyRecord(0)]);
  const state = stateAt(storage, at('2026-05-03', 12));
  const states = (from: string): readonly string[] =>
    lookAt(state, { from: day(from), to: day(from) + 1 }).map(({ legs }) => legs.left.state);
  expect([states('2026-03-04'), states('2026-05-02')]).toEqual([
    ['before', 'done'],
    ['missed', 'open'],
  ]);
});
