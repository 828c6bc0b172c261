import { lockedLegs } from '../../../core/care/locks';
import { pack } from '../../../core/care/statement';
import { lazily } from '../../../core/lazily';
import type { Shared } from '../../../core/link/sync';
import { LEDGER_FILE } from '../../../core/link/ledger-file';
import { addRecord, settle, waitingCount } from '../../../core/record/outbox';
import { idOf } from '../../../core/record/packed-record';
import { PLAN_FILE } from '../../../core/state/plan-file';
import { changePreference, PREFERENCES_FILE } from '../../../core/state/preferences';
import { openCareStore } from '../../../device/store/care-store';
import { openOutbox } from '../../../device/store/outbox-store';
import { openStored } from '../../../device/store/stored-file';
import { sharedOnDisk } from '../../../device/sync/shared-on-disk';
import { packed } from '../../core/record/records';
import { TWO_ZONES_A_LEG } from '../../core/plans';
import { fakeWatch } from '../fake-watch';

const NOW = Date.UTC(2026, 4, 1);
const LOCK = pack({ kind: 'lock', id: 'phone-1', leg: 'left', why: 'hand', at: NOW });

function shared() {
  const fake = fakeWatch(NOW);
  const { disk } = fake.watch;
  const preferences = openStored(disk, PREFERENCES_FILE);
  const outbox = openOutbox(disk);
  const care = lazily(() => openCareStore(disk));
  let planned = 0;
  const kept = sharedOnDisk({
    ...{ watch: fake.watch, outbox, care, preferences: () => preferences },
    planned: () => {
      planned += 1;
    },
  });
  const keep = (change: Partial<Shared>): void => {
    kept.keep(kept.value(), { ...kept.value(), ...change });
  };
  /** What another page would find. */
  const onDisk = {
    plan: () => openStored(disk, PLAN_FILE).value().plan,
    preferences: () => openStored(disk, PREFERENCES_FILE).value().values,
    ledger: () => openStored(disk, LEDGER_FILE).value(),
    locked: () => lockedLegs(openCareStore(disk).book().said),
    isDoubtful: () => openCareStore(disk).book().mayLack,
    waiting: () => waitingCount(openOutbox(disk).outbox()),
  };
  return { fake, kept, keep, onDisk, planned: () => planned };
}

test('an exchange that changes nothing writes nothing, and is neither news nor unsaved', () => {
  const { fake, kept, keep, planned } = shared();
  keep({});
  expect(fake.done).toEqual([]);
  expect([kept.isSaved(), kept.isNews(), planned()]).toEqual([true, false, 0]);
});

test('a plan from the phone is on disk before the page is told, and is no reason for another request', () => {
  const { kept, keep, onDisk, planned } = shared();
  keep({ plan: { ...kept.value().plan, plan: TWO_ZONES_A_LEG, revision: 3 } });
  expect(onDisk.plan()).toEqual(TWO_ZONES_A_LEG);
  expect([planned(), kept.isNews()]).toEqual([1, false]);
});

test('a lock from the phone is on disk at once, and is news', () => {
  const { kept, keep, onDisk } = shared();
  keep({ said: [LOCK] });
  expect(onDisk.locked()).toEqual(['left']);
  expect(kept.isNews()).toBe(true);
});

test('a yes to a hard question never reaches the disk without its lock', () => {
  const { fake, kept, keep, onDisk } = shared();
  const answered = changePreference(kept.value().preferences, 'clotAnswer', 'yes');
  keep({ said: [LOCK], preferences: answered });
  const files = fake.done.map((what) => /^write (\w+)/.exec(what)?.[1]);
  expect(files.indexOf('care')).toBeGreaterThanOrEqual(0);
  expect(files.indexOf('care')).toBeLessThan(files.indexOf('preferences'));
  expect(onDisk.preferences().clotAnswer).toBe('yes');
});

test('an answer that was taken back on the phone leaves both legs in doubt until it is given again', () => {
  const { kept, keep, onDisk } = shared();
  keep({ preferences: changePreference(kept.value().preferences, 'clotAnswer', 'no') });
  expect(onDisk.isDoubtful()).toBe(false);
  keep({ preferences: changePreference(kept.value().preferences, 'clotAnswer', 'open') });
  expect(onDisk.isDoubtful()).toBe(true);
});

test('an answer taken back on the phone leaves a watch in doubt that has never heard another', () => {
  const { kept, keep, onDisk } = shared();
  keep({ preferences: changePreference(kept.value().preferences, 'clotAnswer', 'open') });
  expect(onDisk.isDoubtful()).toBe(true);
});

test('what the disk refuses is unsaved until the next exchange begins, which asks for it again', () => {
  const { fake, kept, keep, onDisk } = shared();
  fake.disk.takes = false;
  keep({ plan: { ...kept.value().plan, plan: TWO_ZONES_A_LEG, revision: 3 } });
  expect(kept.isSaved()).toBe(false);
  expect(onDisk.plan()).not.toEqual(TWO_ZONES_A_LEG);
  kept.startAnew();
  expect(kept.isSaved()).toBe(true);
});

test('verdicts that the disk refuses count within the exchange only, and the ledger that gave them waits', () => {
  const { fake, kept, keep, onDisk } = shared();
  keep({ outbox: addRecord(kept.value().outbox, packed(1)) });
  expect(onDisk.waiting()).toBe(1);
  const before = onDisk.ledger();
  const write = fake.watch.disk.write.bind(fake.watch.disk);
  fake.watch.disk.write = (path, ...content) => !path.startsWith('outbox') && write(path, ...content);
  const settled = settle(kept.value().outbox, [{ id: idOf(packed(1)), state: 'acknowledged' }]);
  keep({ outbox: settled, ledger: { id: 'phone', deleted: [] } });
  expect(waitingCount(kept.value().outbox)).toBe(0);
  expect([onDisk.waiting(), onDisk.ledger()]).toEqual([1, before]);
  expect(kept.isSaved()).toBe(false);
});
