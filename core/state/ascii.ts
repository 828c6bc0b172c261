/** The bytes of a JSON text. What is not ASCII becomes JSON's escapes, which mean the same, so a character is a byte. */
export function asciiBytes(json: string): Uint8Array {
  const { length } = json;
  const bytes = new Uint8Array(length);
  let all = 0;
  for (let index = 0; index < length; index += 1) {
    const code = json.charCodeAt(index);
    bytes[index] = code;
    all |= code;
  }
  return all < 0x80 ? bytes : asciiBytes(escaped(json));
}

/** The text of bytes, each of them a character. */
export function asciiText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    // One call for many bytes: the watch's engine spends more on a call than on a byte.
    text += String(Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + PIECE)));
  }
  return text;
}

/** Bytes that are turned into text at once: each is an argument, and arguments take memory. */
const PIECE = 1024;

function escaped(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return `\\u${code.padStart(4, '0')}`;
  });
}
