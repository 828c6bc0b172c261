import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version as parser } from 'acorn/package.json';
import { version } from 'terser/package.json';
import { keepResults } from './kept-results.cjs';
import { makePool } from './pool.cjs';
import options from './shorten-options.cjs';

export interface Shortener {
  /** Goes through a script so many times, each of which makes it shorter. */
  readonly shorten: (script: string, passes: number) => Promise<string>;
  /** To be called when all has been shortened. */
  readonly close: () => Promise<void>;
}

/** Makes scripts short by several threads. Results are kept in `folder` for the next build. */
export function makeShortener(folder: string): Shortener {
  const pool = makePool(join(__dirname, 'shorten-thread.cjs'));
  const declaring = readFileSync(join(__dirname, 'short-declarations.cjs'), 'utf8');
  const recipe = `acorn ${parser} ${declaring} terser ${version} ${JSON.stringify(options)}`;
  const kept = keepResults({ folder, recipe, make: pool.make });
  return {
    shorten: (script, passes) => kept.make(JSON.stringify({ script, passes })),
    close: async () => {
      kept.forget();
      await pool.close();
    },
  };
}
