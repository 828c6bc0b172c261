import type { CareBook } from '../../../core/care/book';
import { NOTHING_SAID } from '../../../core/care/book';
import { pack } from '../../../core/care/statement';
import { packRecord } from '../../../core/record/packed-record';
import type { SessionRecord } from '../../../core/record/record';
import { PLAN_FILE } from '../../../core/state/plan-file';
import { changePreference, PREFERENCES_FILE, UNCHANGED_PREFERENCES } from '../../../core/state/preferences';
import { HOUR } from '../../../core/time';
import { TODAY_STORED } from '../../../core/today/noting';
import type { TodayNote } from '../../../core/today/today';
import { openOutbox } from '../../../device/store/outbox-store';
import { openPreferences } from '../../../device/store/preferences-store';
import { openStored } from '../../../device/store/stored-file';
import {
  noteAll,
  noteDeletions,
  noteSession,
  noteToday,
  toldOnlyByNote,
} from '../../../device/store/today-store';
import { TWO_ZONES_A_LEG } from '../../core/plans';
import { dailyRecord } from '../../core/record/records';
import type { FakeWatch } from '../fake-watch';
import { fakeWatch } from '../fake-watch';

/** In the evening of the day of `dailyRecord(2)`. */
const EVENING = dailyRecord(2).startedAt + 12 * HOUR;
const LOCKED: CareBook = {
  ...NOTHING_SAID,
  said: [pack({ kind: 'lock', id: 'abc-1', leg: 'left', why: 'hand', at: EVENING })],
};

/** A watch whose outbox holds these sessions, in the next launch. */
function watchWith(...records: readonly SessionRecord[]): FakeWatch {
  const fake = fakeWatch(EVENING);
  addTo(fake, ...records);
  return fake;
}

function addTo({ watch: { disk } }: FakeWatch, ...records: readonly SessionRecord[]): void {
  const outbox = openOutbox(disk);
  records.forEach((record) => outbox.add({ packed: packRecord(record), record }));
}

function noteAllOn({ watch }: FakeWatch, book: CareBook = NOTHING_SAID): void {
  noteAll(watch, { outbox: openOutbox(watch.disk), care: { book: () => book, lost: () => [] } });
}

function noteOn({ watch: { disk } }: FakeWatch): TodayNote {
  return openStored(disk, TODAY_STORED).value();
}

/** Damages the slot of the note that was written last; the other one holds the same days. */
function damageNewest({ watch: { disk }, disk: { files }, done }: FakeWatch): void {
  noteToday(disk, (note) => ({ ...note, isLarge: !note.isLarge }));
  const [newest] = done.filter((what) => what.startsWith('write today')).slice(-1);
  const path = newest?.slice('write '.length) ?? '';
  files.set(path, files.get(path)?.slice(9) ?? new Uint8Array());
}

/** The days that the note knows, as days before the last session. */
function daysOn(fake: FakeWatch): readonly number[] {
  return noteOn(fake).days.map(({ day }) => day - Math.floor(EVENING / (24 * HOUR)));
}

test('before a page has noted everything, a session is not noted, because the note would pass for a complete one', () => {
  const fake = watchWith();
  noteSession(fake.watch.disk, dailyRecord(2));
  expect([noteOn(fake).isKnown, noteOn(fake).days]).toEqual([false, []]);
  expect(fake.done).toEqual([]);
});

test('the first note counts the sessions of the last two weeks and tells the plan, the choices and the locks', () => {
  const fake = watchWith(dailyRecord(-20), dailyRecord(0), dailyRecord(2));
  const { disk } = fake.watch;
  const left = TWO_ZONES_A_LEG.legs.slice(0, 1);
  openStored(disk, PLAN_FILE).write({
    revision: 1,
    plan: { ...TWO_ZONES_A_LEG, legs: left },
  });
  openStored(disk, PREFERENCES_FILE).write(changePreference(UNCHANGED_PREFERENCES, 'largeText', true));
  noteAllOn(fake, LOCKED);
  expect(daysOn(fake)).toEqual([-2, 0]);
  expect(noteOn(fake)).toMatchObject({
    ...{ isKnown: true, planned: ['left'], locked: ['left'], isBarred: false, isLarge: true, reminds: false },
  });
});

test('a session that was just recorded is noted once', () => {
  const fake = watchWith(dailyRecord(0));
  noteAllOn(fake);
  noteSession(fake.watch.disk, dailyRecord(2));
  noteSession(fake.watch.disk, dailyRecord(2));
  const [, today] = noteOn(fake).days;
  expect(daysOn(fake)).toEqual([-2, 0]);
  expect(today?.legs.left).toEqual({ done: 300, planned: 300 });
});

test('a note that has the last session is not made from the sessions again', () => {
  const fake = watchWith(dailyRecord(2));
  noteAllOn(fake);
  // Another note than the sessions would give shows whether they are read.
  noteToday(fake.watch.disk, (note) => ({ ...note, days: [] }));
  noteAllOn(fake);
  expect(daysOn(fake)).toEqual([]);
});

test.each<[string, (fake: FakeWatch) => void]>([
  [
    'lacks a session that was recorded since',
    (fake) => addTo(fake, { ...dailyRecord(2), id: 'abcdefghjk-9' }),
  ],
  ['was made before sessions were deleted on the phone', ({ watch }) => noteDeletions(watch.disk)],
  [
    'counts days to another hour',
    ({ watch }) => openPreferences(watch).write(changePreference(UNCHANGED_PREFERENCES, 'dayEnd', 0)),
  ],
  ['may be an old one, because a newer one is damaged', damageNewest],
])('a note that %s is made from the sessions again', (_, happen) => {
  const fake = watchWith(dailyRecord(2));
  noteAllOn(fake);
  noteToday(fake.watch.disk, (note) => ({ ...note, days: [] }));
  happen(fake);
  noteAllOn(fake);
  expect(daysOn(fake)).toEqual([0]);
});

test('a damaged note stays so until all is noted again', () => {
  const fake = watchWith(dailyRecord(2));
  noteAllOn(fake);
  damageNewest(fake);
  const written = fake.done.length;
  noteSession(fake.watch.disk, dailyRecord(3));
  expect(fake.done.slice(written)).toEqual([]);
});

test('a note without a change is not written', () => {
  const fake = watchWith(dailyRecord(2));
  noteAllOn(fake);
  const before = fake.done.length;
  noteAllOn(fake);
  noteToday(fake.watch.disk, (note) => ({ ...note }));
  expect(fake.done.slice(before)).toEqual([]);
});

/** Whether the note tells of a lock or an open question that the book does not have. */
function tellsMore(...[disk, book]: Parameters<typeof toldOnlyByNote>): boolean {
  const { isBarred, locked } = toldOnlyByNote(disk, book);
  return isBarred || locked.length > 0;
}

test('the note tells more than the book of locks if a lock or an open question is missing there', () => {
  const fake = watchWith();
  const { disk } = fake.watch;
  noteAllOn(fake, LOCKED);
  expect([tellsMore(disk, LOCKED), tellsMore(disk, NOTHING_SAID)]).toEqual([false, true]);
  noteAllOn(fake, { ...NOTHING_SAID, stopped: 'left' });
  expect([tellsMore(disk, NOTHING_SAID), tellsMore(disk, { ...NOTHING_SAID, mayLack: true })]).toEqual([
    true,
    false,
  ]);
});
