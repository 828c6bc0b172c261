import fc from 'fast-check';
import { seedOfRun } from './runs';

/**
 * Every property tries other cases each day, and the same ones within a day, so that two runs differ only by the change
 * of the code. A failure prints its seed: `fc.assert(…, { seed, path })`.
 */
const seed = seedOfRun();
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
