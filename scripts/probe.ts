/**
 * `npm run probe`: the package that tests a real watch, see docs/field-test.md. With `--watch` it is passed to Zepp's
 * own tool, which shows a QR code for the Zepp app.
 */
import { relative } from 'node:path';
import { projectForZeppsTools } from './build/build-package';
import { MISUSED, readFlags } from './flags';
import { runMain } from './main';
import { ensureProbe, PROBE } from './probe/probe-project';
import { PROJECT } from './run';
import { findZeus, NEEDS, zeusPreview } from './zeus-preview';

const USAGE = `npm run probe

Builds the probe, a small app that tests what a watch does where no document says it (docs/field-test.md).

  --watch  shows a QR code that brings it to a watch, by Zepp's own tool
  --help   this text
${NEEDS}`;

async function main(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, { help: { type: 'boolean' }, watch: { type: 'boolean' } });
  if (!flags.ok) {
    console.error(`${flags.error}\n\n${USAGE}`);
    return MISUSED;
  }
  if (flags.value.help === true) {
    console.log(USAGE);
    return 0;
  }
  const isForWatch = flags.value.watch === true;
  const zeus = isForWatch ? findZeus() : undefined;
  if (isForWatch && !zeus) return 1;
  const { path, sourcePath } = await ensureProbe();
  console.log(`${relative(PROJECT, path)} is ready, and ${relative(PROJECT, sourcePath)} to run here.`);
  return zeus ? zeusPreview(projectForZeppsTools(PROBE), zeus) : 0;
}

runMain(main);
