import fc from 'fast-check';
import { seedOfRun } from './runs';

/**
 * Every property looks elsewhere each day, and twice in one day at the same cases, so that two runs differ by the change
 * alone. A failure prints its seed: `fc.assert(…, { seed, path })`.
 */
const seed = seedOfRun();
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
