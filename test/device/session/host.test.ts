import { zoneNumber } from '../../../core/body';
import { NOTHING_SAID } from '../../../core/care/book';
import { parsePlan } from '../../../core/plan/parse-plan';
import type { Plan } from '../../../core/plan/plan';
import { certain } from '../../../core/result';
import type { Mark } from '../../../core/session/mark';
import { makeMark } from '../../../core/session/mark';
import { SECOND } from '../../../core/time';
import type { Begun } from '../../../device/session/begin';
import { beginOnDisk } from '../../../device/session/begin';
import type { Conductor } from '../../../device/session/conductor';
import { hostSession } from '../../../device/session/host';
import { openAlarmBook } from '../../../device/store/alarm-book';
import {
  changePreference,
  DEFAULT_PREFERENCES,
  PREFERENCES_FILE,
  UNCHANGED_PREFERENCES,
} from '../../../core/state/preferences';
import { openOutbox } from '../../../device/store/outbox-store';
import { markPath } from '../../../device/store/mark-path';
import { openSessionStore } from '../../../device/store/session-store';
import { openStored } from '../../../device/store/stored-file';
import type { FakeWatch } from '../fake-watch';
import { fakeWatch } from '../fake-watch';

/** How the signal of a zone is noted when it is played. */
const PLAY_ANKLE = `play ${zoneNumber('ankle')}`;
const PLAY_CALF = `play ${zoneNumber('calf')}`;

const START = Date.UTC(2026, 4, 1);
const ZONE = 20 * SECOND;
const PLAN = certain(
  parsePlan({
    ...{ version: 1, prepareSeconds: 0, switchSeconds: 0, reminderSeconds: 'off', zoneOrder: 'upward' },
    legs: [{ leg: 'left', zones: ['ankle', 'calf'].map((zone) => ({ zone, seconds: ZONE / SECOND })) }],
  }),
  'the plan keeps to all limits',
);

/** Its first cue is not due when it begins. */
const UNHURRIED: typeof PLAN = { ...PLAN, prepareSeconds: 10 };

interface Hosted {
  readonly conductor: Conductor | undefined;
  /** Whether the record was stored, each time the session is reported as over. */
  readonly over: boolean[];
  readonly shown: string[];
}

function host(fake: FakeWatch): Hosted {
  const over: boolean[] = [];
  const shown: string[] = [];
  // The start screen was there before.
  fake.memory.landed = true;
  const conductor = hostSession(fake.watch, {
    preferences: openStored(fake.watch.disk, PREFERENCES_FILE).value().values,
    titleOf: ({ kind }) => kind,
    show: ({ phase }) => shown.push(phase),
    over: (_, kept) => over.push(kept),
  });
  return { conductor, over, shown };
}

function beginWith({ watch }: FakeWatch, plan: Plan): Begun {
  return beginOnDisk(
    watch,
    openSessionStore(watch.disk),
    { plan, revision: 0 },
    NOTHING_SAID,
    DEFAULT_PREFERENCES,
  );
}

/** A watch on which a session has just begun. */
function watchInSession(): FakeWatch {
  const fake = fakeWatch(START);
  expect(beginWith(fake, PLAN)).toBe('begun');
  return fake;
}

test('without a session on disk there is nothing to run, and the watch is not touched', () => {
  const fake = fakeWatch(START);
  expect(host(fake)).toEqual({ conductor: undefined, over: [], shown: [] });
  expect(fake.done).toEqual([]);
});

test('a session is resumed with an alarm for each coming cue, and a guard', () => {
  const fake = watchInSession();
  host(fake);
  // Of three cues the first is played at once.
  expect(fake.done).toContain(PLAY_ANKLE);
  expect(fake.alarms.left.size).toBe(3);
});

test('a session that has just begun is written once more after its alarms are set', () => {
  const fake = fakeWatch(START);
  beginWith(fake, UNHURRIED);
  const before = fake.done.length;
  host(fake);
  const writes = fake.done.slice(before).filter((what) => what.startsWith('write session'));
  expect(writes).toHaveLength(1);
  expect(openSessionStore(fake.watch.disk).value()?.arming).toMatchObject({ revision: 1, guard: 2 });
});

test('a session whose alarms were set but not written is armed again under a new revision', () => {
  const fake = fakeWatch(START);
  beginWith(fake, UNHURRIED);
  fake.watch.alarms.set({
    rings: START + ZONE,
    param: { kind: 'cue', session: 'another', revision: 1, number: 0 },
  });
  host(fake);
  expect(openSessionStore(fake.watch.disk).value()?.arming.revision).toBe(2);
});

