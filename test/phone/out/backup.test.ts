import fc from 'fast-check';
import schema from '../../../docs/backup.schema.json';
import { presetPlan } from '../../../core/plan/presets';
import { packRecord } from '../../../core/record/packed-record';
import type { SessionRecord } from '../../../core/record/record';
import { locksIn } from '../../../core/care/locks';
import { lockLegs } from '../../../phone/care/said';
import { beginWeek, declineWeek, keepEvening, putGirth } from '../../../phone/diary/change';
import { wholeDiary } from '../../../phone/diary/whole';
import { deleteSessions } from '../../../phone/deletions';
import { putExcuses, readExcuses } from '../../../phone/history/excuses';
import { openLibrary } from '../../../phone/history/library';
import { putHistorySettings, readHistorySettings } from '../../../phone/history/history-settings';
import { addWithUndo, handMade, moveWithUndo } from '../../../phone/history/mend';
import { putDays, readSchedule } from '../../../phone/history/schedule';
import { readUndo, undoLast } from '../../../phone/history/undo';
import { putRecords } from '../../../phone/ledger';
import { ledgerId } from '../../../phone/ledger-id';
import { BACKUP_LIMIT, backupText, readBackup } from '../../../phone/out/backup';
import type { BackupRest } from '../../../phone/out/backup';
import { importNow, previewImport } from '../../../phone/out/import';
import { PARTS } from '../../../phone/out/parts';
import type { PhoneState } from '../../../phone/phone-state';
import { readPhoneState } from '../../../phone/phone-state';
import { putPlan, readPlan } from '../../../phone/plan-store';
import { mergePreferences, putStrength, readPreferences } from '../../../phone/preferences';
import { LEDGER_KEY } from '../../../phone/storage-keys';
import { anyRecord, dailyRecord, records } from '../../core/record/records';
import { runs } from '../../runs';
import type { Mood } from '../memory-storage';
import { MemoryStorage } from '../memory-storage';
import { against } from './schema';
import { TWO_ZONES_A_LEG } from '../../core/plans';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 4, 1, 6, 14);
const daily = (count: number): readonly SessionRecord[] =>
  Array.from({ length: count }, (_, at) => dailyRecord(at));

function restOf(storage: MemoryStorage): BackupRest {
  const state = readPhoneState(storage, { now: NOW + DAY, offsetAt: () => 60 });
  const { excuses, schedule, settings, deletions, plan, earlierPlans, preferences } = state;
  const own = plan.state === 'ready' ? { revision: plan.revision, plan: plan.plan } : undefined;
  const care = { diary: wholeDiary(state.diary), said: state.said };
  return { excuses, schedule, settings, deletions, plan: own, earlierPlans, preferences, care };
}

function sessionsIn(storage: MemoryStorage): readonly SessionRecord[] {
  const library = openLibrary(storage);
  return library.months.flatMap(library.sessionsOf);
}

const exported = (storage: MemoryStorage): string =>
  backupText(sessionsIn(storage), restOf(storage), NOW + DAY, [1, 1]);

function takeIn(storage: MemoryStorage, text: string) {
  const preview = previewImport(storage, text);
  if (!preview.ok) throw new Error(preview.error);
  return { preview: preview.value, done: importNow(storage, preview.value) };
}

test('every record is unchanged after it was written into a backup and read', () => {
  fc.assert(
    fc.property(fc.array(anyRecord(), { maxLength: 5 }), (all) => {
      const read = readBackup(backupText(all, undefined, NOW, [1, 1]));
      const sessions = read.ok
        ? read.value.sessions.map((each) => (each.ok ? packRecord(each.value) : each.error))
        : read;
      expect(sessions).toEqual(all.map(packRecord));
    }),
    { numRuns: runs(1000, 150) },
  );
});

