import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './care-page';

/** The sentences of the README, and the cells of its tables, without markup. Code blocks are left out. */
export function readmeSentences(): readonly string[] {
  const text = readFileSync(join(PROJECT, 'README.md'), 'utf8').replace(/```[^]*?```/g, '');
  const parts = text.split(/\n\s*\n|\n(?=- |\d+\. |#|\|)/).map(plain);
  return parts.flatMap((part) => part.split(/(?<=[.!?])\s+|\s*\|\s*/)).filter((sentence) => sentence !== '');
}

function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]|^#+ |^- |^\d+\. /g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
