import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../preview/text/texts';
import { PROJECT } from '../run';

/** Returns the sentence of docs/care.md for an id in a language; throws when there is none. */
export function careSentences(language: Language): (id: string) => string {
  const page = readFileSync(join(PROJECT, 'docs', 'care.md'), 'utf8');
  const part = page.split(/^### /m).find((text) => text.startsWith(`${language}\n`)) ?? '';
  const rows = new Map(
    [...part.matchAll(/^\| (\S+) \| (.+?) \|/gm)].map(([, id = '', sentence = '']) => [id, sentence]),
  );
  return (id) => {
    const sentence = rows.get(id);
    if (sentence === undefined) throw new Error(`docs/care.md has no sentence ${id} in ${language}.`);
    return sentence;
  };
}
