import { asciiBytes } from '../../core/state/ascii';
import type { Slot, SlotProblem, WholeSlot } from '../../core/state/slots';
import { nextSlot, openSlot, peekSlot, sequenceOf, slotStart } from '../../core/state/slots';
import type { Disk } from '../watch/disk';

/** A file in two slots, see core/state/slots. This object must be its only writer. */
export interface SlottedFile {
  /** What was written last and whole; nothing when there is no such thing. */
  payload(): string | undefined;
  /**
   * What was wrong with the slots when the file was opened; one that is not there is in order. Their bytes are kept
   * beside it, in `.bad` files, where a report can find them; those stay when the file goes.
   */
  readonly problems: readonly SlotProblem[];
  /** Whether something that was on disk cannot be read and may have been the newest, when the file was opened. */
  readonly lost: boolean;
  /** Answers whether the payload is on disk. When it is not, the one before is still there. */
  write(payload: string): boolean;
  /** Keeps a payload that nobody can make sense of beside the file, as the bytes of a bad slot are kept. */
  setAside(): void;
  /**
   * Puts the payload in the place of what was lost, or another one, or nothing where there is none, so that it is found once.
   * What is not kept beside the file, and what a later Legato can read, stays where it is.
   */
  mend(payload?: string): void;
}

export function openSlotted(disk: Disk, name: string): SlottedFile {
  const bad: BadSlot[] = [];
  const slots = pathsOf(name).map((path): WholeSlot | undefined => {
    const content = disk.read(path);
    if (content === undefined) return undefined;
    const known = disk.slot(path);
    if (known) return known;
    const slot = openSlot(content);
    if (slot.ok) return { ...slot.value, bytes: content };
    const problem = slot.error;
    const kept = problem === 'empty' || disk.keep(path, `${path}.bad`);
    bad.push({ path, problem, kept, sequence: sequenceOf(content) });
    return undefined;
  });
  let newest = newestOf(slots);
  let next: 0 | 1 = slots.indexOf(newest) === 0 ? 1 : 0;
  const write = (payload: string): boolean => {
    const slot = nextSlot(payload, newest);
    if (!disk.write(pathsOf(name)[next], slot.bytes, slot)) return false;
    newest = slot;
    next = next === 0 ? 1 : 0;
    return true;
  };
  return {
    payload: () => newest?.payload,
    problems: bad.map(({ problem }) => problem),
    lost: bad.length === slots.length || bad.some((slot) => isLoss(slot, newest)),
    write,
    setAside() {
      if (newest) disk.write(`${name}.bad`, asciiBytes(newest.payload));
    },
    mend(payload = newest?.payload) {
      if (!bad.every(({ problem, kept }) => kept && problem !== 'fromNewerVersion')) return;
      if (payload !== undefined) write(payload);
      else {
        bad.forEach(({ path }) => {
          disk.remove(path);
        });
      }
    },
  };
}

/** Reads the newest payload without touching anything; the older slot is looked into only when the newer one is bad. */
export function readSlotted(read: Disk['read'], name: string): string | undefined {
  const [newer, older] = readSlots(read, name);
  const slot = openSlot(newer);
  if (slot.ok) return slot.value.payload;
  const before = openSlot(older);
  return before.ok ? before.value.payload : undefined;
}

/** The bytes of both slots as they are on disk, the newer first by the number that it says it has: it may not be whole. */
export function readSlots(read: Disk['read'], name: string): readonly (Uint8Array | undefined)[] {
  const [a, b] = pathsOf(name).map(read);
  const isFirst = !b || (a !== undefined && !(sequenceOf(b) > sequenceOf(a)));
  return isFirst ? [a, b] : [b, a];
}

/**
 * How the newest payload begins, without reading all of it: nothing unless the slots at `paths`, which are those that are
 * there, look whole from outside. Writes nothing.
 */
export function peekSlotted(disk: Disk, paths: readonly string[], length: number): string | undefined {
  const slots = paths.map((path) => {
    const start = disk.start(path, slotStart(length));
    return start && peekSlot(start.bytes, start.size);
  });
  return slots.includes(undefined) ? undefined : newestOf(slots)?.payload;
}

interface BadSlot {
  readonly path: string;
  readonly problem: SlotProblem;
  /** Whether its bytes are beside it. */
  readonly kept: boolean;
  readonly sequence: number;
}

/**
 * Whether a bad slot, the only one, takes away what was there once. One that is empty or cut was never whole: it was the
 * first of the file, or the other slot has what was there before. Nobody misses one that the other slot came after.
 */
function isLoss({ problem, sequence }: BadSlot, newest: Slot | undefined): boolean {
  return problem !== 'empty' && problem !== 'truncated' && !(newest && sequence < newest.sequence);
}

/** The files of the two slots. */
export function pathsOf(name: string): readonly [string, string] {
  return [`${name}.a`, `${name}.b`];
}

function newestOf<Kind extends Slot>(slots: readonly (Kind | undefined)[]): Kind | undefined {
  return slots.reduce((newest, slot) =>
    !newest || (slot && slot.sequence > newest.sequence) ? slot : newest,
  );
}
