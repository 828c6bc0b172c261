import { makeIdentity, newIdentity, nextId, parseIdentity } from '../../core/state/identity';
import type { Disk } from '../watch/disk';
import type { LaunchMemory } from '../watch/launch';
import { openSlotted } from './slotted-file';

/** Gives out ids that this watch never gives out again, not even after a restart in the wrong moment. */
export interface IdentityStore {
  /** The name of this watch. Where the disk does not take it, it is the same until the app is closed. */
  device(): string;
  /** The next id; it is on disk that it was given out. Nothing when the disk does not take that. */
  take(): string | undefined;
}

/** `memory` keeps who the watch is where no disk will have it. */
export function openIdentity(disk: Disk, random: () => number, memory: LaunchMemory): IdentityStore {
  const file = openSlotted(disk, 'identity');
  const payload = file.payload();
  const parsed = payload === undefined ? undefined : parseIdentity(payload);
  if (parsed && !parsed.ok) file.setAside();
  let isStored = parsed?.ok === true;
  let identity = parsed?.ok ? parsed.value : (memory.identity ?? newIdentity(random));
  // The slot that cannot be read may have been the newer one: the id that it gave out is skipped.
  if (file.problems.length > 0) identity = nextId(identity).identity;
  return {
    device() {
      isStored = isStored || file.write(makeIdentity(identity));
      memory.identity = identity;
      return identity.device;
    },
    take() {
      const next = nextId(identity);
      if (!file.write(makeIdentity(next.identity))) return undefined;
      isStored = true;
      identity = next.identity;
      return next.id;
    },
  };
}
