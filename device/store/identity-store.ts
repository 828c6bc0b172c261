import { IDENTITY_FILE, newIdentity, nextId } from '../../core/state/identity';
import type { Disk } from '../watch/disk';
import type { LaunchMemory } from '../watch/launch';
import { openStored } from './stored-file';

/** Gives out ids that this watch never gives out again, not even after a restart in the wrong moment. */
export interface IdentityStore {
  /** The name of this watch. Where the disk does not take it, it is the same until the app is closed. */
  device(): string;
  /** The next id; it is on disk that it was given out. Nothing when the disk does not take that. */
  take(): string | undefined;
}

/** `memory` keeps who the watch is where no disk will have it. */
export function openIdentity(disk: Disk, random: () => number, memory: LaunchMemory): IdentityStore {
  const file = openStored(disk, IDENTITY_FILE);
  let identity = file.value() ?? memory.identity ?? newIdentity(random);
  // The slot that cannot be read may have been the newer one: the id that it gave out is skipped.
  if (file.mayBeOld) identity = nextId(identity).identity;
  return {
    device() {
      if (!file.value()) file.write(identity);
      memory.identity = identity;
      return identity.device;
    },
    take() {
      const next = nextId(identity);
      if (!file.write(next.identity)) return undefined;
      identity = next.identity;
      return next.id;
    },
  };
}
