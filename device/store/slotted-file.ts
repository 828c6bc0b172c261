import { asciiBytes } from '../../core/ascii';
import type { Slot, SlotProblem, WholeSlot } from '../../core/state/slots';
import { nextSlot, openSlot, peekSlot, sequenceOf, slotStart } from '../../core/state/slots';
import type { Disk } from '../watch/disk';

/** A file in two slots, see core/state/slots. This object must be its only writer. */
export interface SlottedFile {
  /** The last complete payload; undefined if there is none. */
  payload(): string | undefined;
  /**
   * The problems of the slots when the file was opened; a missing slot is none. Their bytes are kept in `.bad` files
   * next to it, for use in a report; those remain when the file is deleted.
   */
  readonly problems: readonly SlotProblem[];
  /** Whether, when the file was opened, something unreadable may have been the newest payload. */
  readonly lost: boolean;
  /**
   * Whether a slot was missing when the file was opened that was once written, so that it may have held the newest
   * payload.
   */
  readonly lacksSlot: boolean;
  /** Returns whether the payload is on disk. If not, the previous one is still there. */
  write(payload: string): boolean;
  /** Keeps a payload that cannot be understood next to the file, as the bytes of a bad slot are. */
  setAside(): void;
  /**
   * Overwrites what was lost with the present payload, or with another one; if there is neither, deletes the bad slots.
   * So the damage is reported only once. Bad bytes that could not be kept, and those a later version of Legato can
   * read, stay in place.
   */
  mend(payload?: string): void;
}

export function openSlotted(disk: Disk, name: string): SlottedFile {
  const bad: BadSlot[] = [];
  const [pathA, pathB] = pathsOf(name);
  const [a, b] = [slotAt(disk, pathA, bad), slotAt(disk, pathB, bad)];
  let newest = newestOf([a, b]);
  let next = b && newest === b ? pathA : pathB;
  const write = (payload: string): boolean => {
    const slot = nextSlot(payload, newest);
    if (!disk.write(next, slot.bytes, slot)) return false;
    newest = slot;
    next = next === pathA ? pathB : pathA;
    return true;
  };
  return {
    payload: () => newest?.payload,
    problems: bad.map(({ problem }) => problem),
    lacksSlot: newest !== undefined && newest.sequence > 1 && !(a && b) && bad.length === 0,
    lost: bad.length === 2 || bad.some((slot) => isLoss(slot, newest)),
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

/** A slot as it is on disk; if it is bad, its bytes are kept and it is added to `bad`. */
function slotAt(disk: Disk, path: string, bad: BadSlot[]): WholeSlot | undefined {
  const content = disk.own(path);
  if (content === undefined) return undefined;
  const known = disk.slot(path);
  if (known) return known;
  const slot = openSlot(content);
  if (slot.ok) {
    const whole = { ...slot.value, bytes: content };
    disk.knows(path, whole);
    return whole;
  }
  const problem = slot.error;
  const kept = problem === 'empty' || disk.keep(path, `${path}.bad`);
  bad.push({ path, problem, kept, sequence: sequenceOf(content) });
  return undefined;
}

/** Reads the newest payload without changing anything. The older slot is read only if the newer one is bad. */
export function readSlotted(read: Disk['read'], name: string): string | undefined {
  const [newer, older] = readSlots(read, name);
  const slot = openSlot(newer);
  if (slot.ok) return slot.value.payload;
  const before = openSlot(older);
  return before.ok ? before.value.payload : undefined;
}

/** The bytes of both slots, the one with the higher number first; it may be damaged. */
export function readSlots(read: Disk['read'], name: string): readonly (Uint8Array | undefined)[] {
  const [a, b] = pathsOf(name).map(read);
  const isFirst = !b || (a !== undefined && !(sequenceOf(b) > sequenceOf(a)));
  return isFirst ? [a, b] : [b, a];
}

/**
 * The beginning of the newest payload, without reading all of it; undefined unless the slots at `paths`, which are the
 * existing ones, look complete from outside. Writes nothing.
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
  /** Whether its bytes were kept next to the file. */
  readonly kept: boolean;
  readonly sequence: number;
}

/**
 * Whether the only bad slot means that data was lost. A slot that is empty or cut off was never complete: it was the
 * first of the file, or the other slot has the previous content. A slot older than the other one is not missed.
 */
function isLoss({ problem, sequence }: BadSlot, newest: Slot | undefined): boolean {
  return problem !== 'empty' && problem !== 'truncated' && !(newest && sequence < newest.sequence);
}

/** The paths of the two slots. */
export function pathsOf(name: string): readonly [string, string] {
  return [`${name}.a`, `${name}.b`];
}

function newestOf<Kind extends Slot>(slots: readonly (Kind | undefined)[]): Kind | undefined {
  return slots.reduce((newest, slot) =>
    !newest || (slot && slot.sequence > newest.sequence) ? slot : newest,
  );
}
