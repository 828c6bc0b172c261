import { parseJson } from '../../core/json';
import type { Instant } from '../../core/time';
import { isInstant } from '../../core/time';
import type { Disk } from '../watch/disk';
import { openSlotted } from './slotted-file';

/** When the phone last had all there was. */
export interface LastSync {
  at(): Instant | undefined;
  write(at: Instant): void;
}

export function openLastSync(disk: Disk): LastSync {
  const file = openSlotted(disk, 'sync');
  return {
    at() {
      const at = parseJson(file.payload() ?? '');
      return isInstant(at) ? at : undefined;
    },
    write(at) {
      file.write(JSON.stringify(at));
    },
  };
}
