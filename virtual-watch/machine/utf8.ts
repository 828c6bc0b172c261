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
  // No character takes fewer bytes than it has code units.
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      units[count++] = byte;
      at += 1;
      continue;
    }
    const [code, length] = decodeAt(bytes, at);
    at += length;
    if (code >= 0x10000) units[count++] = 0xd7c0 + (code >> 10);
    units[count++] = code < 0x10000 ? code : 0xdc00 | (code & 0x3ff);
  }
  return textOf(units.subarray(0, count));
}

/** Every engine accepts a call with this many arguments. */
const LONGEST_PIECE = 4096;

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += LONGEST_PIECE) {
    const piece = units.subarray(at, at + LONGEST_PIECE);
    // Spreading a typed array takes many times as long.
    text += Reflect.apply(String.fromCharCode, String, piece) as string;
  }
  return text;
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}

/** The character that starts with this byte, which is not ASCII. */
function decodeAt(bytes: Uint8Array, at: number): readonly [code: number, length: number] {
  const first = bytes[at] ?? 0;
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
