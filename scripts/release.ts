/**
 * `npm run release`: everything for a release except its publication. It checks whether the project is ready, verifies
 * and builds it, and puts the deliverables into dist/release/: the named packages, their checksums, and the notes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ensurePackages } from './build/ensure-package';
import { MISUSED, readFlags } from './flags';
import { runMain } from './main';
import type { Change } from './release/changelog';
import { keepFixture } from './release/kept';
import { type Git, readyToRelease, tagOf } from './release/ready';
import { isLater, VERSION_FILES, versionsIn, writeVersion } from './release/version';
import { PROJECT, runScript } from './run';

const USAGE = `npm run release [-- --dry-run | --to VERSION]

Checks that everything is committed and that CHANGELOG.md describes this version, runs "npm run verify", and writes
packages, checksums and notes to dist/release/, and the data that this version stores to test/fixtures/, for later
versions to read. It neither tags nor publishes; it says how to do both.

  --dry-run     says what is in the way and what would be written, and writes nothing
  --to VERSION  writes the version that is to be released next, everywhere
  --help        this text`;

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  to: { type: 'string' },
  help: { type: 'boolean' },
} as const;

async function main(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, OPTIONS);
  if (!flags.ok) {
    console.error(`${flags.error}\n\n${USAGE}`);
    return MISUSED;
  }
  const { 'dry-run': isDry = false, to, help = false } = flags.value;
  if (help) {
    console.log(USAGE);
    return 0;
  }
  if (to !== undefined) return moveTo(to);
  const ready = readyToRelease(PROJECT, askGit());
  if (!ready.ok) {
    for (const problem of ready.error) console.error(problem);
    return 1;
  }
  if (isDry) {
    const files = Object.keys(handedOut(ready.value));
    console.log(
      `Would verify, build and write to dist/release/: ${files.join(', ')}\n\n${notesOf(ready.value)}`,
    );
    return 0;
  }
  return release(ready.value);
}

function moveTo(version: string): number {
  const [now = ''] = versionsIn(PROJECT);
  if (!/^\d+\.\d+\.\d+$/.test(version) || !isLater(version, now)) {
    console.error(`"${version}" is no version after ${now}.`);
    return MISUSED;
  }
  writeVersion(PROJECT, version);
  console.log(`${VERSION_FILES.join(', ')} now say ${version}. Describe what is new in it in CHANGELOG.md.`);
  return 0;
}

async function release(change: Change): Promise<number> {
  const code = await runScript('verify');
  if (code !== 0) return code;
  const folder = join(PROJECT, 'dist', 'release');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { path, sourcePath } = await ensurePackages();
  const sums = [path, sourcePath].map((file) => {
    const name = basename(file);
    cpSync(file, join(folder, name));
    return `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${name}\n`;
  });
  writeFileSync(join(folder, SUMS), sums.join(''));
  writeFileSync(join(folder, NOTES), notesOf(change));
  const kept = keepFixture(PROJECT, change.version, readFileSync(sourcePath));
  console.log(
    `Commit ${relative(PROJECT, kept)}/: what ${change.version} stores, which every later version has to read.`,
  );
  const tag = tagOf(change.version);
  console.log(
    `dist/release/ has everything for ${change.version}. To publish it: git tag -a ${tag} -F dist/release/${NOTES} && git push origin ${tag}`,
  );
  return 0;
}

const SUMS = 'SHA256SUMS';
const NOTES = 'notes.md';

/** The content of each file of a release. */
function handedOut({ version }: Change): Readonly<Record<string, string>> {
  return {
    [`legato-${version}.zab`]: 'for watches, as it ships',
    [`legato-${version}.source.zab`]: 'the same with scripts as text, for the virtual watch',
    [SUMS]: 'checksums of both',
    [NOTES]: 'this text',
  };
}

function notesOf(change: Change): string {
  const files = Object.entries(handedOut(change)).map(([name, what]) => `- \`${name}\`: ${what}`);
  return `Legato ${change.version}\n\n${change.notes}\n\n${files.join('\n')}\n`;
}

function askGit(): Git {
  const ask = (...args: readonly string[]): readonly string[] =>
    execFileSync('git', args, { cwd: PROJECT, encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '');
  return { changed: ask('status', '--porcelain').map((line) => line.slice(3)), tags: ask('tag', '--list') };
}

runMain(main);
