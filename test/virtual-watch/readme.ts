import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The README of the virtual watch, which tests compare with the code. */
export const README = readFileSync(join(__dirname, '../../virtual-watch/README.md'), 'utf8');