test('a backup imported into an empty phone gives the same past, even if imported twice', () => {
  fc.assert(
    fc.property(records(12), (all) => {
      const storage = new MemoryStorage();
      putRecords(storage, all);
      const text = exported(storage);
      const empty = new MemoryStorage();
      takeIn(empty, text);
      expect(sessionsIn(empty)).toEqual(sessionsIn(storage));
      const once = empty.contents();
      const again = takeIn(empty, text);
      expect([again.preview.added, again.preview.known]).toEqual([[], all.length]);
      expect({ ...empty.contents(), 'page.undo': '' }).toEqual({ ...once, 'page.undo': '' });
      // The watch sends what it still has.
      putRecords(empty, all);
      expect(openLibrary(empty).count()).toBe(all.length);
    }),
    { numRuns: runs(300, 50) },
  );
});

function full(): MemoryStorage {
  const storage = new MemoryStorage();
  putRecords(storage, daily(40));
  deleteSessions(storage, [dailyRecord(3)]);
  putExcuses(storage, new Map([[20_600, { kind: 'excused', reason: '“far”, 中文 🦵 =x\nמרחק' }]]));
  putHistorySettings(storage, { dayEnd: 2, weekStart: 7, charts: 'boxes' });
  putPlan(storage, JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: 5 }), NOW);
  return storage;
}

test('excused days, settings, plan and deletions are included, and an undo reverts all of it', () => {
  const storage = full();
  const empty = new MemoryStorage();
  takeIn(empty, exported(storage));
  expect(readExcuses(empty)).toEqual(readExcuses(storage));
  expect(readHistorySettings(empty)).toEqual(readHistorySettings(storage));
  expect(readPlan(empty)).toEqual(readPlan(storage));
  putRecords(empty, daily(40));
  expect(sessionsIn(empty)).toEqual(sessionsIn(storage));
  const fresh = new MemoryStorage();
  takeIn(fresh, exported(storage));
  undoLast(fresh);
  expect([sessionsIn(fresh), [...readExcuses(fresh)], readPlan(fresh).state]).toEqual([[], [], 'none']);
});

test('an import can be undone until a part of it is changed, so that no later change is lost', () => {
  const changes: readonly ((storage: MemoryStorage) => unknown)[] = [
    (storage) => putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW + 9 * HOUR),
    (storage) => putDays(storage, readPlan(storage), [7], NOW + 9 * HOUR, (since) => Math.floor(since / DAY)),
    (storage) => putStrength(storage, 'gentle'),
  ];
  changes.forEach((change) => {
    const fresh = new MemoryStorage();
    takeIn(fresh, exported(everything()));
    expect(readUndo(fresh)?.change).toBe('imported');
    const was = fresh.contents();
    change(fresh);
    expect(fresh.contents()).not.toEqual(was);
    const before = fresh.contents();
    expect(readUndo(fresh)).toBeUndefined();
    undoLast(fresh);
    expect(fresh.contents()).toEqual(before);
  });
});

/** Everything that a phone can have, from each of its writers. */
function everything(): MemoryStorage {
  const storage = full();
  putPlan(storage, JSON.stringify(presetPlan('short', TWO_ZONES_A_LEG)), NOW + HOUR);
  putDays(storage, readPlan(storage), [1, 3, 5], NOW + 2 * HOUR, (since) => Math.floor(since / DAY));
  mergePreferences(storage, { strength: ['gentle', 3], lotion: [true, 4] });
  putStrength(storage, 'strong');
  lockLegs(storage, ['left'], { by: 'hand' }, { now: NOW, offsetAt: () => 60 }, () => 0.4);
  beginWeek(storage, 20_560);
  keepEvening(storage, { day: 20_560, how: 'alike', ratings: [1, 2, 3, 4, 10] }, 20_560);
  putGirth(storage, 20_561, { left: '36.5', right: '' });
  declineWeek(storage, 20_590);
  moveWithUndo(storage, dailyRecord(5), { startedAt: dailyRecord(5).startedAt - 90 * DAY, utcOffset: 60 });
  const hand = handMade(
    { day: 20_500, minutes: { left: 7, right: 0 }, note: '=“x”' },
    stateOf(storage),
    true,
  );
  if (hand.ok) addWithUndo(storage, [hand.value]);
  return storage;
}

