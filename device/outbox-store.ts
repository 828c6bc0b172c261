import type { FileOperation } from '../core/outbox/files';
import { fileOperations, isOutboxFile, loadOutbox } from '../core/outbox/files';
import type { Outbox } from '../core/outbox/outbox';
import type { Disk } from './disk';
import { openSlotted } from './slotted-file';

const FOLDER = 'outbox';

/** The records that this watch keeps, on disk. */
export interface OutboxStore {
  outbox(): Outbox;
  /** Answers whether the disk took every change; what it did not take is what was there before. */
  save(outbox: Outbox): boolean;
}

export function openOutbox(disk: Disk): OutboxStore {
  let saved = loadOutbox(
    filesIn(disk).map((file) => ({ file, payload: openSlotted(disk, `${FOLDER}/${file}`).payload() })),
  );
  return {
    outbox: () => saved,
    save(outbox) {
      const done = fileOperations(saved, outbox).every((operation) => perform(disk, operation));
      if (done) saved = outbox;
      return done;
    },
  };
}

function perform(disk: Disk, operation: FileOperation): boolean {
  const name = `${FOLDER}/${operation.file}`;
  switch (operation.kind) {
    case 'write':
      return openSlotted(disk, name).write(operation.payload);
    case 'remove':
      disk.remove(`${name}.a`);
      disk.remove(`${name}.b`);
      return true;
  }
}

/** The names of the outbox's files without their slots, each once. */
function filesIn(disk: Disk): readonly string[] {
  const names = disk.list(FOLDER).map((name) => name.replace(/\.[ab]$/, ''));
  return names.filter((name, index) => isOutboxFile(name) && names.indexOf(name) === index);
}