test('the alarm of a cue is cancelled once the page has played it', () => {
  const fake = watchInSession();
  host(fake);
  fake.advance(ZONE);
  expect(fake.done).toContain(PLAY_CALF);
  expect(fake.alarms.left.size).toBe(2);
});

test('a session that reaches its end is in the outbox and no longer in its file', () => {
  const fake = watchInSession();
  const { over } = host(fake);
  fake.advance(2 * ZONE);
  expect(over).toEqual([true]);
  expect(openSessionStore(fake.watch.disk).value()).toBeUndefined();
  const record = openOutbox(fake.watch.disk).newest();
  expect(record).toMatchObject({ ending: 'finished', startedAt: START });
  expect(fake.alarms.left.size).toBe(0);
});

test('for a session that is ended, the record is stored first, then its file is deleted, then its alarms', () => {
  const fake = watchInSession();
  const { conductor } = host(fake);
  const before = fake.done.length;
  conductor?.tell('end');
  const done = fake.done.slice(before).map((what) => /^(write outbox|write session|cancel)/.exec(what)?.[0]);
  const steps = done.filter((what) => what !== undefined);
  expect(steps).toEqual(['write outbox', 'write session', 'cancel', 'cancel', 'cancel']);
  expect(openSessionStore(fake.watch.disk).value()).toBeUndefined();
});

test('a session whose record the disk refuses is stored as ended in its own file', () => {
  const fake = watchInSession();
  const { conductor } = host(fake);
  const write = fake.watch.disk.write.bind(fake.watch.disk);
  fake.watch.disk.write = (path, bytes) => !path.startsWith('outbox') && write(path, bytes);
  conductor?.tell('end');
  expect(openSessionStore(fake.watch.disk).value()?.session.phase).toBe('ended');
});

test('a record that the disk refuses is written again every five seconds, until it succeeds', () => {
  const fake = watchInSession();
  const { conductor, over } = host(fake);
  fake.disk.takes = false;
  conductor?.tell('end');
  fake.advance(5 * SECOND);
  expect(over).toEqual([false, false]);
  fake.disk.takes = true;
  fake.advance(5 * SECOND);
  expect(over).toEqual([false, false, true]);
  fake.advance(60 * SECOND);
  expect(over).toHaveLength(3);
});

test('a session whose record was stored is over, even if the disk refused everything else at its end', () => {
  const fake = watchInSession();
  const { conductor } = host(fake);
  fake.advance(2 * ZONE - SECOND);
  const file = ['session.a', 'session.b'].map((path) => [path, fake.disk.files.get(path)] as const);
  fake.advance(SECOND);
  conductor?.leave();
  // As it was before the end.
  file.forEach(([path, content]) => {
    if (content) fake.disk.files.set(path, content);
  });
  expect(openSessionStore(fake.watch.disk).value()?.session.phase).toBe('running');
  fake.advance(600 * SECOND);
  expect(host(fake)).toEqual({ conductor: undefined, over: [], shown: [] });
  expect(openSessionStore(fake.watch.disk).value()).toBeUndefined();
  expect(openOutbox(fake.watch.disk).newest()?.ending).toBe('finished');
  expect(fake.alarms.left.size).toBe(0);
});

test('a cue whose alarm is not on disk is played by the page at once, and booked as its own', () => {
  const fake = fakeWatch(START);
  const asleep = changePreference(UNCHANGED_PREFERENCES, 'letScreenSleep', true);
  openStored(fake.watch.disk, PREFERENCES_FILE).write(asleep);
  beginWith(fake, UNHURRIED);
  fake.disk.takes = false;
  host(fake);
  expect(fake.alarms.left.size).toBe(4);
  fake.advance(10 * SECOND - 1);
  // Its alarm rings and has no effect.
  fake.alarms.left.delete(
    1 + [...fake.alarms.left.values()].findIndex(({ rings }) => rings === START + 10 * SECOND),
  );
  fake.advance(1);
  expect(fake.done).toContain(PLAY_ANKLE);
  fake.disk.takes = true;
  fake.advance(SECOND);
  expect(openSessionStore(fake.watch.disk).value()?.session.book).toEqual([
    { outcome: 'played', by: 'page', late: 0 },
  ]);
});

test('a page that is left stops trying, and the session waits on disk', () => {
  const fake = watchInSession();
  const { conductor, over } = host(fake);
  fake.disk.takes = false;
  conductor?.tell('end');
  conductor?.leave();
  fake.disk.takes = true;
  fake.advance(60 * SECOND);
  expect(over).toEqual([false]);
  expect(openSessionStore(fake.watch.disk).value()).toBeDefined();
});

