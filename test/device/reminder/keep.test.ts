import { DAY_END, dayOf, dayAt } from '../../../core/calendar/day';
import { lockedAmong } from '../../../core/reminder/locked';
import { DAY_NOTES_FILE, delay } from '../../../core/reminder/day-notes';
import { markAfter } from '../../../core/reminder/mark';
import type { Reminder } from '../../../core/reminder/reminder';
import { keyOf, NEW_REMINDER } from '../../../core/reminder/reminder';
import {
  NO_REMINDERS,
  REMINDERS_FILE,
  remindersOf,
  setReminder,
} from '../../../core/reminder/reminders-file';
import { HOUR, MINUTE } from '../../../core/time';
import { changePreference } from '../../../core/state/preferences';
import { keepReminders, knownOf, restoreReminders, setFrom } from '../../../device/reminder/keep';
import { hereNow, openPreferences } from '../../../device/store/preferences-store';
import { openAlarmBook } from '../../../device/store/alarm-book';
import { openCareStore } from '../../../device/store/care-store';
import { openOutbox } from '../../../device/store/outbox-store';
import { readOwnIds, readSheet, writeOwnIds, writeReminderMark } from '../../../device/store/reminder-files';
import { claimReminders, noteDone, noteLocked } from '../../../device/store/reminder-sheet';
import { isSessionOnDisk } from '../../../device/store/session-on-disk';
import { openStored } from '../../../device/store/stored-file';
import { reminderTexts } from '../../../device/text/reminder-words';
import { momentHere, utcOffsetAt } from '../../../device/watch/clock';
import { fakeWatch } from '../fake-watch';

/** Seven in the morning, in the time zone of the tests. */
const SEVEN = Date.UTC(2026, 4, 15, 7) - utcOffsetAt(Date.UTC(2026, 4, 15, 7)) * MINUTE;
const DAY = 24 * HOUR;
const TEXTS = reminderTexts((id) => id);

function withReminders(count: 1 | 2 | 3) {
  const fake = fakeWatch(SEVEN);
  const { disk, alarms } = fake.watch;
  const book = () => openAlarmBook(disk, alarms);
  const stored = ([1, 2, 3] as const)
    .slice(0, count)
    .reduce(
      (before, place) => setReminder(before, place, { ...NEW_REMINDER, minute: (7 + place) * 60 }),
      NO_REMINDERS,
    );
  openStored(disk, REMINDERS_FILE).write(stored);
  const keep = () => keepReminders(fake.watch, book(), TEXTS);
  const set = () =>
    [...fake.alarms.left.values()].map(({ param, rings }) =>
      param.kind === 'reminder' ? [param.rung.why, rings - SEVEN] : [],
    );
  const restore = () => restoreReminders(fake.watch, book());
  const sheet = () => readSheet((path) => disk.read(path));
  const key = (): string | undefined => {
    const reminder = remindersOf(openStored(disk, REMINDERS_FILE).value()).at[1];
    return reminder && keyOf(reminder);
  };
  return { ...fake, book, keep, set, restore, sheet, key };
}

test('each reminder has one daily alarm, and keeping it again sets and writes nothing', () => {
  const { keep, set, done } = withReminders(3);
  expect(keep()).toBe(true);
  expect(set()).toEqual([
    ['first', HOUR],
    ['first', 2 * HOUR],
    ['first', 3 * HOUR],
  ]);
  const before = done.length;
  expect(keep()).toBe(true);
  expect(done.slice(before)).toEqual([]);
});

test('the one-shot that the last run asked for is set as well', () => {
  const { watch, keep, set, key } = withReminders(1);
  const here = hereNow(watch);
  const next = { why: 'again', at: SEVEN + HOUR / 2, day: dayAt(here), left: 0 } as const;
  const decision = { act: 'ring', says: 'moment', then: 'again' } as const;
  const outcome = { day: dayAt(here), decision, next, isAstray: false };
  writeReminderMark(markAfter(1, outcome, here, undefined, 'rang'), key(), (path, bytes) =>
    watch.disk.write(path, bytes),
  );
  keep();
  expect(set()).toEqual([
    ['first', HOUR],
    ['again', HOUR / 2],
  ]);
});

