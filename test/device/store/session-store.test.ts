import { DEFAULT_PLAN } from '../../../core/plan/plan';
import { makeRoutine } from '../../../core/routine';
import { startSession } from '../../../core/session/session';
import type { StoredSession } from '../../../core/state/session-file';
import { UNARMED } from '../../../core/state/session-file';
import { openSessionStore } from '../../../device/store/session-store';
import { fakeWatch } from '../fake-watch';

const begun = (id: string): StoredSession => ({
  session: startSession(id, makeRoutine(DEFAULT_PLAN), 1000),
  arming: UNARMED,
});

test('the next page of a launch has the session that was saved, and a later launch reads the same', () => {
  const { watch, memory } = fakeWatch();
  const stored = begun('abc-1');
  expect(openSessionStore(watch.disk, memory).save(stored)).toBe(true);
  expect(openSessionStore(watch.disk, memory).stored).toBe(stored);
  expect(openSessionStore(watch.disk, {}).stored).toEqual(stored);
});

test('the file counts where it says something else than the launch remembers', () => {
  const { watch, memory } = fakeWatch();
  openSessionStore(watch.disk, memory).save(begun('abc-1'));
  openSessionStore(watch.disk).save(begun('abc-2'));
  expect(openSessionStore(watch.disk, memory).stored?.session.id).toBe('abc-2');
  openSessionStore(watch.disk).clear();
  expect(openSessionStore(watch.disk, memory).stored).toBeUndefined();
});

test('what the disk does not take is not remembered', () => {
  const { watch, memory, disk } = fakeWatch();
  disk.takes = false;
  expect(openSessionStore(watch.disk, memory).save(begun('abc-1'))).toBe(false);
  expect(memory.session).toBeUndefined();
});
