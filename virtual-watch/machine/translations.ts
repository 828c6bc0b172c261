import { decodeUtf8 } from './utf8';

/** The texts of the package in one language, by id. */
export type Translations = ReadonlyMap<string, string>;

/**
 * Joins the two files that `.po` files are compiled to: the ids (`TID.btxt`) and the texts of one language, in the same
 * order. A missing translation is an empty text in its file, and is left out here.
 */
export function readTranslations(ids: Uint8Array, texts: Uint8Array): Translations {
  const table = new Map<string, string>();
  const translated = readTexts(texts);
  readTexts(ids).forEach((id, index) => {
    const text = translated[index];
    if (text !== undefined && text !== '') table.set(id, text);
  });
  return table;
}

/**
 * Parses a `.btxt` file: the number of texts, the offset of each from the start of the file, then the texts in UTF-8,
 * end to end. Numbers are 32-bit big-endian. Read from files made by zpm 3.4.1.
 */
function readTexts(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0);
  const begins = Array.from({ length: count }, (_, index) => view.getUint32(4 + 4 * index));
  return begins.map((begin, index) => decodeUtf8(bytes.subarray(begin, begins[index + 1] ?? bytes.length)));
}