test('a new reminder at a place that was used takes over nothing that an older one did at the same hour', () => {
  const { watch, keep, set, sheet, key } = withReminders(1);
  keep();
  const here = hereNow(watch);
  const rang = { at: SEVEN - MINUTE, on: dayAt(here) };
  const next = { why: 'again', at: SEVEN + HOUR / 2, day: dayAt(here), left: 0 } as const;
  const mark = { place: 1, day: dayAt(here), at: rang.at, came: 'rang', rang, next } as const;
  writeReminderMark(mark, key(), (path, bytes) => watch.disk.write(path, bytes));
  const put = (...reminders: readonly (Reminder | undefined)[]): void => {
    const stored = openStored(watch.disk, REMINDERS_FILE);
    reminders.forEach((reminder) => stored.write(setReminder(stored.value(), 1, reminder)));
    keep();
  };
  const known = () => {
    const now = sheet();
    return now && knownOf(watch, now, 1).mark;
  };
  put({ ...NEW_REMINDER, isOn: false });
  put(NEW_REMINDER);
  expect([known(), set().length]).toEqual([mark, 2]);
  // On the phone, between two exchanges.
  put(undefined, NEW_REMINDER);
  expect([known(), set()]).toEqual([undefined, [['first', HOUR]]]);
});

test('a new reminder does not wait for the moment to which an older one at its place was put off', () => {
  const { watch, keep, set, sheet } = withReminders(1);
  keep();
  const [stored, notes] = [openStored(watch.disk, REMINDERS_FILE), openStored(watch.disk, DAY_NOTES_FILE)];
  const until = SEVEN + 2 * HOUR;
  notes.write(delay(notes.value(), [1], until, remindersOf(stored.value())));
  keep();
  expect([sheet()?.delayed[1], set().length]).toEqual([until, 2]);
  // On the phone, between two exchanges.
  [undefined, NEW_REMINDER].forEach((each) => stored.write(setReminder(stored.value(), 1, each)));
  keep();
  expect([sheet()?.delayed[1], set()]).toEqual([undefined, [['first', HOUR]]]);
});

test('a new reminder counts from its own first ring, also at the hour of an older one at its place', () => {
  const { watch, keep, sheet, setClock } = withReminders(1);
  keep();
  setClock(SEVEN + 3 * DAY);
  const stored = openStored(watch.disk, REMINDERS_FILE);
  const from = (): number | undefined => {
    keep();
    const now = sheet();
    return now && setFrom(now, 1, hereNow(watch));
  };
  expect(from()).toBe(SEVEN + HOUR);
  [undefined, NEW_REMINDER].forEach((each) => stored.write(setReminder(stored.value(), 1, each)));
  expect([from(), from()]).toEqual([SEVEN + 3 * DAY + HOUR, SEVEN + 3 * DAY + HOUR]);
});

test('no alarm is left of a reminder that was removed, or turned off and moved at once', () => {
  [undefined, { ...NEW_REMINDER, isOn: false, minute: 20 * 60 }].forEach((changed) => {
    const { watch, alarms, keep } = withReminders(1);
    keep();
    expect(alarms.left.size).toBe(1);
    const stored = openStored(watch.disk, REMINDERS_FILE);
    stored.write(setReminder(stored.value(), 1, changed));
    keep();
    expect(alarms.left.size).toBe(0);
  });
});

test('of two reminders put off to one moment the second rings then if the first is turned off or removed', () => {
  [undefined, { ...NEW_REMINDER, isOn: false }].forEach((changed) => {
    const { watch, alarms, keep } = withReminders(2);
    const [stored, notes] = [openStored(watch.disk, REMINDERS_FILE), openStored(watch.disk, DAY_NOTES_FILE)];
    const shots = () =>
      [...alarms.left.values()].flatMap(({ param, rings }) =>
        param.kind === 'reminder' && param.rung.why !== 'first'
          ? [[param.place, param.rung.why, rings - SEVEN]]
          : [],
      );
    notes.write(delay(notes.value(), [1, 2], SEVEN + 3 * HOUR, remindersOf(stored.value())));
    keep();
    expect(shots()).toEqual([[1, 'later', 3 * HOUR]]);
    stored.write(setReminder(stored.value(), 1, changed));
    keep();
    expect(shots()).toEqual([[2, 'later', 3 * HOUR]]);
  });
});

test('a watch that refuses alarms and a disk that refuses writes are reported; a watch without reminders is left alone', () => {
  const refusing = withReminders(1);
  refusing.alarms.room = 0;
  expect(refusing.keep()).toBe(false);
  const full = withReminders(1);
  full.disk.takes = false;
  expect(full.keep()).toBe(false);
  const none = fakeWatch(SEVEN);
  const book = openAlarmBook(none.watch.disk, none.watch.alarms);
  expect(keepReminders(none.watch, book, TEXTS)).toBe(true);
  restoreReminders(none.watch, book);
  claimReminders(none.watch.disk, book);
  noteDone(none.watch.disk, openOutbox(none.watch.disk), { startedAt: SEVEN, utcOffset: 0 });
  expect([...none.disk.files.keys()]).toEqual([]);
});

