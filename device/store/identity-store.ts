import type { Identity } from '../../core/state/identity';
import { IDENTITY_FILE, newIdentity, nextId } from '../../core/state/identity';
import { lazily } from '../../core/lazily';
import type { Disk } from '../watch/disk';
import type { LaunchMemory } from '../watch/launch';
import { openStored } from './stored-file';

/** Gives out ids that are never repeated on this watch, even after a restart at a bad moment. */
export interface IdentityStore {
  /** The name of this watch. If the disk does not take it, it stays the same until the app is closed. */
  device(): string;
  /** The next id, after noting on disk that it was given out; undefined if the disk does not take that. */
  take(): string | undefined;
  /** Notes the next id on disk in advance, so that nobody waits for that when it is taken. */
  reserve(): void;
}

/** `memory` keeps a reserved id, and the identity if the disk does not take it. */
export function openIdentity(disk: Disk, random: () => number, memory: LaunchMemory): IdentityStore {
  const opened = lazily(() => {
    const file = openStored(disk, IDENTITY_FILE);
    const identity = file.value() ?? memory.identity ?? newIdentity(random);
    // The unreadable slot may have been newer, so the id it may have given out is skipped.
    return { file, first: file.mayBeOld ? nextId(identity).identity : identity };
  });
  let last: Identity | undefined;
  const note = (): string | undefined => {
    const { file, first } = opened();
    const next = nextId(last ?? first);
    if (!file.write(next.identity)) return undefined;
    last = next.identity;
    return next.id;
  };
  return {
    device() {
      const { file, first } = opened();
      const identity = last ?? first;
      if (!file.value()) file.write(identity);
      memory.identity = identity;
      return identity.device;
    },
    take() {
      const { reserved } = memory;
      memory.reserved = undefined;
      return reserved ?? note();
    },
    reserve() {
      memory.reserved = memory.reserved ?? note();
    },
  };
}
