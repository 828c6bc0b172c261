import { HOUR, MINUTE, SECOND } from '../../../core/time';
import type { CheckRunner } from '../../../device/check/check-run';
import { checkRunner } from '../../../device/check/check-run';
import { openAlarmBook } from '../../../device/store/alarm-book';
import { openCheckStore } from '../../../device/store/check-store';
import type { FakeWatch } from '../fake-watch';
import { fakeWatch } from '../fake-watch';

/** The rings come at 20, 40, 60 and 80 s; five seconds later all is over. */
const OVER = 85 * SECOND;

function open({ watch }: FakeWatch): CheckRunner {
  const { disk, system, alarms } = watch;
  return checkRunner(openCheckStore(disk, system), openAlarmBook(disk, alarms), watch);
}

function checkedOn({ watch: { disk, system } }: FakeWatch): unknown {
  return openCheckStore(disk, system).known();
}

/** Lets the alarms ring that are due by `until`, as a watch does that forgets an alarm that has rung. */
function ringUntil(fake: FakeWatch, until: number): void {
  fake.alarms.left.forEach(({ rings }, id) => {
    if (rings <= until) fake.alarms.left.delete(id);
  });
  fake.setClock(until);
}

/** A check that has begun, with its page gone since, so that the screen was dark. */
function begun(): { readonly fake: FakeWatch; readonly runner: CheckRunner } {
  const fake = fakeWatch(0);
  const runner = open(fake);
  expect(runner.begin()).toBe('begun');
  return { fake, runner };
}

test('without a check there is nothing to wait for, to ask about or to note', () => {
  const fake = fakeWatch(0);
  const runner = open(fake);
  runner.look(true);
  runner.answer(3);
  expect([runner.stage(), checkedOn(fake), fake.done]).toEqual([{ kind: 'none' }, undefined, []]);
});

test('a check sets four alarms 20 s apart, one for each carrier, and a guard a day later', () => {
  const { fake } = begun();
  expect([...fake.alarms.left.values()]).toEqual([
    { rings: 80 * SECOND + 24 * HOUR, param: { kind: 'guard' } },
    { rings: 20 * SECOND, param: { kind: 'check', ring: 'full' } },
    { rings: 40 * SECOND, param: { kind: 'check', ring: 'busy' } },
    { rings: 60 * SECOND, param: { kind: 'check', ring: 'notification' } },
    { rings: 80 * SECOND, param: { kind: 'page', of: 'check' } },
  ]);
});

test('until the last ring is over, the page says how long that takes', () => {
  const { fake, runner } = begun();
  expect(runner.stage()).toEqual({ kind: 'wait', left: OVER });
  fake.setClock(30 * SECOND);
  expect(runner.stage()).toEqual({ kind: 'wait', left: OVER - 30 * SECOND });
});

test('if every ring came, the person is asked about three of them, and the answers are the result', () => {
  const { fake } = begun();
  ringUntil(fake, 80 * SECOND);
  const opened = open(fake);
  opened.look(true);
  const asked = [3, 3, 1].map((felt) => {
    const stage = opened.stage();
    opened.answer(felt);
    return stage;
  });
  expect(asked).toEqual(['full', 'busy', 'notification'].map((about) => ({ kind: 'ask', about })));
  expect(opened.stage()).toEqual({ kind: 'none' });
  expect(checkedOn(fake)).toMatchObject({
    ...{ service: 'proven', form: 'full', notification: 'proven', page: 'proven' },
    ...{ model: 'Fake', osVersion: '1.0' },
  });
  expect(fake.alarms.left.size).toBe(0);
});

test('an answer is on disk, so that the next launch asks only about the rest', () => {
  const { fake } = begun();
  ringUntil(fake, 80 * SECOND);
  const opened = open(fake);
  opened.look(true);
  opened.answer(3);
  expect(open(fake).stage()).toEqual({ kind: 'ask', about: 'busy' });
});

