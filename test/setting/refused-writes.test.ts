import { createHash } from 'node:crypto';
import { dayText } from '../../core/calendar/day';
import { makeRequest } from '../../core/link/request';
import { answer } from '../../phone/answer';
import { lockLegs } from '../../phone/care/said';
import { wholeDiary } from '../../phone/diary/whole';
import { beginWeek, keepEvening } from '../../phone/diary/change';
import { putExcuses } from '../../phone/history/excuses';
import { putHistorySettings } from '../../phone/history/history-settings';
import { putDays } from '../../phone/history/schedule';
import { putRecords } from '../../phone/ledger';
import { readPhoneState } from '../../phone/phone-state';
import { putPlan, readPlan } from '../../phone/plan-store';
import { putStrength } from '../../phone/preferences';
import { PENDING_KEY } from '../../phone/storage-keys';
import { dailyRecord } from '../core/record/records';
import { MemoryStorage } from '../phone/memory-storage';
import type { Mood } from '../phone/memory-storage';
import { ENGLISH, OpenedPage } from './opened';
import { phoneAt } from '../phone/fake-phone';

/*
 * Whichever writes of a change the storage refuses, and however it does: either all of the change is there or nothing,
 * for the page and for the watch, at once and when the page is opened again. And the page says which.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const VOICE = { ...ENGLISH, offsetAt: () => 60 };
const NOW = dailyRecord(12).endedAt + DAY;
const CLOCK = { now: NOW, offsetAt: VOICE.offsetAt };
const daily = (count: number) => Array.from({ length: count }, (_, at) => dailyRecord(at));
const dayOf = (at: number): string => dayText(Math.floor((dailyRecord(at).startedAt + HOUR) / DAY));

/** A phone with something of everything that a backup holds. */
function full(): MemoryStorage {
  const storage = new MemoryStorage();
  putRecords(storage, daily(6));
  putPlan(storage, 'Left leg: ankle 1:00', NOW - 9 * DAY);
  putDays(storage, readPlan(storage), [1, 2, 3], NOW - 8 * DAY, (since) => Math.floor(since / DAY));
  putPlan(storage, 'Right leg: ankle 2:00', NOW - 7 * DAY);
  putExcuses(storage, new Map([[20_530, { kind: 'excused', reason: 'far' }]]));
  putHistorySettings(storage, { dayEnd: 2, weekStart: 7, charts: 'boxes' });
  putStrength(storage, 'strong');
  lockLegs(storage, ['left'], { by: 'hand' }, CLOCK, () => 0.4);
  beginWeek(storage, 20_560);
  keepEvening(storage, { day: 20_560, how: 'alike', ratings: [1, 2, 3, 4, 10] }, 20_560);
  return storage;
}

function backupOf(storage: MemoryStorage): string {
  const page = new OpenedPage(storage, () => NOW, VOICE);
  page.view({ open: 'out', out: 'json' });
  const field = page.nodes().find((node) => node.kind === 'field' && node.label.startsWith('To copy'));
  return field?.kind === 'field' ? field.value : '';
}

const BACKUP = backupOf(full());

function phoneWith(count: number): OpenedPage {
  const storage = new MemoryStorage();
  putRecords(storage, daily(count));
  return new OpenedPage(storage, () => NOW, VOICE);
}

/** What the page and a watch can know, except which parts are open and what failed. */
function known(storage: MemoryStorage): string {
  const state = readPhoneState(storage, CLOCK);
  const { library, excuses, settings, schedule, plan, earlierPlans, preferences, said, diary, undo } = state;
  const asked = storage.copy();
  const ask = (method: 'hello' | 'plan.get'): unknown => {
    const watch = 'abcdefghjk';
    const hello = { name: 'Watch', waiting: 0, whole: true, planRevision: 0, preferences: {}, ledger: '' };
    const request =
      method === 'hello' ? ({ method, watch, ...hello } as const) : ({ method, watch } as const);
    return answer(makeRequest(1, request), phoneAt(asked, NOW));
  };
  const all = JSON.stringify([
    ...[library.count(), library.months.flatMap((month) => [library.sessionsOf(month)])],
    ...[library.months.map((month) => library.gistsOf(month)), [...excuses], settings, schedule],
    ...[plan, earlierPlans, preferences, said, [...wholeDiary(diary).days], undo?.change],
    ...[ask('hello'), ask('plan.get')],
  ]);
  // Short enough to be read when it differs.
  return createHash('sha256').update(all).digest('hex');
}

interface Deed {
  readonly name: string;
  readonly phone: () => OpenedPage;
  readonly act: (page: OpenedPage) => void;
}

const range = (page: OpenedPage): void => {
  page.type('First day to delete', dayOf(1));
  page.type('Last day', dayOf(3));
};
const add = (page: OpenedPage): void => {
  page.type('Day of the session', dayText(20_529));
  page.type('Minutes, left leg', '5');
};
const mending =
  (...steps: readonly ((page: OpenedPage) => void)[]) =>
  (): OpenedPage => {
    const page = phoneWith(10);
    page.view({ open: 'mend' });
    steps.forEach((step) => step(page));
    return page;
  };
