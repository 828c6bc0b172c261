import { makeRoutine } from '../../../core/plan/routine';
import { startSession } from '../../../core/session/session';
import type { Session } from '../../../core/session/session';
import { UNARMED } from '../../../core/state/session-file';
import type { ArmedSheet } from '../../../core/state/session-file';
import { SECOND } from '../../../core/time';
import { savedSession } from '../../../device/session/saved-session';
import { openSessionStore } from '../../../device/store/session-store';
import { TWO_ZONES_A_LEG } from '../../core/plans';
import { fakeWatch } from '../fake-watch';

const START = Date.UTC(2026, 4, 1);
const SESSION: Session = startSession('watch-1', makeRoutine(TWO_ZONES_A_LEG), START);

function saved(bare?: Session) {
  const fake = fakeWatch(START);
  const store = openSessionStore(fake.watch.disk);
  const armed = { now: UNARMED };
  const before = { session: SESSION, arming: UNARMED };
  const made = savedSession(fake.watch.clock, store, () => armed.now, before, bare);
  const onDisk = () => openSessionStore(fake.watch.disk).value();
  return { fake, made, armed, onDisk };
}

const sheet = (revision: number): ArmedSheet => ({
  ...UNARMED,
  ...{ revision, guard: 9, guardRings: START + 3600 * SECOND },
  cues: [
    { number: 0, alarm: 4, rings: START + 20 * SECOND, due: START + 20 * SECOND, signal: 1, title: 'Ankle' },
  ],
});

test('a session that has just begun is not written once more before something is armed', () => {
  const { fake, made } = saved(SESSION);
  made.save(SESSION);
  expect(fake.done).toEqual([]);
  expect(made.isSaved()).toBe(true);
});

test.each([
  ['another session', (one: ReturnType<typeof saved>) => one.made.save({ ...SESSION })],
  ['a cue that is about to be played', (one: ReturnType<typeof saved>) => one.made.save(SESSION, 0)],
  [
    'something armed',
    (one: ReturnType<typeof saved>) => {
      one.armed.now = sheet(1);
      one.made.save(SESSION);
    },
  ],
])('%s is written, and then the same session is written again', (_, save) => {
  const one = saved(SESSION);
  save(one);
  one.fake.advance(SECOND);
  one.armed.now = UNARMED;
  one.made.save(SESSION);
  expect(one.fake.done.filter((what) => what.startsWith('write session'))).toHaveLength(2);
});

test('a running session is written with the time until which its page was alive', () => {
  const { fake, made, onDisk } = saved();
  fake.advance(7 * SECOND);
  made.save(SESSION);
  expect(onDisk()?.alive).toEqual({ at: START + 7 * SECOND, elapsed: 7 * SECOND });
});

test('services know of an arming only what is on disk: none of its cues until it is saved', () => {
  const { fake, made, armed } = saved();
  armed.now = sheet(1);
  expect(made.armed()).toEqual({ ...sheet(1), cues: [] });
  fake.disk.takes = false;
  made.save(SESSION);
  expect([made.isSaved(), made.armed().cues, made.onDisk().revision]).toEqual([false, [], 0]);
  fake.disk.takes = true;
  made.save(SESSION);
  expect([made.isSaved(), made.armed(), made.onDisk()]).toEqual([true, sheet(1), { revision: 1, booked: 0 }]);
});

test('an arming that was saved stays what services know while the next one is being made', () => {
  const { made, armed, onDisk } = saved();
  armed.now = sheet(1);
  made.save(SESSION);
  armed.now = { ...sheet(1), cues: [] };
  expect(made.armed()).toEqual(sheet(1));
  armed.now = sheet(2);
  expect(made.armed().cues).toEqual([]);
  expect(onDisk()?.arming.revision).toBe(1);
});

test('what is written is read back as the same session', () => {
  const { made, onDisk } = saved();
  made.save({ ...SESSION });
  expect(onDisk()?.session).toEqual(SESSION);
});
