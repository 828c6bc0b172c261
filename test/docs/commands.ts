/** The commands that the pages tell people to run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './care-page';

/** Pages for people, except those on single decisions, which say why and not how. */
const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'virtual-watch/README.md',
  ...['docs', 'docs/store'].flatMap((folder) =>
    readdirSync(join(PROJECT, folder)).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : [])),
  ),
];

export interface ToldCommand {
  readonly page: string;
  /** As it is typed, such as `npm run session -- --plan FILE`. */
  readonly text: string;
}

/** Each command of each page, once per page. */
export function toldCommands(): readonly ToldCommand[] {
  return PAGES.flatMap((page) =>
    [...new Set(commandsIn(readFileSync(join(PROJECT, page), 'utf8')))].map((text) => ({ page, text })),
  );
}

/** The commands in the blocks and in the code within the lines of a page. */
export function commandsIn(markdown: string): readonly string[] {
  const blocks = [...markdown.matchAll(/^```(?:sh|bash|shell|console)?\n([^]*?)^```/gm)].flatMap(
    ([, block = '']) => block.split('\n'),
  );
  const inline = [...markdown.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code = '']) => code,
  );
  return [...blocks, ...inline]
    .flatMap((line) => line.replace(/\s+#.*$/, '').split(' && '))
    .map((command) => command.trim())
    .filter((command) => /^([A-Z_]+=\S+ )*(npm|npx|node|zeus|git|cd|tsx|jest)( |$)/.test(command));
}
