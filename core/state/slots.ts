import type { Result } from '../result';
import { err, ok } from '../result';
import type { AsciiJson } from '../ascii';
import { asciiBytes, asciiJson, asciiText } from '../ascii';

/**
 * A file is kept in two slots that are written in turn, so that a write that is cut off leaves the other slot intact.
 * Each slot has a sequence number and a checksum; the newest valid one counts.
 */
export interface Slot {
  readonly sequence: number;
  /** JSON or empty. Non-ASCII characters are stored as JSON escapes, which mean the same. */
  readonly payload: string;
}

const SLOT_PROBLEMS = ['empty', 'truncated', 'damaged', 'fromNewerVersion'] as const;
export type SlotProblem = (typeof SLOT_PROBLEMS)[number];

/** A slot with its bytes, as they are or will be on disk; its payload is ASCII. */
export interface WholeSlot extends Slot {
  readonly bytes: Uint8Array;
}

/** The bytes of a slot. */
export function sealSlot({ sequence, payload }: Slot): Uint8Array {
  return sealed(sequence, asciiBytes(asciiJson(payload)));
}

/**
 * The slot that comes after another, or the first one. The more its payload resembles the one before, the less it
 * costs.
 */
export function nextSlot(json: string, before?: WholeSlot): WholeSlot {
  const payload = asciiJson(json);
  const sequence = (before?.sequence ?? 0) + 1;
  return { sequence, payload, bytes: sealed(sequence, asciiBytes(payload, before && contentOf(before))) };
}

function contentOf({ payload, bytes }: WholeSlot): AsciiJson {
  return { text: payload, bytes: bytes.subarray(bytes.length - payload.length) };
}

function sealed(sequence: number, content: Uint8Array): Uint8Array {
  const sum = wordSum(VERSION, sequence, content).toString(16).padStart(8, '0');
  const header = asciiBytes(`legato ${VERSION} ${sequence} ${content.length} ${sum}\n`);
  const bytes = new Uint8Array(header.length + content.length);
  bytes.set(header);
  bytes.set(content, header.length);
  return bytes;
}

/** Reads a slot. Detects a cut at any byte and a flip of any bit, whichever version wrote the slot. */
export function openSlot(bytes: Uint8Array | undefined): Result<Slot, SlotProblem> {
  if (!bytes || bytes.length === 0) return err('empty');
  const header = readHeader(bytes);
  if (!header) return err(bytes.includes(NEW_LINE) ? 'damaged' : 'truncated');
  const { version, sequence, length, sum } = header;
  const content = bytes.subarray(header.size);
  if (content.length < length) return err('truncated');
  if (content.length > length || sumFor(version)(version, sequence, content) !== sum) return err('damaged');
  return version > VERSION ? err('fromNewerVersion') : ok({ sequence, payload: asciiText(content) });
}

/** How many of its first bytes contain the number of a slot and the first `length` bytes of its payload. */
export function slotStart(length: number): number {
  return LONGEST_HEADER + length;
}

/**
 * Looks at the first bytes of a slot of `size` bytes: its number and the start of its payload. Detects a slot that was
 * cut off, but no other damage. Undefined for a slot that has to be opened, such as one of another version.
 */
export function peekSlot(first: Uint8Array, size: number): Slot | undefined {
  const text = asciiText(first);
  const header = parseHeader(text);
  if (header?.version !== VERSION || header.size + header.length !== size) return undefined;
  return { sequence: header.sequence, payload: text.slice(header.size) };
}

/** The number in a slot's header, even if the rest is damaged; NaN if there is none. */
export function sequenceOf(bytes: Uint8Array): number {
  return readHeader(bytes)?.sequence ?? NaN;
}

/**
 * Version 1 had another checksum. Later versions must keep that of version 2, because it tells a newer slot from a
 * damaged one.
 */
const VERSION = 2;
const NEW_LINE = 10;
const HEADER = /^legato ([1-9]\d{0,5}) (0|[1-9]\d{0,14}) (0|[1-9]\d{0,8}) ([0-9a-f]{8})\n/;
const LONGEST_HEADER = 'legato 123456 123456789012345 123456789 12345678\n'.length;

interface Header {
  readonly version: number;
  readonly sequence: number;
  /** The size of the content, in bytes. */
  readonly length: number;
  readonly sum: number;
  /** The size of the header itself, in bytes. */
  readonly size: number;
}

function readHeader(bytes: Uint8Array): Header | undefined {
  return parseHeader(asciiText(bytes.subarray(0, LONGEST_HEADER)));
}

function parseHeader(start: string): Header | undefined {
  const found = HEADER.exec(start);
  if (!found) return undefined;
  const [text, version, sequence, length, sum] = found;
  return {
    version: Number(version),
    sequence: Number(sequence),
    length: Number(length),
    sum: Number(`0x${String(sum)}`),
    size: text.length,
  };
}

function sumFor(version: number): typeof wordSum {
  return version === 1 ? byteSum : wordSum;
}

/**
 * The checksum of version 2, over four bytes at a time, because the cost in the watch's engine depends on steps, not
 * bytes. Each step is a bijection of the sum and of the word, so a change within one word always changes the sum. Words
 * are in the machine's byte order, since a file stays on its watch.
 */
function wordSum(version: number, sequence: number, content: Uint8Array): number {
  // A global is looked up at every use, which costs more than the step itself.
  const { imul } = Math;
  const tail = content.length % 4;
  const start = content.byteOffset;
  const words = new Int32Array(content.buffer.slice(start, start + content.length - tail));
  const seed = imul(imul(SEED ^ version, PRIME) ^ sequence, PRIME);
  // `reduce` moves from word to word natively, which costs less than a loop.
  const sum = words.reduce((before, word) => {
    const mixed = imul(before ^ word, PRIME);
    // Without this, the high bits of a word would affect only the high bits of the sum.
    return mixed ^ (mixed >>> 15);
  }, seed);
  return (
    content.subarray(content.length - tail).reduce((before, byte) => imul(before ^ byte, PRIME), sum) >>> 0
  );
}

/** The checksum of version 1: FNV-1a, byte by byte, over version, sequence and content. */
function byteSum(version: number, sequence: number, content: Uint8Array): number {
  const { imul } = Math;
  const head = `${version} ${sequence} `;
  let sum = SEED;
  // Does not use `asciiBytes`, which a service would have to load for this alone.
  for (let at = 0; at < head.length; at += 1) sum = imul(sum ^ head.charCodeAt(at), PRIME);
  return content.reduce((before, byte) => imul(before ^ byte, PRIME), sum) >>> 0;
}

/** The constants of FNV-1a. Any odd factor makes a bijection, and this one is known to mix well. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
