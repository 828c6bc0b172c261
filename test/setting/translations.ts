import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts of the page in a language, by their English. */
export function readTranslations(language: string): ReadonlyMap<string, string> {
  const file = readFileSync(join(__dirname, '../../setting/i18n', `${language}.po`), 'utf8');
  return new Map(
    [...file.matchAll(/msgid "(.+)"\nmsgstr "(.+)"/g)].map(([, id = '', text = '']) => [id, text]),
  );
}
