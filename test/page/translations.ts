import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from '../../core/fill';
import type { Text } from '../../device/text/ids';

export const LANGUAGES = ['en-US', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The translations of the watch's pages, by msgid; the header of the file is left out. */
export function readTranslations(language: Language): ReadonlyMap<string, string> {
  const known = read.get(language) ?? parsed(language);
  read.set(language, known);
  return known;
}

const read = new Map<Language, ReadonlyMap<string, string>>();

function parsed(language: Language): ReadonlyMap<string, string> {
  const file = readFileSync(join(__dirname, '../../page/i18n', `${language}.po`), 'utf8');
  const entries = [...file.matchAll(/^msgid (".+")\nmsgstr (".*")$/gm)];
  return new Map(
    entries.map(([, id = '', words = '']) => [JSON.parse(id), JSON.parse(words)] as [string, string]),
  );
}

/** Texts as a watch in this language shows them; a text that is not translated throws. */
export function textIn(language: Language): Text {
  const translations = readTranslations(language);
  return (id, values) => {
    const words = translations.get(id);
    if (words === undefined) throw new Error(`${language} lacks "${id}"`);
    return fill(words, values);
  };
}
