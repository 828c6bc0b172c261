import type { Result } from '../result';
import { err, ok } from '../result';

/**
 * A file is kept in two slots that are written in turn, so that a write that is cut off leaves the other slot
 * whole. Each slot carries a sequence number and a checksum; the newest whole one counts.
 */
export interface Slot {
  readonly sequence: number;
  readonly payload: string;
}

export const SLOT_PROBLEMS = ['empty', 'truncated', 'damaged', 'fromNewerVersion'] as const;
export type SlotProblem = (typeof SLOT_PROBLEMS)[number];

const VERSION = 1;
const HEADER = /^legato (\d+) (\d+) (\d+) ([0-9a-f]{8})\n/;

/** The bytes of a slot, as text. `payload` must be ASCII, so that a character is a byte. */
export function sealSlot({ sequence, payload }: Slot): string {
  return seal(`${VERSION} ${sequence}`, payload);
}

/** Reads a slot back. A cut at any byte and a flip of any bit are noticed, whichever version wrote the slot. */
export function openSlot(text: string | undefined): Result<Slot, SlotProblem> {
  if (!text) return err('empty');
  const header = HEADER.exec(text);
  if (!header) return err(text.includes('\n') ? 'damaged' : 'truncated');
  const [head, version, sequence, length] = header;
  const payload = text.slice(head.length);
  if (payload.length < Number(length)) return err('truncated');
  if (seal(`${version} ${sequence}`, payload) !== text) return err('damaged');
  return Number(version) > VERSION ? err('fromNewerVersion') : ok({ sequence: Number(sequence), payload });
}

/** The number that a slot says it has, be the rest as it may; not a number where it says none. */
export function sequenceOf(text: string): number {
  return Number(HEADER.exec(text)?.[2]);
}

function seal(head: string, payload: string): string {
  return `legato ${head} ${payload.length} ${checksum(`${head} ${payload}`)}\n${payload}`;
}

/** JSON in ASCII only. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^\x20-\x7e]/g, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return `\\u${'0000'.slice(code.length)}${code}`;
  });
}

/** FNV-1a, 32 bits: every step is a bijection, so one changed character always changes the sum. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  const hex = (sum >>> 0).toString(16);
  return '00000000'.slice(hex.length) + hex;
}
