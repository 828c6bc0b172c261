/**
 * `npm run site`: the virtual watch with Legato as a folder of files, which needs no server of its own: for any static
 * host, or to be opened directly.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageForTerminal } from './build/build-apart';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { PROJECT } from './run';
import { FIRST_FILES, makeSite, type SiteFiles } from './site/site-files';

const FOLDER = join(PROJECT, 'dist', 'site');

const USAGE = `npm run site

Writes dist/site: a page that says what Legato is, and the virtual watch with the package in it. Open index.html there, or
put the folder on any static host, at any address.

  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const code = endsWithHelp(args, USAGE);
  if (code !== undefined) return code;
  const { files, version } = await makeSite(await packageForTerminal());
  write(files);
  console.log(weighed(files));
  console.log(
    `\nVersion ${version} is in ${relative(PROJECT, FOLDER)}. Open index.html there, or put the folder on a host.`,
  );
  return 0;
}

function write(files: SiteFiles): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(FOLDER, name), content);
}

function bytesOf(content: string | Uint8Array): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.length;
}

function weighed(files: SiteFiles): string {
  const sizes = [...files].map(([name, content]) => [name, bytesOf(content)] as const);
  const sum = (chosen: typeof sizes): number => chosen.reduce((all, [, bytes]) => all + bytes, 0);
  const first = sizes.filter(([name]) => FIRST_FILES.includes(name));
  return [
    ...sizes,
    ['together', sum(sizes)] as const,
    ['of which a browser loads before a first session', sum(first)] as const,
  ]
    .map(([name, bytes]) => `${bytes.toLocaleString('en-US').padStart(12)}  ${name}`)
    .join('\n');
}

runMain(main);
