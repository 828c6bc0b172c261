import type { Checked } from '../../core/check/checked';
import { checkedOn } from '../../core/check/checked';
import type { Proofs } from '../../core/check/proof';
import { NOT_TRIED } from '../../core/check/proof';
import type { CheckFile } from '../../core/state/check-file';
import { CHECK_FILE } from '../../core/state/check-file';
import type { Disk } from '../watch/disk';
import type { System } from '../watch/system';
import { openStored } from './stored-file';

/** What is on disk about the check of this watch. */
export interface CheckStore {
  file(): CheckFile;
  /** The result of the check of this watch with its present system. */
  known(): Checked | undefined;
  /** The same, with a default if it was not checked. */
  proofs(): Proofs;
  /** Returns whether it is on disk; it counts in any case. */
  save(file: CheckFile): boolean;
}

export function openCheckStore(disk: Disk, system: Pick<System, 'model' | 'osVersion'>): CheckStore {
  const stored = openStored(disk, CHECK_FILE);
  let file = stored.value();
  const known = (): Checked | undefined =>
    checkedOn(file.checked, { model: system.model(), osVersion: system.osVersion() });
  return {
    file: () => file,
    known,
    proofs: () => known() ?? NOT_TRIED,
    save(next) {
      file = next;
      return stored.write(next);
    },
  };
}
