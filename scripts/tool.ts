/**
 * `tsx scripts/tool.ts PROGRAM ARGUMENTS`: runs a program of an installed package that prints nothing for long. It is
 * called by scripts of package.json, because npm finds such programs.
 */
import { runMain } from './main';
import { runSilent } from './run';

runMain(([program = '', ...args]) => runSilent(program, args));