test('a page that no alarm has opened shows that alarms open none', () => {
  const { fake } = begun();
  ringUntil(fake, OVER);
  const runner = open(fake);
  runner.look(false);
  [3, 3, 1].forEach((felt) => {
    runner.answer(felt);
  });
  expect(checkedOn(fake)).toMatchObject({ service: 'proven', page: 'failed' });
});

test('a page that is on the screen spoils the ring that follows, which is not asked about', () => {
  const { fake } = begun();
  fake.setClock(30 * SECOND);
  open(fake).look(false);
  ringUntil(fake, 80 * SECOND);
  const runner = open(fake);
  runner.look(true);
  runner.answer(3);
  expect(runner.stage()).toEqual({ kind: 'ask', about: 'notification' });
});

test('a page that an alarm of another kind opens before the last ring is only a look', () => {
  const { fake } = begun();
  fake.setClock(79 * SECOND);
  const runner = open(fake);
  runner.look(true);
  expect(runner.stage()).toMatchObject({ kind: 'wait' });
});

test('a quiet mode at the end shows nothing about any carrier, and nobody is asked', () => {
  const { fake } = begun();
  ringUntil(fake, OVER);
  fake.modes.sleepMode = 'yes';
  const runner = open(fake);
  runner.look(false);
  expect(runner.stage()).toEqual({ kind: 'none' });
  expect(checkedOn(fake)).toMatchObject({ service: 'notTried', notification: 'notTried', page: 'notTried' });
});

test('a watch that takes no alarm is not checked, and no carrier is blamed', () => {
  const fake = fakeWatch(0);
  fake.alarms.room = 0;
  const runner = open(fake);
  expect(runner.begin()).toBe('noAlarms');
  expect([runner.stage(), checkedOn(fake)]).toEqual([{ kind: 'none' }, undefined]);
  fake.alarms.room = 24;
  expect(runner.begin()).toBe('begun');
});

test('a check of which nothing can be written has not begun, and leaves no alarm', () => {
  const fake = fakeWatch(0);
  const runner = open(fake);
  fake.disk.takes = false;
  expect(runner.begin()).toBe('unsaved');
  expect(fake.alarms.left.size).toBe(0);
});

test('a check is cut off by a restart of the watch, which loses the guard too', () => {
  const { fake, runner } = begun();
  fake.alarms.left.clear();
  fake.alarms.left.set(99, { rings: HOUR, param: { kind: 'probe' } });
  fake.setClock(80 * SECOND);
  expect(runner.stage()).toEqual({ kind: 'cutOff' });
  runner.look(true);
  expect(runner.stage()).toEqual({ kind: 'cutOff' });
});

test('ten minutes after the last ring nobody is asked any more', () => {
  const { fake } = begun();
  ringUntil(fake, 80 * SECOND);
  const runner = open(fake);
  runner.look(true);
  fake.setClock(OVER + 10 * MINUTE);
  expect(runner.stage()).toMatchObject({ kind: 'ask' });
  fake.setClock(OVER + 10 * MINUTE + 1);
  expect(runner.stage()).toEqual({ kind: 'cutOff' });
});

test('the next launch takes the alarms of a check for its own, and cancels none as a stray', () => {
  const { fake } = begun();
  // The book of alarms is lost.
  [...fake.disk.files.keys()]
    .filter((path) => path.startsWith('alarms'))
    .forEach((path) => {
      fake.disk.files.delete(path);
    });
  const { disk, alarms, system } = fake.watch;
  const book = openAlarmBook(disk, alarms);
  checkRunner(openCheckStore(disk, system), book, fake.watch);
  book.cancelStrays();
  expect(fake.alarms.left.size).toBe(5);
});

test('a new check replaces the alarms of the one before', () => {
  const { fake, runner } = begun();
  fake.setClock(30 * SECOND);
  runner.begin();
  expect(fake.alarms.left.size).toBe(5);
  expect(runner.stage()).toEqual({ kind: 'wait', left: OVER });
});
