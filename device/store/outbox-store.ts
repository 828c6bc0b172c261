import type { FileOperation } from '../../core/record/outbox-files';
import { fileOperations, isOutboxFile, loadOutbox } from '../../core/record/outbox-files';
import type { Outbox } from '../../core/record/outbox';
import type { Disk } from '../watch/disk';
import type { SlottedFile } from './slotted-file';
import { openSlotted } from './slotted-file';

const FOLDER = 'outbox';

/** The records that this watch keeps, on disk. */
export interface OutboxStore {
  outbox(): Outbox;
  /**
   * What there was to read when the store was opened. `damaged`: there are records that cannot be read, or may be;
   * `unlisted`: the folder cannot be listed, so that nobody knows what is in it and nothing is put there.
   */
  readonly state: 'whole' | 'damaged' | 'unlisted';
  /** Answers whether the disk took every change; what it did not take is what was there before. */
  save(outbox: Outbox): boolean;
  /** Lets what is damaged be so for this store only, where its bytes are kept; for who tells the person of it. */
  mend(): void;
}

export function openOutbox(disk: Disk): OutboxStore {
  const names = disk.list(FOLDER);
  const files = (names ?? []).map((name) => name.replace(/\.[ab](\.bad)?$/, ''));
  const slots = (names ?? []).filter((name) => /\.[ab]$/.test(name)).map((name) => name.slice(0, -2));
  const found = files
    .filter((file, index) => isOutboxFile(file) && files.indexOf(file) === index)
    .map((file) => ({ file, slotted: openSlotted(disk, `${FOLDER}/${file}`) }))
    .filter(({ slotted }) => !isUnwritten(slotted));
  let saved = loadOutbox(found.map(({ file, slotted }) => ({ file, payload: slotted.payload() })));
  const lost = found.filter(({ slotted }) => slotted.lost);
  // Of a file that has gone only the bad bytes are there.
  const there = found.filter(({ file }) => slots.includes(file));
  const isDamaged = lost.length > 0 || there.length > saved.chunks.length;
  return {
    outbox: () => saved,
    state: !names ? 'unlisted' : isDamaged ? 'damaged' : 'whole',
    save(outbox) {
      const done = !!names && fileOperations(saved, outbox).every((operation) => perform(disk, operation));
      if (done) saved = outbox;
      return done;
    },
    mend() {
      lost.forEach(({ slotted }) => {
        slotted.mend();
      });
    },
  };
}

/** Whether the first write of a file was cut off: the session file still holds what it was to have, and its number is free. */
function isUnwritten(file: SlottedFile): boolean {
  return file.payload() === undefined && file.problems.length > 0 && !file.lost;
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