test('a sheet with one torn copy is read from the other', () => {
  const { keep, sheet, disk } = withReminders(1);
  keep();
  const whole = sheet();
  disk.files.set('remind.a', (disk.files.get('remind.a') ?? new Uint8Array()).slice(0, 40));
  expect(sheet()).toEqual(whole);
});

describe('at an opening', () => {
  test('alarms that the watch has lost are set again, for their next hour', () => {
    const { keep, set, restore, alarms, setClock } = withReminders(2);
    keep();
    alarms.left.clear();
    setClock(SEVEN + 3 * DAY + HOUR + MINUTE);
    restore();
    expect(set()).toEqual([
      ['first', 4 * DAY + HOUR],
      ['first', 3 * DAY + 2 * HOUR],
      // An hour after the first was lost.
      ['again', 3 * DAY + 2 * HOUR],
    ]);
  });

  test('nothing is set if all alarms are there, and 31 strays are cancelled while these stay', () => {
    const { keep, set, restore, book, watch, done } = withReminders(1);
    keep();
    for (let at = 0; at < 31; at += 1) watch.alarms.set({ rings: SEVEN + HOUR, param: { kind: 'probe' } });
    const before = done.length;
    restore();
    expect(done.slice(before)).toEqual([]);
    book().cancelStrays();
    expect(set()).toEqual([['first', HOUR]]);
  });

  test('they belong to the reminders again after the book of alarms was lost', () => {
    const { keep, set, restore, disk, watch, alarms } = withReminders(1);
    keep();
    disk.files.delete('alarms.a');
    disk.files.delete('alarms.b');
    const book = openAlarmBook(watch.disk, watch.alarms);
    restoreReminders(watch, book);
    book.cancelStrays();
    expect([set(), alarms.left.size]).toEqual([[['first', HOUR]], 1]);
    restore();
  });

  test('an alarm set by a service is taken over, and no other alarm of that reminder is left', () => {
    const { keep, set, restore, watch, sheet } = withReminders(1);
    keep();
    const rung = { why: 'again', day: 20_588, left: 0 } as const;
    const id = watch.alarms.set({ rings: SEVEN + HOUR / 2, param: { kind: 'reminder', place: 1, rung } });
    const old = sheet()?.alarms[0]?.id ?? 0;
    writeOwnIds(1, { daily: old, once: Number(id) }, (path, bytes) => watch.disk.write(path, bytes));
    const book = openAlarmBook(watch.disk, watch.alarms);
    claimReminders(watch.disk, book);
    expect(book.left('cue')).toEqual([]);
    restore();
    expect(set()).toEqual([['first', HOUR]]);
    expect(readOwnIds(1, (path) => watch.disk.read(path))).toBeUndefined();
  });

  test('after a change of the time zone, each keeps its local hour', () => {
    const { keep, set, restore, setClock } = withReminders(1);
    keep();
    // As after a flight, when the clock shows another hour at the same instant: the alarm is an hour late.
    const zone = jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-utcOffsetAt(SEVEN) - 60);
    setClock(SEVEN - MINUTE);
    restore();
    zone.mockRestore();
    expect(set()).toEqual([['first', 0]]);
  });
});

test('a repeat that a service set and could not note is cancelled, and set again in its place', () => {
  const { watch, alarms, book, keep, restore, set, setClock } = withReminders(1);
  keep();
  setClock(SEVEN + HOUR + 6 * MINUTE);
  const rung = { why: 'again', day: dayAt(hereNow(watch)), left: 0 } as const;
  watch.alarms.set({ rings: SEVEN + 2 * HOUR, param: { kind: 'reminder', place: 1, rung } });
  const opened = book();
  restore();
  opened.cancelStrays();
  keep();
  expect(set().filter(([why]) => why === 'again')).toEqual([['again', 2 * HOUR]]);
  expect(alarms.left.size).toBe(2);
});

test('an alarm that was set while the clock was days ahead is set again once it is right', () => {
  const { keep, set, restore, setClock } = withReminders(1);
  setClock(SEVEN + 3 * DAY);
  keep();
  expect(set()).toEqual([['first', 3 * DAY + HOUR]]);
  setClock(SEVEN);
  restore();
  expect(set()).toEqual([['first', HOUR]]);
  setClock(SEVEN + 5 * DAY);
  restore();
  expect(set()).toEqual([['first', HOUR]]);
});

