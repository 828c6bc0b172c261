/**
 * `npm run bench`: what the package weighs, what a session costs the watch, and what it costs on the way to the phone. All
 * on the virtual watch; times in ms are those of this computer and say only how the parts compare.
 */
import { MINUTE, SECOND } from '../core/time';
import { engineCost } from './bench/engine';
import { linkReport } from './bench/link-report';
import { sessionCost } from './bench/session';
import { settingsPageCost } from './bench/settings-page';
import { BUDGET } from './build/build-package';
import { ensurePackage } from './build/ensure-package';
import { weighReport } from './build/report';
import { unpackZab } from './build/unpack';
import type { WatchPackage } from '../virtual-watch';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { readPackages } from './packages';

/** A session a day for ten years. */
const TEN_YEARS = 3_652;

const USAGE = `npm run bench

Tells what package, session, link and settings page cost, in numbers; it takes a few minutes.

  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const code = endsWithHelp(args, USAGE);
  if (code !== undefined) return code;
  const { bytes, packages } = readPackages(await ensurePackage());
  console.log(weighReport(unpackZab(bytes), BUDGET));
  console.log(sessionReport(packages));
  console.log(await engineReport(bytes));
  console.log(linkReport(packages));
  console.log(settingsReport(packages));
  return 0;
}

function sessionReport(packages: readonly WatchPackage[]): string {
  const { length, alarms, callsAtRest, writes, serviceRuns, serviceMs } = sessionCost(packages);
  return [
    `\nA session by the default plan, ${Math.floor(length / MINUTE)} min ${(length % MINUTE) / SECOND} s`,
    `  alarms armed at its start: ${alarms}`,
    `  widget calls in a second at rest: ${callsAtRest.usual} usually, ${callsAtRest.most} at most`,
    `  writes to files until the summary: ${writes}`,
    `  with the page dead: ${serviceRuns} runs of the service, ${ms(serviceMs.usual)} each usually, ${ms(serviceMs.most)} at most; a watch allows 600 ms`,
    '',
  ].join('\n');
}

async function engineReport(zab: Uint8Array): Promise<string> {
  const { launchMs, startMs, secondMs, serviceMs } = await engineCost(zab);
  return [
    '\nTime of the package, and of the virtual watch that it calls, on QuickJS of 2020 in WebAssembly',
    `  from launch to the first frame: ${ms(launchMs)}`,
    `  from the tap on Start until the session is shown and armed: ${ms(startMs)}`,
    `  a second of a session at rest: ${ms(secondMs)}`,
    `  a run of the service with its scripts: ${ms(serviceMs)}`,
    '',
  ].join('\n');
}

function settingsReport(packages: readonly WatchPackage[]): string {
  const { sessions, stored, firstMs, againMs } = settingsPageCost(packages, TEN_YEARS);
  return [
    '\nThe settings page with a session a day for ten years',
    `  ${sessions} sessions in ${stored.toLocaleString('en-US')} characters: ${ms(firstMs)} to open, ${ms(againMs)} to build again`,
  ].join('\n');
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

runMain(main);
