import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The phone's translation into a language. */
export function translator(language: string): (english: string) => string {
  const file = readFileSync(join(__dirname, '../../../../setting/i18n', `${language}.po`), 'utf8');
  const entries = [...file.matchAll(/^msgid (".+")\nmsgstr (".*")$/gm)];
  const texts = new Map(
    entries.map(([, id = '', text = '']) => [JSON.parse(id), JSON.parse(text)] as [string, string]),
  );
  return (english) => {
    const text = texts.get(english);
    if (text === undefined) throw new Error(`${language} lacks "${english}"`);
    return text;
  };
}
