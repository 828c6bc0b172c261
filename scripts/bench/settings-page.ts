/** How long the phone's settings page takes to be built when there is much to show. */
import { performance } from 'node:perf_hooks';
import { ASKING_KEY } from '../../phone/storage-keys';
import { putRecords } from '../../phone/ledger';
import type { WatchPackage } from '../../virtual-watch';
import { bootWatch, VirtualPhone } from '../../virtual-watch/node';
import { dailyRecords } from './link';

export interface PageCost {
  readonly sessions: number;
  /** What they take in the storage, in characters. */
  readonly stored: number;
  /** From its file to the first drawing, in ms on this computer. */
  readonly firstMs: number;
  /** Building it anew after a change of the storage. */
  readonly againMs: number;
}

export function settingsPageCost(packages: readonly WatchPackage[], sessions: number): PageCost {
  const storage = new Map<string, string>();
  putRecords(
    {
      getItem: (key) => storage.get(key),
      setItem: (key, value) => {
        storage.set(key, value);
      },
      removeItem: (key) => {
        storage.delete(key);
      },
      keys: () => [...storage.keys()],
    },
    dailyRecords(sessions),
  );
  const phone = new VirtualPhone({ storage: Object.fromEntries(storage) });
  bootWatch({ zab: packages, device: 'Amazfit Balance', radio: phone.radio });
  const firstMs = took(() => {
    phone.settingsPage();
  });
  if (!phone.settingsPage().texts().includes(`On this phone: ${sessions}`))
    throw new Error('the page does not show every session');
  const againMs = took(() => {
    phone.editStorage(ASKING_KEY, 'nobody');
  });
  const stored = [...storage.values()].reduce((sum, text) => sum + text.length, 0);
  return { sessions, stored, firstMs, againMs };
}

function took(run: () => void): number {
  const before = performance.now();
  run();
  return performance.now() - before;
}
