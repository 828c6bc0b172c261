import { lazily } from '../../../core/lazily';
import { NEW_REMINDER } from '../../../core/reminder/reminder';
import { NO_REMINDERS, REMINDERS_FILE, setReminder } from '../../../core/reminder/reminders-file';
import { putHistorySettings, readHistorySettings } from '../../../phone/history/history-settings';
import { mergePreferences, readPreferences } from '../../../phone/preferences';
import { pack } from '../../../core/care/statement';
import { addRecord, waitingRecords } from '../../../core/record/outbox';
import type { RequestMessage } from '../../../core/link/request';
import { PLAN_FILE } from '../../../core/state/plan-file';
import { say } from '../../../phone/care/said';
import { putPlan } from '../../../phone/plan-store';
import { ANSWER_DEADLINE } from '../../../core/link/sync';
import { SECOND } from '../../../core/time';
import type { OutboxStore } from '../../../device/store/outbox-store';
import { openCareStore } from '../../../device/store/care-store';
import { openCheckStore } from '../../../device/store/check-store';
import { openOutbox } from '../../../device/store/outbox-store';
import { PREFERENCES_FILE } from '../../../core/state/preferences';
import { openStored } from '../../../device/store/stored-file';
import type { PhoneLink } from '../../../device/sync/link';
import type { Exchanges } from '../../../device/sync/exchanges';
import { BEGIN_AFTER, openSync } from '../../../device/sync/exchanges';
import { answer } from '../../../phone/answer';
import { packed } from '../../core/record/records';
import { phoneAt } from '../../phone/fake-phone';
import { MemoryStorage } from '../../phone/memory-storage';
import type { FakeWatch } from '../fake-watch';
import { fakeWatch } from '../fake-watch';
import { TWO_ZONES_A_LEG } from '../../core/plans';

const NOW = Date.UTC(2026, 4, 1);

/** A link to a phone that answers, unless `fails` says how each request goes instead. */
class FakeLink implements PhoneLink {
  readonly storage = new MemoryStorage();
  readonly asked: RequestMessage[] = [];
  closed = 0;
  fails: (() => Promise<unknown>) | undefined;

  request(message: RequestMessage): Promise<unknown> {
    this.asked.push(message);
    if (this.fails) return this.fails();
    const heard = answer(JSON.parse(JSON.stringify(message)), phoneAt(this.storage, NOW));
    return Promise.resolve(JSON.parse(JSON.stringify(heard)));
  }

  close(): void {
    this.closed += 1;
  }
}

interface Talk {
  readonly fake: FakeWatch;
  readonly link: FakeLink;
  readonly outbox: OutboxStore;
  readonly sync: Exchanges;
  /** How often the page was told to look. */
  readonly changes: () => number;
  /** How often it was told of another plan or of reminders. */
  readonly plans: () => number;
}

/** A page that may talk, on a watch with this many records. */
function makeTalk(records = 0): Talk {
  const fake = fakeWatch(NOW);
  const link = new FakeLink();
  const outbox = openOutbox(fake.watch.disk);
  outbox.save(Array.from({ length: records }, (_, at) => packed(at + 1)).reduce(addRecord, outbox.outbox()));
  const preferencesFile = openStored(fake.watch.disk, PREFERENCES_FILE);
  const preferences = (): typeof preferencesFile => preferencesFile;
  let [changes, plans] = [0, 0];
  const sync = openSync({
    ...{ watch: fake.watch, link, outbox, preferences },
    checked: openCheckStore(fake.watch.disk, fake.watch.system),
    care: lazily(() => openCareStore(fake.watch.disk)),
    planned: () => {
      plans += 1;
    },
    changed: () => {
      changes += 1;
    },
  });
  return { ...{ fake, link, outbox, sync }, changes: () => changes, plans: () => plans };
}