const stateOf = (storage: MemoryStorage): PhoneState =>
  readPhoneState(storage, { now: NOW + DAY, offsetAt: () => 60 });

/** Everything that a person sees of a phone, except when watches were in touch and what can be undone. */
function seen(storage: MemoryStorage): unknown {
  const { excuses, schedule, settings, plan, earlierPlans, strength, preferences, library, diary, said } =
    stateOf(storage);
  const own = plan.state === 'ready' ? [plan.plan, plan.revision] : plan;
  return [
    ...[sessionsIn(storage), library.months, excuses, schedule, settings, own],
    ...[earlierPlans, strength, preferences, wholeDiary(diary), locksIn(said)],
  ];
}

test('a backup answers no hard question, because an answer is about the time at which it was given', () => {
  const storage = everything();
  mergePreferences(storage, { pregnantAnswer: ['no', 7], veinLeftCalf: [true, 8] });
  const empty = new MemoryStorage();
  takeIn(empty, exported(storage));
  const { pregnantAnswer, veinLeftCalf } = readPreferences(empty);
  expect([pregnantAnswer, veinLeftCalf]).toEqual([undefined, [true, 8]]);
});

test('a backup of everything makes an empty phone equal except for its name, even if imported twice', () => {
  const storage = everything();
  ledgerId(storage, () => 0.3);
  const text = exported(storage);
  const empty = new MemoryStorage();
  const { preview } = takeIn(empty, text);
  expect(preview.others).toEqual(['plan', 'earlierPlans', 'schedule', 'settings', 'preferences']);
  expect(seen(empty)).toEqual(seen(storage));
  expect(empty.getItem(LEDGER_KEY)).toBeFalsy();
  const once = empty.contents();
  const again = takeIn(empty, text);
  expect([again.preview.added, again.preview.others]).toEqual([[], []]);
  expect({ ...empty.contents(), 'page.undo': '' }).toEqual({ ...once, 'page.undo': '' });
  // Another choice of the strength does not drop other preferences that no watch has received yet.
  putStrength(empty, 'gentle');
  expect(readPreferences(empty)).toEqual({
    ...{ strength: ['gentle', 6], lotion: [true, 4], dayEnd: [2, 1] },
  });
});

test('of the rest, only what is missing here is imported', () => {
  const storage = new MemoryStorage();
  mergePreferences(storage, { strength: ['gentle', 1] });
  putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW);
  const { preview } = takeIn(storage, exported(everything()));
  // That plan has replaced the standard plan, which can be restored.
  expect(preview.others).toEqual(['schedule', 'settings']);
  expect(readPreferences(storage)).toEqual({ strength: ['gentle', 1] });
});

test('what is already here stays: sessions, settings, and deletions', () => {
  const storage = new MemoryStorage();
  putRecords(storage, daily(3));
  deleteSessions(storage, [dailyRecord(1)]);
  putHistorySettings(storage, { dayEnd: 6, weekStart: 1, charts: 'picture' });
  const other = { ...dailyRecord(2), pauses: { count: 2, seconds: 9 } };
  const text = backupText([...daily(2), other, dailyRecord(7)], restOf(full()), NOW, [1, 1]);
  const { preview } = takeIn(storage, text);
  expect([preview.added.length, preview.known, preview.deleted, preview.refused]).toEqual([
    ...[1, 1, 1],
    [{ place: 3, why: 'other' }],
  ]);
  expect(readHistorySettings(storage).dayEnd).toBe(6);
  expect(
    sessionsIn(storage)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['abcdefghjk-0', 'abcdefghjk-2', 'abcdefghjk-7']);
});

