import type { Alarm } from '../../../device/watch/alarms';
import type { AlarmForm } from '../../../core/cue/cue';
import { makeRoutine } from '../../../core/plan/routine';
import type { RunningSession } from '../../../core/session/session';
import { openCues, startSession } from '../../../core/session/session';
import { UNARMED } from '../../../core/state/session-file';
import { HOUR, SECOND } from '../../../core/time';
import type { AlarmCarrier } from '../../../device/session/alarm-carrier';
import { alarmCarrier, ringsAt, WATCHDOG } from '../../../device/session/alarm-carrier';
import { openAlarmBook } from '../../../device/store/alarm-book';
import { openMarks } from '../../../device/store/marks';
import { TWO_ZONES_A_LEG } from '../../core/plans';
import type { FakeAlarms } from '../watch/fake-alarms';
import { fakeAlarms } from '../watch/fake-alarms';
import { fakeDisk } from '../watch/fake-disk';

/** It has ten cues: two in each zone, the change of legs and the end. */
const SESSION: RunningSession = startSession('k3f9-7', makeRoutine(TWO_ZONES_A_LEG), 0);

interface Carried {
  readonly carrier: AlarmCarrier;
  readonly alarms: FakeAlarms;
  /** How often the session was written. */
  readonly saved: () => number;
}

function carried(slots = Infinity, form: AlarmForm = 'full', watchdog = WATCHDOG): Carried {
  const [alarms, disk] = [fakeAlarms({ slots }), fakeDisk()];
  let saved = 0;
  const carrier = alarmCarrier({
    alarms: openAlarmBook(disk, alarms),
    marks: openMarks(disk),
    ...{ watchdog, form, before: UNARMED },
    titleOf: ({ kind }) => kind,
    save: () => (saved += 1),
  });
  return { carrier, alarms, saved: () => saved };
}

/** What would ring, without the guard, in order. */
function ringing({ held }: FakeAlarms): readonly Alarm[] {
  return [...held.values()]
    .filter(({ param }) => param.kind !== 'guard')
    .sort((one, other) => one.rings - other.rings);
}

/** The seconds of the cues whose alarms are set. */
function armedAt({ carrier }: Carried): readonly number[] {
  return carrier
    .sheet()
    .cues.filter(({ alarm }) => alarm !== 0)
    .map(({ due }) => due / SECOND);
}

test('every cue has an alarm a second after it, which names the cue, the session and the arming', () => {
  const { carrier, alarms } = carried();
  carrier.arm(SESSION, openCues(SESSION));
  const seconds = [20, 50, 80, 110, 140, 155, 185, 215, 245, 275];
  expect(ringing(alarms)).toEqual(
    seconds.map((second, number) => ({
      rings: (second + 1) * SECOND,
      param: { kind: 'cue', session: 'k3f9-7', revision: UNARMED.revision, number },
    })),
  );
});

test('an alarm has whole seconds only, so one of a cue in between rings after the next', () => {
  expect([ringsAt(20_000, WATCHDOG), ringsAt(20_001, WATCHDOG), ringsAt(20_001, 0)]).toEqual([
    21_000, 22_000, 21_000,
  ]);
});

test('a screen that may sleep leaves no cue to the page', () => {
  const { carrier, alarms } = carried(Infinity, 'full', 0);
  carrier.arm(SESSION, openCues(SESSION));
  expect(ringing(alarms)[0]?.rings).toBe(20 * SECOND);
});

test('the guard rings 30 days after the last cue, and what is armed is written once', () => {
  const { carrier, alarms, saved } = carried();
  carrier.arm(SESSION, openCues(SESSION));
  const { guard, guardRings } = carrier.sheet();
  expect(alarms.held.get(guard)).toEqual({ rings: guardRings, param: { kind: 'guard' } });
  expect(guardRings).toBe(276 * SECOND + 30 * 24 * HOUR);
  expect(saved()).toBe(1);
});

