/**
 * `npm run bench`: what the package costs the watch, and what sending its sessions to the phone costs. Everything runs
 * on the virtual watch and is counted, so the same package gives the same numbers on every computer.
 */
import { MINUTE, SECOND } from '../core/time';
import beforeBytecode from './bench/before.json';
import { emptyApp } from './bench/empty-app';
import { engineCost, launchCost } from './bench/engine';
import { engineReport } from './bench/engine-report';
import { linkReport } from './bench/link-report';
import { meteredEngine } from './bench/metered-engine';
import { phoneCost, phoneReport } from './bench/phone-engine';
import { sessionCost } from './bench/session';
import { settingsPageCost, type PageWork } from './bench/settings-page';
import { packageForTerminal } from './build/build-apart';
import type { WatchPackage } from '../virtual-watch';
import { endsWithHelp } from './flags';
import { runMain } from './main';
import { readPackages } from './packages';

const A_MONTH = 30;

/** One session a day for ten years. */
const TEN_YEARS = 3_652;

const USAGE = `npm run bench

Tells what package, session, link and settings page cost, in numbers that do not depend on the
computer; it takes a few minutes. What it weighs, npm run build tells.

  --help   this text`;

async function main(args: readonly string[]): Promise<number> {
  const code = endsWithHelp(args, USAGE);
  if (code !== undefined) return code;
  const engine = await meteredEngine();
  const { bytes, packages } = readPackages(await packageForTerminal());
  console.log(sessionReport(packages));
  const now = await engineCost(bytes, engine);
  console.log(engineReport(now, beforeBytecode.engine, await launchCost(await emptyApp(), engine)));
  console.log(linkReport(packages));
  console.log(settingsReport(packages));
  console.log(phoneReport(await phoneCost(A_MONTH, engine), await phoneCost(TEN_YEARS, engine)));
  return 0;
}

function sessionReport(packages: readonly WatchPackage[]): string {
  const { length, alarms, callsAtRest, writes, serviceRuns } = sessionCost(packages);
  return [
    `\nA session by the default plan, ${Math.floor(length / MINUTE)} min ${(length % MINUTE) / SECOND} s`,
    `  alarms armed at its start: ${alarms}`,
    `  widget calls in a second at rest: ${callsAtRest.usual} usually, ${callsAtRest.most} at most`,
    `  writes to files until the summary: ${writes}`,
    `  with the page dead: ${serviceRuns} runs of the service`,
    '',
  ].join('\n');
}

function settingsReport(packages: readonly WatchPackage[]): string {
  const { sessions, stored, first, again } = settingsPageCost(packages, TEN_YEARS);
  const work = ({ reads, texts }: PageWork): string => `${reads} reads of the storage and ${texts} texts`;
  return [
    '\nThe settings page with a session a day for ten years',
    `  ${sessions} sessions in ${stored.toLocaleString('en-US')} characters: ${work(first)} to open, ${work(again)} to build again`,
  ].join('\n');
}

runMain(main);
