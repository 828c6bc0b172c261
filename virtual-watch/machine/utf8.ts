/** Converts text to UTF-8 and back, without helpers that a watch, Node and a browser do not all have. */

export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

/** Each byte that is not valid UTF-8 becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const plain = asciiUntil(bytes, i);
    text += String.fromCharCode(...bytes.subarray(i, plain));
    i = plain;
    if (i === bytes.length || (bytes[i] ?? 0) < 0x80) continue;
    const [code, length] = decodeAt(bytes, i);
    text += String.fromCodePoint(code);
    i += length;
  }
  return text;
}

/** Most text is ASCII, which is assembled in pieces; every engine accepts a call with this many arguments. */
const LONGEST_PIECE = 4096;

function asciiUntil(bytes: Uint8Array, from: number): number {
  const most = Math.min(bytes.length, from + LONGEST_PIECE);
  let at = from;
  while (at < most && (bytes[at] ?? 0) < 0x80) at += 1;
  return at;
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}

function decodeAt(bytes: Uint8Array, at: number): readonly [code: number, length: number] {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return [first, 1];
  const length = first >= 0xf0 && first < 0xf8 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length === 0 || first >= 0xf8) return [0xfffd, 1];
  let code = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i += 1) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return [0xfffd, 1];
    code = (code << 6) | (next & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isTooLong = (length === 3 && code < 0x800) || (length === 4 && (code < 0x10000 || code > 0x10ffff));
  return isSurrogate || isTooLong ? [0xfffd, 1] : [code, length];
}