test('a truncated backup is never accepted, and none throws', () => {
  const text = backupText(daily(3), restOf(full()), NOW, [1, 1]);
  for (let length = 1; length < text.length - 2; length += 1) {
    const read = readBackup(text.slice(0, length));
    expect(read.ok ? 'ok' : read.error).toBe(length < 18 ? 'notJson' : 'cut');
  }
});

const WHOLE = '{"legato":"backup","version":1,"sessions":[]}';

test.each([
  ['', 'notJson'],
  ['hello', 'notJson'],
  ['[]', 'otherApp'],
  ['{"app":"other","sessions":[]}', 'otherApp'],
  [JSON.stringify(TWO_ZONES_A_LEG), 'aPlan'],
  ['{"legato":"backup","version":2,"sessions":[]}', 'newerVersion'],
  ['{"legato":"backup","version":1}', 'noSessions'],
  ['{"legato":"backup","sessions":[]}', 'noVersion'],
  ['{"legato":"backup","version":"1","sessions":[]}', 'noVersion'],
  ['{"legato":"backup","version":0,"sessions":[]}', 'noVersion'],
  ['{"legato":"backup","version":1.5,"sessions":[]}', 'noVersion'],
  ['{"legato":"backup","version":99999,"sessions":[]}', 'noVersion'],
  ['{"legato":"backup","version":1,"sessions":[}]}', 'changed'],
  ['{“legato”:“backup”,“version”:1,“sessions”:[}]}', 'changed'],
  [`${WHOLE}\n\n${WHOLE}`, 'several'],
  [`part 1\n${WHOLE}\npart 2\n${WHOLE.slice(0, -3)}`, 'several'],
  ['{\n  "legato": "backup",\n  "version": 1,\n  "sess', 'cut'],
  ['x'.repeat(BACKUP_LIMIT + 1), 'tooLarge'],
  ['🦵'.repeat(BACKUP_LIMIT / 4) + 'x', 'tooLarge'],
])('%# is not a backup', (text, problem) => {
  const read = readBackup(text);
  expect(read.ok ? 'ok' : read.error).toBe(problem);
});

test('spaces that JSON does not know are read as spaces, except in what a person wrote', () => {
  const storage = new MemoryStorage();
  putRecords(storage, daily(2));
  putExcuses(storage, new Map([[20_600, { kind: 'excused', reason: 'far\u00a0"away"' }]]));
  const text = backupText(sessionsIn(storage), restOf(storage), NOW, [1, 1]);
  const read = readBackup(text.replace(/,"sessions":/, ',\u00a0"sessions":\u200b'));
  expect(read.ok && read.value.sessions.length).toBe(2);
  const reasons = read.ok ? [...(read.value.rest.excuses ?? new Map()).values()] : [];
  expect(reasons).toEqual([...readExcuses(storage).values()]);
});

test.each([
  ['in a code fence', (text: string) => `\`\`\`json\n${text}\n\`\`\``],
  ['quoted in a mail', (text: string) => `> ${text.replace(/,"/g, ',\n> "')}\n`],
  ['quoted twice, between other words', (text: string) => `Here it is:\n>> ${text}\n\nBye`],
  ['after a greeting', (text: string) => `Hello!\n\n${text}\n-- \nsent from a phone`],
])('a backup is read %s', (_, around) => {
  const text = backupText(daily(3), restOf(full()), NOW, [1, 1]);
  const read = readBackup(around(text));
  expect(read).toEqual(readBackup(text));
  expect(read.ok).toBe(true);
  expect(readBackup(around(text.slice(0, -20)))).toEqual({ ok: false, error: 'cut' });
});

