import { join } from 'node:path';
import type { PackagePaths } from '../build/build-package';
import { ensurePackages } from '../build/ensure-package';
import { PROJECT } from '../run';

/** The folder of the probe, a project of its own for Zepp's tools. */
export const PROBE = join(PROJECT, 'probe');

/** The probe's inputs besides those that every project has. */
const INPUTS = [
  'plan',
  'watch',
  '../core',
  '../device',
  '../scripts/build',
  '../virtual-watch/devices.json',
  '../package-lock.json',
];

/** The packages of the probe, made from the project as it is now. Builds them if an input has changed. */
export function ensureProbe(): Promise<PackagePaths> {
  return ensurePackages(PROBE, { name: 'probe', inputs: INPUTS });
}
