/** The work of building the phone's settings page when there is much to show, in countable units. */
import { ASKING_KEY } from '../../phone/storage-keys';
import { putRecords } from '../../phone/ledger';
import type { WatchPackage } from '../../virtual-watch';
import { bootWatch, VirtualPhone } from '../../virtual-watch/node';
import { dailyRecords } from './link';
import { storageOver } from './phone-engine';

export interface PageCost {
  readonly sessions: number;
  /** Their size in the storage, in characters. */
  readonly stored: number;
  /** Reads of the storage and texts on the page: when it is opened, and when it is rebuilt after a change. */
  readonly first: PageWork;
  readonly again: PageWork;
}

export interface PageWork {
  readonly reads: number;
  readonly texts: number;
}

export function settingsPageCost(packages: readonly WatchPackage[], sessions: number): PageCost {
  const storage = new Map<string, string>();
  putRecords(storageOver(storage), dailyRecords(sessions));
  const phone = new VirtualPhone({ storage: Object.fromEntries(storage) });
  bootWatch({ zab: packages, device: 'Amazfit Balance', radio: phone.radio });
  const work = (act: () => void): PageWork => {
    const reads = phone.storageReads();
    act();
    return { reads: phone.storageReads() - reads, texts: phone.settingsPage().texts().length };
  };
  const first = work(() => {
    phone.settingsPage();
  });
  if (!phone.settingsPage().texts().includes(`On this phone: ${sessions}`))
    throw new Error('the page does not show every session');
  const again = work(() => {
    phone.editStorage(ASKING_KEY, 'nobody');
  });
  const stored = [...storage.values()].reduce((sum, text) => sum + text.length, 0);
  return { sessions, stored, first, again };
}