const moving = (page: OpenedPage): void => page.view({ 'move.date': '2026-02-20', 'move.time': '8:00' });
const undo = (page: OpenedPage): void => page.actions.mend.undo();

const DEEDS: readonly Deed[] = [
  {
    name: 'a backup is brought in',
    phone: () => {
      const page = phoneWith(0);
      page.view({ open: 'out' });
      page.type('Paste a backup', BACKUP);
      return page;
    },
    act: (page) => page.actions.out.takeIn(),
  },
  {
    name: 'that is undone',
    phone: () => {
      const page = phoneWith(0);
      page.view({ open: 'out' });
      page.type('Paste a backup', BACKUP);
      page.actions.out.takeIn();
      return page;
    },
    act: undo,
  },
  { name: 'a session is added', phone: mending(add), act: (page) => page.actions.mend.addByHand() },
  {
    name: 'the added session is taken back',
    phone: mending(add, (page) => page.actions.mend.addByHand()),
    act: undo,
  },
  { name: 'days are deleted', phone: mending(range), act: (page) => page.actions.mend.removeDays() },
  {
    name: 'deleted days come back, after the ledger has dropped them',
    phone: mending(
      range,
      (page) => page.actions.mend.removeDays(),
      (page) => void putRecords(page.storage, [dailyRecord(10)]),
    ),
    act: undo,
  },
  {
    name: 'a day is excused',
    phone: mending((page) => page.type('Day that was left out', dayOf(1))),
    act: (page) => page.actions.mend.excuse('excused'),
  },
  {
    name: 'a session gets another date',
    phone: mending(moving),
    act: (page) => page.actions.mend.move(dailyRecord(2)),
  },
  {
    name: 'it gets its date back',
    phone: mending(moving, (page) => page.actions.mend.move(dailyRecord(2))),
    act: undo,
  },
  {
    name: 'a plan replaces a refused text',
    phone: mending((page) => page.actions.putPlan('Left leg: ankl 1:00')),
    act: (page) => page.actions.putPlan('Left leg: ankle 1:00'),
  },
  {
    name: 'the days of the week change',
    phone: mending(),
    act: (page) => page.actions.mend.turnDay(3),
  },
];

/** Refuses one write, or all from one on, until it is called again. */
function refuse(storage: MemoryStorage, at: number, how: 'only' | 'from', mood: Mood): void {
  const good = Array.from({ length: at }, (): Mood => 'good');
  storage.moods = how === 'only' ? [...good, mood] : good;
  storage.mood = how === 'from' ? mood : 'good';
}

function accept(storage: MemoryStorage): void {
  storage.moods = [];
  storage.mood = 'good';
}

describe.each(DEEDS)('when $name', ({ phone, act }) => {
  test.each([
    ['only', 'throws'],
    ['only', 'silent'],
    ['from', 'throws'],
    ['from', 'silent'],
  ] as const)('and the storage refuses %s a write on, and %s, it is done or not begun', (how, mood) => {
    const untouched = phone();
    const before = known(untouched.storage);
    untouched.storage.writes = 0;
    act(untouched);
    const { writes } = untouched.storage;
    const after = known(untouched.storage);
    expect(after).not.toBe(before);
    for (let at = 0; at <= writes; at += 1) {
      const page = phone();
      refuse(page.storage, at, how, mood);
      act(page);
      const told = page.texts();
      const now = known(page.storage);
      accept(page.storage);
      expect([before, after]).toContain(now);
      const isRefused = told.some(
        (text) => text.startsWith('Nothing was changed') || text.includes('not stored'),
      );
      if (isRefused) expect(now).toBe(before);
      if (now === before) act(page);
      expect(known(page.storage)).toBe(after);
    }
  });
});

test('a change that is left unfinished is in force, blocks what it names, and is finished later', () => {
  const page = phoneWith(10);
  page.view({ open: 'mend' });
  range(page);
  // Content, the change itself, and then nothing more.
  refuse(page.storage, 2, 'from', 'throws');
  page.actions.mend.removeDays();
  expect(page.storage.keys()).toContain(PENDING_KEY);
  expect(page.texts()).toContain('Sessions deleted: 3');
  page.actions.mend.undo();
  expect(page.texts()).toEqual(expect.arrayContaining(['Sessions deleted: 3']));
  accept(page.storage);
  page.actions.mend.undo();
  expect(page.storage.keys()).not.toContain(PENDING_KEY);
  expect(readPhoneState(page.storage, CLOCK).library.count()).toBe(10);
});

test.each(['x', '{"version":1}', '{"version":1,"texts":["plan"]}', '{"version":1,"texts":[["plan",7]]}'])(
  'an unfinished change of which part is unreadable, %s, counts as none',
  (text) => {
    const page = phoneWith(3);
    page.storage.setItem(PENDING_KEY, text);
    expect(readPhoneState(page.storage, CLOCK).library.count()).toBe(3);
    page.actions.putPlan('Left leg: ankle 1:00');
    expect(readPlan(page.storage).state).toBe('ready');
  },
);