describe('the sheet follows', () => {
  test('a lock, whichever device made it', () => {
    const { keep, sheet, watch } = withReminders(1);
    keep();
    const care = openCareStore(watch.disk);
    care.add([{ kind: 'lock', id: 'a-1', leg: 'left', why: 'hand', at: SEVEN }]);
    expect(sheet()?.locked).toEqual(['left']);
    noteLocked(watch.disk, { said: [], mayLack: true });
    expect(sheet()?.locked).toEqual(lockedAmong(['left', 'right'], { said: [], mayLack: true }));
  });

  test('what was done, as soon as its record is stored', () => {
    const { keep, sheet, watch } = withReminders(1);
    keep();
    noteDone(watch.disk, openOutbox(watch.disk), { startedAt: SEVEN, utcOffset: 0 });
    expect(sheet()?.done).toEqual({ day: dayOf({ startedAt: SEVEN, utcOffset: 0 }, DAY_END), legs: [] });
  });

  test('when the day ends, and what was done by then', () => {
    const { keep, sheet, watch } = withReminders(1);
    const preferences = openPreferences(watch);
    preferences.write(changePreference(preferences.value(), 'dayEnd', 8));
    keep();
    const today = dayOf(momentHere(SEVEN), 8);
    expect([sheet()?.dayEnd, sheet()?.done.day]).toEqual([8, today]);
    noteDone(watch.disk, openOutbox(watch.disk), momentHere(SEVEN + HOUR));
    expect(sheet()?.done.day).toBe(today + 1);
  });
});

test.each([
  ['', false],
  ['legato 2 1 9 00000000\n{"startedAt":', false],
  [`legato 2 1 9 00000000\n{"startedAt":${SEVEN - HOUR}}`, true],
  [`legato 2 1 9 00000000\n{"startedAt":${SEVEN - 4 * HOUR}}`, false],
])('the newer slot of its file says whether a session is in progress (%j)', (text, isOn) => {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  expect(isSessionOnDisk((path) => (path === 'session.b' ? bytes : undefined), SEVEN)).toBe(isOn);
});

test('a reminder keeps when it first rings since its hour was set, also if its alarm was lost', () => {
  const { watch, alarms, keep, restore, sheet } = withReminders(1);
  keep();
  const from = (): number | undefined => {
    const now = sheet();
    return now && setFrom(now, 1, hereNow(watch));
  };
  expect(from()).toBe(SEVEN + HOUR);
  alarms.left.clear();
  watch.clock.now = () => SEVEN + 3 * HOUR;
  restore();
  expect([alarms.left.size, from()]).toEqual([1, SEVEN + HOUR]);
  const stored = openStored(watch.disk, REMINDERS_FILE);
  stored.write(setReminder(stored.value(), 1, { ...NEW_REMINDER, minute: 9 * 60 }));
  keep();
  expect(from()).toBe(SEVEN + 2 * HOUR + DAY);
});

test.each([
  ['forward', 60],
  ['back', -60],
])(
  'and at its hour of the place after clocks were put %s, so that a ring on that day is not lost',
  (_, by) => {
    const { watch, keep, restore, sheet, setClock } = withReminders(1);
    keep();
    const zone = jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-utcOffsetAt(SEVEN) - by);
    setClock(SEVEN + 3 * DAY + 3 * HOUR);
    const [before, here] = [sheet(), hereNow(watch)];
    restore();
    const after = sheet();
    const from = [before, after].map((each) => each && setFrom(each, 1, here));
    zone.mockRestore();
    expect(from).toEqual([SEVEN + HOUR - by * MINUTE, SEVEN + HOUR - by * MINUTE]);
  },
);

test('a reminder counts from no moment before it was set, wherever the person has flown since', () => {
  const { watch, keep, sheet, setClock } = withReminders(1);
  keep();
  [-19 * 60, -6 * 60, 6 * 60, 19 * 60].forEach((by) => {
    const zone = jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-utcOffsetAt(SEVEN) - by);
    setClock(SEVEN + 3 * DAY);
    const now = sheet();
    const from = now ? setFrom(now, 1, hereNow(watch)) : 0;
    zone.mockRestore();
    expect(from).toBeGreaterThanOrEqual(SEVEN + HOUR);
    expect(from).toBeLessThan(SEVEN + HOUR + DAY);
  });
});
