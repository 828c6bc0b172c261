import type { FileOperation, FoundFile } from '../core/outbox/files';
import { fileOperations, isOutboxFile, loadOutbox } from '../core/outbox/files';
import type { Outbox } from '../core/outbox/outbox';
import type { Disk } from './disk';
import { openSlotted } from './slotted-file';

const FOLDER = 'outbox';

/** The records that this watch keeps, on disk. */
export interface OutboxStore {
  outbox(): Outbox;
  /** Whether there are records that cannot be read, or may be. */
  readonly damaged: boolean;
  /** Answers whether the disk took every change; what it did not take is what was there before. */
  save(outbox: Outbox): boolean;
}

export function openOutbox(disk: Disk): OutboxStore {
  const names = disk.list(FOLDER);
  const slots = (names ?? []).filter((name) => /\.[ab]$/.test(name)).map((name) => name.slice(0, -2));
  const files = slots.filter((file, index) => isOutboxFile(file) && slots.indexOf(file) === index);
  let saved = loadOutbox(
    files.reduce<readonly FoundFile[]>((found, file) => {
      const isOnlySlot = slots.lastIndexOf(file) === slots.indexOf(file);
      return found.concat(readFound(disk, file, isOnlySlot) ?? []);
    }, []),
  );
  return {
    outbox: () => saved,
    damaged: !names || saved.damaged.length > 0,
    save(outbox) {
      const done = !!names && fileOperations(saved, outbox).every((operation) => perform(disk, operation));
      if (done) saved = outbox;
      return done;
    },
  };
}

/**
 * Nothing for a file whose first write was cut off: the session file still holds what it was to have, and its number is
 * free. What is wrong with a slot beside a whole one, other than that a write was cut off, may have been newer.
 */
function readFound(disk: Disk, file: string, isOnlySlot: boolean): FoundFile | undefined {
  const slotted = openSlotted(disk, `${FOLDER}/${file}`);
  const payload = slotted.payload();
  const damaged = slotted.problems.some((problem) => problem !== 'empty' && problem !== 'truncated');
  return payload === undefined && isOnlySlot && !damaged ? undefined : { file, payload, damaged };
}

function perform(disk: Disk, operation: FileOperation): boolean {
  const name = `${FOLDER}/${operation.file}`;
  switch (operation.kind) {
    case 'create':
    case 'write': {
      const file = openSlotted(disk, name);
      const isFree = operation.kind === 'write' || file.payload() === undefined;
      return isFree && file.write(operation.payload);
    }
    case 'remove':
      disk.remove(`${name}.a`);
      disk.remove(`${name}.b`);
      return true;
  }
}
