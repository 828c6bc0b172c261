import { makeRoutine } from '../../../core/plan/routine';
import { startSession } from '../../../core/session/session';
import type { StoredSession } from '../../../core/state/session-file';
import { UNARMED } from '../../../core/state/session-file';
import { openSessionStore } from '../../../device/store/session-store';
import { fakeWatch } from '../fake-watch';
import { TWO_ZONES_A_LEG } from '../../core/plans';

const begun = (id: string): StoredSession => ({
  session: startSession(id, makeRoutine(TWO_ZONES_A_LEG), 1000),
  arming: UNARMED,
});

test('the next page of a launch has the session that was saved, and a later launch reads the same', () => {
  const { watch, memory } = fakeWatch();
  const stored = begun('abc-1');
  expect(openSessionStore(watch.disk, memory).write(stored)).toBe(true);
  expect(openSessionStore(watch.disk, memory).value()).toBe(stored);
  expect(openSessionStore(watch.disk, {}).value()).toEqual(stored);
});

test('the file counts if it differs from what the launch remembers', () => {
  const { watch, memory } = fakeWatch();
  openSessionStore(watch.disk, memory).write(begun('abc-1'));
  openSessionStore(watch.disk).write(begun('abc-2'));
  expect(openSessionStore(watch.disk, memory).value()?.session.id).toBe('abc-2');
  openSessionStore(watch.disk).write(undefined);
  expect(openSessionStore(watch.disk, memory).value()).toBeUndefined();
});

test('what the disk refuses is not remembered', () => {
  const { watch, memory, disk } = fakeWatch();
  disk.takes = false;
  expect(openSessionStore(watch.disk, memory).write(begun('abc-1'))).toBe(false);
  expect(memory.session?.written).toBeUndefined();
});
