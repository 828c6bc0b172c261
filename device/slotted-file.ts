import type { Slot, SlotProblem } from '../core/state/slots';
import { openSlot, sealSlot } from '../core/state/slots';
import type { Disk } from './disk';

/** A file in two slots, see core/state/slots. This object must be its only writer. */
export interface SlottedFile {
  /** What was written last and whole; nothing when there is no such thing. */
  payload(): string | undefined;
  /**
   * What was wrong with the slots when the file was opened; one that is not there is in order. Their bytes are kept
   * beside it, in `.bad` files, where a report can find them; those stay when the file goes.
   */
  readonly problems: readonly SlotProblem[];
  /** Answers whether the payload is on disk. When it is not, the one before is still there. */
  write(payload: string): boolean;
}

export function openSlotted(disk: Disk, name: string): SlottedFile {
  const problems: SlotProblem[] = [];
  const slots = pathsOf(name).map((path) => {
    const content = disk.read(path);
    if (content === undefined) return undefined;
    const slot = openSlot(content);
    if (slot.ok) return slot.value;
    problems.push(slot.error);
    if (slot.error !== 'empty') disk.keep(path, `${path}.bad`);
    return undefined;
  });
  let newest = newestOf(slots);
  let next = slots.indexOf(newest) === 0 ? 1 : 0;
  return {
    payload: () => newest?.payload,
    problems,
    write(payload) {
      const slot: Slot = { sequence: (newest?.sequence ?? 0) + 1, payload };
      if (!disk.write(`${name}.${next === 0 ? 'a' : 'b'}`, sealSlot(slot))) return false;
      newest = slot;
      next = 1 - next;
      return true;
    },
  };
}

/** Whether a problem takes away what was written once; an empty slot is one whose first write did not come about. */
export function isLoss(problem: SlotProblem): boolean {
  return problem !== 'empty';
}

/** Reads the newest payload without touching anything. */
export function readSlotted(read: Disk['read'], name: string): string | undefined {
  const slots = pathsOf(name).map((path) => openSlot(read(path)));
  return newestOf(slots.map((slot) => (slot.ok ? slot.value : undefined)))?.payload;
}

function pathsOf(name: string): readonly [string, string] {
  return [`${name}.a`, `${name}.b`];
}

function newestOf(slots: readonly (Slot | undefined)[]): Slot | undefined {
  return slots.reduce((newest, slot) =>
    !newest || (slot && slot.sequence > newest.sequence) ? slot : newest,
  );
}