/** Lets resolved promises run their callbacks. */
function heard(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

async function runThrough({ sync, fake }: Talk): Promise<void> {
  sync.run();
  fake.advance(BEGIN_AFTER);
  await heard();
  while (sync.state().now === 'running') {
    fake.advance(ANSWER_DEADLINE);
    await heard();
  }
}

test('a talk with an answering phone ends as done: records released, time noted, link closed', async () => {
  const talk = makeTalk(2);
  await runThrough(talk);
  expect(talk.sync.state()).toEqual({ waiting: 0, refused: [], now: 'done', lastAt: NOW + BEGIN_AFTER });
  expect(waitingRecords(openOutbox(talk.fake.watch.disk).outbox())).toEqual([]);
  expect(talk.link.asked.map(({ method }) => method)).toEqual(['hello', 'sessions.put']);
  expect(talk.link.closed).toBe(1);
});

test('reminders set on the phone are on disk before the page is notified, once', async () => {
  const talk = makeTalk();
  const set = setReminder(NO_REMINDERS, 1, { ...NEW_REMINDER, words: 'After the shower' });
  mergePreferences(talk.link.storage, set.shared);
  await runThrough(talk);
  expect(openStored(talk.fake.watch.disk, REMINDERS_FILE).value().shared).toEqual(set.shared);
  await runThrough(talk);
  expect(talk.plans()).toBe(1);
});

test('when a day ends, as chosen on the phone, is on disk before the page is notified', async () => {
  const talk = makeTalk();
  putHistorySettings(talk.link.storage, { ...readHistorySettings(talk.link.storage), dayEnd: 6 });
  await runThrough(talk);
  expect(openStored(talk.fake.watch.disk, PREFERENCES_FILE).value().values.dayEnd).toBe(6);
  await runThrough(talk);
  expect(talk.plans()).toBe(1);
});

test('what was set on the watch is on the phone after a talk', async () => {
  const talk = makeTalk();
  const set = setReminder(NO_REMINDERS, 2, NEW_REMINDER);
  openStored(talk.fake.watch.disk, REMINDERS_FILE).write(set);
  await runThrough(talk);
  expect(talk.sync.state().now).toBe('done');
  expect(readPreferences(talk.link.storage)).toEqual(set.shared);
  expect(talk.plans()).toBe(0);
});

test('the next talk of the page shows when the phone last had everything', async () => {
  const talk = makeTalk(1);
  await runThrough(talk);
  talk.fake.advance(60 * SECOND);
  talk.link.fails = () => Promise.reject(Object.assign(new Error(), { code: 2 }));
  await runThrough(talk);
  expect(talk.sync.state()).toMatchObject({ now: 'phoneNotReachable', lastAt: NOW + BEGIN_AFTER });
});

test.each([
  ['no connection', 2, 'phoneNotReachable'],
  ['no handshake', 1, 'appNotRunning'],
  ['no side service', 3, 'appNotRunning'],
])('%s is reported in its own words, keeps what waits and closes the link', async (_, code, outcome) => {
  const talk = makeTalk(1);
  talk.link.fails = () => Promise.reject(Object.assign(new Error(), { code }));
  await runThrough(talk);
  expect(talk.sync.state()).toMatchObject({ now: outcome, waiting: 1 });
  expect(talk.link.closed).toBe(1);
});

test('a link that throws, and one that never says anything, are given up like any other', async () => {
  const throwing = makeTalk(1);
  throwing.link.fails = () => {
    throw new Error('no such module');
  };
  await runThrough(throwing);
  expect(throwing.sync.state()).toMatchObject({ waiting: 1, now: 'phoneNotReachable' });
  const silent = makeTalk(1);
  silent.link.fails = () => new Promise(() => undefined);
  await runThrough(silent);
  expect(silent.sync.state()).toMatchObject({ waiting: 1, now: 'phoneNotReachable' });
  expect(silent.link.closed).toBe(1);
});

test('a talk begins once the page is visible, is shown at once as in progress, and reports its result', async () => {
  const talk = makeTalk(0);
  talk.sync.run();
  expect(talk.sync.state().now).toBe('running');
  await heard();
  expect(talk.link.asked).toEqual([]);
  expect(talk.changes()).toBe(0);
  talk.fake.advance(BEGIN_AFTER);
  expect(talk.link.asked).toHaveLength(1);
  await heard();
  expect(talk.sync.state().now).toBe('done');
  expect(talk.changes()).toBeGreaterThan(0);
});

test('a page that is left before its talk has begun sends nothing', async () => {
  const talk = makeTalk(1);
  talk.sync.run();
  talk.sync.drop();
  talk.fake.advance(60 * SECOND);
  await heard();
  expect(talk.link.asked).toEqual([]);
  expect(talk.changes()).toBe(0);
});

test('receipts that the disk refuses do not count as done, and are requested again in the next run', async () => {
  const talk = makeTalk(1);
  talk.fake.disk.takes = false;
  await runThrough(talk);
  expect(talk.sync.state()).toMatchObject({ now: 'watchStorage', waiting: 1 });
  expect(talk.sync.state().lastAt).toBeUndefined();
  talk.fake.disk.takes = true;
  await runThrough(talk);
  expect(talk.sync.state()).toMatchObject({ now: 'done', waiting: 0 });
});

test('a talk in progress is not started again', async () => {
  const talk = makeTalk(0);
  talk.sync.run();
  talk.sync.run();
  talk.fake.advance(BEGIN_AFTER);
  talk.sync.run();
  talk.fake.advance(BEGIN_AFTER);
  await heard();
  expect(talk.link.asked).toHaveLength(1);
});

test('an answer to a page that was left is ignored, and its link is closed at once', async () => {
  const talk = makeTalk(1);
  talk.sync.run();
  talk.fake.advance(BEGIN_AFTER);
  talk.sync.drop();
  expect(talk.link.closed).toBe(1);
  const changes = talk.changes();
  await heard();
  talk.fake.advance(60 * SECOND);
  await heard();
  expect(talk.changes()).toBe(changes);
  expect(waitingRecords(talk.outbox.outbox())).toHaveLength(1);
});

test('a watch that cannot list its records says so and sends nothing', async () => {
  const fake = fakeWatch(NOW);
  const link = new FakeLink();
  const disk = { ...fake.watch.disk, list: () => undefined };
  const watch = { ...fake.watch, disk };
  const file = openStored(disk, PREFERENCES_FILE);
  const checked = openCheckStore(disk, watch.system);
  const outbox = openOutbox(disk);
  const sync = openSync({
    ...{ watch, link, outbox, checked },
    preferences: () => file,
    care: lazily(() => openCareStore(disk)),
    planned: () => undefined,
    changed: () => undefined,
  });
  sync.run();
  await heard();
  expect(link.asked).toEqual([]);
  expect(sync.state().now).toBe('watchUnreadable');
});

test('the screen stays lit for an answer that follows another', async () => {
  const talk = makeTalk(1);
  await runThrough(talk);
  expect(talk.fake.done.filter((what) => what === 'stay lit')).toHaveLength(1);
});

describe('a poll', () => {
  const poll = async ({ sync }: Talk): Promise<void> => {
    sync.poll();
    await heard();
  };

  test('that finds nothing new shows nothing, lights nothing and writes nothing', async () => {
    const talk = makeTalk(1);
    await runThrough(talk);
    const before = [talk.changes(), talk.fake.done.length, talk.sync.state()];
    await poll(talk);
    expect(talk.link.asked.map(({ method }) => method)).toEqual(['hello', 'sessions.put', 'hello']);
    expect([talk.changes(), talk.fake.done.length, talk.sync.state()]).toEqual(before);
    expect(talk.link.closed).toBe(2);
  });

  test('that finds another plan takes it over and notifies the page', async () => {
    const talk = makeTalk();
    await runThrough(talk);
    const changes = talk.changes();
    putPlan(talk.link.storage, JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: 5 }), NOW);
    await poll(talk);
    await heard();
    expect(openStored(talk.fake.watch.disk, PLAN_FILE).value().revision).toBe(NOW);
    expect([talk.changes() - changes, talk.sync.state().now]).toEqual([1, 'done']);
  });

  test('that brings a lock notifies the page, though it is one request only', async () => {
    const talk = makeTalk();
    await runThrough(talk);
    const [changes, asked] = [talk.changes(), talk.link.asked.length];
    const lock = pack({ kind: 'lock', id: 'phone-1', leg: 'left', why: 'hand', at: NOW });
    say(talk.link.storage, [lock]);
    await poll(talk);
    expect(openCareStore(talk.fake.watch.disk).locked()).toEqual(['left']);
    expect([talk.changes() - changes, talk.link.asked.length - asked]).toEqual([1, 1]);
  });

  test('tells that the disk did not take what the phone has sent, which is not in use', async () => {
    const talk = makeTalk();
    await runThrough(talk);
    const changes = talk.changes();
    putPlan(talk.link.storage, JSON.stringify({ ...TWO_ZONES_A_LEG, prepareSeconds: 5 }), NOW);
    talk.fake.disk.takes = false;
    await poll(talk);
    await heard();
    expect(openStored(talk.fake.watch.disk, PLAN_FILE).value().revision).toBe(0);
    expect([talk.changes() - changes, talk.sync.state().now]).toEqual([1, 'watchStorage']);
  });

  test('that gets no answer leaves what was shown, and polling stops until a person tries', async () => {
    const talk = makeTalk();
    await runThrough(talk);
    talk.link.fails = () => Promise.reject(Object.assign(new Error(), { code: 2 }));
    await poll(talk);
    await poll(talk);
    expect([talk.link.asked.length, talk.sync.state().now]).toEqual([2, 'done']);
    talk.link.fails = undefined;
    await runThrough(talk);
    await poll(talk);
    expect(talk.link.asked).toHaveLength(4);
  });

  test('becomes an ordinary talk as soon as a person asks for one', async () => {
    const talk = makeTalk();
    await runThrough(talk);
    talk.sync.poll();
    expect(talk.sync.state().now).toBe('done');
    talk.sync.run();
    expect(talk.sync.state().now).toBe('running');
    await heard();
    expect([talk.sync.state().now, talk.link.asked.length]).toEqual(['done', 2]);
  });
});
