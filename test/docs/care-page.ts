import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of docs/care.md that texts are compared with. */
export const PROJECT = join(__dirname, '../..');
const PAGE = readFileSync(join(PROJECT, 'docs/care.md'), 'utf8');

/** A sentence, where it is used, and the parts of the page that it rests on. */
export interface CareEntry {
  readonly id: string;
  readonly where: string;
  readonly restsOn: readonly string[];
}

/** A sentence in a language. */
export interface CareWording {
  readonly id: string;
  readonly sentence: string;
  readonly worded: string;
  readonly reviewedBy: string;
}

/** The names of the parts of the page. */
export const PARTS: readonly string[] = [...PAGE.matchAll(/^## (.+)$/gm)].map(([, name = '']) => name);

export const ENTRIES: readonly CareEntry[] = rowsUnder('## Sentences').map(
  ([id = '', where = '', restsOn = '']) => ({ id, where, restsOn: restsOn.split('; ') }),
);

export function wordingsIn(language: string): readonly CareWording[] {
  return rowsUnder(`### ${language}`).map(([id = '', sentence = '', worded = '', reviewedBy = '']) => ({
    ...{ id, sentence, worded, reviewedBy },
  }));
}

/** The words that are never claimed in a language. */
export function claimsIn(language: string): RegExp {
  const line = new RegExp(`^- ${language}: (.+)$`, 'm').exec(sectionUnder('### Never claimed'))?.[1] ?? '';
  const words = line.split(', ').map((word) => word.replace(/\*/g, '\\w*').replace(/ /g, '\\s+'));
  // Chinese has no spaces between words.
  return /^[\x20-\x7e]+$/.test(line)
    ? new RegExp(`\\b(${words.join('|')})\\b`, 'gi')
    : new RegExp(`(${words.join('|')})`, 'g');
}

/** The ids of the sentences that deny such words. */
export const DENIALS: readonly string[] = [
  ...(sectionUnder('### Never claimed').split('\n- ')[0] ?? '').matchAll(/`([^`]+)`/g),
].map(([, id = '']) => id);

/** A source begins with the letter of its quality. */
const SOURCE = /(^|[\s(;|])[GTCW](?=\s+["\w])/;

/** What a page says without a source: rows of a table of facts, and sentences that rest on a part without any. */
export function unsourcedIn(page = PAGE): readonly string[] {
  const parts = new Map(
    page.split(/^## /m).map((part) => [part.split('\n')[0] ?? '', part.replace(/\n\| -- .*/g, '')]),
  );
  const facts = PARTS.flatMap((name) =>
    factsOf(parts.get(name) ?? '').flatMap(([fact, source]) =>
      SOURCE.test(source) || BY_THE_ROWS_ABOVE.includes(source) ? [] : [fact],
    ),
  );
  const sentences = ENTRIES.filter(
    ({ restsOn }) => !restsOn.every((part) => SOURCE.test(parts.get(part) ?? '')),
  );
  return [...facts, ...sentences.map(({ id }) => id)];
}

/** The page without the sources of a part. */
export function withoutSourcesOf(part: string): string {
  return PAGE.split(/^(?=## )/m)
    .map((each) =>
      each.startsWith(`## ${part}\n`) ? each.replace(new RegExp(SOURCE, 'gm'), '$1none') : each,
    )
    .join('');
}

const BY_THE_ROWS_ABOVE: readonly string[] = ['as above', 'the careful reading of all of the above'];

/** The first and the last cell of the rows of the table in a part of which the last column is the source. */
function factsOf(part: string): readonly (readonly [fact: string, source: string])[] {
  const rows = [...part.matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => cell.trim()),
  );
  const [head, ...others] = rows;
  if (head?.[head.length - 1] !== 'source') return [];
  return others.map((cells) => [
    cells[0] ?? '',
    cells.length === head.length ? (cells[cells.length - 1] ?? '') : '',
  ]);
}

/** The text between a heading and the next one. */
function sectionUnder(heading: string): string {
  const [, after = ''] = PAGE.split(`\n${heading}\n`);
  return after.split(/\n#{2,3} /)[0] ?? '';
}

/** The cells of the rows of the table under a heading, without its head. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  return [...sectionUnder(heading).matchAll(/^\| (.+) \|$/gm)]
    .map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()))
    .filter(([first]) => first !== 'id' && first !== '--');
}
