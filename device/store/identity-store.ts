import { IDENTITY_FILE, newIdentity, nextId } from '../../core/state/identity';
import type { Disk } from '../watch/disk';
import type { LaunchMemory } from '../watch/launch';
import { openStored } from './stored-file';

/** Gives out ids that are never repeated on this watch, even after a restart at a bad moment. */
export interface IdentityStore {
  /** The name of this watch. If the disk does not take it, it stays the same until the app is closed. */
  device(): string;
  /** The next id, after noting on disk that it was given out; undefined if the disk does not take that. */
  take(): string | undefined;
}

/** `memory` keeps the identity if the disk does not take it. */
export function openIdentity(disk: Disk, random: () => number, memory: LaunchMemory): IdentityStore {
  const file = openStored(disk, IDENTITY_FILE);
  let identity = file.value() ?? memory.identity ?? newIdentity(random);
  // The unreadable slot may have been newer, so the id it may have given out is skipped.
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
