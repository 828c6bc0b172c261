import { makeRoutine } from '../../../core/plan/routine';
import { apply } from '../../../core/session/apply';
import type { SessionEvent } from '../../../core/session/event';
import type { Session } from '../../../core/session/session';
import { startSession } from '../../../core/session/session';
import { certain } from '../../../core/result';
import { SECOND } from '../../../core/time';
import type { DeadMan } from '../../../device/session/dead-man';
import { deadManAlarm } from '../../../device/session/dead-man';
import { openAlarmBook } from '../../../device/store/alarm-book';
import { TWO_ZONES_A_LEG } from '../../core/plans';
import type { FakeAlarms } from '../watch/fake-alarms';
import { fakeAlarms } from '../watch/fake-alarms';
import type { FakeDisk } from '../watch/fake-disk';
import { fakeDisk } from '../watch/fake-disk';

/** Its first cues are due at 20, 50 and 80 s. */
const BEGUN: Session = startSession('k3f9-7', makeRoutine(TWO_ZONES_A_LEG), 0);
const FELT: SessionEvent = {
  ...{ kind: 'booked', at: 20 * SECOND },
  deliveries: [{ outcome: 'played', by: 'page', late: 0 }],
};

function after(...events: readonly SessionEvent[]): Session {
  return events.reduce<Session>((session, event) => certain(apply(session, event), 'it may happen'), BEGUN);
}

interface Guarded {
  readonly deadMan: DeadMan;
  readonly alarms: FakeAlarms;
  readonly disk: FakeDisk;
}

function guarded(alarms = fakeAlarms(), disk = fakeDisk()): Guarded {
  return { deadMan: deadManAlarm(openAlarmBook(disk, alarms)), alarms, disk };
}

function ringing({ held }: FakeAlarms): readonly number[] {
  return [...held.values()].map(({ rings }) => rings / SECOND);
}

test('an alarm opens the page five seconds after the next cue, if nothing has moved it by then', () => {
  const { deadMan, alarms } = guarded();
  deadMan.follow(BEGUN);
  expect([...alarms.held.values()]).toEqual([{ rings: 25 * SECOND, param: { kind: 'page', of: 'deadMan' } }]);
});

test('a page that lives moves it at each cue, and leaves it alone in between', () => {
  const { deadMan, alarms } = guarded();
  deadMan.follow(BEGUN);
  deadMan.follow(BEGUN);
  expect(alarms.cancelled).toEqual([]);
  deadMan.follow(after(FELT));
  expect(ringing(alarms)).toEqual([55]);
});

test('it is cancelled in a pause, set again when the session goes on, and cancelled at the end', () => {
  const { deadMan, alarms } = guarded();
  deadMan.follow(BEGUN);
  deadMan.follow(after({ kind: 'paused', at: 5 * SECOND }));
  expect(ringing(alarms)).toEqual([]);
  deadMan.follow(after({ kind: 'paused', at: 5 * SECOND }, { kind: 'resumed', at: 15 * SECOND }));
  expect(ringing(alarms)).toEqual([35]);
  deadMan.follow(after({ kind: 'stopped', at: 16 * SECOND }));
  expect(ringing(alarms)).toEqual([]);
});

test('a page that is left takes it along, and one that goes on sets it again', () => {
  const { deadMan, alarms } = guarded();
  deadMan.follow(BEGUN);
  deadMan.leave();
  expect(ringing(alarms)).toEqual([]);
  deadMan.follow(BEGUN);
  expect(ringing(alarms)).toEqual([25]);
});

test('a page that is left before it has set any takes along the one of the page before', () => {
  const before = guarded();
  const book = openAlarmBook(before.disk, before.alarms);
  book.add('deadMan', { rings: 25 * SECOND, param: { kind: 'page', of: 'deadMan' } });
  guarded(before.alarms, before.disk).deadMan.leave();
  expect(ringing(before.alarms)).toEqual([]);
});

test('a watch that takes no alarm is asked again at the next cue', () => {
  const { deadMan, alarms } = guarded(fakeAlarms({ slots: 0 }));
  deadMan.follow(BEGUN);
  expect(ringing(alarms)).toEqual([]);
  alarms.slots = 1;
  deadMan.follow(after(FELT));
  expect(ringing(alarms)).toEqual([55]);
});
