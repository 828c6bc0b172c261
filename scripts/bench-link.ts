/**
 * Sessions on their way from watch to phone, in numbers: `tsx scripts/bench-link.ts`. Part of `npm run bench`.
 */
import { readFileSync } from 'node:fs';
import { linkReport } from './bench/link-report';
import { ensurePackage } from './build/ensure-package';
import { readZab } from '../virtual-watch/node';

async function main(): Promise<void> {
  const packages = readZab(new Uint8Array(readFileSync(await ensurePackage())));
  console.log(linkReport(packages));
}

void main();
