import type { Identity } from '../core/state/identity';
import { makeIdentity, newIdentity, nextId, parseIdentity } from '../core/state/identity';
import type { Disk } from './disk';
import { openSlotted } from './slotted-file';

/** Gives out ids that this watch never gives out again, not even after a restart in the wrong moment. */
export interface IdentityStore {
  /** The name of this watch; it is on disk when this returns. */
  device(): string;
  /** The next id; it counts as given out before anyone sees it. */
  take(): string;
}

export function openIdentity(disk: Disk, random: () => number): IdentityStore {
  const file = openSlotted(disk, 'identity');
  const payload = file.payload();
  const parsed = payload === undefined ? undefined : parseIdentity(payload);
  if (parsed && !parsed.ok) disk.write('identity.bad', payload ?? '');
  const known = parsed?.ok ? parsed.value : undefined;
  let identity = known ?? newIdentity(random);
  const write = (next: Identity): void => {
    // On a disk that takes nothing the count goes on under a name that no later start can find again.
    identity = file.write(makeIdentity(next)) ? next : newIdentity(random);
  };
  return {
    device() {
      if (!known && identity.count === 0) write(identity);
      return identity.device;
    },
    take() {
      const next = nextId(identity);
      write(next.identity);
      return identity.device === next.identity.device ? next.id : nextId(identity).id;
    },
  };
}