test('a check in progress is cut off, because its alarms would ring in between', () => {
  const fake = watchInSession();
  const book = openAlarmBook(fake.watch.disk, fake.watch.alarms);
  const [check = 0] = book.replace('check', [
    { rings: START + 60 * SECOND, param: { kind: 'check', ring: 'full' } },
  ]);
  expect(fake.alarms.left.has(check)).toBe(true);
  host(fake);
  expect(fake.alarms.left.has(check)).toBe(false);
});

test('a mark is deleted once the session is on disk with its content', () => {
  const fake = watchInSession();
  host(fake).conductor?.leave();
  fake.advance(ZONE + SECOND);
  const { session, arming } = openSessionStore(fake.watch.disk).value() ?? {};
  const place = { session: session?.id ?? '', revision: arming?.revision ?? 0, number: 1 };
  const mark: Mark = { ...place, began: fake.now(), did: 'brief', quiet: undefined };
  fake.disk.files.set(
    markPath(place),
    Uint8Array.from(makeMark(mark), (letter) => letter.charCodeAt(0)),
  );
  fake.disk.takes = false;
  const { conductor } = host(fake);
  expect(fake.disk.files.has(markPath(place))).toBe(true);
  fake.disk.takes = true;
  conductor?.refresh();
  fake.advance(SECOND);
  expect(fake.disk.files.has(markPath(place))).toBe(false);
  expect(openSessionStore(fake.watch.disk).value()?.session.book[1]).toMatchObject({
    by: 'alarm',
    late: SECOND,
  });
});

describe('a forgotten pause', () => {
  /** The pauses for which an alarm is set, and when it rings. */
  const reminders = (fake: FakeWatch): readonly (readonly [unknown, number])[] =>
    [...fake.alarms.left.values()].flatMap((alarm) =>
      alarm.param.kind === 'pause' ? [[alarm.param, alarm.rings - START] as const] : [],
    );
  const revision = (fake: FakeWatch) => openSessionStore(fake.watch.disk).value()?.arming.revision;

  test('has one alarm, one second after the page would signal it, which is cancelled when the session goes on', () => {
    const fake = watchInSession();
    const { conductor } = host(fake);
    fake.advance(5 * SECOND);
    conductor?.tell('pause');
    expect(reminders(fake)).toEqual([
      [expect.objectContaining({ kind: 'pause', revision: revision(fake) }), 186 * SECOND],
    ]);
    expect(fake.alarms.left.size).toBe(1);
    conductor?.tell('resume');
    expect(reminders(fake)).toEqual([]);
  });

  test('keeps its alarm when the page is left, under the arming on disk, and gets a new one from the next page', () => {
    const fake = watchInSession();
    const { conductor } = host(fake);
    conductor?.tell('pause');
    conductor?.leave();
    fake.advance(60 * SECOND);
    expect(reminders(fake)).toHaveLength(1);
    host(fake);
    expect(reminders(fake)).toEqual([
      [expect.objectContaining({ kind: 'pause', revision: revision(fake) }), 181 * SECOND],
    ]);
  });

  test('is signalled by the living page, and not again', () => {
    const fake = watchInSession();
    host(fake).conductor?.tell('pause');
    fake.advance(180 * SECOND);
    expect(fake.done).toContain('play lightTouch');
    expect(reminders(fake)).toEqual([]);
  });

  test('is not signalled again by a page whose alarm has rung, nor by one opened later', () => {
    const fake = watchInSession();
    const { conductor } = host(fake);
    conductor?.tell('pause');
    fake.alarms.left.clear();
    fake.advance(180 * SECOND);
    conductor?.leave();
    host(fake);
    fake.advance(600 * SECOND);
    expect(fake.done).not.toContain('play lightTouch');
    expect(reminders(fake)).toEqual([]);
  });
});

test('a watch that is taken off is in the record, and the page stops listening when it is left', () => {
  const fake = watchInSession();
  const { conductor } = host(fake);
  fake.wear.worn = 'no';
  fake.wear.changed?.();
  fake.advance(3 * SECOND);
  conductor?.tell('end');
  conductor?.leave();
  expect(fake.wear.changed).toBeUndefined();
  const record = openOutbox(fake.watch.disk).newest();
  expect(record?.extensions).toMatchObject({ takenOff: '1' });
});

test('the next page continues at the position given by the clock, and plays no cue twice', () => {
  const fake = watchInSession();
  const { conductor } = host(fake);
  fake.advance(5 * SECOND);
  conductor?.leave();
  fake.done.splice(0);
  fake.advance(5 * SECOND);
  host(fake);
  fake.advance(10 * SECOND);
  expect(fake.done.filter((what) => what.startsWith('play'))).toEqual([PLAY_CALF]);
});
