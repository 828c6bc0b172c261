/** A JSON text in ASCII with its bytes, one for each character. */
export interface AsciiJson {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The same JSON in ASCII: other characters become JSON escapes, which mean the same. */
export function asciiJson(json: string): string {
  // Most texts are ASCII already. One greedy match costs the watch's engine a third of a search for what is not.
  if (/^[\0-\x7f]*$/.test(json)) return json;
  return json.replace(/[^\0-\x7f]/g, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return `\\u${code.padStart(4, '0')}`;
  });
}

/** The bytes of an ASCII text. What it has in common with the beginning and end of `before` is copied from there. */
export function asciiBytes(text: string, before: AsciiJson = NOTHING): Uint8Array {
  // For a short text, finding the common parts costs more than they save.
  if (text.length < SHORT) return codesOf(text);
  const start = commonStart(text, before.text);
  const end = commonEnd(text.slice(start), before.text.slice(start));
  const bytes = new Uint8Array(text.length);
  bytes.set(before.bytes.subarray(0, start));
  bytes.set(codesOf(text.slice(start, text.length - end)), start);
  bytes.set(before.bytes.subarray(before.text.length - end), text.length - end);
  return bytes;
}

/** The same for a short text without a similar predecessor, so that a service has less code to load. */
export function shortBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The text of bytes, one character for each. */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    // One call for many bytes, because the watch's engine spends more on a call than on a byte.
    text += String(Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + PIECE)));
  }
  return text;
}

/** Bytes turned into text at once. Each is an argument, and arguments take memory. */
const PIECE = 1024;

const SHORT = 128;

const NOTHING: AsciiJson = { text: '', bytes: new Uint8Array(0) };

/** A built-in function calls another one for each index, so that no script code runs per character. */
function codesOf(text: string): Uint8Array {
  const codes = new Uint8Array(text.length);
  places = places ?? Uint8Array.from(new Uint8Array(256).keys());
  for (let at = 0; at < text.length; at += places.length) {
    const piece = text.slice(at, at + places.length);
    // oxlint-disable-next-line typescript/unbound-method -- `map` gives it the piece as `this`
    codes.set(places.subarray(0, piece.length).map(String.prototype.charCodeAt, piece), at);
  }
  return codes;
}

/** The indices 0, 1, 2 … of a piece of text. Created on first use, since a service writes no file of this kind. */
let places: Uint8Array | undefined;

/**
 * The length of the common prefix of two texts. The engine compares pieces far faster than a script compares
 * characters.
 */
function commonStart(one: string, other: string): number {
  return longest(one, other, (from, to) => one.slice(from, to) === other.slice(from, to));
}

/** The length of the common suffix of two texts. */
function commonEnd(one: string, other: string): number {
  const piece = (text: string, from: number, to: number): string =>
    text.slice(text.length - to, text.length - from);
  return longest(one, other, (from, to) => piece(one, from, to) === piece(other, from, to));
}

/** The greatest length up to which two texts are alike; `areAlike` compares a piece of both. */
function longest(one: string, other: string, areAlike: (from: number, to: number) => boolean): number {
  let alike = 0;
  let most = Math.min(one.length, other.length);
  while (alike < most) {
    const middle = Math.ceil((alike + most) / 2);
    if (areAlike(alike, middle)) alike = middle;
    else most = middle - 1;
  }
  return alike;
}
