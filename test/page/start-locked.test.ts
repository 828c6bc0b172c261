import type { Leg } from '../../core/body';
import { OWN_PLAN } from '../../core/state/plan-file';
import { DEFAULT_PREFERENCES } from '../../core/state/preferences';
import { HOUR } from '../../core/time';
import { beginOnDisk } from '../../device/session/begin';
import { openCareStore } from '../../device/store/care-store';
import { openOutbox } from '../../device/store/outbox-store';
import { openSessionStore } from '../../device/store/session-store';
import { openSessionPage } from '../../page/session/open';
import { openStartPage } from '../../page/start/open';
import type { FakeWatch } from '../device/fake-watch';
import { fakeWatch } from '../device/fake-watch';

const SILENT = { request: () => new Promise<never>(() => undefined), close: () => undefined };

/** A watch whose session continues without a page, opened again at its start page. */
function leftInSession(...locked: readonly Leg[]): FakeWatch {
  const fake = fakeWatch(Date.UTC(2026, 4, 1));
  const { watch } = fake;
  const care = openCareStore(watch.disk);
  beginOnDisk(watch, openSessionStore(watch.disk), OWN_PLAN, care.book(), DEFAULT_PREFERENCES);
  openSessionPage(watch)();
  care.add(locked.map((leg) => ({ kind: 'lock', id: `${leg}-1`, leg, why: 'hand', at: fake.now() })));
  fake.memory.landed = true;
  fake.done.splice(0);
  return fake;
}

test('a start page that receives a lock for a session in progress opens the page that ends it', () => {
  const fake = leftInSession('right');
  openStartPage(fake.watch, SILENT);
  expect(fake.done).toContain('go to session');
  openSessionPage(fake.watch);
  expect(openSessionStore(fake.watch.disk).value()).toBeUndefined();
  expect(openOutbox(fake.watch.disk).newest()).toMatchObject({ extensions: { withheld: 'right' } });
  fake.advance(HOUR);
  expect(fake.done.filter((what) => what.startsWith('play'))).toEqual([]);
  expect(fake.alarms.left.size).toBe(0);
});

test('if none of its legs is locked, the session goes on', () => {
  const fake = leftInSession();
  openStartPage(fake.watch, SILENT);
  expect(fake.done).not.toContain('go to session');
  expect(openSessionStore(fake.watch.disk).value()).toBeDefined();
});
