/**
 * `npm run session`: a whole session from the built package on the virtual watch, without a browser. Exit code 2 for an
 * invalid flag or plan, 1 when the session does not go as planned.
 */
import type { DeviceFacts } from '../virtual-watch';
import { isApiLevelAtLeast } from '../virtual-watch/machine/device';
import { DEVICES } from '../virtual-watch/node';
import { packageForTerminal } from './build/build-apart';
import { readManifest, type Manifest } from './build/manifest';
import { describeProblem } from './build/problem';
import { MISUSED } from './flags';
import { runMain } from './main';
import { readPackages } from './packages';
import { PROJECT } from './run';
import { readOptions, USAGE } from './session/options';
import { perform } from './session/perform';
import { faultSentences, jsonReport, textReport } from './session/report';
import { judge } from './session/judgement';

async function main(args: readonly string[]): Promise<number> {
  const manifest = readManifest(PROJECT);
  if (!manifest.ok) throw new Error(describeProblem(manifest.error));
  const asked = readOptions(args, fittingDevices(manifest.value));
  if (!asked.ok) return misused(asked.error);
  const options = asked.value;
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  const { packages } = readPackages(await packageForTerminal());
  const transcript = perform({ ...options, packages });
  console.log(options.json ? jsonReport(transcript, options) : textReport(transcript, options));
  const faults = faultSentences(judge(transcript));
  for (const sentence of faults) console.error(sentence);
  return faults.length === 0 ? 0 : 1;
}

/** The watches the package supports, known without building it. */
function fittingDevices({ leastApiLevel }: Manifest): readonly DeviceFacts[] {
  return DEVICES.filter(({ apiLevel }) => isApiLevelAtLeast(apiLevel, leastApiLevel));
}

function misused(sentences: readonly string[]): number {
  for (const sentence of sentences) console.error(sentence);
  console.error('"npm run session -- --help" tells what is possible.');
  return MISUSED;
}

runMain(main);