test.each([
  ['a chat', (text: string) => text.replace(/"([^"]*)"/g, '“$1”')],
  ['a Chinese keyboard', (text: string) => text.replace(/"/g, '＂')],
])('a backup is read with the quotation marks of %s', (_, changed) => {
  const text = backupText(daily(3), undefined, NOW, [2, 3]);
  expect(readBackup(changed(text))).toEqual(readBackup(text));
  expect(readBackup(text)).toMatchObject({ ok: true, value: { part: [2, 3] } });
  expect(readBackup(changed(text.slice(0, -20)))).toEqual({ ok: false, error: 'cut' });
});

describe('a session that was given another date', () => {
  const moved = (): MemoryStorage => {
    const storage = new MemoryStorage();
    putRecords(storage, daily(3));
    moveWithUndo(storage, dailyRecord(1), { startedAt: dailyRecord(1).startedAt - 5 * DAY, utcOffset: 60 });
    return storage;
  };

  test('stays there when a backup from before is restored, once or twice', () => {
    const storage = moved();
    const before = backupText(daily(3), undefined, NOW, [1, 1]);
    const was = sessionsIn(storage);
    for (const _ of ['once', 'twice']) {
      const { preview } = takeIn(storage, before);
      expect([preview.added, preview.known]).toEqual([[], 3]);
      expect(sessionsIn(storage)).toEqual(was);
    }
  });

  test('is not brought a second time to a phone that has it at its first date', () => {
    const storage = new MemoryStorage();
    putRecords(storage, daily(3));
    const { preview } = takeIn(storage, exported(moved()));
    expect([preview.added, preview.known, preview.refused.map(({ why }) => why)]).toEqual([[], 2, ['other']]);
    expect(openLibrary(storage).count()).toBe(3);
  });
});

test('a plan from a phone whose clock was ahead counts from when the backup was made', () => {
  const storage = new MemoryStorage();
  putRecords(storage, daily(3));
  const plan = { revision: NOW + 9000 * DAY, plan: presetPlan('oneLeg', TWO_ZONES_A_LEG) };
  const text = backupText([], { ...restOf(storage), plan, schedule: [] }, NOW, [1, 1]);
  takeIn(storage, text);
  expect(readPlan(storage)).toMatchObject({ revision: plan.revision, since: NOW });
  const [first, last] = readSchedule(storage, readPlan(storage), NOW + DAY);
  expect([first?.since, last?.since, last?.legs.right]).toEqual([0, NOW, 0]);
  putDays(storage, readPlan(storage), [1, 2], NOW + 2 * DAY, (since) => Math.floor(since / DAY));
  putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW + 3 * DAY);
  const schedule = readSchedule(storage, readPlan(storage), NOW + 3 * DAY);
  expect(schedule.map(({ since }) => Math.round((since - NOW) / DAY))).toEqual([
    Math.round(-NOW / DAY),
    ...[0, 2, 3],
  ]);
});

test('changes that are later than now count today', () => {
  const storage = new MemoryStorage();
  putPlan(storage, JSON.stringify(presetPlan('oneLeg', TWO_ZONES_A_LEG)), NOW + 9000 * DAY);
  const schedule = readSchedule(storage, readPlan(storage), NOW);
  expect(schedule.map(({ since }) => since)).toEqual([0, NOW]);
});

test('a text of 512 KB is read, and a byte order mark and surrounding spaces are accepted', () => {
  const text = `\ufeff ${backupText(daily(2), undefined, NOW, [1, 1])}`;
  const read = readBackup(text.padEnd(BACKUP_LIMIT - 2, ' '));
  expect(read.ok && read.value.sessions.length).toBe(2);
});

const whole = JSON.parse(backupText([dailyRecord(0)], undefined, NOW, [1, 1])) as {
  sessions: [Record<string, unknown>];
};
test.each([
  [{ id: 'a b' }, 'notASession'],
  [{ id: 17 }, 'notASession'],
  [{ start: 'yesterday' }, 'notASession'],
  [{ end: '2026-03-05T07:00:00.000Z' }, 'notASession'],
  [{ utcOffset: 99_999 }, 'notASession'],
  [{ zones: [['left', 'ankle', 60]] }, 'notASession'],
  [{ zones: [['left', 'ankle', 60, -1]] }, 'notASession'],
  [{ zones: [['left leg', 'ankle', 60, 60]] }, 'notASession'],
  [{ pauses: [1] }, 'notASession'],
  [{ cues: { late: 5, by: { page: 1 }, why: {} } }, 'notASession'],
  [{ cues: null }, 'notASession'],
  [{ more: { made: 'by hand' } }, 'notASession'],
  [{ more: 'none' }, 'notASession'],
  [{ ending: 'no end' }, 'notASession'],
  [{ format: 3 }, 'newerFormat'],
  [{ format: 2.5 }, 'notASession'],
  [{ format: 1e9 }, 'notASession'],
  [{ format: 0 }, 'notASession'],
])('one bad session (%j) is refused alone', (change, why) => {
  const bad = { ...whole, sessions: [{ ...whole.sessions[0], ...change }, whole.sessions[0], 'none'] };
  const read = readBackup(JSON.stringify(bad));
  const told = read.ok ? read.value.sessions.map((each) => (each.ok ? 'ok' : each.error)) : [];
  expect(told).toEqual([why, 'ok', 'notASession']);
});

test.each(Array.from({ length: 14 }, (_, at) => [at]))(
  'if the storage refuses everything after %i writes, no session is half imported',
  (good) => {
    for (const mood of ['throws', 'silent'] as const) {
      const empty = new MemoryStorage();
      const preview = previewImport(empty, backupText(daily(40), undefined, NOW, [1, 1]));
      if (!preview.ok) throw new Error('it is a backup');
      empty.moods = Array.from({ length: good }, (): Mood => 'good');
      empty.mood = mood;
      const done = importNow(empty, preview.value);
      empty.mood = 'good';
      empty.moods = [];
      expect([0, 40]).toContain(openLibrary(empty).count());
      if (done.ok) expect(openLibrary(empty).count()).toBe(40);
      takeIn(empty, backupText(daily(40), undefined, NOW, [1, 1]));
      expect(openLibrary(empty).count()).toBe(40);
    }
  },
);

describe('the schema in docs/', () => {
  test('names what a backup has', () => {
    const written = JSON.parse(backupText([dailyRecord(0)], restOf(full()), NOW, [1, 1])) as Record<
      string,
      unknown
    > & {
      sessions: [object];
    };
    expect(Object.keys(written).sort()).toEqual(Object.keys(schema.properties).sort());
    expect(Object.keys(written.sessions[0]).sort()).toEqual(
      Object.keys(schema.$defs.session.properties).sort(),
    );
  });

  test('accepts everything that is written', () => {
    fc.assert(
      fc.property(fc.array(anyRecord(), { maxLength: 4 }), fc.boolean(), (all, isLast) => {
        const rests = [undefined, restOf(new MemoryStorage()), restOf(full())];
        for (const rest of isLast ? rests : [undefined]) {
          const written: unknown = JSON.parse(backupText(all, rest, NOW, [1, 2]));
          expect(against(schema, schema, written)).toEqual([]);
        }
      }),
      { numRuns: runs(300, 40) },
    );
  });

  const good = JSON.parse(backupText([dailyRecord(0)], restOf(full()), NOW, [1, 1])) as Record<
    string,
    unknown
  >;
  test.each([
    ['version', 2],
    ['legato', 'plan'],
    ['sessions', [{}]],
    ['sessions', 'none'],
    ['part', [1]],
    ['settings', { dayEnd: 13, weekStart: 1, charts: 'boxes' }],
    ['schedule', { entries: [[0, '71', 300, 300]] }],
    ['excuses', { days: [['2026-03-05', 'ill', '']] }],
    ['preferences', { strength: ['strong', -1] }],
  ])('does not accept another %s', (name, value) => {
    expect(against(schema, schema, { ...good, [name]: value })).not.toEqual([]);
  });
});

describe('a part of a backup other than sessions', () => {
  const rest = (() => {
    const storage = new MemoryStorage();
    putRecords(storage, daily(2));
    putPlan(storage, JSON.stringify(presetPlan('short', TWO_ZONES_A_LEG)), NOW);
    putPlan(storage, JSON.stringify(TWO_ZONES_A_LEG), NOW + HOUR);
    putStrength(storage, 'strong');
    putExcuses(storage, new Map([[20_600, { kind: 'excused', reason: 'far' }]]));
    return JSON.parse(exported(storage)) as Record<string, unknown>;
  })();
  const tried = (change: Readonly<Record<string, unknown>>) => {
    const read = readBackup(JSON.stringify({ ...rest, ...change }));
    if (!read.ok) throw new Error(read.error);
    const { unreadable, partly, sessions } = read.value;
    expect(sessions).toHaveLength(2);
    return { unreadable, partly, rest: read.value.rest };
  };

  test('that is whole or missing is not told of', () => {
    expect(tried({})).toMatchObject({ unreadable: [], partly: [] });
    const none = Object.fromEntries(PARTS.map((name) => [name, null]));
    expect(tried(none)).toMatchObject({ unreadable: [], partly: [] });
  });

  test.each(PARTS.flatMap((name) => [7, {}, { version: 99 }].map((value) => [name, value] as const)))(
    'is named if it cannot be read: %s as %j',
    (name, value) => {
      // Settings and preferences without anything in them are what they were before anything was chosen.
      const isEmpty = JSON.stringify(value) === '{}' && (name === 'settings' || name === 'preferences');
      expect(tried({ [name]: value }).unreadable).toEqual(isEmpty ? [] : [name]);
    },
  );

  test.each([
    [
      'excuses',
      {
        version: 1,
        days: [
          ['2026-05-30', 'excused', ''],
          ['2026-05-31', 'excusd', ''],
        ],
      },
    ],
    ['deleted', { version: 1, deleted: [['abcdefghjk-0', '2026-03', 5], ['x']] }],
    ['schedule', { version: 1, entries: [[0, '1234567', 300, 300], 'x'] }],
    ['earlierPlans', { version: 1, plans: [TWO_ZONES_A_LEG, {}] }],
    ['settings', { version: 1, dayEnd: 77, weekStart: 7, charts: 'picture' }],
    ['preferences', { strength: ['strong', 1], other: 'x' }],
    ['diary', { version: 1, begun: ['2026-03-02', 'x'], declined: [], days: [] }],
    ['said', ['1a lock left hurts 5', 7]],
  ] as const)('of which something can be read is read and named: %s', (name, value) => {
    const { unreadable, partly, rest: read } = tried({ [name]: value });
    expect([unreadable, partly]).toEqual([[], [name]]);
    expect(read[name === 'deleted' ? 'deletions' : name]).toBeDefined();
  });

  test('of which nothing can be read is not taken for a part', () => {
    expect(tried({ excuses: { version: 1, days: [['2026-05-31', 'excusd', '']] } })).toMatchObject({
      unreadable: ['excuses'],
      partly: [],
    });
  });
});

test('a diary week without an entry so far is brought in as well, since watches may say that it asks', () => {
  const storage = new MemoryStorage();
  beginWeek(storage, 20_600);
  const empty = new MemoryStorage();
  const { preview } = takeIn(empty, exported(storage));
  expect(preview.diary?.begun).toEqual([20_600]);
  expect(readPhoneState(empty, { now: NOW, offsetAt: () => 0 }).diary.weeks.begun).toEqual([20_600]);
  expect(takeIn(empty, exported(storage)).preview.diary?.begun).toEqual([]);
  undoLast(empty);
  expect(readPhoneState(empty, { now: NOW, offsetAt: () => 0 }).diary.weeks.begun).toEqual([]);
});
