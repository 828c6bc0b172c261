import fc from 'fast-check';
import { inCi } from './runs';

/**
 * In CI the same cases come each time, so that what passed yesterday fails today only because of a change; on a
 * developer's machine every run looks somewhere else. A failure prints its seed: `fc.assert(…, { seed, path })`.
 */
const CI_SEED = 20260105;

if (inCi()) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: CI_SEED });
