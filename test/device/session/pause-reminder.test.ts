import { makeRoutine } from '../../../core/plan/routine';
import { apply } from '../../../core/session/apply';
import type { SessionEvent } from '../../../core/session/event';
import type { Session } from '../../../core/session/session';
import { startSession } from '../../../core/session/session';
import { certain } from '../../../core/result';
import { MINUTE, SECOND } from '../../../core/time';
import type { PauseReminder } from '../../../device/session/pause-reminder';
import { pauseReminder } from '../../../device/session/pause-reminder';
import { openAlarmBook } from '../../../device/store/alarm-book';
import { TWO_ZONES_A_LEG } from '../../core/plans';
import { fakeWatch } from '../fake-watch';
import type { FakeAlarms } from '../watch/fake-alarms';
import { fakeAlarms } from '../watch/fake-alarms';
import { fakeDisk } from '../watch/fake-disk';

const PAUSED_AT = 30 * SECOND;
const BEGUN: Session = startSession('k3f9-7', makeRoutine(TWO_ZONES_A_LEG), 0);
const PAUSED = after({ kind: 'paused', at: PAUSED_AT });
const INTERRUPTED = after({ kind: 'interrupted', at: PAUSED_AT, elapsed: 10 * SECOND });

/** The reminder rings three minutes after the pause began, or a second later if it is an alarm. */
const RINGS = PAUSED_AT + 3 * MINUTE + SECOND;

function after(...events: readonly SessionEvent[]): Session {
  return events.reduce<Session>((session, event) => certain(apply(session, event), 'it may happen'), BEGUN);
}

interface Reminded {
  readonly reminder: PauseReminder;
  readonly alarms: FakeAlarms;
  readonly at: (now: number) => void;
}

function reminded(mayBeSet = false, alarms = fakeAlarms(), opensPage = false): Reminded {
  const { watch, setClock } = fakeWatch(PAUSED_AT);
  const book = openAlarmBook(fakeDisk(), alarms);
  const reminder = pauseReminder(book, watch.clock, () => 7, mayBeSet, opensPage);
  return { reminder, alarms, at: setClock };
}

test('a pause of the person has an alarm, which names the session and the arming on disk', () => {
  const { reminder, alarms } = reminded();
  reminder.arm(PAUSED, []);
  expect([...alarms.held.values()]).toEqual([
    { rings: RINGS, param: { kind: 'pause', session: 'k3f9-7', revision: 7 } },
  ]);
});

test('where services are not felt, it opens the page', () => {
  const { reminder, alarms } = reminded(false, fakeAlarms(), true);
  reminder.arm(PAUSED, []);
  expect([...alarms.held.values()]).toEqual([{ rings: RINGS, param: { kind: 'page', of: 'pause' } }]);
});

test('a session that runs and one that the watch interrupted have none', () => {
  const { reminder, alarms } = reminded();
  reminder.arm(BEGUN, []);
  reminder.arm(INTERRUPTED, []);
  expect(alarms.held.size).toBe(0);
});

test('a pause that has lasted long enough is not reminded of again', () => {
  const { reminder, alarms, at } = reminded();
  at(PAUSED_AT + 3 * MINUTE);
  reminder.arm(PAUSED, []);
  expect(alarms.held.size).toBe(0);
});

test('its alarm is cancelled when the session goes on', () => {
  const { reminder, alarms } = reminded();
  reminder.arm(PAUSED, []);
  reminder.arm(BEGUN, []);
  expect([alarms.held.size, alarms.cancelled]).toEqual([0, [1]]);
});

test('a page that takes up a pause replaces the alarm of the page before', () => {
  const [alarms, disk] = [fakeAlarms(), fakeDisk()];
  const { watch } = fakeWatch(PAUSED_AT);
  const open = (mayBeSet: boolean) =>
    pauseReminder(openAlarmBook(disk, alarms), watch.clock, () => 7, mayBeSet, false);
  open(false).arm(PAUSED, []);
  open(true).arm(BEGUN, []);
  expect(alarms.held.size).toBe(0);
});

test('it has rung if its alarm is no longer there, and not before', () => {
  const { reminder, alarms } = reminded();
  expect(reminder.hasRung()).toBe(false);
  reminder.arm(PAUSED, []);
  expect(reminder.hasRung()).toBe(false);
  alarms.held.clear();
  expect(reminder.hasRung()).toBe(true);
});

test('a watch that refuses its alarm, or does not say what is left, does not count as having rung', () => {
  const refused = reminded(false, fakeAlarms({ slots: 0 }));
  refused.reminder.arm(PAUSED, []);
  expect(refused.reminder.hasRung()).toBe(false);
  const silent = reminded(false, fakeAlarms({ lists: false }));
  silent.reminder.arm(PAUSED, []);
  silent.alarms.held.clear();
  expect(silent.reminder.hasRung()).toBe(false);
});

test('cues do not concern it', () => {
  const { reminder, alarms } = reminded();
  reminder.arm(PAUSED, []);
  reminder.forget();
  reminder.release(PAUSED, 0);
  expect(alarms.held.size).toBe(1);
});
