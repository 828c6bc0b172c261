/**
 * `npm run session`: a whole session from the built package on the virtual watch, without a browser. Exit code 2 for a
 * flag or a plan that makes no sense, 1 when the session does not come off as the plan says.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceFacts } from '../virtual-watch';
import { isApiLevelAtLeast } from '../virtual-watch/machine/device';
import { DEVICES, readZab } from '../virtual-watch/node';
import { ensurePackage } from './build/ensure-package';
import { MISUSED } from './flags';
import { PROJECT } from './run';
import { readOptions, USAGE } from './session/options';
import { perform } from './session/perform';
import { faultSentences, jsonReport, textReport } from './session/report';
import { judge } from './session/verdict';
import { messageOf } from './thrown';

async function main(args: readonly string[]): Promise<number> {
  const asked = readOptions(args, fittingDevices());
  if (!asked.ok) return misused(asked.error);
  const options = asked.value;
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  console.error('Building the package if it is not up to date …');
  const packages = readZab(readFileSync(await ensurePackage()));
  const transcript = perform({ ...options, packages });
  console.log(options.json ? jsonReport(transcript, options) : textReport(transcript, options));
  const faults = faultSentences(judge(transcript));
  for (const sentence of faults) console.error(sentence);
  return faults.length === 0 ? 0 : 1;
}

/** The watches that the package is for, known without building it. */
function fittingDevices(): readonly DeviceFacts[] {
  const manifest = JSON.parse(readFileSync(join(PROJECT, 'app.json'), 'utf8')) as AppJson;
  const { minVersion } = manifest.runtime.apiVersion;
  return DEVICES.filter(({ apiLevel }) => isApiLevelAtLeast(apiLevel, minVersion));
}

/** What of app.json is read here; the build checks the file. */
interface AppJson {
  readonly runtime: { readonly apiVersion: { readonly minVersion: string } };
}

function misused(sentences: readonly string[]): number {
  for (const sentence of sentences) console.error(sentence);
  console.error('"npm run session -- --help" tells what is possible.');
  return MISUSED;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(messageOf(error));
    process.exitCode = 1;
  },
);