test('a watch with few alarms takes the end, the change of legs and moving up before any reminder', () => {
  const few = carried(5);
  few.carrier.arm(SESSION, openCues(SESSION));
  // One of the five is the guard.
  expect(armedAt(few)).toEqual([20, 80, 140, 275]);
  expect(few.carrier.sheet().cues).toHaveLength(10);
});

test('a watch that takes no alarm has a sheet without one, and nothing rings', () => {
  const none = carried(0);
  none.carrier.arm(SESSION, openCues(SESSION));
  expect([armedAt(none), none.carrier.sheet().guard, none.alarms.held.size]).toEqual([[], 0, 0]);
});

test.each([
  [1, [20]],
  [2, [20]],
  [3, [20, 275]],
  [4, [20, 140, 275]],
])(
  'a watch that takes %d alarms has one for the next cue, then for the most important ones',
  (slots, armed) => {
    const few = carried(slots);
    few.carrier.arm(SESSION, openCues(SESSION));
    expect(armedAt(few)).toEqual(armed);
    expect(few.carrier.sheet().guard !== 0).toBe(slots > 1);
  },
);

test('a cue that was played gives its alarm to the next one, or to the most important one to come', () => {
  const few = carried(5);
  const ringsNow = (): readonly number[] => ringing(few.alarms).map(({ rings }) => rings / SECOND);
  few.carrier.arm(SESSION, openCues(SESSION));
  few.carrier.release(SESSION, 0);
  expect([ringsNow(), few.saved()]).toEqual([[51, 81, 141, 276], 2]);
  few.carrier.release(SESSION, 1);
  expect([ringsNow(), few.saved()]).toEqual([[81, 141, 156, 276], 3]);
  expect(armedAt(few)).toEqual([20, 50, 80, 140, 155, 275]);
});

test('a cue that was played and had no alarm changes nothing', () => {
  const few = carried(5);
  few.carrier.arm(SESSION, openCues(SESSION));
  few.carrier.release(SESSION, 1);
  expect([few.alarms.cancelled, few.saved()]).toEqual([[], 1]);
});

test('once all cues have an alarm, one that was played only loses its own', () => {
  const { carrier, alarms, saved } = carried();
  carrier.arm(SESSION, openCues(SESSION));
  carrier.release(SESSION, 3);
  expect(ringing(alarms).map(({ rings }) => rings / SECOND)).not.toContain(111);
  expect([alarms.held.size, saved()]).toEqual([10, 1]);
});

test('a pause cancels everything, the guard too, and the session is not written for it', () => {
  const { carrier, alarms, saved } = carried();
  carrier.arm(SESSION, openCues(SESSION));
  carrier.arm(SESSION, []);
  expect([alarms.held.size, saved()]).toEqual([0, 1]);
});

test('what is armed after it was forgotten belongs to another arming, and the alarms before are gone', () => {
  const { carrier, alarms } = carried();
  carrier.arm(SESSION, openCues(SESSION));
  carrier.forget();
  expect(carrier.sheet()).toMatchObject({ revision: UNARMED.revision + 1, cues: [], guard: 0 });
  carrier.arm(SESSION, openCues(SESSION).slice(0, 1));
  expect(ringing(alarms).map(({ param }) => param)).toEqual([
    { kind: 'cue', session: 'k3f9-7', revision: UNARMED.revision + 1, number: 0 },
  ]);
});

test.each<[AlarmForm, string]>([
  ['full', ''],
  ['brief', ''],
  ['busy', ''],
  ['page', ''],
  ['notification', 'begin'],
])('only a notification has a text: %s has "%s"', (form, title) => {
  const { carrier } = carried(Infinity, form);
  carrier.arm(SESSION, openCues(SESSION));
  expect([carrier.sheet().form, carrier.sheet().cues[0]?.title]).toEqual([form, title]);
});

test('if alarms open the page, none of them wakes a service', () => {
  const { carrier, alarms } = carried(Infinity, 'page');
  carrier.arm(SESSION, openCues(SESSION));
  expect(ringing(alarms).every(({ param }) => param.kind === 'page' && param.of === 'cue')).toBe(true);
});
