import type { Checked } from '../../core/check/checked';
import { checkedOn } from '../../core/check/checked';
import { CHECKED_FILE } from '../../core/state/checked-file';
import { readStored } from '../../core/state/stored';
import type { Disk } from '../watch/disk';
import type { System } from '../watch/system';
import { openSlotted } from './slotted-file';

/** The result of the check of this watch with its present system, for pages that only read it. */
export function readChecked(disk: Disk, system: Pick<System, 'model' | 'osVersion'>): Checked | undefined {
  const { value } = readStored(CHECKED_FILE, openSlotted(disk, CHECKED_FILE.name).payload());
  return checkedOn(value, { model: system.model(), osVersion: system.osVersion() });
}
